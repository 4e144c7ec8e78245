/** One item of CSL-JSON to a paper. */
import {
  PAPER_TYPES,
  VENUE_TYPES,
  IDENTIFIER_SCHEMES,
  categoryOf,
  foldText,
  identifierText,
  recordKey,
} from '../../model/index.ts';
import type { Identifier, PaperRecord, PaperType, PartialDate, VenueMention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { AuthorList } from '../text/author-list.ts';
import { dateOf, dateOfParts, dateOfText } from '../text/date-parts.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { countIn, objectIn, listIn, listed, present, textIn, textsIn } from '../text/json-fields.ts';
import type { Draft } from '../text/json-fields.ts';
import { isObject } from '../text/json-records.ts';
import type { JsonObject } from '../text/json-records.ts';
import { plainText } from '../text/markup.ts';
import { titleOrProblem } from '../text/paper-title.ts';

import { nameOfCsl } from './name.ts';
import { CSL_TYPES, venueTypeOf } from './type.ts';

const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

export function readItem(item: JsonObject, line: number, context: ReadContext): void {
  const id = textIn(item['id']) ?? '';
  const own = objectIn(objectIn(item['custom'])['coauthor']);
  const type = typeOf(item, own);
  const list = authorsOf(item, own, line, context);
  const identifiers = identifiersOf(item, own, type, line, context);
  const first = identifiers[0];
  const hint = first === undefined ? list.authors[0]?.name : identifierText(first);
  const ownTitle = own['title'];
  const printed = typeof ownTitle === 'string' ? ownTitle : plainText(textIn(item['title']) ?? '');
  const title = titleOrProblem(context, line, printed, hint);
  if (title === undefined) return;
  const date = dateIn(item, own);
  const isRetracted = own['isRetracted'];
  // Ours keeps its own line breaks.
  const exact = own['abstract'];
  const abstract = typeof exact === 'string' ? exact : plainText(textIn(item['abstract']) ?? '');
  // Field by field: spreading what may be absent takes longer than all the rest of the record.
  const record = {
    kind: 'paper',
    // By content: the same item in two files is one record.
    key: recordKey('csl', `${id}|${folded(title)}|${date.year ?? ''}`),
    catalogue: 'csl',
    line,
    title,
  } as Draft<PaperRecord>; // what it lacks follows
  if (abstract !== '') record.abstract = abstract;
  record.date = date;
  record.isYearInferred = own['isYearInferred'] === true;
  record.categories = textsIn(own['categories']).map(categoryOf);
  record.identifiers = identifiers;
  record.authors = list.authors;
  record.groupAuthors = list.groupAuthors;
  record.isAuthorListComplete = list.isAuthorListComplete;
  const authorCount = countIn(own['authorCount']);
  if (authorCount !== undefined) record.authorCount = authorCount;
  record.institutions = textsIn(own['institutions']);
  if (type !== undefined) record.type = type;
  const venue = venueOf(item, own, type, line, context);
  if (venue !== undefined) record.venue = venue;
  const citationCount = countIn(own['citationCount']);
  if (citationCount !== undefined) record.citationCount = citationCount;
  if (typeof isRetracted === 'boolean') record.isRetracted = isRetracted;
  const citationKey = textIn(item['citation-key']) ?? id;
  if (citationKey !== '') record.citationKey = citationKey;
  context.record(record);
}

/** Of words alone nothing folds but their case. */
function folded(title: string): string {
  return PLAIN_WORDS.test(title) ? title.toLowerCase() : foldText(title);
}

function typeOf(item: JsonObject, own: JsonObject): PaperType | undefined {
  const told = own['type'];
  const exact = told === undefined ? undefined : PAPER_TYPES.find((type) => type === told);
  const printed = textIn(item['type']) ?? 'document';
  return exact ?? (Object.hasOwn(CSL_TYPES, printed) ? CSL_TYPES[printed] : 'OTHER');
}

function authorsOf(item: JsonObject, own: JsonObject, line: number, context: ReadContext): AuthorList['fields'] {
  const list = new AuthorList();
  for (const author of listIn(item['author'])) {
    if (!isObject(author)) continue;
    const { text, isGroup } = nameOfCsl(author);
    if (text === '') continue;
    if (isGroup) list.addGroup(text);
    else {
      const orcid = textIn(author['ORCID']);
      const identifiers = orcid === undefined ? [] : new IdentifierList(context, line).add(orcid, 'ORCID').all;
      list.addPerson(text, identifiers.length === 0 ? undefined : { identifiers });
    }
  }
  for (const name of textsIn(own['unlistedAuthors'])) list.addUnlisted(name);
  return list.fields;
}

function identifiersOf(
  item: JsonObject,
  own: JsonObject,
  type: PaperType | undefined,
  line: number,
  context: ReadContext,
): readonly Identifier[] {
  const list = new IdentifierList(context, line);
  addOwn(own['identifiers'], list);
  list.add(textIn(item['DOI']), 'DOI').add(textIn(item['PMID']), 'PUBMED').add(textIn(item['PMCID']), 'PMC');
  // The ISBN of a part is that of the book around it.
  if (type !== 'CHAPTER' && type !== 'CONFERENCE_PAPER') addIsbns(item, list);
  const arxiv = /arxiv\.org\/abs\/(\S+)/i.exec(textIn(item['URL']) ?? '')?.[1];
  if (arxiv !== undefined) list.addKey(arxiv, 'ARXIV');
  return list.all;
}

// Before CSL's own fields, so that they keep their order.
function addOwn(texts: unknown, list: IdentifierList): void {
  for (const text of textsIn(texts)) {
    const scheme = IDENTIFIER_SCHEMES.find((candidate) => text.startsWith(`${candidate.toLowerCase()}:`));
    list.add(text, scheme ?? 'URL');
  }
}

function addIsbns(item: JsonObject, list: IdentifierList): void {
  for (const isbn of (textIn(item['ISBN']) ?? '').split(/[\s,;]+(?=\d{3}|\d[\d-]{9})/)) list.add(isbn, 'ISBN');
}

function venueOf(
  item: JsonObject,
  own: JsonObject,
  type: PaperType | undefined,
  line: number,
  context: ReadContext,
): VenueMention | undefined {
  const printed = textIn(item['container-title']) ?? textIn(item['event-title']) ?? textIn(item['event']);
  const name = textIn(own['venue']) ?? plainText(printed ?? '');
  if (name === '') return undefined;
  const exact = VENUE_TYPES.find((venueType) => venueType === own['venueType']);
  const list = new IdentifierList(context, line);
  addOwn(own['venueIdentifiers'], list);
  const issns = textIn(item['ISSN']);
  if (issns !== undefined) for (const issn of listed(issns)) list.add(issn, 'ISSN');
  if (type === 'CHAPTER' || type === 'CONFERENCE_PAPER') addIsbns(item, list);
  const venueType = own['venueType'] === null ? undefined : (exact ?? venueTypeOf(type));
  const identifiers = list.all;
  return venueType === undefined ? { name, identifiers } : { name, type: venueType, identifiers };
}

function dateIn(item: JsonObject, own: JsonObject): PartialDate {
  const exact = own['date'];
  if (isObject(exact) && Object.keys(exact).length > 0) {
    const [year, month, day] = ['year', 'month', 'day'].map((part) => countIn(exact[part]));
    return { ...present('year', year), ...present('month', month), ...present('day', day) };
  }
  const { issued } = item;
  const words = objectIn(issued);
  return (
    dateOfParts(issued) ??
    dateOfText(words['raw']) ??
    dateOfText(words['literal']) ??
    dateOfText(issued) ??
    dateOf(countIn(words['year'])) ??
    {}
  );
}
