/**
 * Finds authors, papers, institutions and venues by words of their names and titles: in whatever order, with accents or
 * without, shortened, misspelled. docs/search.md says what fits and how hits are ranked.
 *
 * An index is of one version of a corpus and never changes. What it finds are ids, for the store to fetch.
 */
import { compareText } from '../../model/index.ts';
import { Hits } from './hits.ts';
import type { HitPlace, SearchHit } from './hits.ts';
import type { KindIndex } from './kind-index.ts';
import { Question } from './question.ts';
import { SEARCH_KINDS } from './words.ts';
import type { SearchKind } from './words.ts';

/** Everything that fits a query, by falling score, then id. */
export interface SearchResult {
  /** Of the kinds asked for, in their order. */
  readonly counts: readonly { readonly kind: SearchKind; readonly count: number }[];
  /** Whether a word is so common that not everything that has it was looked at. */
  readonly isCut: boolean;
  /** The first after the place; at most `count`. */
  best(count: number, after?: HitPlace): readonly SearchHit[];
  /** Whether something stands at the place or before it. */
  hasUpTo(place: HitPlace): boolean;
}

/** Documents of one kind that a search looks at, those of most papers or citations first. */
const MOST_LOOKED_AT = 100_000;
/** A suggestion has to be there before the next key is pressed. */
const TYPING = { mostLookedAt: 10_000, enough: 500 };

export class SearchIndex {
  readonly kinds: Readonly<Record<SearchKind, KindIndex>>;

  constructor(kinds: Readonly<Record<SearchKind, KindIndex>>) {
    this.kinds = kinds;
  }

  /** @param kinds all when empty */
  search(query: string, kinds: readonly SearchKind[], mostLookedAt: number = MOST_LOOKED_AT): SearchResult {
    const limits = { mostLookedAt, enough: Infinity };
    const options = { mostTypos: 2, isUnfinished: false };
    const all = this.#asked(kinds).map((index) => new Hits(index, new Question(index, query, options), limits));
    return {
      counts: all.map(({ kind, length }) => ({ kind, count: length })),
      isCut: all.some((hits) => hits.isCut),
      best: (count, after) =>
        first(
          count,
          all.flatMap((hits) => hits.best(count, after)),
        ),
      hasUpTo: (place) => all.some((hits) => hits.hasUpTo(place)),
    };
  }

  /**
   * What somebody may mean who is still typing: the best of what begins so and, where that is less than asked for, of
   * what would with a typo.
   */
  suggest(prefix: string, kinds: readonly SearchKind[], count: number): readonly SearchHit[] {
    const found = (mostTypos: number): SearchHit[] =>
      this.#asked(kinds).flatMap((index) => {
        const question = new Question(index, prefix, { mostTypos, isUnfinished: true });
        return new Hits(index, question, TYPING).best(count);
      });
    const plain = found(0);
    return first(count, plain.length < count ? found(1) : plain);
  }

  #asked(kinds: readonly SearchKind[]): KindIndex[] {
    return SEARCH_KINDS.filter((kind) => kinds.length === 0 || kinds.includes(kind)).map((kind) => this.kinds[kind]);
  }
}

function first(count: number, hits: readonly SearchHit[]): SearchHit[] {
  return [...hits].sort((a, b) => b.score - a.score || compareText(a.id, b.id)).slice(0, count);
}
