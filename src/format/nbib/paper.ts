/** One record of tagged fields as one paper. A record that PubMed knows has the same key as in PubMed's XML. */
import { foldText, recordKey } from '../../model/index.ts';
import type { PaperRecord, PartialDate, VenueMention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { parseMedlineDate } from '../text/medline-date.ts';
import { medlineTitle, plainTitle } from '../pubmed/medline-title.ts';
import { isRetractedType, paperTypeOf } from '../pubmed/publication-type.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { UNTITLED } from '../text/untitled.ts';

import { authorsOf } from './authors.ts';
import type { TaggedRecord } from './fields.ts';

/** The values of a tag, without the empty ones. */
type Values = (tag: string) => readonly string[];

const DOI_ELSEWHERE = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)(10\.\S+)/i;

export function readPaper(record: TaggedRecord, context: ReadContext): void {
  const values = valuesOf(record);
  const identifiers = new IdentifierList(context, record.line);
  addIdentifiers(values, identifiers);
  const { authors, groupAuthors, isComplete } = authorsOf(record, context);
  const date = dateOf(values, record, context);
  const printedTitle = titleOf(values);
  const hasContent = authors.length > 0 || groupAuthors.length > 0 || identifiers.all.length > 0;
  if (printedTitle === undefined) tellUntitled(record, context, hasContent);
  if (printedTitle === undefined && !hasContent) return;
  const title = printedTitle ?? UNTITLED;
  const types = values('PT');
  const type = typeOf(values);
  const venue = venueOf(values, type, context, record.line);
  const abstract = values('AB').join('\n');
  const revision = values('LR')
    .map((text) => text.replaceAll(/\D/g, ''))
    .sort()
    .at(-1);
  context.record({
    kind: 'paper',
    key: recordKey('pubmed', keyOf(values, title, date)),
    catalogue: 'pubmed',
    line: record.line,
    title,
    ...(abstract === '' ? {} : { abstract }),
    date,
    isYearInferred: false,
    categories: [],
    identifiers: identifiers.all,
    authors,
    isAuthorListComplete: isComplete,
    groupAuthors,
    institutions: [],
    ...(type === undefined ? {} : { type }),
    ...(venue === undefined ? {} : { venue }),
    ...(isRetractedType(types) || values('RIN').length > 0 ? { isRetracted: true } : {}),
    ...(revision === undefined || revision === '' ? {} : { revision }),
  });
}

function valuesOf(record: TaggedRecord): Values {
  const byTag = new Map<string, string[]>();
  for (const { tag, value } of record.fields) {
    if (value === '') continue;
    const list = byTag.get(tag);
    if (list === undefined) byTag.set(tag, [value]);
    else list.push(value);
  }
  return (tag) => byTag.get(tag) ?? [];
}

function addIdentifiers(values: Values, identifiers: IdentifierList): void {
  for (const pmid of values('PMID').slice(0, 1)) identifiers.add(pmid, 'PUBMED');
  for (const pmc of values('PMC')) identifiers.add(withPmc(pmc), 'PMC');
  for (const other of values('OID')) {
    const pmc = /^NLM:\s*(PMC\d+)/i.exec(other)?.[1];
    if (pmc !== undefined) identifiers.add(pmc, 'PMC');
  }
  for (const text of [...values('LID'), ...values('AID')]) {
    const doi = /^(.*)\s\[doi\]$/i.exec(text)?.[1] ?? DOI_ELSEWHERE.exec(text)?.[1];
    if (doi !== undefined) identifiers.add(doi, 'DOI');
  }
}

function withPmc(text: string): string {
  return /^\d+$/.test(text) ? `PMC${text}` : text;
}

// PubMed's own number; else what the record calls itself; else what it says.
function keyOf(values: Values, title: string, date: PartialDate): string {
  const [pmid = ''] = values('PMID');
  if (/^0*[1-9]\d{0,11}$/.test(pmid)) return String(Number(pmid));
  const [pmc] = values('PMC');
  if (pmc !== undefined) return withPmc(pmc).toLowerCase();
  const [owner = 'medline'] = values('OWN');
  const own = values('OID').find((id) => !id.includes(':'));
  if (own !== undefined) return `${owner}:${own}`.toLowerCase();
  const [doi] = values('AID').flatMap((text) => /^(10\.\S+) \[doi\]$/.exec(text)?.[1] ?? []);
  if (doi !== undefined) return doi.toLowerCase();
  return `${foldText(title)}|${date.year ?? ''}`;
}

// Several TI lines are one title that somebody's program broke; a book has BTI instead.
function titleOf(values: Values): string | undefined {
  const [book] = values('BTI');
  return (
    medlineTitle(values('TI').join(' '), values('TT').join(' ')) ?? (book === undefined ? undefined : plainTitle(book))
  );
}

// ERIC calls a journal's article a report of research; its ISSN tells.
function typeOf(values: Values): PaperRecord['type'] {
  const type = paperTypeOf(values('PT'));
  if (type === 'REPORT' && values('ISSN').length > 0) return 'ARTICLE';
  if (type !== undefined || values('BTI').length === 0) return type;
  return values('TI').length > 0 ? 'CHAPTER' : 'BOOK';
}

function tellUntitled({ line, fields }: TaggedRecord, { file, problem }: ReadContext, isKept: boolean): void {
  const [first] = fields;
  problem({
    kind: 'missing-title',
    file,
    line,
    message: 'A record has no title.',
    ...(first === undefined ? {} : { found: `${first.tag}: ${first.value}`.slice(0, 200) }),
    kept: isKept ? `the record as ${UNTITLED}` : 'nothing: the record has no author and no identifier either',
  });
}

function dateOf(values: Values, { line }: TaggedRecord, { file, problem }: ReadContext): PartialDate {
  const [printed] = values('DP');
  if (printed === undefined) return {};
  const date = parseMedlineDate(printed);
  if (date !== undefined) return date;
  const found = printed.slice(0, 200);
  problem({
    kind: 'mangled-date',
    file,
    line,
    message: 'A date of publication holds no year.',
    found,
    kept: 'no date',
  });
  return {};
}

function venueOf(
  values: Values,
  type: PaperRecord['type'],
  context: ReadContext,
  line: number,
): VenueMention | undefined {
  const isChapter = values('TI').length > 0 && values('BTI').length > 0;
  const name = isChapter
    ? plainTitle(values('BTI').join(' '))
    : (values('JT')[0] ?? values('TA')[0] ?? values('CTI')[0]);
  if (name === undefined) return undefined;
  const identifiers = new IdentifierList(context, line);
  for (const text of [...values('IS'), ...values('ISSN')]) {
    const issn = /\d{4}-?\d{3}[\dXx]/.exec(text)?.[0];
    if (issn !== undefined && !/\d{9}/.test(text)) identifiers.add(issn, 'ISSN');
  }
  const venueType = type === 'PREPRINT' ? 'REPOSITORY' : identifiers.all.length > 0 ? 'JOURNAL' : undefined;
  return { name, ...(venueType === undefined ? {} : { type: venueType }), identifiers: identifiers.all };
}
