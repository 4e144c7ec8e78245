/** What is measured in a process of its own, and how it is told to who asked. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Runs a file of this folder alone and gives what it printed as one line of JSON. */
export function inProcess(file: string, task: readonly string[], heapMegabytes = 4096): unknown {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const flags = [`--max-old-space-size=${heapMegabytes}`, '--expose-gc', '--import', 'tsx'];
  const output = execFileSync(process.execPath, [...flags, script, ...task], { encoding: 'utf8' });
  return JSON.parse(output);
}

export async function timed<Result>(work: () => Result | Promise<Result>): Promise<[Result, seconds: number]> {
  const before = performance.now();
  const result = await work();
  return [result, (performance.now() - before) / 1000];
}

/** Of the whole process, now and at its peak; Linux only, else the present size twice. */
export function memory(): { readonly now: number; readonly peak: number } {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const peak = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
  const now = process.memoryUsage.rss();
  return { now, peak: peak === undefined ? now : 1024 * Number(peak) };
}
