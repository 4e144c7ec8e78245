/**
 * The metadata snapshot of arXiv (https://www.kaggle.com/datasets/Cornell-University/arxiv), one paper per line.
 * Authors come split (`authors_parsed`), with TeX in them; the date is that of the first version.
 */
import { categoryOf, isGroupName, isNameSuffix, recordKey } from '../model/index.ts';
import type { InstitutionMention, PaperRecord, PartialDate } from '../model/index.ts';

import type { Format, ReadContext } from './format.ts';
import { AuthorList, nameOf } from './text/author-list.ts';
import { dateOf, dateOfText } from './text/date-parts.ts';
import { IdentifierList } from './text/identifier-list.ts';
import { listIn, objectsIn, present, textIn } from './text/json-fields.ts';
import { firstJsonRecord } from './text/json-head.ts';
import { openJsonRecords } from './text/json-records.ts';
import type { JsonObject } from './text/json-records.ts';
import { decodeLatex } from './text/latex.ts';
import { mentionDetails } from './text/mention-details.ts';
import { MONTHS } from './text/month.ts';
import { titleOrProblem } from './text/paper-title.ts';
import { tidyText } from './text/tidy.ts';

const ARXIV_ID = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i;
const CREATED = /^[A-Za-z]{3}, (\d{1,2}) ([A-Za-z]{3}) (\d{4}) \d{2}:\d{2}/;
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
  return ARXIV_ID.test(textIn(value['id']) ?? '');
}

function readPaper(paper: JsonObject, line: number, context: ReadContext): void {
  const printedId = textIn(paper['id']) ?? '';
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
  const id = printedId.toLowerCase().replace(/v\d+$/, '');
  const identifiers = new IdentifierList(context, line).add(id, 'ARXIV');
  // Some papers name the DOIs of several parts.
  for (const doi of (textIn(paper['doi']) ?? '').split(/[\s,;]+/)) identifiers.add(doi, 'DOI');
  const abstract = plain(paper['abstract']);
  const record: PaperRecord = {
    kind: 'paper',
    key: recordKey('arxiv', id),
    catalogue: 'arxiv',
    line,
    title: titleOrProblem(context, line, plain(paper['title']), id) ?? id,
    ...(abstract === '' ? {} : { abstract }),
    date: firstVersion(paper) ?? dateOfId(id),
    isYearInferred: false,
    categories: textIn(paper['categories'])?.split(' ').map(categoryOf) ?? [],
    identifiers: identifiers.all,
    ...authorsOf(paper),
    institutions: [],
    type: 'PREPRINT',
    venue: { name: 'arXiv', type: 'REPOSITORY', identifiers: [] },
    ...present('revision', textIn(paper['update_date'])),
  };
  context.record(record);
}

function authorsOf(paper: JsonObject): AuthorList['fields'] {
  const list = new AuthorList();
  const parsed = paper['authors_parsed'];
  if (!Array.isArray(parsed)) {
    for (const name of splitAuthors(plain(paper['authors']))) list.add(name.replace(FOR_GROUP, ''));
    return list.fields;
  }
  for (const author of parsed) {
    const parts = listIn(author);
    const last = plain(parts[0]);
    const first = plain(parts[1]);
    const name = nameOf(first, last);
    if (name === '') continue;
    // "The X Collaboration" comes whole, or with its last word taken for a family name.
    if (isGroupName(name)) {
      list.addGroup(name.replace(FOR_GROUP, ''));
      continue;
    }
    const suffix = plain(parts[2]);
    list.addPerson(suffix === '' ? name : nameOf(first, last, suffix), mentionDetails([], placesOf(parts)));
  }
  return list.fields;
}

/** Behind name and suffix. */
function placesOf(author: readonly unknown[]): readonly InstitutionMention[] {
  if (author.length <= 3) return [];
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
  const created = textIn(objectsIn(paper['versions'])[0]?.['created']) ?? '';
  const [, day, month = '', year] = CREATED.exec(created) ?? [];
  if (year !== undefined) return dateOf(Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day));
  // The hour would be read as a day, were it left.
  return dateOfText(created.replace(/^[A-Za-z]{3},\s*/, '').replace(/\s\d{1,2}:\d{2}.*$/, ''));
}

/** `0704.0001` is of April 2007, `hep-th/9901001` of January 1999. */
function dateOfId(id: string): PartialDate {
  const [, years, month] = /(?:^|\/)(\d{2})(\d{2})/.exec(id) ?? [];
  if (years === undefined || month === undefined) return {};
  return dateOf((Number(years) > 90 ? 1900 : 2000) + Number(years), Number(month)) ?? {};
}

/** The text that TeX would print, tidy. */
function plain(value: unknown): string {
  if (value === '') return ''; // nearly every suffix
  return typeof value === 'string' ? tidyText(decodeLatex(value)) : (textIn(value) ?? '');
}
