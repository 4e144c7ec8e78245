/**
 * Opens a saved corpus and asks it through GraphQL, as a client would, in a process of its own; prints one line of JSON.
 *
 *     node --expose-gc --import tsx bench/corpora/ask-corpus.ts FOLDER SEED
 */
import type * as CorpusRoom from '../../src/corpus/index.ts';
import type * as Server from '../../src/server/index.ts';
import { madeTitles } from '../search/made-names.ts';
import { memory, timed } from '../store/process.ts';
import { compiled } from './compiled.ts';

export interface Answered {
  readonly openSeconds: number;
  /** Of the process with its heap cleared: once open, and after all questions. */
  readonly openBytes: number;
  readonly bytes: number;
  /** The first search, which makes the index. */
  readonly indexSeconds: number;
  /** Milliseconds of each question of a kind. */
  readonly times: Readonly<Record<QuestionKind, readonly number[]>>;
}

export type QuestionKind = 'title' | 'typed' | 'path' | 'coauthors';

interface Named {
  readonly id: string;
  readonly name: string;
}

const TITLES = 100;
const MOST_DRAWN = 200_000;
const LETTERS = 6;

const { openSavedCorpus } = (await compiled('corpus/index.js')) as typeof CorpusRoom;
const { createHandler } = (await compiled('server/index.js')) as typeof Server;
const [folder = '', seed = ''] = process.argv.slice(2);
const [corpus, openSeconds] = await timed(() => openSavedCorpus(folder));
const openBytes = clearedBytes();
const handler = createHandler(corpus);
const [, indexSeconds] = await timed(() => ask('{ suggest(prefix: "a") { label } }'));

const times: Record<QuestionKind, number[]> = { title: [], typed: [], path: [], coauthors: [] };
const people: Named[] = [];
for (const title of someTitles()) {
  const found = await timedAsk(
    'title',
    '($text: String!) { search(query: $text, types: [PAPER], first: 1) { nodes { ... on Paper { authors(first: 1) { nodes { id name } } } } } }',
    { text: title },
  );
  const [paper] = (found as { search: { nodes: { authors: { nodes: Named[] } }[] } }).search.nodes; // as asked
  const author = paper?.authors.nodes[0];
  if (author === undefined)
    throw new Error(`Nobody is found who wrote "${title}": was the corpus made with seed ${seed}?`);
  people.push(author);
}
for (const { name } of people) {
  const document = '($text: String!) { suggest(prefix: $text, types: [AUTHOR]) { label hint } }';
  await timedAsk('typed', document, { text: name.slice(0, LETTERS) });
}
for (const [at, { id: from }] of people.entries()) {
  const to = people[(at + 1) % people.length]?.id;
  const document =
    '($from: ID!, $to: ID!) { collaborationPath(from: { id: $from }, to: { id: $to }) { ... on CollaborationPath { length authors { name } } } }';
  await timedAsk('path', document, { from, to });
  await timedAsk(
    'coauthors',
    '($id: ID!) { author(by: { id: $id }) { coauthors(first: 20) { totalCount nodes { name } } } }',
    { id: from },
  );
}
const answered: Answered = { openSeconds, openBytes, bytes: clearedBytes(), indexSeconds, times };
console.log(JSON.stringify(answered));
process.exit(); // the walkers' threads wait for more

// Spread over the first papers, and no further: titles are drawn one after another.
function* someTitles(): Iterable<string> {
  const papers = Math.min(corpus.view().store.summary.paperCount, MOST_DRAWN);
  const step = Math.floor(papers / TITLES);
  let at = 0;
  for (const title of madeTitles(step * TITLES, Number(seed))) if (at++ % step === 0) yield title;
}

async function timedAsk(kind: QuestionKind, document: string, variables: object): Promise<unknown> {
  const [data, seconds] = await timed(() => ask(`query ${document}`, variables));
  times[kind].push(1000 * seconds);
  return data;
}

async function ask(query: string, variables: object = {}): Promise<unknown> {
  const response = await handler.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown }; // GraphQL over HTTP
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

function clearedBytes(): number {
  globalThis.gc?.();
  return memory().now;
}
