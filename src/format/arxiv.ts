/**
 * The metadata snapshot of arXiv (https://www.kaggle.com/datasets/Cornell-University/arxiv), one paper per line.
 * Authors come split (`authors_parsed`), with TeX in them; the date is that of the first version.
 */
import { categoryOf, isGroupName, isNameSuffix, recordKey, remembered } from '../model/index.ts';
import type { InstitutionMention, PaperRecord, PartialDate, VenueMention } from '../model/index.ts';

import type { Format, ReadContext } from './format.ts';
import { AuthorList, nameOf } from './text/author-list.ts';
import { dateOf, dateOfText } from './text/date-parts.ts';
import { IdentifierList } from './text/identifier-list.ts';
import { listIn, listed, textIn } from './text/json-fields.ts';
import type { Draft } from './text/json-fields.ts';
import { firstJsonRecord } from './text/json-head.ts';
import { isObject, openJsonRecords } from './text/json-records.ts';
import type { JsonObject } from './text/json-records.ts';
import { decodeLatex } from './text/latex.ts';
import { mentionDetails } from './text/mention-details.ts';
import { MONTHS } from './text/month.ts';
import { titleOrProblem } from './text/paper-title.ts';
import { tidyText } from './text/tidy.ts';

const ARXIV_ID = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i;
const CREATED = /^[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}/;
const REPOSITORY: VenueMention = { name: 'arXiv', type: 'REPOSITORY', identifiers: [] };
/** Neither TeX nor blanks but single ones. */
const PLAIN_PART = /^[A-Za-z.]+(?:[ -][A-Za-z.]+)*$/;
const FOR_GROUP = /^(?:for|on behalf of)\s+/i;

export const arxiv: Format = {
  name: 'arxiv',
  title: 'arXiv metadata',
  extensions: ['json', 'jsonl', 'ndjson'],
  sniff(head) {
    const paper = firstJsonRecord(head);
    if (paper === undefined || !isPaper(paper)) return undefined;
    const id = textIn(paper['id']) ?? '';
    const signs = ['authors_parsed', 'categories', 'versions', 'submitter'].filter((key) => key in paper);
    if (signs.length < 2) return undefined;
    return { confidence: 0.95, reason: `a paper with the id ${id} and the fields ${signs.join(', ')}` };
  },
  open(context) {
    return openJsonRecords({
      context,
      lists: [],
      isRecord: isPaper,
      record: (value, line) => readPaper(value, line, context),
    });
  },
};

function isPaper(value: JsonObject): boolean {
  return ARXIV_ID.test(idOf(value));
}

/** As printed; a text that is one is asked before it is tidied. */
function idOf({ id }: JsonObject): string {
  return typeof id === 'string' && ARXIV_ID.test(id) ? id : (textIn(id) ?? '');
}

function readPaper(paper: JsonObject, line: number, context: ReadContext): void {
  const printedId = idOf(paper);
  if (!ARXIV_ID.test(printedId)) {
    const message = 'A record has no id of arXiv.';
    const found = printedId === '' ? 'no id' : printedId.slice(0, 120);
    context.problem({
      kind: 'malformed-record',
      file: context.file,
      line,
      message,
      found,
      kept: 'the records around it',
    });
    return;
  }
  const id = withoutVersion(printedId.toLowerCase());
  const identifiers = new IdentifierList(context, line).addKnown({ scheme: 'ARXIV', value: id });
  // Some papers name the DOIs of several parts.
  const dois = textIn(paper['doi']);
  if (dois !== undefined) for (const doi of listed(dois)) identifiers.add(doi, 'DOI');
  const { authors, groupAuthors, isAuthorListComplete } = authorsOf(paper);
  // Field by field: spreading what may be absent takes longer than all the rest of the record.
  const record = {
    kind: 'paper',
    key: recordKey('arxiv', id),
    catalogue: 'arxiv',
    line,
    title: titleOrProblem(context, line, plain(paper['title']), id) ?? id,
  } as Draft<PaperRecord>; // what it lacks follows
  const abstract = plain(paper['abstract']);
  if (abstract !== '') record.abstract = abstract;
  record.date = firstVersion(paper) ?? dateOfId(id);
  record.isYearInferred = false;
  record.categories = categoriesOf(paper['categories']);
  record.identifiers = identifiers.all;
  record.authors = authors;
  record.groupAuthors = groupAuthors;
  record.isAuthorListComplete = isAuthorListComplete;
  record.institutions = [];
  record.type = 'PREPRINT';
  record.venue = REPOSITORY;
  const revision = textIn(paper['update_date']);
  if (revision !== undefined) record.revision = revision;
  context.record(record);
}

function withoutVersion(id: string): string {
  return id.includes('v') ? id.replace(/v\d+$/, '') : id;
}

/** Of the codes between blanks; papers share some thousands of such lists. */
function categoriesOf(codes: unknown): PaperRecord['categories'] {
  return typeof codes === 'string' ? rememberedCategories(codes) : (textIn(codes)?.split(' ').map(categoryOf) ?? []);
}

const rememberedCategories = remembered((codes) => textIn(codes)?.split(' ').map(categoryOf) ?? []);

function authorsOf(paper: JsonObject): AuthorList['fields'] {
  const list = new AuthorList();
  const parsed = paper['authors_parsed'];
  if (!Array.isArray(parsed)) {
    for (const name of splitAuthors(plain(paper['authors']))) list.add(name.replace(FOR_GROUP, ''));
    return list.fields;
  }
  for (const author of parsed) {
    const parts = listIn(author);
    const last = plainPart(parts[0]);
    const first = plainPart(parts[1]);
    const name = nameOf(first, last);
    if (name === '') continue;
    // "The X Collaboration" comes whole, or with its last word taken for a family name.
    if (isGroupName(name)) {
      list.addGroup(name.replace(FOR_GROUP, ''));
      continue;
    }
    const suffix = plainPart(parts[2]);
    const whole = suffix === '' ? name : nameOf(first, last, suffix);
    if (parts.length <= 3) list.addPerson(whole);
    else list.addPerson(whole, mentionDetails([], placesOf(parts)));
  }
  return list.fields;
}

/** Behind name and suffix. */
function placesOf(author: readonly unknown[]): readonly InstitutionMention[] {
  const names = author.slice(3).map(plain).filter(Boolean);
  return names.map((name) => ({ name, identifiers: [] }));
}

/** Only where the source did not split: names between commas, what stands in parentheses aside. */
function splitAuthors(authors: string): readonly string[] {
  const names: string[] = [];
  // `((1) Town, (2) City)`: the inner first.
  const listed = authors.replaceAll(/\([^()]*\)/g, ' ').replaceAll(/\([^()]*\)/g, ' ');
  for (const part of listed.split(/\s*(?:[,;:]\s*(?:and\s+)?|\s+and\s+)\s*/).map(tidyText)) {
    const before = names.at(-1);
    if (before !== undefined && isNameSuffix(part)) names[names.length - 1] = `${before}, ${part}`;
    else if (part !== '') names.push(part);
  }
  return names;
}

function firstVersion(paper: JsonObject): PartialDate | undefined {
  const printed = listIn(paper['versions']).find(isObject)?.['created'];
  if (typeof printed === 'string' && CREATED.test(printed)) return dateOfCreation(printed);
  const created = textIn(printed) ?? '';
  if (CREATED.test(created)) return dateOfCreation(created);
  // The hour would be read as a day, were it left.
  return dateOfText(created.replace(/^[A-Za-z]{3},\s*/, '').replace(/\s\d{1,2}:\d{2}.*$/, ''));
}

function dateOfCreation(created: string): PartialDate | undefined {
  return dateOfDay(created.slice('Mon, '.length, created.indexOf(':') - ' 19'.length));
}

/** Of `2 Apr 2007`; a file has some thousands of days, and each again and again. */
const dateOfDay = remembered((text) => {
  const [day, month = '', year] = text.split(' ');
  return dateOf(Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day));
});

/** `0704.0001` is of April 2007, `hep-th/9901001` of January 1999. */
function dateOfId(id: string): PartialDate {
  const [, years, month] = /(?:^|\/)(\d{2})(\d{2})/.exec(id) ?? [];
  if (years === undefined || month === undefined) return {};
  return dateOf((Number(years) > 90 ? 1900 : 2000) + Number(years), Number(month)) ?? {};
}

/** The text that TeX would print, tidy. */
function plain(value: unknown): string {
  return typeof value === 'string' ? tidyText(decodeLatex(value)) : (textIn(value) ?? '');
}

/** Of a name, whose parts come again and again. */
function plainPart(value: unknown): string {
  if (value === '') return ''; // nearly every suffix
  if (typeof value !== 'string') return plain(value);
  return PLAIN_PART.test(value) ? value : printedPart(value);
}

const printedPart = remembered(plain);
