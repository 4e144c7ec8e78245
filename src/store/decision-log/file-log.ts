/**
 * The decisions log as a file of JSON lines, which people can read, compare and keep in git.
 *
 * A decision is one write of one line to a file opened for appending, so the lines of two processes never mix (POSIX:
 * with `O_APPEND` the place and the write are one step). It is on the disk when `append` returns. A crash can leave half
 * a line at the end: that line is a problem, and the next decision begins on a line of its own.
 */
import { open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

import { decisionLine, parseDecision } from '../../model/index.ts';
import type { Decision, LoggedDecision, Problem } from '../../model/index.ts';

import { DecisionLogError } from './decision-log.ts';
import type { DecisionLog, ReadDecisions } from './decision-log.ts';

const LINE_END = '\n'.charCodeAt(0);
const UNREADABLE = '\uFFFD';

/** Touches no file until it is read or written to; one that does not exist is an empty log. */
export function openDecisionLog(path: string): DecisionLog {
  return {
    name: path,
    read: async () => {
      const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw new DecisionLogError(whyNot('read', path, error));
      });
      return bytes === undefined ? { decisions: [], problems: [] } : linesOf(bytes, path);
    },
    append: (decision) => append(decision, path),
  };
}

function linesOf(bytes: Uint8Array, file: string): ReadDecisions {
  const decisions: LoggedDecision[] = [];
  const problems: Problem[] = [];
  for (const [at, text] of Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .entries()) {
    if (text.trim() === '') continue;
    const line = at + 1;
    const decision = text.includes(UNREADABLE) ? { invalid: 'The line is not UTF-8.' } : parseDecision(text);
    if ('invalid' in decision)
      problems.push({ kind: 'bad-decision', file, line, message: decision.invalid, kept: 'the other decisions' });
    else decisions.push({ decision, file, line });
  }
  return { decisions, problems };
}

async function append(decision: Decision, path: string): Promise<void> {
  const handle = await open(path, 'a+').catch((error: NodeJS.ErrnoException) => {
    throw new DecisionLogError(whyNot('written', path, error));
  });
  try {
    const { size } = await handle.stat();
    const isNew = size === 0;
    const start = isNew || (await endsItsLine(handle, size)) ? '' : '\n';
    const line = Buffer.from(`${start}${decisionLine(decision)}\n`, 'utf8');
    const { bytesWritten } = await handle.write(line);
    if (bytesWritten < line.length) {
      throw new DecisionLogError(
        `Only ${bytesWritten} of ${line.length} bytes could be written to "${path}": decide again.`,
      );
    }
    await handle.sync();
    if (isNew) await syncFolder(dirname(path));
  } catch (error) {
    if (error instanceof DecisionLogError) throw error;
    throw new DecisionLogError(whyNot('written', path, error as NodeJS.ErrnoException)); // what file calls throw
  } finally {
    await handle.close();
  }
}

async function endsItsLine(handle: FileHandle, size: number): Promise<boolean> {
  const last = Buffer.alloc(1);
  await handle.read(last, 0, 1, size - 1);
  return last[0] === LINE_END;
}

// A new file outlives a power cut once its folder is on the disk too. Windows opens no folders, and needs none.
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function whyNot(what: 'read' | 'written', path: string, error: NodeJS.ErrnoException): string {
  const code = error.code ?? '';
  if (code === 'EISDIR') return `"${path}" is a folder: the decisions log is a file.`;
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return `The decisions log "${path}" may not be ${what}.`;
  if (['ENOENT', 'ENOTDIR'].includes(code)) return `"${dirname(path)}" is no folder for the decisions log "${path}".`;
  return `The decisions log "${path}" cannot be ${what}: ${error.message}.`;
}
