/**
 * What records by the thousand tell in the same words is told by one object: names, affiliations, journals, dates, and
 * nothing at all. Records are most of the memory that a large corpus needs, and texts that are one object are compared
 * and looked up in less time. Nothing that a record says changes.
 */
import type {
  InstitutionMention,
  Mention,
  PaperRecord,
  PartialDate,
  SourceRecord,
  VenueMention,
} from '../model/index.ts';

/** Texts kept at most; then all are forgotten, so that nothing but different ones cost no memory. */
const MOST = 1_000_000;
const NOTHING: readonly never[] = [];

export class SharedParts {
  readonly #texts = new Map<string, string>();
  /** By name, those of which no more is told. */
  readonly #affiliations = new Map<string, readonly InstitutionMention[]>();
  /** By type and name, likewise. */
  readonly #venues = new Map<string | undefined, Map<string, VenueMention>>();
  readonly #years = new Map<number, PartialDate>();

  /** The same record, what it has in common with earlier ones being one object with theirs. */
  in(record: SourceRecord): SourceRecord {
    return record.kind === 'paper' ? this.#inPaper(record) : record;
  }

  #inPaper(record: PaperRecord): PaperRecord {
    const shared = {
      ...record,
      date: this.#date(record.date),
      categories: exact(record.categories),
      identifiers: exact(record.identifiers),
      authors: record.authors.map((mention) => this.#mention(mention)),
      groupAuthors: exact(record.groupAuthors),
      institutions: exact(record.institutions),
    };
    if (record.venue !== undefined) shared.venue = this.#venue(record.venue);
    return shared;
  }

  #mention(mention: Mention): Mention {
    const shared = { ...mention, name: this.#text(mention.name) };
    if (mention.affiliations !== undefined) shared.affiliations = this.#places(mention.affiliations);
    return shared;
  }

  #places(affiliations: readonly InstitutionMention[]): readonly InstitutionMention[] {
    const [only] = affiliations;
    if (only === undefined || affiliations.length > 1) return exact(affiliations);
    if (only.identifiers.length > 0 || only.countryCode !== undefined) return exact(affiliations);
    return known(this.#affiliations, only.name, () => [{ ...only, identifiers: NOTHING }]);
  }

  #venue(venue: VenueMention): VenueMention {
    if (venue.identifiers.length > 0) return venue;
    const ofType = known(this.#venues, venue.type, () => new Map<string, VenueMention>());
    return known(ofType, venue.name, () => ({ ...venue, identifiers: NOTHING }));
  }

  #date(date: PartialDate): PartialDate {
    const { year, month, day } = date;
    return year === undefined || month !== undefined || day !== undefined ? date : known(this.#years, year, () => date);
  }

  #text(text: string): string {
    return known(this.#texts, text, () => text);
  }
}

function known<Key, Value>(all: Map<Key, Value>, key: Key, made: () => Value): Value {
  let value = all.get(key);
  if (value === undefined) {
    if (all.size >= MOST) all.clear();
    all.set(key, (value = made()));
  }
  return value;
}

// A list that grew entry by entry has room for more.
function exact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NOTHING : list.slice();
}
