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
const ADDRESS = /^[\w-]+(?:\.[\w-]+)+\//;
const PREFIX_OF = new Map(RULES.map((rule) => [rule, prefixOf(rule)]));
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

// As long as an ISBN at most: sixteen digits are an ORCID, right or wrong.
const BARE_NUMBER = /^\s*(?:\d[ -]?){0,12}[\dX]\s*$/i;
/** Schemes of which a bare number, whose scheme nothing tells, may be, in the order in which they are tried. */
const OF_BARE_NUMBERS = ['PUBMED', 'SEMANTIC_SCHOLAR', 'ISSN', 'ISBN'] as const;

/**
 * Everything that a text may mean as an identifier: one, or several where it is a bare number, which a person who looks
 * something up may well have; or why it can be none. Never throws.
 */
export function possibleIdentifiers(text: string): readonly Identifier[] | { readonly invalid: string } {
  const parsed = parseIdentifier(text);
  if (!('invalid' in parsed)) return [parsed];
  if (!BARE_NUMBER.test(text)) return parsed;
  const possible = OF_BARE_NUMBERS.map((scheme) => parseIdentifier(text, scheme)).filter(isIdentifier);
  return possible.length === 0 ? parsed : possible;
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

function isIdentifier(parsed: ParsedIdentifier): parsed is Identifier {
  return !('invalid' in parsed);
}

function isBare(text: string, rule: SchemeRule): boolean {
  return typeof rule.bare === 'boolean' ? rule.bare : rule.bare.test(text);
}

function prefixOf({ prefixes }: SchemeRule): RegExp {
  const choice = (texts: readonly string[]): string =>
    texts.map((text) => text.replaceAll('.', String.raw`\.`)).join('|');
  const [addresses, names] = [
    prefixes.filter((prefix) => ADDRESS.test(prefix)),
    prefixes.filter((prefix) => !ADDRESS.test(prefix)),
  ];
  const address = `(?<address>(?:https?://)?(?:www\\.)?(?:${choice(addresses)}))`;
  const all = [...(addresses.length === 0 ? [] : [address]), ...(names.length === 0 ? [] : [choice(names)])];
  return new RegExp(`^(?:${all.join('|')})`, 'i');
}

function withoutPrefix(text: string, rule: SchemeRule): string | undefined {
  const match = PREFIX_OF.get(rule)?.exec(text);
  if (match == null) return undefined;
  const value = text.slice(match[0].length).trim();
  return withoutSlashes(match.groups?.['address'] === undefined ? value : addressed(value, rule));
}

// In an address letters may be written in percent, and what it asks of the page may follow.
function addressed(value: string, { hasMarks = false }: SchemeRule): string {
  const path = hasMarks ? value : value.replace(/[?#].*$/, '');
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function withoutSlashes(text: string): string {
  return text.endsWith('/') ? text.replace(/\/+$/, '') : text;
}
