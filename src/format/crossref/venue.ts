/** Where a Crossref work appeared: its container, or the repository it was posted to. */
import type { PaperType, VenueMention, VenueType } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { firstText, objectIn, objectsIn, present, textIn, textsIn } from '../text/json-fields.ts';
import type { JsonObject } from '../text/json-records.ts';
import { plainText } from '../text/markup.ts';

const TYPES: Partial<Readonly<Record<PaperType, VenueType>>> = {
  ARTICLE: 'JOURNAL',
  CONFERENCE_PAPER: 'CONFERENCE',
  PREPRINT: 'REPOSITORY',
  CHAPTER: 'OTHER',
  BOOK: 'SERIES',
  EDITED_VOLUME: 'SERIES',
};

export function venueOf(
  work: JsonObject,
  type: PaperType | undefined,
  line: number,
  context: ReadContext,
): VenueMention | undefined {
  const posted = type === 'PREPRINT' ? textIn(objectsIn(work['institution'])[0]?.['name']) : undefined;
  const event = type === 'CONFERENCE_PAPER' ? textIn(objectIn(work['event'])['name']) : undefined;
  const name = plainText(firstText(work['container-title']) ?? posted ?? event ?? '');
  if (name === '') return undefined;
  const identifiers = new IdentifierList(context, line);
  for (const issn of textsIn(work['ISSN'])) identifiers.add(issn, 'ISSN');
  // The ISBN of a chapter or a paper is that of the volume around it.
  const isPart = type === 'CHAPTER' || type === 'CONFERENCE_PAPER';
  if (isPart) for (const isbn of textsIn(work['ISBN'])) identifiers.add(isbn, 'ISBN');
  return { name, ...present('type', type === undefined ? undefined : TYPES[type]), identifiers: identifiers.all };
}
