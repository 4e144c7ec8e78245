/** An entry, understood: the paper it tells of. */
import { contentKey } from '../text/content-key.ts';
import { UNTITLED } from '../text/untitled.ts';
import { foldText, PAPER_TYPES, recordKey, VENUE_TYPES } from '../../model/index.ts';
import type { PaperRecord, PaperType, ProblemKind, VenueMention, VenueType } from '../../model/index.ts';

import { markupless } from '../text/markup-free.ts';

import { plain, readAuthors } from './authors.ts';
import { readDate, readDateParts } from '../text/bibliography-date.ts';
import type { DateRead } from '../text/bibliography-date.ts';
import type { Entry } from './entry.ts';
import {
  addStandardNumbers,
  addWritten,
  arxivIn,
  doiIn,
  hasOwnIsbn,
  BibliographyIdentifiers,
} from '../text/bibliography-identifiers.ts';
import { ENTRY_TYPES } from './paper-type.ts';

export type Complain = (kind: ProblemKind, message: string, found?: string, kept?: string) => void;

/** Types whose entries are no papers: containers of data or of keys. */
const NO_PAPERS = new Set(['xdata', 'set', 'control', 'bibnote']);
const TITLED_BY_VENUE = new Set(['EDITED_VOLUME', 'BOOK']);

/** The paper of an entry, or undefined when the entry tells of none. */
export function paperOf(entry: Entry, complain: Complain): PaperRecord | undefined {
  if (NO_PAPERS.has(entry.type)) return undefined;
  const fields = new FieldTexts(entry.fields);
  const authors = readAuthors(fields.raw('author') ?? '');
  const groups = groupsOf(authors.groups, fields);
  const type = typeOf(entry.type, fields);
  const ids = identifiersOf(type, fields);
  const title = titleOf(type, fields);
  const hasAnything = ids.identifiers.length > 0 || authors.people.length > 0 || groups.length > 0;
  for (const name of authors.damaged) complain('malformed-record', 'The names are not parted by "and".', name);
  for (const { found, reason } of ids.bad) complain('bad-identifier', reason, found, 'the entry without it');
  if (title === '') {
    complain('missing-title', 'An entry has no title.', entry.key, hasAnything ? UNTITLED : 'nothing');
    if (!hasAnything) return undefined;
  }
  const { date, problem } = dateOf(fields);
  if (problem !== undefined)
    complain(problem.kind, `The date "${problem.found}" ${DATE_WORDS[problem.kind]}.`, problem.found);
  const venue = venueOf(type, fields, complain);
  const abstract = fields.plain('abstract');
  const printedTitle = title === '' ? UNTITLED : title;
  return {
    kind: 'paper',
    key: recordKey('bibtex', contentKey(entry.key, printedTitle, date.year, authors.people)),
    catalogue: 'bibtex',
    line: entry.line,
    title: printedTitle,
    ...(abstract === '' ? {} : { abstract }),
    date,
    isYearInferred: false,
    categories: [],
    identifiers: ids.identifiers,
    authors: authors.people.map((name, index) => ({ position: index + 1, name })),
    isAuthorListComplete: authors.isComplete,
    groupAuthors: groups,
    institutions: [],
    ...(type === undefined ? {} : { type }),
    ...(venue === undefined ? {} : { venue }),
    ...(entry.key === '' ? {} : { citationKey: entry.key }),
  };
}

const DATE_WORDS = { 'mangled-date': 'could not be read', 'impossible-date': 'does not exist' } as const;

/** The fields of one entry, decoded on demand. */
class FieldTexts {
  readonly #fields: ReadonlyMap<string, string>;

  constructor(fields: ReadonlyMap<string, string>) {
    this.#fields = fields;
  }

  raw(name: string): string | undefined {
    return this.#fields.get(name);
  }

  /** '' when there is none. */
  plain(...names: readonly string[]): string {
    for (const name of names) {
      const value = this.#fields.get(name);
      const text = value === undefined ? '' : plain(value);
      if (text !== '') return text;
    }
    return '';
  }

  /** Addresses and numbers: signs unescaped, nothing else decoded. */
  verbatim(name: string): string {
    const value = this.#fields.get(name) ?? '';
    if (!/[\\{}]/.test(value)) return value.trim();
    const bare = value.replace(/\\url\s*\{/g, '').replace(/\{\\textunderscore\}|\\textunderscore\s?/g, '_');
    return bare
      .replace(/[{}]/g, '')
      .replace(/\\([_%&#~$])/g, '$1')
      .replace(/\\/g, '')
      .trim();
  }
}

/** The collaboration that physics bibliographies print before the authors is a group author. */
function groupsOf(printed: readonly string[], fields: FieldTexts): readonly string[] {
  const collaboration = fields.plain('collaboration');
  if (collaboration === '') return printed;
  const isPrinted = printed.some((group) => foldText(group).includes(foldText(collaboration)));
  return isPrinted ? printed : [...printed, collaboration];
}

function typeOf(entryType: string, fields: FieldTexts): PaperType | undefined {
  const subtype = fields.plain('entrysubtype').toUpperCase().replaceAll(' ', '_');
  const told = PAPER_TYPES.find((type) => type === subtype);
  if (told !== undefined) return told;
  const type = ENTRY_TYPES[entryType];
  const isOfArxiv = /^(?:arxiv|corr\b)/i.test(fields.plain('journal', 'journaltitle', 'archiveprefix', 'eprinttype'));
  const isPublished =
    fields.plain('booktitle') !== '' || !/^(?:|arxiv.*|corr)$/i.test(fields.plain('journal', 'journaltitle'));
  if (isOfArxiv && !isPublished && (type === undefined || type === 'ARTICLE' || entryType === 'online'))
    return 'PREPRINT';
  const hasNoAuthor = fields.raw('author') === undefined && fields.raw('editor') !== undefined;
  if (type === 'BOOK' && hasNoAuthor) return 'EDITED_VOLUME';
  return type;
}

function titleOf(type: PaperType | undefined, fields: FieldTexts): string {
  const title =
    markupless(fields.plain('title') || nameOfCommand(fields.raw('title') ?? '')) ||
    (TITLED_BY_VENUE.has(type ?? '') ? fields.plain('booktitle', 'maintitle') : '');
  const subtitle = fields.plain('subtitle');
  return subtitle === '' || title === ''
    ? title
    : /[:?!.]$/.test(title)
      ? `${title} ${subtitle}`
      : `${title}: ${subtitle}`;
}

/** A title that is nothing but an unknown command (`{\\uktug}`) is named by it. */
function nameOfCommand(title: string): string {
  return /^[\s{]*\\([A-Za-z]{3,40})[\s{}]*$/.exec(title)?.[1] ?? '';
}

function dateOf(fields: FieldTexts): DateRead {
  const date = fields.plain('date', 'eventdate');
  const year = fields.plain('year');
  if (date !== '' && fields.raw('date') !== undefined) return readDate(date);
  if (year === '' && date !== '') return readDate(date);
  const month = fields.plain('month');
  const day = fields.plain('day');
  return readDateParts(year, month === '' ? undefined : month, day === '' ? undefined : day);
}

function venueOf(type: PaperType | undefined, fields: FieldTexts, complain: Complain): VenueMention | undefined {
  const [name, venueType] = venueName(type, fields);
  if (name === '') return undefined;
  const told = fields.plain('venuetype').toUpperCase();
  const finalType = VENUE_TYPES.find((candidate) => candidate === told) ?? (told === 'NONE' ? undefined : venueType);
  const ids = new BibliographyIdentifiers();
  addStandardNumbers(ids, 'ISSN', fields.verbatim('issn'));
  addWritten(ids, fields.verbatim('venueidentifier'));
  for (const { found, reason } of ids.bad) complain('bad-identifier', reason, found, 'the venue without it');
  return { name, ...(finalType === undefined ? {} : { type: finalType }), identifiers: ids.identifiers };
}

function venueName(type: PaperType | undefined, fields: FieldTexts): [name: string, type: VenueType | undefined] {
  const journal = fields.plain('journal', 'journaltitle');
  if (journal !== '') return [journal, type === 'PREPRINT' ? 'REPOSITORY' : 'JOURNAL'];
  const booktitle = fields.plain('booktitle');
  if (booktitle !== '' && !TITLED_BY_VENUE.has(type ?? '')) {
    const subtitle = fields.plain('booksubtitle');
    const name = subtitle === '' ? booktitle : `${booktitle}: ${subtitle}`;
    return [name, type === 'CONFERENCE_PAPER' ? 'CONFERENCE' : undefined];
  }
  return [fields.plain('series'), 'SERIES'];
}

function identifiersOf(type: PaperType | undefined, fields: FieldTexts): BibliographyIdentifiers {
  const ids = new BibliographyIdentifiers();
  const doi = fields.verbatim('doi');
  if (doi !== '') ids.add('DOI', doiIn(doi) ?? doi);
  addEprint(ids, fields);
  for (const name of ['pmid', 'pubmed']) if (fields.raw(name) !== undefined) ids.add('PUBMED', fields.verbatim(name));
  for (const name of ['pmcid', 'pmc']) if (fields.raw(name) !== undefined) ids.add('PMC', fields.verbatim(name));
  if (hasOwnIsbn(type)) addStandardNumbers(ids, 'ISBN', fields.verbatim('isbn'));
  for (const name of ['url', 'ee', 'howpublished', 'note', 'journal', 'volume']) addDisguised(ids, name, fields);
  // dblp's own BibTeX names its record.
  const record = fields.verbatim('biburl').replace('/rec/bib/', '/rec/');
  if (record !== '') ids.try('DBLP', record);
  addWritten(ids, fields.verbatim('identifier'));
  return ids;
}

function addEprint(ids: BibliographyIdentifiers, fields: FieldTexts): void {
  const eprint = fields.verbatim('eprint') || fields.verbatim('arxivid') || fields.verbatim('arxiv');
  if (eprint === '') return;
  const archive = (fields.verbatim('archiveprefix') || fields.verbatim('eprinttype')).toLowerCase();
  if (archive === 'pubmed') ids.add('PUBMED', eprint);
  else if (archive === 'arxiv' || fields.raw('eprint') === undefined) ids.add('ARXIV', eprint.replace(/\s*\[.*$/, ''));
  else if (archive === '') ids.try('ARXIV', eprint);
}

function addDisguised(ids: BibliographyIdentifiers, name: string, fields: FieldTexts): void {
  if (fields.raw(name) === undefined) return;
  const text = fields.verbatim(name);
  const arxiv = arxivIn(text);
  if (arxiv !== undefined) ids.try('ARXIV', arxiv);
  if (/\/\/(?:www\.)?acl(?:anthology\.(?:org|info)|web\.org\/anthology)\/(?!people)/i.test(text)) ids.try('ACL', text);
  const isResolver = /\/\/(?:dx\.)?doi\.|^\s*doi\s*:|\/\/doi\.acm\.org/i.test(text);
  const doi = isResolver && (name === 'url' || name === 'ee') ? doiIn(text) : undefined;
  if (doi !== undefined && !ids.identifiers.some(({ scheme }) => scheme === 'DOI')) ids.try('DOI', doi);
}
