/**
 * The metadata snapshot of arXiv (https://www.kaggle.com/datasets/Cornell-University/arxiv), one paper per line.
 * Authors come split (`authors_parsed`), with TeX in them; the date is that of the first version.
 */
import { categoryOf, isGroupName, recordKey } from '../model/index.ts';
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
import { titleOrProblem } from './text/paper-title.ts';
import { tidyText } from './text/tidy.ts';

const ARXIV_ID = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i;
const TEX_SIGNS = ['\\', '$', '{', '}', '~', '`', "''", '--'];
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
    categories: (textIn(paper['categories']) ?? '').split(' ').filter(Boolean).map(categoryOf),
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
    const [last, first, suffix, ...places] = listIn(author).map((part) => plain(part));
    const name = nameOf(first, last);
    if (name === '') continue;
    // "The X Collaboration" comes whole, or with its last word taken for a family name.
    if (isGroupName(name)) {
      list.addGroup(name.replace(FOR_GROUP, ''));
      continue;
    }
    const affiliations = places.filter(Boolean).map((place): InstitutionMention => ({ name: place, identifiers: [] }));
    list.addPerson(
      nameOf(first, last, suffix === '' ? undefined : suffix),
      affiliations.length === 0 ? {} : { affiliations },
    );
  }
  return list.fields;
}

/** Only where the source did not split: names between commas, what stands in parentheses aside. */
function splitAuthors(authors: string): readonly string[] {
  return authors
    .replaceAll(/\([^()]*\)/g, ' ')
    .split(/\s*(?:,\s*(?:and\s+)?|\s+and\s+)\s*/)
    .map((name) => name.trim())
    .filter(Boolean);
}

function firstVersion(paper: JsonObject): PartialDate | undefined {
  const [first] = objectsIn(paper['versions']);
  const created = textIn(first?.['created'])?.replace(/^[A-Za-z]{3},\s*/, '');
  // The hour would be read as a day, were it left.
  return dateOfText(created?.replace(/\s\d{1,2}:\d{2}.*$/, ''));
}

/** `0704.0001` is of April 2007, `hep-th/9901001` of January 1999. */
function dateOfId(id: string): PartialDate {
  const [, years, month] = /(?:^|\/)(\d{2})(\d{2})/.exec(id) ?? [];
  if (years === undefined || month === undefined) return {};
  return dateOf((Number(years) > 90 ? 1900 : 2000) + Number(years), Number(month)) ?? {};
}

/** The text that TeX would print, tidy; text without a sign of TeX, nearly every name, is only tidied. */
function plain(value: unknown): string {
  if (typeof value !== 'string') return textIn(value) ?? '';
  return tidyText(TEX_SIGNS.some((sign) => value.includes(sign)) ? decodeLatex(value) : value);
}
