import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Asks until the line ends; only y or yes is a yes, and an end of the input is a no. */
export function confirmed(question: string, input: Readable, output: Writable): Promise<boolean> {
  const lines = createInterface({ input, output });
  return new Promise((settle) => {
    lines.once('close', () => settle(false)); // after an answer it settles nothing
    lines.question(`${question} (y/N) `, (answer) => {
      settle(/^y(?:es)?$/i.test(answer.trim()));
      lines.close();
    });
  });
}
