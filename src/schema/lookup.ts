/**
 * From `by:` to a record. Nobody is null; several are an error that lists them, never a guess; what cannot be an id or
 * identifier at all is an error that says what is allowed.
 */
import type { AuthorRecord, InstitutionRecord, VenueRecord } from '../corpus/index.ts';
import {
  compareText,
  foldName,
  foldText,
  identifierText,
  isAuthorId,
  isInstitutionId,
  isPaperId,
  isVenueId,
  parseIdentifier,
  RequestError,
} from '../model/index.ts';
import type { Candidate, IdentifierScheme, Paper } from '../model/index.ts';

import { counted, PAGE_LIMITS, spanOf } from '../model/index.ts';
import { loadKnown } from './context.ts';
import { identified, invalidIdentifier, withIdentifier } from './identified.ts';
import type { Identified } from './identified.ts';
import type { SchemaContext } from './context.ts';

type Given = string | null | undefined;

/** Candidates that are listed at most where a name fits several: each costs its papers. */
export const MAX_CANDIDATES = PAGE_LIMITS.maxSize;
/** Institutions in the hint of a candidate. */
const HINTED_PLACES = 2;

/** Exactly one field is set; GraphQL's @oneOf sees to that. */
export interface AuthorBy {
  readonly id?: Given;
  readonly identifier?: Given;
  readonly orcid?: Given;
  readonly name?: Given;
}

export interface PaperBy {
  readonly id?: Given;
  readonly identifier?: Given;
  readonly doi?: Given;
  readonly title?: Given;
}

export interface InstitutionBy {
  readonly id?: Given;
  readonly identifier?: Given;
  readonly ror?: Given;
  readonly name?: Given;
}

export interface VenueBy {
  readonly id?: Given;
  readonly identifier?: Given;
  readonly name?: Given;
}

/** Who a `by:` may mean: nobody, one, or several. `given` is the text that was asked with. */
export interface Found<T> {
  readonly given: string;
  readonly all: readonly T[];
}

/** The first of those found by id: as many as an answer lists. */
export function candidates<T>({ all }: Found<T>): readonly T[] {
  return all.slice(0, MAX_CANDIDATES);
}

/** A sentence that says so where candidates are left out, beginning with a space; else nothing. */
export function leftOut({ all }: Found<unknown>): string {
  return all.length > MAX_CANDIDATES ? ` The first ${MAX_CANDIDATES} by id are listed.` : '';
}

/** @param argument the argument's name, for errors: `by`, `from`, `between` */
export async function findAuthors(
  by: AuthorBy,
  argument: string,
  context: SchemaContext,
): Promise<Found<AuthorRecord>> {
  const { loaders } = context;
  if (by.id != null) {
    checkId(by.id, isAuthorId, 'an author', `${argument}.id`);
    return { given: by.id, all: some(await loaders.author.load(by.id)) };
  }
  if (by.name != null) {
    checkNotBlank(by.name, `${argument}.name`);
    return { given: by.name, all: await loaders.authorsNamed.load(foldName(by.name)) };
  }
  const asked = { own: by.orcid, scheme: 'ORCID', any: by.identifier, argument, kind: 'author' } as const;
  return { given: by.orcid ?? by.identifier ?? '', all: some((await identifiedBy(asked, context)).author) };
}

export async function findPapers(by: PaperBy, argument: string, context: SchemaContext): Promise<Found<Paper>> {
  const { view, loaders } = context;
  if (by.id != null) {
    checkId(by.id, isPaperId, 'a paper', `${argument}.id`);
    return { given: by.id, all: some(await loaders.paper.load(by.id)) };
  }
  if (by.title != null) {
    checkNotBlank(by.title, `${argument}.title`);
    return { given: by.title, all: await view.store.papersTitled(foldText(by.title)) };
  }
  const asked = { own: by.doi, scheme: 'DOI', any: by.identifier, argument, kind: 'paper' } as const;
  return { given: by.doi ?? by.identifier ?? '', all: some((await identifiedBy(asked, context)).paper) };
}

export async function findInstitutions(
  by: InstitutionBy,
  argument: string,
  context: SchemaContext,
): Promise<Found<InstitutionRecord>> {
  const { view, loaders } = context;
  if (by.id != null) {
    checkId(by.id, isInstitutionId, 'an institution', `${argument}.id`);
    return { given: by.id, all: some(await loaders.institution.load(by.id)) };
  }
  if (by.name != null) {
    checkNotBlank(by.name, `${argument}.name`);
    return { given: by.name, all: await view.store.institutionsNamed(foldText(by.name)) };
  }
  const asked = { own: by.ror, scheme: 'ROR', any: by.identifier, argument, kind: 'institution' } as const;
  return { given: by.ror ?? by.identifier ?? '', all: some((await identifiedBy(asked, context)).institution) };
}

async function findVenues(by: VenueBy, argument: string, context: SchemaContext): Promise<Found<VenueRecord>> {
  const { view, loaders } = context;
  if (by.id != null) {
    checkId(by.id, isVenueId, 'a venue', `${argument}.id`);
    return { given: by.id, all: some(await loaders.venue.load(by.id)) };
  }
  if (by.name != null) {
    checkNotBlank(by.name, `${argument}.name`);
    return { given: by.name, all: await view.store.venuesNamed(foldText(by.name)) };
  }
  const asked = { own: undefined, scheme: 'ISSN', any: by.identifier, argument, kind: 'venue' } as const;
  return { given: by.identifier ?? '', all: some((await identifiedBy(asked, context)).venue) };
}

/** The one author meant, null for nobody; throws `AMBIGUOUS_NAME` for several. */
export async function findAuthor(by: AuthorBy, argument: string, context: SchemaContext): Promise<AuthorRecord | null> {
  const found = await findAuthors(by, argument, context);
  return theOne(found, `${argument}.name`, 'people', (author) => authorCandidate(author, context));
}

export async function findPaper(by: PaperBy, argument: string, context: SchemaContext): Promise<Paper | null> {
  const found = await findPapers(by, argument, context);
  return theOne(found, `${argument}.title`, 'papers', (paper) => paperCandidate(paper, context));
}

export async function findInstitution(
  by: InstitutionBy,
  argument: string,
  context: SchemaContext,
): Promise<InstitutionRecord | null> {
  const found = await findInstitutions(by, argument, context);
  return theOne(found, `${argument}.name`, 'institutions', (institution) =>
    Promise.resolve({ id: institution.id, name: institution.name, hint: counted(institution.paperCount, 'paper') }),
  );
}

export async function findVenue(by: VenueBy, argument: string, context: SchemaContext): Promise<VenueRecord | null> {
  const found = await findVenues(by, argument, context);
  return theOne(found, `${argument}.name`, 'venues', (venue) =>
    Promise.resolve({
      id: venue.id,
      name: venue.name,
      hint: [counted(venue.paperCount, 'paper'), ...venue.identifiers.map(identifierText)].join(', '),
    }),
  );
}

/** Throws `INVALID_ID` unless the text has the shape of such an id. */
export function checkId<T extends string>(
  id: string,
  isOne: (text: string) => text is T,
  what: string,
  argument: string,
): asserts id is T {
  if (isOne(id)) return;
  const other = kindOf(id);
  const problem = other === undefined ? 'is no id of this API' : `is the id of ${other}, not of ${what}`;
  throw new RequestError('INVALID_ID', `"${id}" ${problem}.`, {
    argument,
    received: id,
    allowed: `the id of ${what}, as an answer gave it`,
  });
}

function kindOf(id: string): string | undefined {
  if (isAuthorId(id)) return 'an author';
  if (isPaperId(id)) return 'a paper';
  if (isInstitutionId(id)) return 'an institution';
  return isVenueId(id) ? 'a venue' : undefined;
}

async function theOne<T>(
  found: Found<T>,
  argument: string,
  kind: string,
  candidate: (item: T) => Promise<Candidate>,
): Promise<T | null> {
  if (found.all.length <= 1) return found.all[0] ?? null;
  const message = `"${found.given}" fits ${found.all.length} ${kind}: choose one by its id.${leftOut(found)}`;
  throw new RequestError('AMBIGUOUS_NAME', message, {
    argument,
    received: found.given,
    allowed: 'the id of one of the candidates',
    candidates: await Promise.all(candidates(found).map(candidate)),
  });
}

async function authorCandidate(author: AuthorRecord, { view, loaders }: SchemaContext): Promise<Candidate> {
  const authorships = view.network.authorshipsOf(author.id);
  const papers = await Promise.all(authorships.map(({ paperId }) => loaders.paper.load(paperId)));
  const years = papers.flatMap((paper) => paper?.date.year ?? []);
  const places = mostFrequent(authorships.flatMap(({ institutionIds }) => institutionIds)).slice(0, HINTED_PLACES);
  const institutions = await Promise.all(places.map((id) => loadKnown(loaders.institution, id)));
  const hint = [
    counted(author.paperCount, 'paper'),
    ...spanOf(years),
    ...institutions.map(({ name }) => name),
    ...author.identifiers.map(identifierText),
  ].join(', ');
  return { id: author.id, name: author.name, hint };
}

// Equally frequent ones by id.
function mostFrequent<T extends string>(items: readonly T[]): T[] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || compareText(a, b)).map(([item]) => item);
}

async function paperCandidate(paper: Paper, { view, loaders }: SchemaContext): Promise<Candidate> {
  const [first] = view.network.authorshipsOn(paper.id);
  const author = first === undefined ? undefined : await loaders.author.load(first.authorId);
  const hint = [...(author === undefined ? [] : [author.name]), paper.date.year ?? 'undated'].join(', ');
  return { id: paper.id, name: paper.title, hint };
}

interface AskedIdentifier {
  /** Of the one scheme that the field takes. */
  readonly own: Given;
  readonly scheme: IdentifierScheme;
  /** Of any scheme, or one of our ids. */
  readonly any: Given;
  readonly argument: string;
  readonly kind: keyof Identified;
}

async function identifiedBy(
  { own, scheme, any, argument, kind }: AskedIdentifier,
  context: SchemaContext,
): Promise<Identified> {
  if (own == null) return identified(any ?? '', `${argument}.identifier`, context, kind);
  const parsed = parseIdentifier(own, scheme);
  if (!('invalid' in parsed)) return withIdentifier(parsed, context);
  throw invalidIdentifier(parsed.invalid, `${argument}.${scheme.toLowerCase()}`, own);
}

export function checkNotBlank(text: string, argument: string): void {
  if (text.trim() !== '') return;
  throw new RequestError('INVALID_ARGUMENT', `"${argument}" is empty.`, {
    argument,
    received: text,
    allowed: 'at least one letter',
  });
}

function some<T>(item: T | undefined): readonly T[] {
  return item === undefined ? [] : [item];
}
