/**
 * Golden questions, asked of the sample page or, where `worlds` has one for their folder, of a small world: each
 * `.graphql` beside its answer (`.json`) and the work it took (`.work.json`): calls of the record store, ids fetched in
 * batches, and its price before and after. Counts do not flicker; milliseconds do. `UPDATE_GOLDEN=1 npx vitest run test/query` writes them
 * anew: read the difference before you commit it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { openCorpus } from '../../src/corpus/index.ts';
import type { Corpus } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import { countingCorpus } from '../support/counting-corpus.ts';
import { samplePage } from '../support/server.ts';
import { weiWangs } from '../support/worlds.ts';

const folder = import.meta.dirname;
const questions = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.graphql'),
);
const sample = await openCorpus({ paths: [samplePage] });
/** The folders whose questions are asked of a small world. */
const fourWeiWangs = await openCorpus({ records: [weiWangs] });
const worlds: Readonly<Record<string, Corpus>> = { namesakes: fourWeiWangs, resource: fourWeiWangs };

describe('golden questions', () => {
  it('are there', () => {
    expect(questions.length).toBeGreaterThan(5);
  });

  for (const question of questions.sort()) {
    it(`${question} gives its answer for its price`, async () => {
      const { corpus, work } = countingCorpus(worlds[dirname(question)] ?? sample);
      const query = readFileSync(join(folder, question), 'utf8');
      const body = JSON.stringify({ query });
      const response = await createHandler(corpus, { graphiql: false }).fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { extensions, ...answer } = (await response.json()) as { extensions?: { cost: unknown } };
      compare(question.replace(/\.graphql$/, '.json'), answer);
      compare(question.replace(/\.graphql$/, '.work.json'), { ...work(), ...extensions });
    });
  }
});

function compare(file: string, actual: unknown): void {
  const path = join(folder, file);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, `${JSON.stringify(actual, undefined, 2)}\n`);
  expect(actual).toEqual(JSON.parse(readFileSync(path, 'utf8')));
}
