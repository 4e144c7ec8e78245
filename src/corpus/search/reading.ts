/**
 * What one word of a query may mean among the words of one kind of texts, and how well each fits it: the word itself, one
 * that begins so, an initial, one with a typo.
 */
import { eachNearWord } from './near-words.ts';
import type { KindIndex } from './kind-index.ts';

/** How well a word of a text fits a word of the query: 0 not at all, 1 is the same. docs/search.md explains them. */
export const FIT = { same: 1, beginning: 0.85, initial: 0.75, oneTypo: 0.6, twoTypos: 0.4 } as const;

/**
 * Letters of a word from which on it is looked for with a typo, and with two. A shorter one of `oneWhereNone` letters is
 * only where no text has a word that begins so.
 */
const TYPOS_FROM = { oneWhereNone: 4, one: 5, two: 9 } as const;

export interface ReadingOptions {
  /** How many typos a word may have at most that fits. */
  readonly mostTypos: number;
  /** Whether it is the last word of what somebody is still typing: it may begin any word, however short it is. */
  readonly isUnfinished: boolean;
}

/** Numbers of words: the first, and the one after the last. */
export type WordRange = readonly [first: number, end: number];

/** A word of the query among the words of the texts. */
export class Reading {
  readonly letters: number;
  /** The word itself. */
  readonly same: number | undefined;
  /** What is still being typed and has one letter is not itself a word yet. */
  readonly #isBegun: boolean;
  /** Words that begin so, the word itself among them: the first, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Its first letter alone, for which a text may have printed it. */
  readonly initial: number | undefined;
  /** Words with a typo. */
  readonly #near: readonly number[];
  /** How far each word is away, 0 for those that are too far; nothing where no typo is allowed. */
  readonly #distances: Uint8Array | undefined;

  constructor({ dictionary, kind }: KindIndex, word: string, { mostTypos, isUnfinished }: ReadingOptions) {
    const bytes = Buffer.from(word);
    const isPerson = kind === 'AUTHOR';
    this.letters = bytes.length;
    this.same = dictionary.find(bytes);
    const mayBegin = bytes.length > 1 || isPerson || isUnfinished;
    [this.first, this.end] = mayBegin ? dictionary.beginningWith(bytes) : rangeOf(this.same);
    this.initial = isPerson && bytes.length > 1 ? dictionary.find(bytes.subarray(0, 1)) : undefined;
    this.#isBegun = isUnfinished && bytes.length === 1;
    const typos = Math.min(mostTypos, typosOf(bytes.length, this.first < this.end));
    const near: number[] = [];
    const distances = typos === 0 ? undefined : new Uint8Array(dictionary.length);
    if (distances !== undefined) {
      eachNearWord(dictionary, bytes, typos, (number, distance) => {
        near.push(number);
        distances[number] = distance;
      });
    }
    this.#near = near;
    this.#distances = distances;
  }

  /** 0: not at all. */
  fit(word: number): number {
    if (word === this.same && !this.#isBegun) return FIT.same;
    if (word >= this.first && word < this.end) return this.letters === 1 ? FIT.initial : FIT.beginning;
    if (word === this.initial) return FIT.initial;
    const distance = this.#distances?.[word] ?? 0;
    if (distance === 0) return 0;
    return distance === 1 ? FIT.oneTypo : FIT.twoTypos;
  }

  /** Every word that fits, in ranges that do not overlap. */
  ranges(): WordRange[] {
    const others = [...(this.initial === undefined ? [] : [this.initial]), ...this.#near];
    const apart = new Set(others.filter((word) => word < this.first || word >= this.end));
    return [[this.first, this.end], ...Array.from(apart, (word): WordRange => [word, word + 1])];
  }
}

function typosOf(letters: number, isThere: boolean): number {
  if (letters >= TYPOS_FROM.two) return 2;
  return letters >= (isThere ? TYPOS_FROM.one : TYPOS_FROM.oneWhereNone) ? 1 : 0;
}

function rangeOf(word: number | undefined): WordRange {
  return word === undefined ? [0, 0] : [word, word + 1];
}
