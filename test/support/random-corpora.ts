/**
 * Random corpora full of what corpora are full of (missing dates, cut lists, equal names and titles, accents), and
 * random questions to ask of them.
 */
import fc from 'fast-check';

import { authorIdOf, foldName, institutionIdOf, paperIdOf, recordKey, venueIdOf } from '../../src/model/index.ts';
import type {
  Author,
  AuthorFilter,
  Authorship,
  Institution,
  InstitutionFilter,
  OrderBy,
  Paper,
  PaperFilter,
  PaperId,
  PaperOrderField,
  Venue,
  VenueId,
} from '../../src/model/index.ts';
import type { PaperQuery, StoreContent } from '../../src/store/index.ts';
import { NOBODY, NO_INSTITUTION, NO_PAPER, NO_VENUE, shelf } from './store-library.ts';
import { PAPER_ORDERS } from './store-reference.ts';

const NAMES = [
  'Ada Byron',
  'Ada Byron',
  'Byron',
  'Kurt Gödel',
  'Kurt Godel',
  'Wei Wang',
  '王伟',
  'Ludwig van Beethoven',
  'Édouard Lucas',
  'A. B. Lucas',
  '😀',
];
const TITLES = ['Looms', 'looms', 'Looms!', 'Über Looms', 'Uber looms', 'On Lathes', 'Maslow’s Hammer', '織機', '😀 ﬀ'];
const PLACES = ['ETH Zürich', 'ETH Zurich', 'University of London', 'London University', 'deepmind'];
const CATEGORIES = ['cs.LG', 'stat.ML', 'CO'];
const YEARS = [2023, 2024, 2025];
const TYPES = ['ARTICLE', 'PREPRINT', 'OTHER'] as const;
const COUNTRIES = ['CH', 'GB'];
const JOURNALS = ['Nature', 'nature', 'Zeitschrift für Physik'];

export const sizes = fc.integer({ min: 1, max: 5 });
const missing = { nil: undefined, freq: 3 };

const toldAuthors = fc.array(
  fc.record({
    name: fc.constantFrom(...NAMES),
    variants: fc.subarray(NAMES.slice(2), { maxLength: 2 }),
    isAmbiguous: fc.boolean(),
    hasOrcid: fc.boolean(),
  }),
  { maxLength: 7 },
);
const toldPlaces = fc.array(
  fc.record({ name: fc.constantFrom(...PLACES), country: fc.option(fc.constantFrom(...COUNTRIES), missing) }),
  { maxLength: 4 },
);
const toldPapers = fc.array(
  fc.record({
    title: fc.constantFrom(...TITLES),
    year: fc.option(fc.constantFrom(...YEARS), missing),
    month: fc.option(fc.constantFrom(1, 2), missing),
    day: fc.option(fc.constantFrom(1, 2), missing),
    categories: fc.subarray(CATEGORIES),
    by: fc.uniqueArray(fc.nat(6), { maxLength: 4 }),
    isOneHidden: fc.boolean(),
    isCut: fc.boolean(),
    printedCount: fc.option(fc.integer({ min: 1, max: 12 }), missing),
    places: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
    placesOfAuthors: fc.array(fc.uniqueArray(fc.nat(3), { maxLength: 2 }), { maxLength: 4 }),
    type: fc.constantFrom(...TYPES),
    isRetracted: fc.boolean(),
    citations: fc.option(fc.nat(3), missing),
    venue: fc.option(fc.nat(2), missing),
  }),
  { maxLength: 10 },
);

export const corpora: fc.Arbitrary<StoreContent> = fc
  .record({
    authors: toldAuthors,
    places: toldPlaces,
    journals: fc.subarray(JOURNALS),
    papers: toldPapers,
    counts: fc.array(fc.nat(3), { maxLength: 7 }),
  })
  .map(({ authors: toldAuthors, places, journals, papers: toldPapers, counts }) => {
    const authors = toldAuthors.map(({ name, variants, isAmbiguous, hasOrcid }, at): Author => ({
      id: authorIdOf({ recordKey: recordKey('told', `author ${at}`), position: 1, name: foldName(name) }),
      name,
      nameVariants: variants.filter((variant) => variant !== name),
      identifiers: hasOrcid ? [{ scheme: 'ORCID', value: '0000-0002-1825-0097' }] : [],
      identity: { confidence: isAmbiguous ? 0.5 : 1, isAmbiguous, evidence: [], mergedFrom: [] },
      sources: [],
    }));
    const institutions = places.map(({ name, country }, at): Institution => ({
      id: institutionIdOf(`told:${at}`),
      name,
      nameVariants: [],
      ...(country === undefined ? {} : { countryCode: country }),
      identifiers: [],
    }));
    const venues = journals.map((name, at): Venue => ({
      id: venueIdOf(`told:${at}`),
      name,
      nameVariants: [],
      type: 'JOURNAL',
      identifiers: [],
    }));
    const authorships: Authorship[] = [];
    const papers = toldPapers.map((told, at): Paper => {
      const id = paperIdOf(recordKey('told', `paper ${at}`));
      const by = told.by.flatMap((index) => authors[index]?.id ?? []);
      by.forEach((authorId, index) => {
        const isListed = !told.isOneHidden || index < by.length - 1;
        authorships.push({
          authorId,
          paperId: id,
          isListed,
          rawNames: [],
          institutionIds: (told.placesOfAuthors[index] ?? []).flatMap((place) => institutions[place]?.id ?? []),
          ...(isListed ? { position: index + 1 } : {}),
        });
      });
      const authorCount = told.isCut ? told.printedCount : by.length;
      return {
        id,
        title: told.title,
        date: {
          ...(told.year === undefined ? {} : { year: told.year }),
          ...(told.month === undefined ? {} : { month: told.month }),
          ...(told.day === undefined ? {} : { day: told.day }),
        },
        isYearInferred: false,
        categories: told.categories.map((code) => ({ code, candidates: [] })),
        identifiers: [],
        isAuthorListComplete: !told.isCut,
        ...(authorCount === undefined ? {} : { authorCount }),
        groupAuthors: [],
        institutionIds: told.places.flatMap((index) => institutions[index]?.id ?? []),
        type: told.type,
        isRetracted: told.isRetracted,
        ...(told.citations === undefined ? {} : { citationCount: told.citations }),
        ...venueAt(venues, told.venue),
        sources: [],
        conflicts: [],
        withheldPositions: [],
      };
    });
    const coauthorCounts = new Map(
      counts.flatMap((count, at) => (authors[at] === undefined ? [] : [[authors[at].id, count] as const])),
    );
    return { ...shelf([]), version: 'random', authors, institutions, venues, papers, authorships, coauthorCounts };
  });

const venueAt = (venues: readonly Venue[], at: number | undefined): { venueId?: VenueId } => {
  const venue = at === undefined ? undefined : venues[at];
  return venue === undefined ? {} : { venueId: venue.id };
};

const fromTo = <From extends string, To extends string>(
  from: From,
  to: To,
  numbers: readonly number[],
): fc.Arbitrary<Partial<Record<From | To, number | null>>> =>
  fc
    .tuple(fc.option(fc.constantFrom(...numbers), { freq: 2 }), fc.option(fc.constantFrom(...numbers), { freq: 2 }))
    .filter(([least, most]) => least === null || most === null || least <= most)
    .map(([least, most]) => ({ [from]: least, [to]: most }) as Partial<Record<From | To, number | null>>); // the two keys given

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });

const allAuthorFilters: fc.Arbitrary<AuthorFilter> = fc
  .tuple(
    fc.record({
      name: maybe(fc.constantFrom('byron', 'a', 'a byron', 'b byron', 'GÖDEL', 'b a lucas', '王', 'van')),
      categories: maybe(fc.subarray(CATEGORIES)),
      countries: maybe(fc.subarray(['ch', 'GB', 'FR'])),
      institutions: maybe(fc.subarray([0, 1, 2, 3].map((at) => institutionIdOf(`told:${at}`)))),
      venues: maybe(fc.subarray([0, 1, 2].map((at) => venueIdOf(`told:${at}`)))),
      hasOrcid: maybe(fc.boolean()),
      isAmbiguous: maybe(fc.boolean()),
    }),
    fromTo('fromYear', 'toYear', YEARS),
    fromTo('minPapers', 'maxPapers', [0, 1, 2, 3]),
    fromTo('minCoauthors', 'maxCoauthors', [0, 1, 2, 3]),
  )
  .map((parts) => Object.assign({}, ...parts) as AuthorFilter); // its fields, drawn apart

// Most filters ask one thing: a filter that asks everything finds nothing.
export const authorFilters: fc.Arbitrary<AuthorFilter> = fc.oneof(
  {
    weight: 2,
    arbitrary: allAuthorFilters.chain((filter) =>
      fc.constantFrom({}, ...Object.entries(filter).map(([field, value]) => ({ [field]: value }))),
    ),
  },
  { weight: 1, arbitrary: allAuthorFilters },
);

export const institutionFilters: fc.Arbitrary<InstitutionFilter> = fc.record({
  name: maybe(fc.constantFrom('zurich', 'london', 'LONDON of', 'eth', '')),
  countries: maybe(fc.subarray(['ch', 'GB', 'FR'])),
  minPapers: maybe(fc.nat(3)),
});

export function withPaperQuery(
  content: StoreContent,
): fc.Arbitrary<[StoreContent, PaperQuery, OrderBy<PaperOrderField>]> {
  const authors = fc.subarray([...content.authors.map(({ id }) => id), NOBODY]);
  const someAuthors = fc.subarray([...content.authors.map(({ id }) => id), NOBODY], { minLength: 1 });
  const filters = fc
    .tuple(
      fc.record({
        title: maybe(fc.constantFrom('looms', 'UBER', 'hammer maslows', 'loom', '😀')),
        categories: maybe(fc.subarray(CATEGORIES)),
        institutions: maybe(fc.subarray(content.institutions.map(({ id }) => id))),
        countries: maybe(fc.subarray(['ch', 'GB', 'FR'])),
        allAuthors: maybe(authors),
        isAuthorListComplete: maybe(fc.boolean()),
        isRetracted: maybe(fc.boolean()),
        types: maybe(fc.subarray([...TYPES])),
        venues: maybe(fc.subarray([...content.venues.map(({ id }) => id), NO_VENUE])),
      }),
      fromTo('fromYear', 'toYear', YEARS),
      fromTo('minAuthors', 'maxAuthors', [1, 2, 3, 5]),
      fromTo('minCitations', 'maxCitations', [0, 1, 2]),
      fc.oneof(
        fc.record({ authors: maybe(authors) }),
        fc.record({
          authors: someAuthors,
          authorPosition: fc.constantFrom('FIRST' as const, 'LAST' as const, 'ONLY' as const),
        }),
      ),
    )
    .map((parts) => Object.assign({}, ...parts) as PaperFilter); // its fields, drawn apart
  const scopes = fc.record(
    {
      author: fc.constantFrom(NOBODY, ...content.authors.map(({ id }) => id)),
      institution: fc.constantFrom(NO_INSTITUTION, ...content.institutions.map(({ id }) => id)),
      venue: fc.constantFrom(NO_VENUE, ...content.venues.map(({ id }) => id)),
      papers: fc.subarray([NO_PAPER, ...content.papers.map(({ id }) => id)]),
    },
    { requiredKeys: [] },
  );
  // Most filters ask one thing: a filter that asks everything finds nothing.
  const narrow = fc.oneof({ weight: 2, arbitrary: filters.chain(oneFieldOf) }, { weight: 1, arbitrary: filters });
  const queries = fc.oneof(
    narrow.map((filter) => ({ filter })),
    fc.record({ scope: scopes, filter: narrow }),
  );
  return fc.tuple(fc.constant(content), queries, fc.constantFrom(...PAPER_ORDERS));
}

function oneFieldOf(filter: PaperFilter): fc.Arbitrary<PaperFilter> {
  const { authorPosition, ...others } = filter;
  const fields = Object.entries(others).map(([field, value]) => ({ [field]: value }));
  return authorPosition === undefined
    ? fc.constantFrom({}, ...fields)
    : fc.constantFrom({}, ...fields, { authorPosition, authors: filter.authors });
}

/** A corpus, the same with more papers, and another that may share papers with neither. */
export const growing = fc.tuple(corpora, fc.nat(9), corpora).map(([big, keep, other]) => ({
  big,
  small: { ...big, papers: big.papers.filter((_, at) => at % 10 <= keep) },
  other: {
    ...other,
    papers: other.papers.map((paper, at) => ({ ...paper, id: paperIdOf(recordKey('other', String(at))) })),
  },
}));

export function without(content: StoreContent, id: PaperId): StoreContent {
  return { ...content, papers: content.papers.filter((paper) => paper.id !== id) };
}
