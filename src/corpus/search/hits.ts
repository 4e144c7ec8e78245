/** Hits of one kind, in as few bytes each as they need, and in their order. */
import { compareText } from '../../model/index.ts';
import type { KindIndex } from './kind-index.ts';
import type { Question } from './question.ts';
import type { SearchKind } from './words.ts';

export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  readonly score: number;
  /** Which text fits best: 0 is the name or title, others are name variants from 1. */
  readonly text: number;
}

/** A place in the order of hits: by falling score, then id. */
export interface HitPlace {
  readonly score: number;
  readonly id: string;
}

export interface HitLimits {
  /** Documents that are looked at, the weightiest first. */
  readonly mostLookedAt: number;
  /** Hits after which no more are looked for. */
  readonly enough: number;
}

export class Hits {
  /** Whether more might fit than was looked at. */
  readonly isCut: boolean;
  readonly #index: KindIndex;
  readonly #documents: number[] = [];
  readonly #scores: number[] = [];
  readonly #texts: number[] = [];

  constructor(index: KindIndex, question: Question, { mostLookedAt, enough }: HitLimits) {
    this.#index = index;
    let looked = 0;
    let isCut = false;
    question.eachCandidate((document) => {
      isCut = looked++ === mostLookedAt || this.#documents.length === enough;
      const fit = isCut ? undefined : question.fit(document);
      if (fit !== undefined) {
        this.#documents.push(document);
        this.#scores.push(fit.score);
        this.#texts.push(fit.text);
      }
      return !isCut;
    });
    this.isCut = isCut;
  }

  get kind(): SearchKind {
    return this.#index.kind;
  }

  get length(): number {
    return this.#documents.length;
  }

  /** The first of those after the place, in order; at most `count`. */
  best(count: number, after?: HitPlace): SearchHit[] {
    // The best so far, the worst of them first: most hits are worse than it, which one comparison of numbers tells.
    const heap: number[] = [];
    for (let hit = 0; hit < this.length; hit++) {
      const worst = heap.length === count ? heap.at(-1) : undefined;
      if (worst !== undefined && (this.#scores[hit] ?? 0) < (this.#scores[worst] ?? 0)) continue;
      if (after !== undefined && !this.#isAfter(hit, after)) continue;
      if (worst !== undefined) {
        if (this.#compare(hit, worst) > 0) continue;
        heap.pop();
      }
      heap.splice(this.#placeOf(hit, heap), 0, hit);
    }
    return heap.map((hit) => ({
      kind: this.#index.kind,
      id: this.#index.idAt(this.#documents[hit] ?? 0),
      score: this.#scores[hit] ?? 0,
      text: this.#texts[hit] ?? 0,
    }));
  }

  /** Whether one of them stands at the place or before it. */
  hasUpTo(place: HitPlace): boolean {
    for (let hit = 0; hit < this.length; hit++) if (!this.#isAfter(hit, place)) return true;
    return false;
  }

  #placeOf(hit: number, sorted: readonly number[]): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(sorted[middle] ?? 0, hit) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isAfter(hit: number, { score, id }: HitPlace): boolean {
    const own = this.#scores[hit] ?? 0;
    return own === score ? compareText(this.#id(hit), id) > 0 : own < score;
  }

  #compare(one: number, other: number): number {
    const byScore = (this.#scores[other] ?? 0) - (this.#scores[one] ?? 0);
    if (byScore !== 0) return byScore;
    const [a, b] = [this.#documents[one] ?? 0, this.#documents[other] ?? 0];
    // Documents of one weight are numbered by id.
    if (this.#index.weightAt(a) === this.#index.weightAt(b)) return a - b;
    return compareText(this.#id(one), this.#id(other));
  }

  #id(hit: number): string {
    return this.#index.idAt(this.#documents[hit] ?? 0);
  }
}
