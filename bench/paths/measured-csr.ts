/** The compiled code, as it runs for users; its types are those of the source. */
import type * as Csr from '../../src/csr/index.ts';
import type * as Graph from '../../src/graph/index.ts';
import type * as PathSets from '../../src/graph/path-set.ts';

const compiled = (file: string): Promise<unknown> => import(new URL(`../../dist/${file}`, import.meta.url).href);

export const csr = (await compiled('csr/index.js')) as typeof Csr;
export const { pathSet } = (await compiled('graph/path-set.js')) as typeof PathSets;
export const { createSnapshot } = (await compiled('graph/index.js')) as typeof Graph;
