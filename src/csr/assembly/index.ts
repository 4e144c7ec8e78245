/** The hot loops, in AssemblyScript: TypeScript's syntax, compiled to WebAssembly by `npm run build:kernels`. */
export { expand, meetOnLists, meetOnPapers, unmark } from './expand';
export { setFilter } from './filter';
export { expandMany } from './many';
export { setGraph, setLaneCount, setLanes, setScratch, setSize } from './memory';
