/**
 * Identifiers of people, papers and institutions: any spelling in, one form out. `https://doi.org/10.1000/ABC` and
 * `doi:10.1000/abc` are the same identifier, and text that is none is told why.
 */
import { RULES } from './identifier-rules.ts';
import type { SchemeRule } from './identifier-rules.ts';

export const IDENTIFIER_SCHEMES = [
  'ORCID',
  'DOI',
  'ARXIV',
  'PUBMED',
  'PMC',
  'DBLP',
  'OPENALEX',
  'SEMANTIC_SCHOLAR',
  'ACL',
  'ROR',
  'GRID',
  'ISSN',
  'ISBN',
  'URL',
] as const;

export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

/** An identifier in its one form: `{ scheme: 'ORCID', value: '0000-0002-1825-0097' }`. */
export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly value: string;
}

/** What came of reading text as an identifier: one, or the reason in words why it is none. */
export type ParsedIdentifier = Identifier | { readonly invalid: string };

// One expression for all prefixes of a scheme: readers ask it of every identifier, and nearly always the answer is no.
const PREFIX_OF = new Map(
  RULES.map((rule) => [
    rule,
    new RegExp(`^(?:${rule.prefixes.map((prefix) => prefix.replaceAll('.', String.raw`\.`)).join('|')})`, 'i'),
  ]),
);
const SCHEME_WORD = Object.fromEntries(IDENTIFIER_SCHEMES.map((scheme) => [scheme, scheme.toLowerCase()])) as Readonly<
  Record<IdentifierScheme, string>
>; // of every scheme
const RULES_OF = new Map(RULES.map((rule) => [rule.scheme, RULES.filter(({ scheme }) => scheme === rule.scheme)]));

/**
 * Reads an identifier in any spelling: bare, prefixed or a URL, any case. Never throws: what is no identifier comes
 * back as `{ invalid }`, a sentence that says what is wrong and what is allowed.
 *
 * @param text what a person pasted
 * @param only the one scheme to accept, where the question names it (`by: {orcid: …}`)
 */
export function parseIdentifier(text: string, only?: IdentifierScheme): ParsedIdentifier {
  const trimmed = text.trim();
  for (const rule of only === undefined ? RULES : (RULES_OF.get(only) ?? [])) {
    const value = withoutPrefix(trimmed, rule);
    const isNamed = value !== undefined;
    const candidate = value ?? (only !== undefined || isBare(trimmed, rule) ? trimmed : undefined);
    if (candidate === undefined) continue;
    if (!rule.shape.test(candidate)) {
      if (isNamed || only !== undefined) {
        return { invalid: `"${text}" is no ${rule.scheme}: expected ${rule.allowed}.` };
      }
      continue;
    }
    const normal = rule.normalise?.(candidate) ?? candidate;
    const problem = rule.verify?.(normal);
    if (problem !== undefined) return { invalid: `"${text}" is no valid ${rule.scheme}: ${problem}.` };
    return { scheme: rule.scheme, value: normal };
  }
  const known = RULES.map((rule) => rule.scheme).join(', ');
  return {
    invalid: `"${text}" is no identifier that is known here: expected one of ${known}, bare, prefixed or a URL.`,
  };
}

/** The address at which people look the identifier up, where its scheme has one. */
export function identifierUrl(identifier: Identifier): string | undefined {
  if (identifier.scheme === 'URL') return identifier.value;
  return RULES.find((rule) => rule.scheme === identifier.scheme)?.url?.(identifier.value);
}

/** One text for one identifier: `orcid:0000-0002-1825-0097`. */
export function identifierText(identifier: Identifier): string {
  return `${SCHEME_WORD[identifier.scheme]}:${identifier.value}`;
}

function isBare(text: string, rule: SchemeRule): boolean {
  return typeof rule.bare === 'boolean' ? rule.bare : rule.bare.test(text);
}

function withoutPrefix(text: string, rule: SchemeRule): string | undefined {
  const prefix = PREFIX_OF.get(rule)?.exec(text)?.[0];
  return prefix === undefined ? undefined : withoutSlashes(text.slice(prefix.length).trim());
}

function withoutSlashes(text: string): string {
  return text.endsWith('/') ? text.replace(/\/+$/, '') : text;
}
