import type { Identifier, InstitutionMention, Mention } from '../../model/index.ts';

/** What a source tells of a mention beside name and place; what it does not tell is absent, never an empty list. */
export function mentionDetails(
  identifiers: readonly Identifier[],
  affiliations: readonly InstitutionMention[] = [],
): Pick<Mention, 'identifiers' | 'affiliations'> {
  if (identifiers.length === 0) return affiliations.length === 0 ? {} : { affiliations };
  return affiliations.length === 0 ? { identifiers } : { identifiers, affiliations };
}
