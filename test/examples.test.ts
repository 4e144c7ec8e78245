/** Every `@example` in a doc comment, run as it stands: an expression's `// result` is what it must give. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import * as coauthor from '../src/index.ts';

const root = resolve(import.meta.dirname, '..');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const examples = files.flatMap((file) =>
  [...readFileSync(join(root, 'src', file), 'utf8').matchAll(/ \* @example\n((?: \*.*\n)+?) \*\//g)].map(
    ([, block = '']) => ({
      file,
      lines: block.split('\n').map((line) => line.replace(/^ \* ?/, '')),
    }),
  ),
);
const results = examples.map((example) => ({ ...example, checked: checkedLines(example.lines) }));

describe('the examples of doc comments', () => {
  it('are there', () => {
    expect(examples.map(({ file }) => file)).toEqual(expect.arrayContaining(['corpus/corpus.ts', 'server/handler.ts']));
  });

  it.each(results.filter(({ checked }) => checked.expected.length > 0))(
    'of $file give what they say',
    async ({ checked }) => {
      const run = Object.getPrototypeOf(async () => undefined).constructor as AsyncFunctionConstructor;
      const names = Object.keys(coauthor);
      const actual = await new run(...names, `${checked.code}\nreturn results;`)(...Object.values(coauthor));
      expect(actual).toEqual(checked.expected);
    },
  );
});

type AsyncFunctionConstructor = new (...code: readonly string[]) => (...values: readonly unknown[]) => Promise<unknown>;

/** The example with each `expression; // result` gathered, and the results it tells, as text. */
function checkedLines(lines: readonly string[]): { readonly code: string; readonly expected: readonly string[] } {
  const expected: string[] = [];
  const code = lines.map((line) => {
    const [, expression, result] = /^(.+); \/\/ (.+)$/.exec(line) ?? [];
    if (expression === undefined || result === undefined) return line.startsWith('import ') ? '' : line;
    expected.push(result);
    return `results.push(String(${expression}));`;
  });
  return { code: ['const results = [];', ...code].join('\n'), expected };
}
