/**
 * What identifies a paper: by which identifiers two records are one, and by which they are two.
 *
 * One identifier may have two forms: arXiv and the ACL Anthology give DOIs that spell their own numbers
 * (`10.48550/arXiv.2301.00001`, `10.18653/v1/P19-1001`). An ISBN or an address may be that of a container, or of one
 * that is shared, so it only ties records of one title.
 */
import { identifierText, parseIdentifier } from '../../model/index.ts';
import type { Identifier, IdentifierScheme, PaperRecord } from '../../model/index.ts';

const CONTAINERS: ReadonlySet<IdentifierScheme> = new Set(['ISBN', 'URL', 'ISSN']);
// A paper has one of each, in one form. OpenAlex and Semantic Scholar join and renumber their records.
const TELLING_APART: ReadonlySet<IdentifierScheme> = new Set(['DOI', 'ARXIV', 'PUBMED', 'PMC', 'ACL', 'DBLP']);
const SPELT_OUT = [
  [/^10\.48550\/arxiv\.(.+)$/, 'ARXIV'],
  [/^10\.(?:18653|3115)\/v1\/(.+)$/, 'ACL'],
] as const;

/** One text for each identifier that ties whatever else the records say. */
export function tyingIdentifiers({ identifiers }: PaperRecord): readonly string[] {
  if (identifiers.length === 0) return [];
  return identifiers.filter(({ scheme }) => !CONTAINERS.has(scheme)).map((told) => identifierText(inShortForm(told)));
}

/** One text for each identifier that ties records of one title only. */
export function containerIdentifiers({ identifiers }: PaperRecord): readonly string[] {
  return identifiers.filter(({ scheme }) => scheme === 'ISBN' || scheme === 'URL').map(identifierText);
}

/**
 * The identifiers of which a paper has one, by scheme: two that differ in all of one scheme are two papers. A preprint
 * has its own, so that it does not contradict its publication.
 */
export function tellingApart({ identifiers, type }: PaperRecord): readonly (readonly [scheme: string, text: string])[] {
  return identifiers.map(inShortForm).flatMap(({ scheme, value }) => {
    const kind = type === 'PREPRINT' ? `preprint ${scheme}` : scheme;
    return TELLING_APART.has(scheme) ? [[kind, value] as const] : [];
  });
}

function inShortForm(identifier: Identifier): Identifier {
  if (identifier.scheme !== 'DOI') return identifier;
  for (const [shape, scheme] of SPELT_OUT) {
    const value = shape.exec(identifier.value)?.[1];
    const parsed = value === undefined ? undefined : parseIdentifier(value, scheme);
    if (parsed !== undefined && !('invalid' in parsed)) return parsed;
  }
  return identifier;
}
