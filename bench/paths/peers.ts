/**
 * Paths between people from id to ids, by our network or by graphology-shortest-path on a graphology graph, in a process
 * of its own; prints what peers.py prints.
 *
 *     tsx --max-old-space-size=12000 bench/paths/peers.ts FOLDER ours|graphology PAIRS
 */
import { UndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path';

import type * as Graph from '../../src/graph/index.ts';
import type { NetworkInput } from '../../src/graph/index.ts';
import type { AuthorId, PaperId } from '../../src/model/index.ts';
import { listsIn, pairsOf } from './corpus-files.ts';

const [folder = '', library = 'ours', countText = '10'] = process.argv.slice(2);
const count = Number(countText);
const lists = listsIn(folder);

const path = library === 'ours' ? await ours() : graphologys();
const microseconds: number[] = [];
let hops = 0;
for (const [one, other] of pairsOf(folder).slice(0, count)) {
  let least = Infinity;
  let length = 0;
  for (let round = 0; round < 2; round++) {
    const begin = performance.now();
    length = await path(authorId(one), authorId(other));
    least = Math.min(least, 1000 * (performance.now() - begin));
  }
  microseconds.push(least);
  hops += length;
}
console.log(JSON.stringify({ hops, microseconds }));

async function ours(): Promise<(one: AuthorId, other: AuthorId) => Promise<number>> {
  const compiled = new URL('../../dist/graph/index.js', import.meta.url).href;
  const { createSnapshot } = (await import(compiled)) as typeof Graph;
  const network = createSnapshot(input(), { threads: 0 });
  return async (one, other) => {
    const outcome = await network.shortestPath(one, other, { filter: {} });
    return outcome.kind === 'path' ? outcome.authorIds.length - 1 : Number.NaN;
  };
}

// Authors and papers as nodes: pairs of coauthors would not fit.
function graphologys(): (one: AuthorId, other: AuthorId) => Promise<number> {
  const graph = new UndirectedGraph();
  for (let author = 0; author < lists.authors; author++) graph.addNode(authorId(author));
  for (const [paper, authors] of papers()) {
    graph.addNode(paper);
    for (const author of authors) graph.addEdge(author, paper);
  }
  return (one, other) => Promise.resolve(((bidirectional(graph, one, other)?.length ?? Number.NaN) - 1) / 2);
}

function input(): NetworkInput {
  const authors = Array.from({ length: lists.authors }, (_, author) => ({
    id: authorId(author),
    sortName: [authorId(author), ''] as const,
  }));
  const all = [...papers()];
  return {
    version: 'made',
    authors,
    papers: all.map(([id, own], at) => ({
      id,
      year: (lists.paperTraits[at] ?? 0) >>> 19,
      authorCount: own.length,
      isAuthorListComplete: true,
      categories: [],
      type: 'ARTICLE',
    })),
    authorships: all.flatMap(([paperId, own]) =>
      own.map((author, at) => ({
        authorId: author,
        paperId,
        position: at + 1,
        isListed: true,
        rawNames: [],
        institutionIds: [],
      })),
    ),
  };
}

function* papers(): Iterable<readonly [PaperId, readonly AuthorId[]]> {
  for (let paper = 0; paper < lists.paperTraits.length; paper++) {
    const own = lists.paperAuthors.subarray(lists.paperOffsets[paper], lists.paperOffsets[paper + 1]);
    yield [`P${paper}` as PaperId, Array.from(own, authorId)];
  }
}

function authorId(author: number): AuthorId {
  return `A${author}` as AuthorId;
}
