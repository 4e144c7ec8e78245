/** Who wrote with whom, and how far apart people are: the slow obvious way, for comparison with figures made elsewhere. */

export class CoauthorNetwork {
  readonly #coauthors = new Map<string, Set<string>>();
  readonly #papersOfPair = new Map<string, number>();
  readonly #paperCounts = new Map<string, number>();

  add(authors: readonly string[]): void {
    const people = [...new Set(authors)].sort();
    for (const person of people) {
      this.#paperCounts.set(person, (this.#paperCounts.get(person) ?? 0) + 1);
      const known = this.#coauthors.get(person) ?? new Set();
      this.#coauthors.set(person, known);
      for (const other of people) {
        if (other === person) continue;
        known.add(other);
        if (person < other) this.#count(pairKey(person, other));
      }
    }
  }

  get personCount(): number {
    return this.#coauthors.size;
  }

  get pairCount(): number {
    return this.#papersOfPair.size;
  }

  paperCount(person: string): number {
    return this.#paperCounts.get(person) ?? 0;
  }

  coauthorCount(person: string): number {
    return this.#coauthors.get(person)?.size ?? 0;
  }

  papersTogether(one: string, other: string): number {
    return this.#papersOfPair.get(one < other ? pairKey(one, other) : pairKey(other, one)) ?? 0;
  }

  /** Hops from a person to everybody who can be reached. */
  distances(from: string): Map<string, number> {
    const hops = new Map<string, number>([[from, 0]]);
    for (const [person, far] of hops) {
      for (const next of this.#coauthors.get(person) ?? []) if (!hops.has(next)) hops.set(next, far + 1);
    }
    return hops;
  }

  /** Sizes of the connected components, largest first. */
  componentSizes(): number[] {
    const seen = new Set<string>();
    const sizes: number[] = [];
    for (const person of this.#coauthors.keys()) {
      if (seen.has(person)) continue;
      const component = this.distances(person);
      for (const member of component.keys()) seen.add(member);
      sizes.push(component.size);
    }
    return sizes.sort((a, b) => b - a);
  }

  #count(pair: string): void {
    this.#papersOfPair.set(pair, (this.#papersOfPair.get(pair) ?? 0) + 1);
  }
}

function pairKey(one: string, other: string): string {
  return `${one} ${other}`;
}
