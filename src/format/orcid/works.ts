/**
 * The works of a record. A group is one work, told by several sources: the owner's preferred one speaks, and the
 * identifiers of all that name the work itself (`self`) count, not those of what it is part of.
 */
import { foldName, foldText, isGroupName, recordKey } from '../../model/index.ts';
import type { Mention, PaperRecord, PaperType, PartialDate, VenueMention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { partialDate } from '../text/medline-date.ts';
import { collapse, isEtAl } from '../text/person-name.ts';
import { identifierOf } from './one-identifier.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { UNTITLED } from '../text/untitled.ts';
import { childOf, childText, childrenOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import type { Owner } from './record.ts';

/** The versions of one work, the preferred one first, and the group around them if there is one. */
export interface Work {
  readonly versions: readonly [XmlElement, ...XmlElement[]];
  readonly group?: XmlElement;
}

const TYPES: Readonly<Record<string, PaperType>> = {
  'journal-article': 'ARTICLE',
  'magazine-article': 'ARTICLE',
  'newsletter-article': 'ARTICLE',
  'newspaper-article': 'ARTICLE',
  'encyclopedia-entry': 'CHAPTER',
  'dictionary-entry': 'CHAPTER',
  'book-chapter': 'CHAPTER',
  book: 'BOOK',
  'edited-book': 'EDITED_VOLUME',
  'journal-issue': 'EDITED_VOLUME',
  'conference-paper': 'CONFERENCE_PAPER',
  'conference-abstract': 'CONFERENCE_PAPER',
  'conference-output': 'CONFERENCE_PAPER',
  'conference-proceedings': 'EDITED_VOLUME',
  preprint: 'PREPRINT',
  dissertation: 'THESIS',
  'dissertation-thesis': 'THESIS',
  report: 'REPORT',
  'working-paper': 'REPORT',
  'technical-standards': 'REPORT',
  'data-set': 'DATASET',
  software: 'SOFTWARE',
  review: 'REVIEW',
  'book-review': 'REVIEW',
};

const JOURNAL_TYPES: ReadonlySet<string> = new Set(['ARTICLE', 'REVIEW']);

/** Every work of a document, wherever it has them. */
export function worksIn(root: XmlElement): Work[] {
  if (root.name === 'work' || root.name === 'work-summary') return [{ versions: [root] }];
  const activities = childOf(root, 'activities-summary');
  const lists = [root, ...(activities === undefined ? [] : [activities])].flatMap((place) => [
    ...(place.name === 'works' || place.name === 'bulk' ? [place] : []),
    ...childrenOf(place, 'works'),
  ]);
  return [...lists, ...(root.name === 'group' ? [root] : [])].flatMap((list) => [
    ...(list.name === 'group' ? groupedWork(list) : []),
    ...childrenOf(list, 'group').flatMap(groupedWork),
    ...(list.name === 'group' ? [] : versionsIn(list).map((version) => ({ versions: [version] as const }))),
  ]);
}

function groupedWork(group: XmlElement): Work[] {
  const [first, ...rest] = versionsIn(group).sort((a, b) => displayIndex(b) - displayIndex(a));
  return first === undefined ? [] : [{ versions: [first, ...rest], group }];
}

function versionsIn(parent: XmlElement): XmlElement[] {
  return [...childrenOf(parent, 'work-summary'), ...childrenOf(parent, 'work')];
}

function displayIndex(version: XmlElement): number {
  const text = version.attributes['display-index'] ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** Hands one work on, with the owner among its authors. */
export function emitWork({ versions, group }: Work, owner: Owner, context: ReadContext): void {
  const [version] = versions;
  const { line } = version;
  const identifiers = identifiersOf([...versions, ...(group === undefined ? [] : [group])], line, context);
  const title = titleIn(versions);
  if (title === undefined) tellUntitled(version, context);
  const list = authorsOf(version, owner, context);
  const date = dateIn(versions);
  const type = TYPES[childText(version, 'type')?.toLowerCase().replaceAll('_', '-') ?? ''] ?? 'OTHER';
  const venue = venueOf(versions, type, line, context);
  const abstract = childText(version, 'short-description');
  context.record({
    kind: 'paper',
    key: recordKey('orcid', keyOf(version, owner, title ?? UNTITLED, date)),
    catalogue: 'orcid',
    line,
    title: title ?? UNTITLED,
    ...(abstract === undefined ? {} : { abstract }),
    date,
    isYearInferred: false,
    categories: [],
    identifiers: identifiers.all,
    ...list,
    institutions: [],
    type,
    ...(venue === undefined ? {} : { venue }),
  });
}

// A put-code is ORCID's number of the work; a work without one is known by what it says.
function keyOf(version: XmlElement, owner: Owner, title: string, date: PartialDate): string {
  const code = version.attributes['put-code'] ?? '';
  const whose = owner.orcid?.value ?? ownerInPath(version);
  const work = `work/${/^[1-9]\d*$/.test(code) ? code : `${foldText(title)}|${date.year ?? ''}`}`;
  return whose === undefined ? work : `${whose}/${work}`;
}

function ownerInPath(version: XmlElement): string | undefined {
  return (version.attributes['path'] ?? '').match(/\d{4}-\d{4}-\d{4}-\d{3}[\dX]/)?.[0];
}

function identifiersOf(places: readonly XmlElement[], line: number, context: ReadContext): IdentifierList {
  const identifiers = new IdentifierList(context, line);
  const told = new Set<string>();
  for (const id of places
    .flatMap((place) => childrenOf(place, 'external-ids'))
    .flatMap((ids) => childrenOf(ids, 'external-id'))) {
    const type = childText(id, 'external-id-type')?.toLowerCase() ?? '';
    const value = childText(id, 'external-id-value') ?? '';
    const isSelf = (childText(id, 'external-id-relationship') ?? 'self').toLowerCase() === 'self';
    const isNew = !told.has(`${type} ${value}`);
    told.add(`${type} ${value}`);
    if (isSelf && isNew) addIdentifier(identifiers, type, value);
  }
  return identifiers;
}

function addIdentifier(identifiers: IdentifierList, type: string, value: string): void {
  switch (type) {
    case 'doi':
      identifiers.add(value, 'DOI');
      break;
    case 'arxiv':
      identifiers.add(value, 'ARXIV');
      break;
    case 'pmid':
      identifiers.add(value, 'PUBMED');
      break;
    case 'pmc':
      identifiers.add(/^\d+$/.test(value) ? `PMC${value}` : value, 'PMC');
      break;
    case 'isbn':
      identifiers.add(value, 'ISBN');
      break;
    default:
  }
}

function titleIn(versions: readonly XmlElement[]): string | undefined {
  for (const version of versions) {
    const title = childOf(version, 'title');
    const main = title && (childText(title, 'title') ?? childText(title, 'translated-title'));
    if (title === undefined || main === undefined) continue;
    const subtitle = childText(title, 'subtitle');
    return plain(subtitle === undefined || foldText(main).includes(foldText(subtitle)) ? main : `${main}: ${subtitle}`);
  }
  return undefined;
}

// People paste titles with the markup of the page they come from.
function plain(title: string): string {
  return collapse(title.replace(/<\/?(?:i|b|em|strong|sub|sup|span)\s*>/gi, '')) || title;
}

function dateIn(versions: readonly XmlElement[]): PartialDate {
  for (const version of versions) {
    const date = childOf(version, 'publication-date');
    const read = date && partialDate(childText(date, 'year'), childText(date, 'month'), childText(date, 'day'));
    if (read !== undefined) return read;
  }
  return {};
}

function venueOf(
  versions: readonly XmlElement[],
  type: PaperType,
  line: number,
  context: ReadContext,
): VenueMention | undefined {
  const name = versions.flatMap((version) => childText(version, 'journal-title') ?? [])[0];
  if (name === undefined) return undefined;
  const identifiers = new IdentifierList(context, line);
  const ids = versions
    .flatMap((version) => childrenOf(version, 'external-ids'))
    .flatMap((list) => childrenOf(list, 'external-id'));
  for (const id of ids) {
    const isIssn = childText(id, 'external-id-type')?.toLowerCase() === 'issn';
    if (isIssn) identifiers.add(childText(id, 'external-id-value') ?? '', 'ISSN');
  }
  const venueType = JOURNAL_TYPES.has(type)
    ? 'JOURNAL'
    : type === 'CONFERENCE_PAPER'
      ? 'CONFERENCE'
      : type === 'PREPRINT'
        ? 'REPOSITORY'
        : 'OTHER';
  return { name, type: venueType, identifiers: identifiers.all };
}

type AuthorFields = Pick<PaperRecord, 'authors' | 'isAuthorListComplete' | 'groupAuthors'>;

/**
 * The contributors with the owner among them. Summaries name none, and many people enter only themselves: the list is
 * taken as complete only where it names the owner and somebody else.
 */
function authorsOf(version: XmlElement, owner: Owner, context: ReadContext): AuthorFields {
  const authors: Mention[] = [];
  const groupAuthors: string[] = [];
  let isCut = false;
  for (const list of childrenOf(version, 'contributors')) {
    for (const contributor of childrenOf(list, 'contributor')) {
      const name = childText(contributor, 'credit-name');
      if (name === undefined || !isAuthor(contributor)) continue;
      if (isEtAl(name)) isCut = true;
      else if (isGroupName(name)) groupAuthors.push(name);
      else authors.push(mentionOf(contributor, name, authors.length + 1, owner, context));
    }
  }
  const hasOwner = authors.some(({ isOwner }) => isOwner === true);
  const isAuthorListComplete = hasOwner && authors.length > 1 && !isCut;
  if (!hasOwner && owner.name !== undefined) authors.push(ownerMention(owner.name, owner));
  return { authors, groupAuthors, isAuthorListComplete };
}

// Version 3 spells roles as addresses: http://credit.niso.org/contributor-roles/conceptualization/.
function isAuthor(contributor: XmlElement): boolean {
  const attributes = childOf(contributor, 'contributor-attributes');
  const role = attributes && childText(attributes, 'contributor-role')?.toLowerCase();
  return (
    role === undefined ||
    !/(?:editor|translator|supervis|chair|sponsor|funding|support|assignee)/.test(role) ||
    role.includes('credit.niso.org')
  );
}

function mentionOf(
  contributor: XmlElement,
  name: string,
  position: number,
  owner: Owner,
  context: ReadContext,
): Mention {
  const place = childOf(contributor, 'contributor-orcid');
  const text = place && (childText(place, 'path') ?? childText(place, 'uri'));
  const orcid = text === undefined ? undefined : identifierOf(text, 'ORCID', context, contributor.line);
  const isOwner = orcid === undefined ? isNameOf(name, owner) : orcid.value === owner.orcid?.value;
  if (isOwner) return { position, ...ownerMention(name, owner) };
  return { position, name, ...(orcid === undefined ? {} : { identifiers: [orcid] }) };
}

function isNameOf(name: string, owner: Owner): boolean {
  const folded = foldName(name);
  return [owner.name ?? '', ...owner.aliases].some((own) => own !== '' && foldName(own) === folded);
}

function ownerMention(name: string, { orcid }: Owner): Mention {
  return { isOwner: true, name, ...(orcid === undefined ? {} : { identifiers: [orcid] }) };
}

function tellUntitled({ line, attributes }: XmlElement, { file, problem }: ReadContext): void {
  const code = attributes['put-code'];
  const found = code === undefined ? {} : { found: `put-code ${code}` };
  problem({
    kind: 'missing-title',
    file,
    line,
    message: 'A work has no title.',
    ...found,
    kept: `the work as ${UNTITLED}`,
  });
}
