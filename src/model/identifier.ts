/**
 * Identifiers of people, papers and institutions: any spelling in, one form out. `https://doi.org/10.1000/ABC` and
 * `doi:10.1000/abc` are the same identifier, and text that is none is told why.
 */
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

interface SchemeRule {
  readonly scheme: IdentifierScheme;
  /** Spellings that name this scheme, before the value; tried in order, case ignored. */
  readonly prefixes: readonly string[];
  /** The value's shape once the prefix is gone. */
  readonly shape: RegExp;
  /** Whether a bare value, without any prefix, is unmistakably of this scheme. */
  readonly bare: boolean;
  readonly normalise?: (value: string) => string;
  /** Words for what is wrong with a well-shaped value (a checksum), else undefined. */
  readonly verify?: (value: string) => string | undefined;
  readonly url?: (value: string) => string;
  readonly allowed: string;
}

const upper = (value: string): string => value.toUpperCase();
const lower = (value: string): string => value.toLowerCase();

const RULES: readonly SchemeRule[] = [
  {
    scheme: 'ORCID',
    prefixes: ['https://orcid.org/', 'http://orcid.org/', 'https://www.orcid.org/', 'orcid.org/', 'orcid:'],
    shape: /^\d{4}-?\d{4}-?\d{4}-?\d{3}[\dx]$/i,
    bare: true,
    normalise: (value) =>
      upper(value)
        .replaceAll('-', '')
        .replace(/(.{4})(?=.)/g, '$1-'),
    verify: (value) => orcidChecksumProblem(value),
    url: (value) => `https://orcid.org/${value}`,
    allowed: 'sixteen digits in four groups, the last possibly X, such as 0000-0002-1825-0097',
  },
  {
    scheme: 'DOI',
    prefixes: ['https://doi.org/', 'http://doi.org/', 'https://dx.doi.org/', 'http://dx.doi.org/', 'doi.org/', 'doi:'],
    shape: /^10\.\d{4,9}(?:\.\d+)*\/\S+$/,
    bare: true,
    normalise: lower,
    url: (value) => `https://doi.org/${value}`,
    allowed: 'a prefix, a slash and a suffix, such as 10.1103/PhysRevE.64.016132',
  },
  {
    scheme: 'ROR',
    prefixes: ['https://ror.org/', 'http://ror.org/', 'ror.org/', 'ror:'],
    shape: /^0[0-9a-hj-km-np-tv-z]{6}\d{2}$/i,
    bare: true,
    normalise: lower,
    verify: (value) => rorChecksumProblem(value),
    url: (value) => `https://ror.org/${value}`,
    allowed: 'nine characters beginning with 0 and ending in two digits, such as 03yrm5c26',
  },
  {
    scheme: 'ARXIV',
    prefixes: ['https://arxiv.org/abs/', 'http://arxiv.org/abs/', 'https://arxiv.org/pdf/', 'arxiv.org/abs/', 'arxiv:'],
    shape: /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i,
    bare: true,
    normalise: (value) => lower(value).replace(/(?:v\d+)?(?:\.pdf)?$/, ''),
    url: (value) => `https://arxiv.org/abs/${value}`,
    allowed: 'an arXiv number, such as 2301.00001 or hep-th/9901001',
  },
];

/**
 * Reads an identifier in any spelling: bare, prefixed or a URL, any case. Never throws: what is no identifier comes
 * back as `{ invalid }`, a sentence that says what is wrong and what is allowed.
 *
 * @param text what a person pasted
 * @param only the one scheme to accept, where the question names it (`by: {orcid: …}`)
 */
export function parseIdentifier(text: string, only?: IdentifierScheme): ParsedIdentifier {
  const trimmed = text.trim();
  for (const rule of RULES) {
    if (only !== undefined && rule.scheme !== only) continue;
    const value = withoutPrefix(trimmed, rule);
    const isNamed = value !== undefined;
    const candidate = value ?? (rule.bare || only !== undefined ? trimmed : undefined);
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
  return `${identifier.scheme.toLowerCase()}:${identifier.value}`;
}

/** ISO 7064 mod 11-2, as ORCID uses it: https://support.orcid.org/hc/en-us/articles/360006897674 */
function orcidChecksumProblem(value: string): string | undefined {
  const digits = value.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
  const rest = (12 - (total % 11)) % 11;
  const expected = rest === 10 ? 'X' : String(rest);
  const given = digits.at(-1) ?? '';
  return given === expected ? undefined : `its last character is ${given}, but its checksum is ${expected}`;
}

/** ISO 7064 mod 97-10 over Crockford's base 32, as ROR uses it: https://ror.readme.io/docs/identifier */
function rorChecksumProblem(value: string): string | undefined {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  let number = 0;
  for (const character of value.slice(1, 7)) number = number * 32 + alphabet.indexOf(character);
  const expected = String(98 - ((number * 100) % 97)).padStart(2, '0');
  const given = value.slice(7);
  return given === expected ? undefined : `it ends in ${given}, but its checksum is ${expected}`;
}

function withoutPrefix(text: string, rule: SchemeRule): string | undefined {
  const folded = text.toLowerCase();
  const prefix = rule.prefixes.find((candidate) => folded.startsWith(candidate));
  return prefix === undefined ? undefined : text.slice(prefix.length).trim().replace(/\/+$/, '');
}
