/**
 * Named characters, as formats hand them to the XML reader: what is in the format's table is that character, every other
 * name is a problem. Nothing is ever fetched, and no file can define a name of its own, so no name expands to more than
 * one character.
 */

/** Names to the characters they stand for. */
export type EntityTable = ReadonlyMap<string, string>;

// In the order of their code points, from U+00A0: HTML's own set, which XHTML and dblp's DTD repeat.
const LATIN1_NAMES = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
  deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
  Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
  ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
  agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
  eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(/\s+/);

// The rest of XHTML 1.0 (https://www.w3.org/TR/xhtml1/dtds.html#h-A2): `name character` pairs.
const XHTML_REST = `
  OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜
  Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π
  Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω
  alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π
  rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω thetasym ϑ upsih ϒ piv ϖ
  ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰
  prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € image ℑ weierp ℘ real ℜ trade ™ alefsym ℵ
  larr ← uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔
  forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞
  ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆
  supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lang ⟨ rang ⟩ loz ◊
  spades ♠ clubs ♣ hearts ♥ diams ♦`;

// Spaces and marks that cannot be seen stand here by number.
const XHTML_INVISIBLE: readonly (readonly [string, number])[] = [
  ['ensp', 0x2002],
  ['emsp', 0x2003],
  ['thinsp', 0x2009],
  ['zwnj', 0x200c],
  ['zwj', 0x200d],
  ['lrm', 0x200e],
  ['rlm', 0x200f],
];

/** The five names that XML itself knows. Every table holds them. */
export const XML_ENTITIES: EntityTable = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** XML's names and Latin-1's (`&Ouml;`): what dblp's DTD defines, and the rest of that set. */
export const LATIN1_ENTITIES: EntityTable = new Map([
  ...XML_ENTITIES,
  ...LATIN1_NAMES.map((name, at) => [name, String.fromCodePoint(0xa0 + at)] as const),
]);

/** Every name of XHTML 1.0: Latin-1, Greek, signs and marks. */
export const XHTML_ENTITIES: EntityTable = new Map([
  ...LATIN1_ENTITIES,
  ...XHTML_INVISIBLE.map(([name, code]) => [name, String.fromCodePoint(code)] as const),
  ...[...XHTML_REST.matchAll(/(\w+) (\S)/gu)].map(([, name = '', character = '']) => [name, character] as const),
]);
