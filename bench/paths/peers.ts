/**
 * Paths between people from ids to ids, by our network or by graphology-shortest-path on a graphology graph, in a process
 * of its own; prints what peers.py prints. Other pairs come first, for a second: the code is compiled meanwhile.
 *
 *     tsx --max-old-space-size=12000 bench/paths/peers.ts FOLDER ours|graphology coauthors|papers PAIRS
 */
import type { NetworkInput } from '../../src/graph/index.ts';
import type { AuthorId, PaperId } from '../../src/model/index.ts';
import { readArrays } from '../corpora/array-files.ts';
import { listsIn } from './lists.ts';
import { createSnapshot, csr } from './measured-csr.ts';

type AskPath = (one: AuthorId, other: AuthorId) => Promise<number>;

const [folder = '', library = 'ours', nodes = 'papers', count = '10'] = process.argv.slice(2);
const lists = listsIn(folder);

const path = library === 'ours' ? ours() : await graphologys();
const { pairs } = readArrays(folder);
const asked = pairs.slice(0, Number(count));
await warm(pairs.slice(Number(count)));
const microseconds: number[] = [];
const hops: number[] = [];
for (const [one, other] of asked) {
  let least = Infinity;
  let length = 0;
  for (let round = 0; round < 2; round++) {
    const begin = performance.now();
    length = await path(authorId(one), authorId(other));
    least = Math.min(least, 1000 * (performance.now() - begin));
  }
  microseconds.push(least);
  hops.push(length);
}
console.log(JSON.stringify({ hops, microseconds }));

async function warm(others: typeof pairs): Promise<void> {
  const end = performance.now() + 1000;
  for (const [one, other] of others) {
    if (performance.now() > end) break;
    await path(authorId(one), authorId(other));
  }
}

function ours(): AskPath {
  const network = createSnapshot(input(), { threads: 0 });
  return async (one, other) => {
    const outcome = await network.shortestPath(one, other, { filter: {} });
    return outcome.kind === 'path' ? outcome.authorIds.length - 1 : Number.NaN;
  };
}

// Loaded only here, so that our own part runs where they are not installed.
async function graphologys(): Promise<AskPath> {
  const { UndirectedGraph } = await import('graphology');
  const { bidirectional } = await import('graphology-shortest-path');
  const graph = new UndirectedGraph();
  for (let author = 0; author < lists.authors; author++) graph.addNode(authorId(author));
  for (const [paper, authors] of papers()) {
    if (nodes === 'papers') {
      graph.addNode(paper);
      for (const author of authors) graph.addEdge(author, paper);
    } else {
      for (const [at, author] of authors.entries()) {
        for (const other of authors.slice(at + 1)) graph.mergeEdge(author, other);
      }
    }
  }
  const step = nodes === 'papers' ? 2 : 1;
  return (one, other) => Promise.resolve(((bidirectional(graph, one, other)?.length ?? Number.NaN) - 1) / step);
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
      year: csr.yearOf(lists.paperTraits[at] ?? 0),
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
