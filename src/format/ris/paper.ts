/** A RIS record, understood: the paper it tells of. */
import { foldText, PAPER_TYPES, recordKey, VENUE_TYPES } from '../../model/index.ts';
import type { PaperRecord, PaperType, PartialDate, ProblemKind, VenueMention, VenueType } from '../../model/index.ts';
import { readDate, readDateParts } from '../text/bibliography-date.ts';
import type { DateRead } from '../text/bibliography-date.ts';
import {
  addStandardNumbers,
  addWritten,
  arxivIn,
  doiIn,
  hasOwnIsbn,
  BibliographyIdentifiers,
} from '../text/bibliography-identifiers.ts';
import { contentKey } from '../text/content-key.ts';
import { UNTITLED } from '../text/untitled.ts';
import { markupless } from '../text/markup-free.ts';

import { readRisAuthors } from './authors.ts';
import { firstOf, valuesOf } from './record.ts';
import type { RisRecord } from './record.ts';
import { RIS_TYPES } from './types.ts';

export type Complain = (kind: ProblemKind, message: string, found?: string, kept?: string) => void;

/** How our own writer marks what RIS has no tag for. */
export const VENUE_MARK = 'venue: ';
export const IDENTIFIER_MARK = 'identifiers: ';

export function paperOfRis(record: RisRecord, complain: Complain): PaperRecord | undefined {
  // A1 is no older spelling of AU: files mix both, and the order of the lines is the order of the authors.
  // The authors of an edited book are its editors.
  const isEdited = record.type === 'EDBOOK';
  const names = record.tags
    .filter(({ name }) => !isEdited && (name === 'AU' || name === 'A1'))
    .map(({ value }) => value);
  const authors = readRisAuthors(names.filter((name) => name !== ''));
  const type = typeOf(record);
  const ids = identifiersOf(record, type);
  const title = titleOf(record, type);
  const hasAnything = ids.identifiers.length + authors.people.length + authors.groups.length > 0;
  for (const { found, reason } of ids.bad) complain('bad-identifier', reason, found, 'the record without it');
  const citationKey = firstOf(record, 'ID');
  if (title === '') {
    complain('missing-title', 'A record has no title.', citationKey, hasAnything ? UNTITLED : 'nothing');
    if (!hasAnything) return undefined;
  }
  const date = dateOf(record, complain);
  const venue = venueOf(record, type, title);
  const abstract = markupless(collapsed(firstOf(record, 'AB', 'N2')));
  const printedTitle = title === '' ? UNTITLED : title;
  return {
    kind: 'paper',
    key: recordKey('ris', contentKey(citationKey, printedTitle, date.year, authors.people)),
    catalogue: 'ris',
    line: record.line,
    title: printedTitle,
    ...(abstract === '' ? {} : { abstract }),
    date,
    isYearInferred: false,
    categories: [],
    identifiers: ids.identifiers,
    authors: authors.people.map((name, index) => ({ position: index + 1, name })),
    isAuthorListComplete: authors.isComplete,
    groupAuthors: authors.groups,
    institutions: [],
    ...(type === undefined ? {} : { type }),
    ...(venue === undefined ? {} : { venue }),
    ...(citationKey === '' ? {} : { citationKey }),
  };
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

function typeOf(record: RisRecord): PaperType | undefined {
  const type = RIS_TYPES[record.type ?? ''];
  const told = firstOf(record, 'M3').toUpperCase().replaceAll(' ', '_');
  const work = PAPER_TYPES.find((candidate) => candidate === told);
  // M3 is the type of work: Scopus says "Review" of a journal article; our own writer says what RIS has no type for.
  if (work === 'REVIEW' || work === 'EDITED_VOLUME' || (type === undefined && work !== undefined)) return work;
  if (type === 'ARTICLE' && (work === 'PREPRINT' || /^arxiv/i.test(firstOf(record, 'JF', 'JO', 'T2'))))
    return 'PREPRINT';
  if (type === 'BOOK' && valuesOf(record, 'AU', 'A1').length === 0 && valuesOf(record, 'ED', 'A2').length > 0) {
    return 'EDITED_VOLUME';
  }
  return type;
}

function titleOf(record: RisRecord, type: PaperType | undefined): string {
  const title = collapsed(markupless(firstOf(record, 'TI', 'T1', 'CT')));
  if (title !== '') return title;
  return type === 'BOOK' || type === 'EDITED_VOLUME' ? collapsed(markupless(firstOf(record, 'BT', 'T2'))) : '';
}

/** PY, Y1 and DA tell one day in turn: the first year counts, and the fullest date of that year. */
function dateOf(record: RisRecord, complain: Complain): PartialDate {
  let best: PartialDate = {};
  let unreadable: string | undefined;
  for (const name of ['PY', 'Y1', 'DA']) {
    for (const text of valuesOf(record, name)) {
      const { date, problem } = readRisDate(text);
      if (problem?.kind === 'impossible-date') complain(problem.kind, `The date "${text}" does not exist.`, text);
      if (problem?.kind === 'mangled-date') unreadable ??= text;
      const isFuller = partsOf(date) > partsOf(best) && (best.year === undefined || best.year === date.year);
      if (isFuller && (date.year !== undefined || best.year === undefined)) best = date;
    }
  }
  if (best.year === undefined && unreadable !== undefined) {
    complain('mangled-date', `The date "${unreadable}" could not be read.`, unreadable);
  }
  return best;
}

/** `YYYY/MM/DD/other`, of which any part may be empty; else whatever else dates look like. */
function readRisDate(text: string): DateRead {
  const [, month, day] = /^\/(\d{1,2})\/(\d{0,2})(?:\/|$)/.exec(text) ?? [];
  if (month !== undefined) return readDateParts(undefined, month, day === '' ? undefined : day);
  return readDate(text.replace(/^(\d{4})\/0*\/.*$/, '$1'));
}

function partsOf({ year, month, day }: PartialDate): number {
  return (year === undefined ? 0 : 4) + (month === undefined ? 0 : 2) + (day === undefined ? 0 : 1);
}

function venueOf(record: RisRecord, type: PaperType | undefined, title: string): VenueMention | undefined {
  const [name, usual] = venueName(record, type);
  if (name === '' || foldText(name) === foldText(title)) return undefined;
  const ids = new BibliographyIdentifiers();
  if (!hasOwnIsbn(type)) for (const text of valuesOf(record, 'SN')) addStandardNumbers(ids, 'ISSN', text);
  const mark = markOf(record, VENUE_MARK);
  addWritten(ids, mark);
  const told = mark.split(' ')[0] ?? '';
  const venueType = VENUE_TYPES.find((candidate) => candidate === told) ?? (told === 'NONE' ? undefined : usual);
  return { name, ...(venueType === undefined ? {} : { type: venueType }), identifiers: ids.identifiers };
}

function venueName(record: RisRecord, type: PaperType | undefined): [name: string, type: VenueType | undefined] {
  const [journal, second] = [firstOf(record, 'JF', 'JO', 'JA', 'J2'), firstOf(record, 'T2', 'BT')].map(collapsed);
  const isPeriodical = type === 'ARTICLE' || type === 'REVIEW' || type === 'PREPRINT';
  const periodical = type === 'PREPRINT' ? 'REPOSITORY' : 'JOURNAL';
  if (isPeriodical) return [firstOf(record, 'JF') || second || journal || '', periodical];
  if (type === 'CONFERENCE_PAPER') return [second || collapsed(firstOf(record, 'C3')) || journal || '', 'CONFERENCE'];
  if (type === 'BOOK' || type === 'EDITED_VOLUME') return [collapsed(firstOf(record, 'T2', 'T3')), 'SERIES'];
  if (second !== undefined && second !== '') return [second, undefined];
  return [journal ?? '', 'JOURNAL'];
}

function identifiersOf(record: RisRecord, type: PaperType | undefined): BibliographyIdentifiers {
  const ids = new BibliographyIdentifiers();
  for (const doi of valuesOf(record, 'DO')) ids.add('DOI', doiIn(doi) ?? doi);
  for (const name of ['UR', 'L1', 'L2', 'L3', 'M3', 'N1', 'AN', 'JF', 'JO', 'T2']) {
    for (const text of valuesOf(record, name)) addDisguised(ids, name, text);
  }
  const database = firstOf(record, 'DB', 'DP').toLowerCase();
  const accession = firstOf(record, 'AN');
  if (/pubmed|medline|nlm/.test(database) && /^\d{1,9}$/.test(accession)) ids.add('PUBMED', accession);
  for (const text of valuesOf(record, 'C2')) if (/^PMC\d+$/i.test(text)) ids.add('PMC', text);
  if (hasOwnIsbn(type)) for (const text of valuesOf(record, 'SN')) addStandardNumbers(ids, 'ISBN', text);
  addWritten(ids, markOf(record, IDENTIFIER_MARK));
  return ids;
}

/** DOIs stand behind `doi:` in notes and in addresses of resolvers; arXiv numbers in addresses and journal names. */
function addDisguised(ids: BibliographyIdentifiers, name: string, text: string): void {
  const arxiv = arxivIn(text);
  if (arxiv !== undefined) ids.try('ARXIV', arxiv);
  if (name === 'UR' && /\/\/(?:www\.)?acl(?:anthology\.(?:org|info)|web\.org\/anthology)\/(?!people)/i.test(text)) {
    ids.try('ACL', text);
  }
  const isDoi = /^\s*doi\s*:|\/\/(?:dx\.)?doi\./i.test(text);
  const doi = isDoi ? doiIn(text) : undefined;
  if (doi !== undefined && !ids.identifiers.some(({ scheme }) => scheme === 'DOI')) ids.try('DOI', doi);
}

function markOf(record: RisRecord, mark: string): string {
  const value = valuesOf(record, 'U1').find((text) => text.startsWith(mark));
  return value === undefined ? '' : value.slice(mark.length);
}
