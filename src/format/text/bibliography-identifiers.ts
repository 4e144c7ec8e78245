/**
 * The identifiers of a paper and of its venue, from the fields in which bibliographies keep them. A `url` identifies
 * a paper only when it is a DOI or an arXiv number in disguise: other addresses are shared by many papers. An ISBN
 * identifies a whole book, so a chapter does not get its book's.
 */
import { IDENTIFIER_SCHEMES, parseIdentifier } from '../../model/index.ts';
import type { Identifier, IdentifierScheme, PaperType } from '../../model/index.ts';

export interface IdentifiersRead {
  readonly identifiers: readonly Identifier[];
  /** What was found in place of an identifier, and why it is none. */
  readonly bad: readonly { readonly found: string; readonly reason: string }[];
}

/** Collects identifiers, each once, and what is none. */
export class BibliographyIdentifiers implements IdentifiersRead {
  readonly #seen = new Set<string>();
  readonly identifiers: Identifier[] = [];
  readonly bad: { readonly found: string; readonly reason: string }[] = [];

  /** Text that claims to be an identifier of this scheme. */
  add(scheme: IdentifierScheme, text: string): void {
    const parsed = parseIdentifier(text, scheme);
    if ('invalid' in parsed) this.bad.push({ found: text, reason: parsed.invalid });
    else this.#take(parsed);
  }

  /** Text that may be an identifier of this scheme, and is no problem when it is none. */
  try(scheme: IdentifierScheme, text: string): void {
    const parsed = parseIdentifier(text, scheme);
    if (!('invalid' in parsed)) this.#take(parsed);
  }

  #take(identifier: Identifier): void {
    const text = `${identifier.scheme}:${identifier.value}`;
    if (this.#seen.has(text)) return;
    this.#seen.add(text);
    this.identifiers.push(identifier);
  }
}

/** A DOI inside any text: an address of a resolver, `doi:…`, or bare. */
export function doiIn(text: string): string | undefined {
  return /10\.\d{4,9}(?:\.\d+)*\/[^\s"<>{}]+/.exec(text)?.[0];
}

/** An arXiv number in a text that says it is one: `arXiv:1706.03762`, `arxiv.org/abs/…`, `abs/1706.03762`. */
export function arxivIn(text: string): string | undefined {
  const pattern =
    /(?:arxiv(?:\s*preprint)?(?:\s*arxiv)?\s*:\s*|arxiv\.org\/(?:abs|pdf)\/|^abs\/)((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?)/i;
  return pattern.exec(text)?.[1];
}

/** ISSNs and ISBNs come several at a time, with remarks: `0097-8418 (print), 1558-1160`. */
export function addStandardNumbers(list: BibliographyIdentifiers, scheme: 'ISSN' | 'ISBN', text: string): void {
  const shape =
    scheme === 'ISSN'
      ? /(?<![\dX-])\d{4}[-–]?\d{3}[\dX](?![\dX-])/gi
      : /(?<!\d)(?:97[89][\s-]?)?\d(?:[\s-]?\d){8}[\s-]?[\dX](?!\d)/gi;
  for (const [found] of text.matchAll(shape)) list.add(scheme, found.replace('–', '-'));
}

/** `identifier = {dblp:…, acl:…}` as our own writer puts what has no field of its own. */
export function addWritten(list: BibliographyIdentifiers, text: string): void {
  for (const part of text.split(/[\s,]+/)) {
    const [, name = '', value = ''] = /^([a-z_]+):(.+)$/i.exec(part) ?? [];
    const scheme = IDENTIFIER_SCHEMES.find((candidate) => candidate === name.toUpperCase());
    if (scheme !== undefined) list.try(scheme, value);
  }
}

/** Whether the type is of a thing that has an ISBN of its own. */
export function hasOwnIsbn(type: PaperType | undefined): boolean {
  return type === 'BOOK' || type === 'EDITED_VOLUME' || type === 'THESIS' || type === 'REPORT';
}
