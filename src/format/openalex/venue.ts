/** Where a work appeared: the source of its primary location. */
import type { VenueMention, VenueType } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { objectIn, present, textIn, textsIn } from '../text/json-fields.ts';
import type { JsonObject } from '../text/json-records.ts';

const TYPES: Readonly<Record<string, VenueType>> = {
  journal: 'JOURNAL',
  conference: 'CONFERENCE',
  repository: 'REPOSITORY',
  'book series': 'SERIES',
};

export function venueOf(work: JsonObject, line: number, context: ReadContext): VenueMention | undefined {
  const place = objectIn(work['primary_location']);
  const source = objectIn(place['source']);
  const name = textIn(source['display_name']) ?? textIn(place['raw_source_name']);
  if (name === undefined) return undefined;
  const type = textIn(source['type']);
  const identifiers = new IdentifierList(context, line).add(textIn(source['id']), 'OPENALEX');
  for (const issn of [textIn(source['issn_l']), ...textsIn(source['issn'])]) identifiers.add(issn, 'ISSN');
  const known = type === undefined ? undefined : Object.hasOwn(TYPES, type) ? TYPES[type] : 'OTHER';
  return { name, ...present('type', known), identifiers: identifiers.all };
}
