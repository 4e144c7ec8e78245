/**
 * How far the reading has come, on standard error: one line that renews itself on a terminal, a plain line every few
 * seconds elsewhere. Our own sixty lines: the packages that draw bars are untyped or bring a dozen others.
 */
import type { Progress } from '../corpus/index.ts';

const TERMINAL_INTERVAL = 100;
const PLAIN_INTERVAL = 5000;
const CLEAR_LINE = '\r\u001B[K';

export interface ProgressLine {
  readonly update: (progress: Progress) => void;
  /** Clears the line, so that what follows stands alone. */
  readonly done: () => void;
}

/** @param now milliseconds of a clock that only goes forward */
export function progressLine(write: (text: string) => void, isTerminal: boolean, now: () => number): ProgressLine {
  const start = now();
  const interval = isTerminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL;
  let last = start;
  let isShown = false;
  return {
    update(progress) {
      const time = now();
      if (time - last < interval) return;
      last = time;
      const line = progressText(progress, (time - start) / 1000);
      write(isTerminal ? `${CLEAR_LINE}${line}` : `${line}\n`);
      isShown = isTerminal;
    },
    done() {
      if (isShown) write(CLEAR_LINE);
      isShown = false;
    },
  };
}

/** `12/180 files, 45 of 210 MB, 61,200 records, 20,400/s, 0:08 left` */
export function progressText(progress: Progress, seconds: number): string {
  const { filesDone, fileCount, bytesDone, byteCount, recordCount } = progress;
  const rate = seconds > 0 ? Math.round(recordCount / seconds) : 0;
  const left = byteCount === undefined || bytesDone === 0 ? undefined : (seconds * (byteCount - bytesDone)) / bytesDone;
  const size =
    byteCount === undefined ? megabytes(bytesDone) : `${megabytes(bytesDone, false)} of ${megabytes(byteCount)}`;
  const parts = [`${filesDone}/${fileCount} files`, size, `${grouped(recordCount)} records`, `${grouped(rate)}/s`];
  return [...parts, ...(left === undefined ? [] : [`${clock(left)} left`])].join(', ');
}

/** `12,345`, the same on every machine. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

function megabytes(bytes: number, withUnit = true): string {
  return `${grouped(Math.round(bytes / 1e6))}${withUnit ? ' MB' : ''}`;
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${hours > 0 ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}
