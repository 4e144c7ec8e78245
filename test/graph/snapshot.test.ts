/** The snapshot gives the answers that every body of the network gives: plain, with the kernels, and by its workers. */
import { createSnapshot } from '../../src/graph/index.ts';
import type { Network, NetworkInput } from '../../src/graph/index.ts';
import { networkCases } from '../support/network-cases.ts';

const plain = (input: NetworkInput): Network => createSnapshot(input, { hasKernels: false, threads: 0 });
const withKernels = (input: NetworkInput): Network => createSnapshot(input, { hasKernels: true, threads: 0 });
const byWorkers = (input: NetworkInput): Network =>
  createSnapshot(input, { hasKernels: true, threads: 1, ownBudget: -1 });

networkCases('the snapshot', plain);
networkCases('the snapshot with kernels', withKernels);
networkCases('the snapshot and its workers', byWorkers);
