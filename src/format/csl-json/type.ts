/** CSL's types of item, and ours. Those that stand for nothing of ours are OTHER; `document` says nothing. */
import type { PaperType, VenueType } from '../../model/index.ts';

const OTHERS = `bill broadcast classic collection entry event figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet patent performance periodical personal_communication post
  post-weblog regulation song speech standard treaty webpage`.split(/\s+/);

/** Undefined where the type says nothing. */
export const CSL_TYPES: Readonly<Record<string, PaperType | undefined>> = {
  ...Object.fromEntries(OTHERS.map((type) => [type, 'OTHER'] as const)),
  article: 'PREPRINT',
  'article-journal': 'ARTICLE',
  'article-magazine': 'ARTICLE',
  'article-newspaper': 'ARTICLE',
  book: 'BOOK',
  chapter: 'CHAPTER',
  dataset: 'DATASET',
  document: undefined,
  'entry-dictionary': 'CHAPTER',
  'entry-encyclopedia': 'CHAPTER',
  'paper-conference': 'CONFERENCE_PAPER',
  report: 'REPORT',
  review: 'REVIEW',
  'review-book': 'REVIEW',
  software: 'SOFTWARE',
  thesis: 'THESIS',
};

const WRITTEN: Partial<Readonly<Record<PaperType, string>>> = {
  ARTICLE: 'article-journal',
  CONFERENCE_PAPER: 'paper-conference',
  PREPRINT: 'article',
  BOOK: 'book',
  CHAPTER: 'chapter',
  EDITED_VOLUME: 'book',
  THESIS: 'thesis',
  REPORT: 'report',
  DATASET: 'dataset',
  SOFTWARE: 'software',
  REVIEW: 'review',
};

export function cslTypeOf(type: PaperType | undefined): string {
  return (type === undefined ? undefined : WRITTEN[type]) ?? 'document';
}

const VENUES: Partial<Readonly<Record<PaperType, VenueType>>> = {
  ARTICLE: 'JOURNAL',
  CONFERENCE_PAPER: 'CONFERENCE',
  PREPRINT: 'REPOSITORY',
};

/** What a container of such a paper is, where nothing else tells. */
export function venueTypeOf(type: PaperType | undefined): VenueType | undefined {
  return type === undefined ? undefined : VENUES[type];
}
