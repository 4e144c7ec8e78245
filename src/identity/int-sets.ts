/**
 * Disjoint sets of whole numbers (union–find with path halving; Tarjan & van Leeuwen 1984, J. ACM 31, 245). A set is
 * named by its smallest member, so that the order of joining never shows.
 */
export class IntSets {
  readonly #parent: Int32Array;

  /** Each of 0 … `size` − 1 a set of its own. */
  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, at) => at);
  }

  find(member: number): number {
    const parent = this.#parent;
    let at = member;
    for (;;) {
      const above = parent[at] as number; // within the size, as all members are
      if (above === at) return at;
      const beyond = parent[above] as number;
      parent[at] = beyond;
      at = beyond;
    }
  }

  /** The joined set's name. */
  join(one: number, other: number): number {
    const [a, b] = [this.find(one), this.find(other)];
    const root = Math.min(a, b);
    this.#parent[Math.max(a, b)] = root;
    return root;
  }
}
