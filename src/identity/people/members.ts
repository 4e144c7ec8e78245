/**
 * The members of sets of nodes, as linked lists in two arrays: there are millions of sets, most of one member. A set is
 * named by its smallest member, which its list begins with.
 */
const END = -1;

export class Members {
  readonly #next: Int32Array;
  /** Of each set, by name. */
  readonly #last: Int32Array;

  /** Each of 0 … `size` − 1 a set of its own. */
  constructor(size: number) {
    this.#next = new Int32Array(size).fill(END);
    this.#last = Int32Array.from({ length: size }, (_, node) => node);
  }

  get size(): number {
    return this.#next.length;
  }

  /** In the order in which they came in. */
  of(name: number): number[] {
    const members: number[] = [];
    this.addTo(members, name);
    return members;
  }

  /** The same, behind what is in the list. */
  addTo(members: number[], name: number): void {
    for (let node = name; node !== END; node = this.#next[node] ?? END) members.push(node);
  }

  /** @param name of a set */
  isAlone(name: number): boolean {
    return this.#next[name] === END;
  }

  /** The members of the second come behind those of the first. */
  append(name: number, other: number): void {
    this.#next[this.#last[name] ?? name] = other;
    this.#last[name] = this.#last[other] ?? other;
  }

  /** One set of these alone, in this order, the smallest first. */
  set(members: readonly number[]): void {
    const [name = END] = members;
    for (const [at, node] of members.entries()) this.#next[node] = members[at + 1] ?? END;
    this.#last[name] = members.at(-1) ?? name;
  }
}
