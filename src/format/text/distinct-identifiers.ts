/** Identifiers in the order they came, each once. */
import { identifierText } from '../../model/index.ts';
import type { Identifier } from '../../model/index.ts';

/** As many are compared one by one, which is quicker than any set; nearly every list is that short. */
const FEW = 8;

export class DistinctIdentifiers {
  readonly all: readonly Identifier[];
  readonly #found: Identifier[] = [];
  /** Of a list that is no longer short. */
  #texts: Set<string> | undefined;

  constructor() {
    this.all = this.#found;
  }

  add(identifier: Identifier): void {
    if (!this.#has(identifier)) this.#found.push(identifier);
  }

  #has(identifier: Identifier): boolean {
    const found = this.#found;
    if (found.length <= FEW) {
      return found.some(({ scheme, value }) => scheme === identifier.scheme && value === identifier.value);
    }
    const texts = (this.#texts ??= new Set(found.map(identifierText)));
    return texts.size === texts.add(identifierText(identifier)).size;
  }
}
