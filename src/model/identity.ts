/**
 * What is known of how a person was worked out: which decision made one author of several mentions, on what evidence,
 * and how sure it is. Plain readonly data; a reader sees it as `Author.identity`.
 */
import type { SourceMention } from './entity.ts';
import type { AuthorId } from './id.ts';

/** What a decision about a person rests on, with the sentence that docs and clients show for it. */
export const EVIDENCE_KINDS = {
  IDENTIFIER: 'An identifier that a source gives the person: an ORCID, a dblp person, an OpenAlex author.',
  VARIANTS_FILE: 'A file that says which names are one person.',
  SAME_NAME: 'The same name, folded, and how rare it is.',
  SHARED_COAUTHOR: 'Coauthors that the mentions have in common.',
  SHARED_INSTITUTION: 'Institutions that the mentions have in common.',
  SHARED_VENUE: 'Venues, rare ones above all, that the mentions have in common.',
  SHARED_CATEGORY: 'Categories or words of titles that the mentions have in common.',
  DECISION: 'A person decided so.',
} as const;

export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

export interface IdentityEvidence {
  readonly kind: EvidenceKind;
  /** A sentence for people, such as `"Ada Byron" and "Ada K. Byron" share 3 coauthors, Mary Somerville among them.` */
  readonly statement: string;
  /** Where it stands; a few of the places where there are many. */
  readonly sources: readonly SourceMention[];
}

export interface AuthorIdentity {
  /** 0 to 1: how sure it is that all mentions are one person and that no other author is the same one. */
  readonly confidence: number;
  /** Too little evidence to tell whether the mentions are one person, or whether another author is the same one. */
  readonly isAmbiguous: boolean;
  readonly evidence: readonly IdentityEvidence[];
  /** Ids of authors that equal names or identifiers alone would have left apart, and that are this one now. */
  readonly mergedFrom: readonly AuthorId[];
}
