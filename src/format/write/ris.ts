/**
 * Papers as RIS that says the same paper when read back. What RIS has no tag for goes into `M3` (the type of work) and
 * `U1`, the first of the tags that RIS leaves to its users. RIS has no way to say that somebody whose name ends in
 * "Collaboration" is a person.
 */
import { identifierText, splitName } from '../../model/index.ts';
import type { PaperRecord, PaperType, PartialDate, VenueMention } from '../../model/index.ts';
import { doiIn, hasOwnIsbn } from '../text/bibliography-identifiers.ts';
import { UNTITLED } from '../text/untitled.ts';
import { isRisGroup, printRisName } from '../ris/authors.ts';
import { IDENTIFIER_MARK, VENUE_MARK } from '../ris/paper.ts';

const TYPES: Readonly<Record<PaperType, string>> = {
  ARTICLE: 'JOUR',
  CONFERENCE_PAPER: 'CPAPER',
  PREPRINT: 'UNPB',
  BOOK: 'BOOK',
  CHAPTER: 'CHAP',
  EDITED_VOLUME: 'BOOK',
  THESIS: 'THES',
  REPORT: 'RPRT',
  DATASET: 'DATA',
  SOFTWARE: 'COMP',
  REVIEW: 'JOUR',
  OTHER: 'GEN',
};

/** One record a piece, in the order of the papers. */
export function* write(papers: Iterable<PaperRecord>): Iterable<string> {
  for (const paper of papers) yield recordText(paper);
}

function recordText(paper: PaperRecord): string {
  const { type, date, venue } = paper;
  const tags: [tag: string, value: string][] = [
    ['TY', type === undefined ? 'GEN' : TYPES[type]],
    ['M3', type === 'REVIEW' || type === 'OTHER' || type === 'EDITED_VOLUME' ? inWords(type) : ''],
    ['TI', paper.title === UNTITLED ? '' : paper.title],
    ...paper.authors.map(({ name }): [string, string] => ['AU', nameText(name)]),
    ...paper.groupAuthors.map((name): [string, string] => ['AU', groupText(name)]),
    ['AU', paper.isAuthorListComplete ? '' : 'et al.'],
    ['PY', date.year === undefined ? '' : String(date.year).padStart(4, '0')],
    ['DA', dayText(date)],
    ...venueTags(venue, type),
    ...identifierTags(paper),
    ['AB', paper.abstract ?? ''],
    ['ID', paper.citationKey ?? ''],
  ];
  const lines = tags.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${oneLine(value)}\n`);
  return `${lines.join('')}ER  - \n\n`;
}

const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

function inWords(type: PaperType): string {
  return type.charAt(0) + type.slice(1).toLowerCase().replaceAll('_', ' ');
}

function nameText(name: string): string {
  const { family, given, suffix } = splitName(name);
  const parted = [family, given, suffix ?? ''].filter((part) => part !== '').join(', ');
  const [head = '', ...tail] = name.split(',').map((part) => part.trim());
  const before = splitName(head);
  const titled = [before.family, before.given, ...tail].filter((part) => part !== '').join(', ');
  return [parted, titled].find((text) => printRisName(text) === name && !isRisGroup(text)) ?? name;
}

/** A trailing comma says that the name is nobody's. */
function groupText(name: string): string {
  const text = name.replaceAll(',', ' ').replace(/\s+/g, ' ').trim();
  return isRisGroup(text) ? text : `${text},`;
}

function dayText({ year, month, day }: PartialDate): string {
  if (month === undefined) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year === undefined ? '' : String(year).padStart(4, '0')}/${two(month)}/${day === undefined ? '' : two(day)}/`;
}

function venueTags(venue: VenueMention | undefined, type: PaperType | undefined): [string, string][] {
  if (venue === undefined) return [];
  const [tag, usual] = venueTag(type);
  const isIssnRead = !hasOwnIsbn(type);
  const issns = venue.identifiers.filter(({ scheme }) => scheme === 'ISSN' && isIssnRead).map(({ value }) => value);
  const others = venue.identifiers.filter(({ scheme }) => scheme !== 'ISSN' || !isIssnRead).map(identifierText);
  const isMarked = venue.type !== usual || others.length > 0;
  return [
    [tag, venue.name],
    ...issns.map((issn): [string, string] => ['SN', issn]),
    ['U1', isMarked ? `${VENUE_MARK}${[venue.type ?? 'NONE', ...others].join(' ')}` : ''],
  ];
}

function venueTag(type: PaperType | undefined): [tag: string, usual: VenueMention['type']] {
  if (type === 'CONFERENCE_PAPER') return ['T2', 'CONFERENCE'];
  if (type === 'BOOK' || type === 'EDITED_VOLUME') return ['T2', 'SERIES'];
  if (type === 'ARTICLE' || type === 'REVIEW') return ['JF', 'JOURNAL'];
  return type === 'PREPRINT' ? ['JF', 'REPOSITORY'] : ['T2', undefined];
}

function identifierTags({ identifiers, type }: PaperRecord): [string, string][] {
  const tags: [string, string][] = [];
  const others: string[] = [];
  for (const identifier of identifiers) {
    const { scheme, value } = identifier;
    if (scheme === 'DOI' && doiIn(value) === value) tags.push(['DO', value]);
    else if (scheme === 'ISBN' && hasOwnIsbn(type)) tags.push(['SN', value]);
    else others.push(identifierText(identifier));
  }
  return [...tags, ['U1', others.length === 0 ? '' : `${IDENTIFIER_MARK}${others.join(' ')}`]];
}
