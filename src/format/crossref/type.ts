/** Crossref's types of work as ours, and whether a work was retracted. */
import type { PaperType } from '../../model/index.ts';
import { firstText, objectsIn, textIn } from '../text/json-fields.ts';
import type { JsonObject } from '../text/json-records.ts';

const TYPES: Readonly<Record<string, PaperType>> = {
  'journal-article': 'ARTICLE',
  'proceedings-article': 'CONFERENCE_PAPER',
  'posted-content': 'PREPRINT',
  book: 'BOOK',
  monograph: 'BOOK',
  'reference-book': 'BOOK',
  'edited-book': 'EDITED_VOLUME',
  proceedings: 'EDITED_VOLUME',
  'book-chapter': 'CHAPTER',
  'book-section': 'CHAPTER',
  'book-part': 'CHAPTER',
  'reference-entry': 'CHAPTER',
  dissertation: 'THESIS',
  report: 'REPORT',
  'report-component': 'REPORT',
  dataset: 'DATASET',
  software: 'SOFTWARE',
  'peer-review': 'REVIEW',
};

export function typeOf(work: JsonObject): PaperType | undefined {
  const type = textIn(work['type']);
  if (type === undefined) return undefined;
  const subtype = textIn(work['subtype']);
  // What is posted is a preprint, unless it is a blog or a letter.
  if (type === 'posted-content' && subtype !== undefined && subtype !== 'preprint') return 'OTHER';
  return Object.hasOwn(TYPES, type) ? TYPES[type] : 'OTHER';
}

/** `update-to` stands on the notice that retracts; the retracted work has `updated-by`, or says so in its title. */
export function isRetracted(work: JsonObject): boolean {
  const isUpdated = objectsIn(work['updated-by']).some(({ type }) => textIn(type) === 'retraction');
  return isUpdated || /^\[?(?:retracted|withdrawn)(?: article| paper)?\s*[:\]]/i.test(firstText(work['title']) ?? '');
}
