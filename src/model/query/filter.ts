/**
 * What a filter means, once for every engine. A list means "any of these", an empty list the same as none; fields are
 * joined by "and". Each filter is checked before it is used: a caller's mistake throws a `RequestError`.
 */
import type { Authorship, Author, Institution, Paper } from '../entity.ts';
import type { AuthorId, InstitutionId, PaperId, VenueId } from '../id.ts';
import { foldText } from '../name.ts';
import type { PaperType } from '../source-record.ts';
import { sortedUnique } from '../order.ts';
import { RequestError } from './request-error.ts';

type Maybe<T> = T | null | undefined;

export type AuthorPosition = 'FIRST' | 'LAST' | 'ONLY';

export interface PaperFilter {
  /** Words of the title, folded, in any order. */
  readonly title?: Maybe<string>;
  readonly fromYear?: Maybe<number>;
  readonly toYear?: Maybe<number>;
  readonly types?: Maybe<readonly PaperType[]>;
  readonly venues?: Maybe<readonly VenueId[]>;
  readonly categories?: Maybe<readonly string[]>;
  readonly institutions?: Maybe<readonly InstitutionId[]>;
  /** ISO 3166-1 alpha-2, in any case: of an institution that the paper is tied to. */
  readonly countries?: Maybe<readonly string[]>;
  readonly authors?: Maybe<readonly AuthorId[]>;
  readonly allAuthors?: Maybe<readonly AuthorId[]>;
  /** Of one of `authors`, or of the author whose papers are asked for. */
  readonly authorPosition?: Maybe<AuthorPosition>;
  readonly minAuthors?: Maybe<number>;
  readonly maxAuthors?: Maybe<number>;
  readonly minCitations?: Maybe<number>;
  readonly maxCitations?: Maybe<number>;
  readonly isAuthorListComplete?: Maybe<boolean>;
  readonly isRetracted?: Maybe<boolean>;
}

export interface AuthorFilter {
  /** Words of the name, folded, in any order; a single letter fits as an initial. */
  readonly name?: Maybe<string>;
  /** This and the next five are of one paper of the author: in a venue, at an institution, in these years. */
  readonly categories?: Maybe<readonly string[]>;
  readonly venues?: Maybe<readonly VenueId[]>;
  /** Beside the author's own name on the paper. */
  readonly institutions?: Maybe<readonly InstitutionId[]>;
  /** ISO 3166-1 alpha-2, in any case: of an institution beside the author's own name. */
  readonly countries?: Maybe<readonly string[]>;
  readonly fromYear?: Maybe<number>;
  readonly toYear?: Maybe<number>;
  readonly minPapers?: Maybe<number>;
  readonly maxPapers?: Maybe<number>;
  readonly minCoauthors?: Maybe<number>;
  readonly maxCoauthors?: Maybe<number>;
  readonly hasOrcid?: Maybe<boolean>;
  readonly isAmbiguous?: Maybe<boolean>;
}

/** Venues are not filtered: their list takes an empty filter. */
export type VenueFilter = Readonly<Record<string, never>>;

export interface InstitutionFilter {
  readonly name?: Maybe<string>;
  /** ISO 3166-1 alpha-2, in any case. */
  readonly countries?: Maybe<readonly string[]>;
  readonly minPapers?: Maybe<number>;
}

/** Which papers and people a tie or a path may run through. */
export interface CollaborationFilter {
  readonly fromYear?: Maybe<number>;
  readonly toYear?: Maybe<number>;
  readonly maxAuthorsPerPaper?: Maybe<number>;
  readonly types?: Maybe<readonly PaperType[]>;
  readonly venues?: Maybe<readonly VenueId[]>;
  readonly categories?: Maybe<readonly string[]>;
  readonly excludeAuthors?: Maybe<readonly AuthorId[]>;
  readonly excludePapers?: Maybe<readonly PaperId[]>;
  /** Everybody of whom it is not sure who they are, but whom the question names. */
  readonly excludeAmbiguousAuthors?: Maybe<boolean>;
}

/** What a filter on papers can see of one: the record, who wrote it, and the numbers an engine keeps beside it. */
export interface PaperFacts {
  readonly paper: Paper;
  readonly authorships: readonly Authorship[];
  readonly countryOf: CountryOf;
}

/** The country of an institution, ISO 3166-1 alpha-2, where it is known. */
export type CountryOf = (id: InstitutionId) => string | undefined;

export interface AuthorFacts {
  readonly author: Author;
  readonly paperCount: number;
  readonly coauthorCount: number;
  readonly papers: () => Iterable<OwnPaper>;
  readonly countryOf: CountryOf;
}

/** A paper of an author. */
export interface OwnPaper {
  readonly paper: Paper;
  /** Printed beside the author's name. */
  readonly institutionIds: () => readonly InstitutionId[];
}

export interface InstitutionFacts {
  readonly institution: Institution;
  readonly paperCount: number;
}

/** What a tie's filter can see of a paper; a network keeps these as columns. */
export interface PaperTraits {
  readonly year?: number;
  /** People on the list, or at least known to be: see `knownAuthorCount`. */
  readonly authorCount: number;
  readonly categories: readonly string[];
  readonly type: PaperType;
  readonly venueId?: VenueId;
}

/** Checks a filter on papers and gives its test; `owner` is the author whose papers are asked for, if any. */
export function paperTest(filter: PaperFilter, owner?: AuthorId): (facts: PaperFacts) => boolean {
  checkRange(filter.fromYear, filter.toYear, 'filter.fromYear', 'toYear');
  checkCounts(filter, 'Authors');
  checkCounts(filter, 'Citations');
  const authors = listed(filter.authors);
  const positionOf = owner === undefined ? authors : new Set([owner]);
  if (filter.authorPosition != null && positionOf === undefined) {
    throw new RequestError(
      'INVALID_ARGUMENT',
      '"authorPosition" says where an author stands, but no author is named.',
      {
        argument: 'filter.authorPosition',
        received: filter.authorPosition,
        allowed: 'authorPosition together with authors, or on an author’s own papers',
      },
    );
  }
  const words = foldedWords(filter.title);
  const categories = listed(filter.categories);
  const institutions = listed(filter.institutions);
  const countries = listedCountries(filter.countries);
  const types = listed(filter.types);
  const venues = listed(filter.venues);
  const allAuthors = listed(filter.allAuthors);
  return ({ paper, authorships, countryOf }) => {
    if (!inYears(paper.date.year, filter.fromYear, filter.toYear)) return false;
    if (categories !== undefined && !paper.categories.some((category) => categories.has(category.code))) return false;
    if (institutions !== undefined && !paper.institutionIds.some((id) => institutions.has(id))) return false;
    if (countries !== undefined && !paper.institutionIds.some((id) => isIn(countries, countryOf(id)))) return false;
    if (types !== undefined && !types.has(paper.type)) return false;
    if (venues !== undefined && !isIn(venues, paper.venueId)) return false;
    if (filter.isRetracted != null && paper.isRetracted !== filter.isRetracted) return false;
    if (!hasCitations(paper, filter)) return false;
    if (filter.isAuthorListComplete != null && paper.isAuthorListComplete !== filter.isAuthorListComplete) return false;
    const count = knownAuthorCount(paper, authorships.length);
    if (!inRange(count, filter.minAuthors, filter.maxAuthors)) return false;
    if (authors !== undefined && !authorships.some((authorship) => authors.has(authorship.authorId))) return false;
    if (allAuthors !== undefined && !holdsAll(authorships, allAuthors)) return false;
    if (filter.authorPosition != null && !standsAt(filter.authorPosition, paper, authorships, positionOf)) return false;
    if (words.length === 0) return true;
    const title = new Set(foldText(paper.title).split(' '));
    return words.every((word) => title.has(word));
  };
}

/** Checks a filter on authors and gives its test. */
export function authorTest(filter: AuthorFilter): (facts: AuthorFacts) => boolean {
  checkRange(filter.fromYear, filter.toYear, 'filter.fromYear', 'toYear');
  checkCounts(filter, 'Papers');
  checkCounts(filter, 'Coauthors');
  const words = foldedWords(filter.name);
  const fitsPaper = ownPaperTest(filter);
  return ({ author, paperCount, coauthorCount, papers, countryOf }) => {
    if (!inRange(paperCount, filter.minPapers, filter.maxPapers)) return false;
    if (!inRange(coauthorCount, filter.minCoauthors, filter.maxCoauthors)) return false;
    if (filter.isAmbiguous != null && author.identity.isAmbiguous !== filter.isAmbiguous) return false;
    if (filter.hasOrcid != null && author.identifiers.some(({ scheme }) => scheme === 'ORCID') !== filter.hasOrcid)
      return false;
    if (words.length > 0 && ![author.name, ...author.nameVariants].some((name) => nameFits(name, words))) return false;
    if (fitsPaper === undefined) return true;
    for (const own of papers()) if (fitsPaper(own, countryOf)) return true;
    return false;
  };
}

/** What has to be so of one paper of an author; undefined where nothing is asked of their papers. */
function ownPaperTest(filter: AuthorFilter): ((own: OwnPaper, countryOf: CountryOf) => boolean) | undefined {
  const { fromYear, toYear } = filter;
  const categories = listed(filter.categories);
  const venues = listed(filter.venues);
  const institutions = listed(filter.institutions);
  const countries = listedCountries(filter.countries);
  const isAsked = [categories, venues, institutions, countries, fromYear, toYear].some((each) => each != null);
  if (!isAsked) return undefined;
  return ({ paper, institutionIds }, countryOf) =>
    inYears(paper.date.year, fromYear, toYear) &&
    (categories === undefined || paper.categories.some((category) => categories.has(category.code))) &&
    (venues === undefined || isIn(venues, paper.venueId)) &&
    (institutions === undefined || institutionIds().some((id) => institutions.has(id))) &&
    (countries === undefined || institutionIds().some((id) => isIn(countries, countryOf(id))));
}

/** Checks a filter on institutions and gives its test. */
export function institutionTest(filter: InstitutionFilter): (facts: InstitutionFacts) => boolean {
  checkCounts(filter, 'Papers');
  const words = foldedWords(filter.name);
  const countries = listedCountries(filter.countries);
  return ({ institution, paperCount }) => {
    if (!inRange(paperCount, filter.minPapers, undefined)) return false;
    if (countries !== undefined && !isIn(countries, institution.countryCode)) return false;
    if (words.length === 0) return true;
    return [institution.name, ...institution.nameVariants].some((name) => {
      const known = new Set(foldText(name).split(' '));
      return words.every((word) => known.has(word));
    });
  };
}

/** Checks a filter on ties and gives its test of one paper. Excluded authors are the walk's to leave out. */
export function collaborationTest(filter: CollaborationFilter): (id: PaperId, traits: PaperTraits) => boolean {
  checkRange(filter.fromYear, filter.toYear, 'filter.fromYear', 'toYear');
  checkAtLeast(filter.maxAuthorsPerPaper, 1, 'filter.maxAuthorsPerPaper');
  const categories = listed(filter.categories);
  const types = listed(filter.types);
  const venues = listed(filter.venues);
  const excluded = listed(filter.excludePapers);
  return (id, traits) =>
    inYears(traits.year, filter.fromYear, filter.toYear) &&
    (filter.maxAuthorsPerPaper == null || traits.authorCount <= filter.maxAuthorsPerPaper) &&
    (categories === undefined || traits.categories.some((code) => categories.has(code))) &&
    (types === undefined || types.has(traits.type)) &&
    (venues === undefined || isIn(venues, traits.venueId)) &&
    excluded?.has(id) !== true;
}

/**
 * The one form of a filter on ties: fields in order of name, lists sorted and without repeats, what says nothing left
 * out. Two filters that mean the same have the same form; a collaboration's id contains it.
 */
export function canonicalFilter(filter: CollaborationFilter): CollaborationFilter {
  const entries: [string, unknown][] = [];
  for (const [field, value] of Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value == null || value === false) continue; // not to exclude is what happens anyway
    if (!Array.isArray(value)) entries.push([field, value]);
    else if (value.length > 0) entries.push([field, sortedUnique(value)]);
  }
  return Object.fromEntries(entries);
}

/**
 * How many authors a paper is taken to have when it is compared with a number: the printed count, else one more than
 * are known, because a cut list has at least one more.
 */
export function knownAuthorCount(paper: Pick<Paper, 'authorCount'>, authorshipCount: number): number {
  return paper.authorCount ?? authorshipCount + 1;
}

/** Throws unless the number, if given, is at least `least`. */
export function checkAtLeast(value: Maybe<number>, least: number, argument: string): void {
  if (value == null || value >= least) return;
  throw new RequestError('INVALID_ARGUMENT', `"${argument}" is ${value}: it must be ${least} or more.`, {
    argument,
    received: value,
    allowed: `${least} or more`,
  });
}

/** Throws unless the least and the most of something counted can be: 0 or more, and in their order. */
function checkCounts<Name extends string>(
  filter: { readonly [Field in `min${Name}` | `max${Name}`]?: Maybe<number> },
  name: Name,
): void {
  const [least, most] = [`min${name}`, `max${name}`] as const;
  checkAtLeast(filter[least], 0, `filter.${least}`);
  checkAtLeast(filter[most], 0, `filter.${most}`);
  checkRange(filter[least], filter[most], `filter.${least}`, most);
}

function checkRange(from: Maybe<number>, to: Maybe<number>, argument: string, toName: string): void {
  if (from == null || to == null || from <= to) return;
  throw new RequestError(
    'INVALID_ARGUMENT',
    `"${argument}" (${from}) lies after "${toName}" (${to}): nothing can fit.`,
    {
      argument,
      received: from,
      allowed: `at most ${toName}`,
    },
  );
}

function inYears(year: number | undefined, from: Maybe<number>, to: Maybe<number>): boolean {
  if (from == null && to == null) return true;
  return year !== undefined && inRange(year, from, to);
}

function inRange(value: number, least: Maybe<number>, most: Maybe<number>): boolean {
  return (least == null || value >= least) && (most == null || value <= most);
}

function listed<T>(values: Maybe<readonly T[]>): ReadonlySet<T> | undefined {
  return values == null || values.length === 0 ? undefined : new Set(values);
}

/** Throws for what is no code of a country. */
function listedCountries(codes: Maybe<readonly string[]>): ReadonlySet<string> | undefined {
  const wrong = codes?.find((code) => !/^[a-z]{2}$/i.test(code));
  if (wrong === undefined) return listed(codes?.map((code) => code.toUpperCase()));
  throw new RequestError('INVALID_ARGUMENT', `"${wrong}" is no code of a country: two letters are expected, as CH.`, {
    argument: 'filter.countries',
    received: wrong,
    allowed: 'codes of ISO 3166-1 alpha-2',
  });
}

function isIn<T>(values: ReadonlySet<T>, value: T | undefined): boolean {
  return value !== undefined && values.has(value);
}

// A paper whose citations nobody counted fits no number of them.
function hasCitations({ citationCount }: Paper, { minCitations, maxCitations }: PaperFilter): boolean {
  if (minCitations == null && maxCitations == null) return true;
  return citationCount !== undefined && inRange(citationCount, minCitations, maxCitations);
}

function foldedWords(text: Maybe<string>): string[] {
  return text == null ? [] : foldText(text).split(' ').filter(Boolean);
}

function holdsAll(authorships: readonly Authorship[], authors: ReadonlySet<AuthorId>): boolean {
  const present = new Set(authorships.map((authorship) => authorship.authorId));
  return [...authors].every((author) => present.has(author));
}

// The last and the only author are known on complete lists alone.
function standsAt(
  position: AuthorPosition,
  paper: Paper,
  authorships: readonly Authorship[],
  authors: ReadonlySet<AuthorId> | undefined,
): boolean {
  const own = authorships.filter((authorship) => authors?.has(authorship.authorId) === true);
  if (position === 'FIRST') return own.some((authorship) => authorship.position === 1);
  if (paper.authorCount === undefined) return false;
  if (position === 'ONLY') return paper.authorCount === 1 && own.length === 1;
  const last = Math.max(...authorships.map((authorship) => authorship.position ?? 0));
  return own.some((authorship) => authorship.position !== undefined && authorship.position === last);
}

// Every word asked for takes a word of the name of its own: the same word, or an initial for a longer one.
function nameFits(name: string, words: readonly string[]): boolean {
  const free = foldText(name).split(' ');
  // Whole words choose first, so that "a andrew" does not spend Andrew on the initial.
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const exact = free.indexOf(word);
    const at = exact >= 0 || word.length > 1 ? exact : free.findIndex((known) => known.startsWith(word));
    if (at < 0) return false;
    free.splice(at, 1);
  }
  return true;
}
