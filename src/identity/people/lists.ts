/** Which nodes have each key, ascending: all lists in two arrays, since most have one entry. */
export class Lists {
  readonly #starts: Int32Array;
  readonly #nodes: Int32Array;

  constructor(keyCount: number, nodeCount: number, keysOf: (node: number) => readonly number[]) {
    const starts = new Int32Array(keyCount + 1);
    for (let node = 0; node < nodeCount; node++) {
      for (const key of keysOf(node)) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
    }
    for (let key = 0; key < keyCount; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
    const next = starts.slice();
    this.#starts = starts;
    this.#nodes = new Int32Array(starts[keyCount] ?? 0);
    for (let node = 0; node < nodeCount; node++) {
      for (const key of keysOf(node)) {
        const at = next[key] ?? 0;
        this.#nodes[at] = node;
        next[key] = at + 1;
      }
    }
  }

  of(key: number): Int32Array {
    return this.#nodes.subarray(this.#starts[key], this.#starts[key + 1]);
  }
}
