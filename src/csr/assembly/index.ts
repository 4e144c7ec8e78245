/** The hot loops, in AssemblyScript: TypeScript's syntax, compiled to WebAssembly by `npm run build:kernels`. */
export { below, expand, meetOnLists, meetOnPapers, unmark, unopenedBefore } from './expand';
export { setFilter } from './filter';
export { expandMany } from './many';
export { setGraph, setLaneCount, setLanes, setScratch, setSize } from './memory';
