/**
 * OpenAlex works (https://docs.openalex.org/api-entities/works): replies, lists, single works and the lines of the
 * snapshot. An author is as printed (`raw_author_name`) where OpenAlex keeps that, and identified by OpenAlex's id;
 * the null author A9999999999 is nobody's.
 */
import { recordKey } from '../model/index.ts';
import type { PaperRecord } from '../model/index.ts';

import type { Format, ReadContext } from './format.ts';
import { readAuthorships } from './openalex/authorship.ts';
import { abstractOf } from './openalex/inverted-index.ts';
import { typeOf } from './openalex/type.ts';
import { venueOf } from './openalex/venue.ts';
import { dateOf, dateOfText } from './text/date-parts.ts';
import { IdentifierList } from './text/identifier-list.ts';
import { countIn, objectIn, objectsIn, present, textIn } from './text/json-fields.ts';
import { firstJsonRecord } from './text/json-head.ts';
import { openJsonRecords } from './text/json-records.ts';
import type { JsonObject } from './text/json-records.ts';
import { plainText } from './text/markup.ts';
import { titleOrProblem } from './text/paper-title.ts';

const WORK_ID = /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?)?(W\d+)$/i;

export const openalex: Format = {
  name: 'openalex',
  title: 'OpenAlex works',
  extensions: ['json', 'jsonl', 'ndjson'],
  sniff(head) {
    const work = firstJsonRecord(head);
    if (work === undefined) return undefined;
    const id = textIn(work['id']) ?? '';
    if (id.includes('openalex.org/W')) return { confidence: 0.95, reason: `a work with the id ${id}` };
    if (WORK_ID.test(id) && Array.isArray(work['authorships'])) {
      return { confidence: 0.8, reason: `a work with the id ${id} and authorships` };
    }
    return undefined;
  },
  open(context) {
    return openJsonRecords({
      context,
      lists: ['results'],
      isRecord: (value) => WORK_ID.test(textIn(value['id']) ?? ''),
      record: (value, line) => readWork(value, line, context),
    });
  },
};

function readWork(work: JsonObject, line: number, context: ReadContext): void {
  const printedId = textIn(work['id']) ?? textIn(objectIn(work['ids'])['openalex']) ?? '';
  const id = WORK_ID.exec(printedId)?.[1]?.toUpperCase();
  if (id === undefined) {
    context.problem({
      kind: 'malformed-record',
      file: context.file,
      line,
      message: 'A record has no id of an OpenAlex work.',
      found: printedId === '' ? 'no id' : printedId.slice(0, 120),
      kept: 'the records around it',
    });
    return;
  }
  const title = titleOrProblem(
    context,
    line,
    plainText(textIn(work['title']) ?? textIn(work['display_name']) ?? ''),
    id,
  );
  const abstract = plainText(abstractOf(work['abstract_inverted_index']) ?? textIn(work['abstract']) ?? '');
  const revision = textIn(work['updated_date']);
  const isRetracted = work['is_retracted'];
  const record: PaperRecord = {
    kind: 'paper',
    key: recordKey('openalex', id),
    catalogue: 'openalex',
    line,
    title: title ?? id,
    ...(abstract === '' ? {} : { abstract }),
    date: dateOfText(work['publication_date']) ?? dateOf(countIn(work['publication_year'])) ?? {},
    isYearInferred: false,
    categories: [],
    identifiers: identifiersOf(work, id, line, context),
    ...readAuthorships(work, line, context),
    institutions: [],
    ...present('type', typeOf(work)),
    ...present('venue', venueOf(work, line, context)),
    ...present('citationCount', countIn(work['cited_by_count'])),
    ...present('isRetracted', typeof isRetracted === 'boolean' ? isRetracted : undefined),
    ...present('revision', revision),
  };
  context.record(record);
}

function identifiersOf(work: JsonObject, id: string, line: number, context: ReadContext): PaperRecord['identifiers'] {
  const ids = objectIn(work['ids']);
  const list = new IdentifierList(context, line).add(id, 'OPENALEX');
  const doi = textIn(work['doi']) ?? textIn(ids['doi']);
  list.add(doi, 'DOI').add(textIn(ids['pmid']), 'PUBMED').add(textIn(ids['pmcid']), 'PMC');
  for (const place of [work['primary_location'], ...objectsIn(work['locations'])]) {
    const page = textIn(objectIn(place)['landing_page_url']);
    if (page !== undefined && /^https?:\/\/arxiv\.org\/abs\//.test(page)) list.addKey(page, 'ARXIV');
  }
  return list.all;
}
