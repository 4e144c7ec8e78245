/** What kind of paper a dblp record is, and where it appeared. */
import type { PaperType, VenueMention, VenueType } from '../../model/index.ts';
import { childOf, childText } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

const TYPES: Readonly<Record<string, PaperType>> = {
  article: 'ARTICLE',
  inproceedings: 'CONFERENCE_PAPER',
  proceedings: 'EDITED_VOLUME',
  book: 'BOOK',
  incollection: 'CHAPTER',
  phdthesis: 'THESIS',
  mastersthesis: 'THESIS',
  data: 'DATASET',
};

export function typeOf(element: XmlElement): PaperType {
  const publtype = element.attributes['publtype'] ?? '';
  if (/\binformal\b/.test(publtype)) return 'PREPRINT';
  if (/\bsoftware\b/.test(publtype)) return 'SOFTWARE';
  if (/\bdata\b/.test(publtype)) return 'DATASET';
  const isEdited = childOf(element, 'author') === undefined && childOf(element, 'editor') !== undefined;
  if (element.name === 'book' && isEdited) return 'EDITED_VOLUME';
  return TYPES[element.name] ?? 'OTHER';
}

// In the order of preference: a paper in proceedings that are an issue of a journal is the journal's.
const VENUES: readonly (readonly [field: string, type: VenueType])[] = [
  ['journal', 'JOURNAL'],
  ['booktitle', 'CONFERENCE'],
  ['series', 'SERIES'],
];

export function venueOf(element: XmlElement): VenueMention | undefined {
  for (const [field, type] of VENUES) {
    const name = childText(element, field);
    if (name !== undefined) return { name, type: venueType(element, name, type), identifiers: [] };
  }
  return undefined;
}

function venueType(element: XmlElement, name: string, type: VenueType): VenueType {
  if (name === 'CoRR') return 'REPOSITORY';
  const isConference = element.name === 'inproceedings' || element.name === 'proceedings';
  return type === 'CONFERENCE' && !isConference ? 'OTHER' : type;
}
