/**
 * MEDLINE's publication types (a record has several) as one type of paper. The most telling wins: a preprint is a
 * journal article too, in MEDLINE's words. What only says how it was paid for tells nothing.
 */
import type { PaperType } from '../../model/index.ts';

const TYPES: readonly (readonly [RegExp, PaperType])[] = [
  [/^preprint$/, 'PREPRINT'],
  [/^(?:published erratum|retraction of publication|retraction notice|expression of concern)$/, 'OTHER'],
  [/^(?:dataset|datasets)$/, 'DATASET'],
  [/^(?:academic dissertations?|dissertations\/theses\b.*)$/, 'THESIS'],
  [/^(?:review|systematic review|scoping review)$/, 'REVIEW'],
  [/^(?:congress|congresses|clinical conference|speeches\/meeting papers)$/, 'CONFERENCE_PAPER'],
  [/^(?:journal article|journal articles|letter|editorial|comment|case reports|clinical trial\b.*)$/, 'ARTICLE'],
  [/^(?:technical report|government publication|reports?\b.*)$/, 'REPORT'],
  [/^(?:book|books|monograph|collected works)$/, 'BOOK'],
  [/^(?:book chapter|study guide chapter)$/, 'CHAPTER'],
];

/** Absent when the list tells nothing of the kind. */
export function paperTypeOf(publicationTypes: readonly string[]): PaperType | undefined {
  const folded = publicationTypes.map((type) => type.trim().toLowerCase());
  return TYPES.find(([pattern]) => folded.some((type) => pattern.test(type)))?.[1];
}

/** Whether the record is of a paper that was withdrawn; the notice that withdraws it is another record. */
export function isRetractedType(publicationTypes: readonly string[]): boolean {
  return publicationTypes.some((type) => type.trim().toLowerCase() === 'retracted publication');
}
