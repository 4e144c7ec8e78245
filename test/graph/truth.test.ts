/**
 * Real graphs against figures worked out independently (shared/data/truth): each edge is a paper of two authors, and the
 * snapshot's distances, components and diameters must be exactly theirs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { createSnapshot } from '../../src/graph/index.ts';
import type { Network } from '../../src/graph/index.ts';
import { authorId, smallNetwork } from '../support/small-networks.ts';
import { sharedData } from '../support/tools.ts';

interface Truth {
  readonly nodes: number;
  readonly edges: number;
  readonly isolated: number;
  readonly components: number;
  readonly lccNodes: number;
  readonly diameter: number;
  readonly farPair: readonly [string, string];
  readonly pairsAtDistance: readonly number[];
  readonly distanceHistogramFrom: Readonly<Record<string, readonly number[]>>;
}

const shared = sharedData();

describe.skipIf(shared === undefined)('real graphs', () => {
  const folder = shared ?? '';
  const truths = JSON.parse(
    shared === undefined ? '{}' : readFileSync(join(folder, 'truth/graphs.json'), 'utf8'),
  ) as Record<string, Truth>;

  for (const [file, truth] of Object.entries(truths)) {
    it(`has the distances of ${file}`, async () => {
      const people = new Set<string>();
      const edges = new Set<string>();
      for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
        const [one, other] = line.split(file.endsWith('.tsv') ? '\t' : ' ');
        if (line.startsWith('#') || one === undefined || other === undefined || one === other) continue;
        people.add(one).add(other);
        edges.add(one < other ? `${one}\t${other}` : `${other}\t${one}`);
      }
      expect([people.size, edges.size]).toEqual([truth.nodes - truth.isolated, truth.edges]);
      const told = [...edges].map((edge) => ({ title: edge, by: edge.split('\t') }));
      const network = createSnapshot(smallNetwork(told, [...people]).input, { hasKernels: true, threads: 0 });
      const { count, giantAuthorCount } = await network.components();
      expect([count, giantAuthorCount]).toEqual([truth.components - truth.isolated, truth.lccNodes]);
      expect(await network.collaborationCount()).toBe(truth.edges);
      for (const [from, counts] of Object.entries(truth.distanceHistogramFrom)) {
        expect(await countsFrom(network, from)).toEqual(counts);
      }
      const far = await network.shortestPath(authorId(truth.farPair[0]), authorId(truth.farPair[1]), { filter: {} });
      expect(far).toMatchObject({ kind: 'path', cost: truth.diameter });
      expect(await pairsAtDistance(network, [...people], truth.lccNodes)).toEqual(truth.pairsAtDistance);
    });
  }
});

async function countsFrom(network: Network, name: string): Promise<readonly number[]> {
  const outcome = await network.distances(authorId(name), { filter: {} });
  if (outcome.kind !== 'distances') throw new Error(outcome.kind);
  return outcome.authorCounts;
}

// Of everybody in the giant component, so that each pair is counted from both sides.
async function pairsAtDistance(network: Network, people: readonly string[], giant: number): Promise<number[]> {
  const pairs: number[] = [];
  for (const name of people) {
    const counts = await countsFrom(network, name);
    if (counts.reduce((sum, count) => sum + count, 0) !== giant) continue;
    for (const [at, count] of counts.slice(1).entries()) pairs[at] = (pairs[at] ?? 0) + count / 2;
  }
  return pairs;
}
