/**
 * Crossref works (https://api.crossref.org/swagger-ui): bare, under `message`, in `message.items` or, as in the public
 * dump, in `items`; one per line or in a list.
 */
import { mentionDetails } from './text/mention-details.ts';
import { foldText, isGroupName, recordKey } from '../model/index.ts';
import type { InstitutionMention, PaperRecord, PartialDate } from '../model/index.ts';

import { isRetracted, typeOf } from './crossref/type.ts';
import { venueOf } from './crossref/venue.ts';
import type { Format, ReadContext } from './format.ts';
import { AuthorList, nameOf } from './text/author-list.ts';
import { dateOfParts } from './text/date-parts.ts';
import { IdentifierList } from './text/identifier-list.ts';
import { countIn, firstText, objectIn, objectsIn, present, textIn, textsIn } from './text/json-fields.ts';
import { firstJsonRecord } from './text/json-head.ts';
import { isObject, openJsonRecords } from './text/json-records.ts';
import type { JsonObject } from './text/json-records.ts';
import { plainText } from './text/markup.ts';
import { titleOrProblem } from './text/paper-title.ts';

/** Fields that Crossref alone has; CSL-JSON shares the others. */
const OWN = [
  'indexed',
  'deposited',
  'is-referenced-by-count',
  'reference-count',
  'references-count',
  'prefix',
  'member',
];
/** In the order of trust. `created` and `deposited` date the record, not the work. */
const DATES = ['issued', 'published', 'published-print', 'published-online', 'posted', 'approved'];

export const crossref: Format = {
  name: 'crossref',
  title: 'Crossref works',
  extensions: ['json', 'jsonl', 'ndjson'],
  sniff(head) {
    const work = firstJsonRecord(head);
    if (work === undefined) return undefined;
    const doi = textIn(work['DOI']);
    const own = OWN.filter((key) => key in work);
    if (own.length >= 2 && (doi !== undefined || own.length >= 3)) {
      return { confidence: 0.95, reason: `a work with the fields ${own.slice(0, 3).join(', ')}` };
    }
    const hasListTitle = Array.isArray(work['title']) && textIn(work['type']) !== undefined;
    if (doi !== undefined && (hasListTitle || own.length > 0)) {
      return { confidence: 0.8, reason: `a work with the DOI ${doi} and a list of titles` };
    }
    return undefined;
  },
  open(context) {
    return openJsonRecords({
      context,
      lists: ['items', 'message.items'],
      isRecord: (value) => typeof value['DOI'] === 'string',
      record: (value, line) => {
        const { message } = value;
        readWork(isObject(message) ? message : value, line, context);
      },
    });
  },
};

function readWork(work: JsonObject, line: number, context: ReadContext): void {
  const doi = textIn(work['DOI']);
  const printedTitle = plainText(firstText(work['title']) ?? firstText(work['original-title']) ?? '');
  const list = authorsOf(work, line, context);
  const identifiers = new IdentifierList(context, line).add(doi, 'DOI');
  const arxiv = /^10\.48550\/arxiv\.(.+)$/i.exec(doi ?? '')?.[1];
  if (arxiv !== undefined) identifiers.addKey(arxiv, 'ARXIV');
  const type = typeOf(work);
  const isBook = type === 'BOOK' || type === 'EDITED_VOLUME' || type === 'THESIS' || type === 'REPORT';
  if (isBook) for (const isbn of textsIn(work['ISBN'])) identifiers.add(isbn, 'ISBN');
  const title = titleOrProblem(context, line, printedTitle, doi ?? list.authors[0]?.name);
  if (title === undefined) return;
  const date = dateIn(work);
  const abstract = plainText(textIn(work['abstract']) ?? '').replace(/^Abstract\s+/i, '');
  const record: PaperRecord = {
    kind: 'paper',
    key: recordKey('crossref', doi?.toLowerCase() ?? `${foldText(title)}|${date.year ?? ''}`),
    catalogue: 'crossref',
    line,
    title,
    ...(abstract === '' ? {} : { abstract }),
    date,
    isYearInferred: false,
    categories: [],
    identifiers: identifiers.all,
    ...list,
    institutions: [],
    ...present('type', type),
    ...present('venue', venueOf(work, type, line, context)),
    ...present('citationCount', countIn(work['is-referenced-by-count'])),
    ...(isRetracted(work) ? { isRetracted: true } : {}),
    ...present('revision', textIn(objectIn(work['indexed'])['date-time'])),
  };
  context.record(record);
}

function dateIn(work: JsonObject): PartialDate {
  for (const field of DATES) {
    const date = dateOfParts(work[field]);
    if (date !== undefined) return date;
  }
  return {};
}

function authorsOf(work: JsonObject, line: number, context: ReadContext): AuthorList['fields'] {
  const list = new AuthorList();
  for (const author of objectsIn(work['author'])) addAuthor(author, list, line, context);
  return list.fields;
}

function addAuthor(author: JsonObject, list: AuthorList, line: number, context: ReadContext): void {
  const [given, surname] = [author['given'], author['family']].map(
    (part) => plainText(textIn(part) ?? '') || undefined,
  );
  const group = plainText(textIn(author['name']) ?? textIn(author['literal']) ?? '');
  // Who has one name only may have it in either place.
  const family = surname ?? (group === '' ? given : undefined);
  if (family === undefined) {
    if (group !== '') list.addGroup(group);
    else {
      const { file } = context;
      context.problem({ kind: 'lost-text', file, line, message: 'An author has no name.', kept: 'the other authors' });
    }
    return;
  }
  if ((given === undefined || surname === undefined) && isGroupName(family)) {
    list.addGroup(family);
    return;
  }
  const identifiers = new IdentifierList(context, line).add(textIn(author['ORCID']), 'ORCID').all;
  const affiliations = objectsIn(author['affiliation']).flatMap((place) => affiliationOf(place, line, context));
  list.addPerson(
    nameOf(surname === undefined ? undefined : given, family, textIn(author['suffix'])),
    mentionDetails(identifiers, affiliations),
  );
}

function affiliationOf(place: JsonObject, line: number, context: ReadContext): readonly InstitutionMention[] {
  const identifiers = new IdentifierList(context, line);
  for (const { id } of objectsIn(place['id'])) {
    const text = textIn(id) ?? '';
    if (/ror\.org\//i.test(text)) identifiers.add(text, 'ROR');
    else if (/grid\./i.test(text)) identifiers.add(text, 'GRID');
  }
  const name = plainText(textIn(place['name']) ?? '');
  // An affiliation may be nothing but its identifier.
  const [first] = identifiers.all;
  if (name === '' && first === undefined) return [];
  return [{ name: name === '' ? (first?.value ?? '') : name, identifiers: identifiers.all }];
}
