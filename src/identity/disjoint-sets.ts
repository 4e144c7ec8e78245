/**
 * Disjoint sets of text keys (union–find with path halving; Tarjan & van Leeuwen 1984, J. ACM 31, 245). The set's
 * name is its smallest key, so that the order in which keys were joined never shows.
 */
import { compareText } from '../model/index.ts';

export class DisjointSets {
  readonly #parent = new Map<string, string>();

  /** The set's name; a key never seen is a set of its own. */
  find(key: string): string {
    let at = key;
    for (;;) {
      const parent = this.#parent.get(at);
      if (parent === undefined || parent === at) return at;
      const grandparent = this.#parent.get(parent) ?? parent;
      this.#parent.set(at, grandparent);
      at = grandparent;
    }
  }

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a === b) return;
    const [root, child] = compareText(a, b) < 0 ? [a, b] : [b, a];
    this.#parent.set(child, root);
  }
}
