/**
 * Papers as BibTeX that BibTeX itself can read, and that says the same paper when read back. Text is UTF-8; only the
 * signs that LaTeX takes for itself are spelled out, without a brace that would have to balance. Names go out as
 * `von Last, Jr, First` where that reads back as printed, else in biblatex's extended form. What BibTeX has no field
 * for goes into `entrysubtype`, `venuetype` and `identifier`, which other programs pass over.
 */
import { MONTHS } from '../text/month.ts';
import { foldText, identifierText, nameSortKey, splitName } from '../../model/index.ts';
import type { Identifier, Mention, PaperRecord, PaperType, VenueMention } from '../../model/index.ts';
import { readAuthors } from '../bibtex/authors.ts';
import { arxivIn, doiIn, hasOwnIsbn } from '../text/bibliography-identifiers.ts';
import { UNTITLED } from '../text/untitled.ts';

const ENTRY_TYPES: Readonly<Record<PaperType, string>> = {
  ARTICLE: 'article',
  CONFERENCE_PAPER: 'inproceedings',
  PREPRINT: 'unpublished',
  BOOK: 'book',
  CHAPTER: 'incollection',
  EDITED_VOLUME: 'collection',
  THESIS: 'phdthesis',
  REPORT: 'techreport',
  DATASET: 'dataset',
  SOFTWARE: 'software',
  REVIEW: 'article',
  OTHER: 'misc',
};

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '"': '\\textquotedbl{}',
};

/** One entry a piece, in the order of the papers. */
export function* write(papers: Iterable<PaperRecord>): Iterable<string> {
  const keys = new Set<string>();
  for (const paper of papers) yield entryText(paper, freeKey(paper, keys));
}

/** Text as it stands between braces so that LaTeX prints it and `decodeLatex` gives it back. */
export function encodeLatex(text: string): string {
  const collapsed = text.replace(/\s+/g, ' ').trim();
  return collapsed.replace(/[\\{}~^`$&%#_"]/g, (sign) => SIGNS[sign] ?? sign).replace(/(?<=-)-|(?<=')'/g, '{}$&');
}

function entryText(paper: PaperRecord, key: string): string {
  const fields = [
    ['title', `{${encodeLatex(paper.title)}}`],
    ['author', authorField(paper)],
    ['year', paper.date.year === undefined ? '' : `{${String(paper.date.year).padStart(4, '0')}}`],
    ['month', MONTHS[(paper.date.month ?? 0) - 1] ?? ''],
    ['day', paper.date.day === undefined ? '' : `{${paper.date.day}}`],
    ...typeFields(paper),
    ...venueFields(paper.venue, paper.type),
    ...identifierFields(paper),
    ['abstract', paper.abstract === undefined ? '' : `{${encodeLatex(paper.abstract)}}`],
  ].filter(([name, value]) => value !== '' && !(name === 'title' && paper.title === UNTITLED));
  const lines = fields.map(([name = '', value = '']) => `  ${name} = ${value},\n`);
  return `@${paper.type === undefined ? 'misc' : ENTRY_TYPES[paper.type]}{${key},\n${lines.join('')}}\n\n`;
}

/** The key the paper came with, made safe; else family name, year and first word of the title. Never twice. */
function freeKey(paper: PaperRecord, keys: Set<string>): string {
  const given = (paper.citationKey ?? '').replace(/[\s,{}()="#%~\\]+/g, '-');
  const wanted = given === '' ? madeKey(paper) : given;
  let key = wanted;
  for (let copy = 2; keys.has(key.toLowerCase()); copy++) key = `${wanted}-${copy}`;
  keys.add(key.toLowerCase());
  return key;
}

function madeKey({ authors: [first], groupAuthors: [group], date, title }: PaperRecord): string {
  const family = first === undefined ? foldText(group ?? 'anonymous') : nameSortKey(first.name)[0];
  const word =
    foldText(title)
      .split(' ')
      .find((part) => part.length > 3) ?? 'paper';
  const parts = [family.replaceAll(' ', ''), date.year ?? 'undated', word.slice(0, 20)];
  return parts.join('-').replace(/[^a-z0-9-]/g, '') || 'paper';
}

function authorField({ authors, groupAuthors, isAuthorListComplete }: PaperRecord): string {
  const names = [...authors.map(nameText), ...groupAuthors.map((group) => `{${encodeLatex(group)}}`)];
  if (names.length === 0) return isAuthorListComplete ? '' : '{{} and others}';
  return `{${[...names, ...(isAuthorListComplete ? [] : ['others'])].join(' and ')}}`;
}

function nameText({ name }: Mention): string {
  const { family, given, suffix } = splitName(name);
  const parts = suffix === undefined ? [family, given] : [family, suffix, given];
  const plain = parts
    .map(encodeLatex)
    .filter((part) => part !== '')
    .join(', ');
  if (readsAs(plain, name)) return plain;
  const [words = '', ...behind] = name.split(',').map((part) => part.trim());
  const end = behind.length === 0 ? '' : `, suffix={${encodeLatex(behind.join(', '))}}`;
  return `family={${encodeLatex(words)}}${end}`;
}

function readsAs(text: string, name: string): boolean {
  const { people, groups, isComplete } = readAuthors(`A B and ${text} and C D`);
  return people.length === 3 && people[1] === name && groups.length === 0 && isComplete;
}

function typeFields({ type }: PaperRecord): string[][] {
  const isTold = type === 'REVIEW' || type === 'OTHER' || type === 'PREPRINT' || type === 'BOOK' || type === 'ARTICLE';
  return isTold ? [['entrysubtype', `{${type.toLowerCase()}}`]] : [];
}

function venueFields(venue: VenueMention | undefined, type: PaperType | undefined): string[][] {
  if (venue === undefined) return [];
  const [field, usual] = venueField(type);
  const issns = venue.identifiers.filter(({ scheme }) => scheme === 'ISSN').map(({ value }) => value);
  const others = venue.identifiers.filter(({ scheme }) => scheme !== 'ISSN').map(identifierText);
  return [
    [field, `{${encodeLatex(venue.name)}}`],
    ['venuetype', venue.type === usual ? '' : `{${(venue.type ?? 'none').toLowerCase()}}`],
    ['issn', issns.length === 0 ? '' : `{${issns.join(', ')}}`],
    ['venueidentifier', others.length === 0 ? '' : `{${others.map(encodeVerbatim).join(', ')}}`],
  ];
}

/** The field for a venue, and the kind of venue it is taken for without a word. */
function venueField(type: PaperType | undefined): [field: string, usual: VenueMention['type']] {
  if (type === 'CONFERENCE_PAPER') return ['booktitle', 'CONFERENCE'];
  if (type === 'CHAPTER') return ['booktitle', undefined];
  if (type === 'BOOK' || type === 'EDITED_VOLUME') return ['series', 'SERIES'];
  return ['journal', type === 'PREPRINT' ? 'REPOSITORY' : 'JOURNAL'];
}

/** Each scheme's own field holds one; whatever has none goes into `identifier`. */
function identifierFields({ identifiers, type }: PaperRecord): string[][] {
  const fields = new Map<string, string>();
  const others: string[] = [];
  for (const identifier of identifiers) {
    const name = fieldOf(identifier, type);
    if (name === undefined || fields.has(name)) others.push(identifierText(identifier));
    else fields.set(name, identifier.value);
  }
  return [
    ...Array.from(fields, ([name, value]) => [name, `{${encodeVerbatim(value)}}`]),
    ['archiveprefix', fields.has('eprint') ? '{arXiv}' : ''],
    ['identifier', others.length === 0 ? '' : `{${others.map(encodeVerbatim).join(', ')}}`],
  ];
}

function fieldOf({ scheme, value }: Identifier, type: PaperType | undefined): string | undefined {
  if (scheme === 'DOI') return doiIn(value) === value && !/[\\{}~^]/.test(value) ? 'doi' : undefined;
  if (scheme === 'ARXIV') return arxivIn(`arxiv:${value}`) === value ? 'eprint' : undefined;
  if (scheme === 'PUBMED') return 'pmid';
  if (scheme === 'PMC') return 'pmcid';
  return scheme === 'ISBN' && hasOwnIsbn(type) ? 'isbn' : undefined;
}

/** Addresses and numbers are read without LaTeX: what would unbalance or be taken for LaTeX goes out by its code. */
function encodeVerbatim(value: string): string {
  return value.replace(
    /[\\{}\s,]/g,
    (sign) => `%${(sign.codePointAt(0) ?? 32).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}
