/** The compiled code, as it runs for users; its types are those of the source. */
import type * as Csr from '../../src/csr/index.ts';

const compiled = new URL('../../dist/csr/index.js', import.meta.url).href;

export const csr = (await import(compiled)) as typeof Csr;
