/** OpenAlex's types of work, and Crossref's where OpenAlex passes them on, as ours. */
import type { PaperType } from '../../model/index.ts';
import { objectIn, textIn } from '../text/json-fields.ts';
import type { JsonObject } from '../text/json-records.ts';

const TYPES: Readonly<Record<string, PaperType>> = {
  article: 'ARTICLE',
  'conference-paper': 'CONFERENCE_PAPER',
  preprint: 'PREPRINT',
  book: 'BOOK',
  'book-chapter': 'CHAPTER',
  'reference-entry': 'CHAPTER',
  dissertation: 'THESIS',
  report: 'REPORT',
  dataset: 'DATASET',
  software: 'SOFTWARE',
  review: 'REVIEW',
  'peer-review': 'REVIEW',
  letter: 'ARTICLE',
  editorial: 'ARTICLE',
};

export function typeOf(work: JsonObject): PaperType | undefined {
  const type = textIn(work['type']);
  if (type === undefined) return undefined;
  const place = objectIn(work['primary_location']);
  const isProceedings =
    textIn(work['type_crossref']) === 'proceedings-article' ||
    textIn(place['raw_type']) === 'proceedings-article' ||
    textIn(objectIn(place['source'])['type']) === 'conference';
  if (type === 'article' && isProceedings) return 'CONFERENCE_PAPER';
  return Object.hasOwn(TYPES, type) ? TYPES[type] : 'OTHER';
}
