/** One person of the Anthology's name files, in either of their shapes. */
import { parseDocument } from 'yaml';

import { nameSlug } from '../../model/index.ts';

export interface NameEntry {
  readonly slug: string;
  /** The first is the one the Anthology shows. */
  readonly names: readonly string[];
  /** The names in their two parts, "Byron, Ada", as papers are told apart by. */
  readonly keys: readonly string[];
  readonly orcid?: string;
}

/** The person, or words for why there is none. */
export function readEntry(text: string): NameEntry | { readonly broken: string } {
  const value = valueOf(text);
  if ('broken' in value) return value;
  const [item] = Array.isArray(value.value) ? (value.value as readonly unknown[]) : [value.value];
  if (!isMap(item)) return { broken: 'it is no list of names' };
  const entry = 'canonical' in item ? fromVariants(item) : fromPeople(item);
  if (entry === undefined || entry.names.length === 0) return { broken: 'it names nobody' };
  return entry;
}

// Every scalar is text: a person may be called No, On or Null.
function valueOf(text: string): { readonly value: unknown } | { readonly broken: string } {
  try {
    const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false });
    const [error] = document.errors;
    return error === undefined ? { value: document.toJS({ maxAliasCount: 0 }) } : { broken: error.message };
  } catch (error) {
    // Aliases, or brackets nested beyond the stack.
    return { broken: error instanceof Error ? error.message : String(error) };
  }
}

// name_variants.yaml: `- canonical: {first, last}`, `variants: [...]` (once `variant:`), `id:` where the slug is not enough.
function fromVariants(item: Map): NameEntry | undefined {
  const canonical = nameOf(item['canonical']);
  if (canonical === undefined) return undefined;
  const all = [item['canonical'], ...listOf(item['variants']), ...listOf(item['variant'])];
  return {
    slug: textIn(item, 'id') ?? nameSlug(canonical),
    names: unique(all.map(nameOf)),
    keys: unique(all.map(keyOf)),
  };
}

// people.yaml: `aravind-joshi: {names: [{first, last}, …], orcid: …}`.
function fromPeople(item: Map): NameEntry | undefined {
  const [entry] = Object.entries(item);
  if (entry === undefined || !isMap(entry[1])) return undefined;
  const [slug, person] = entry;
  const orcid = textIn(person, 'orcid');
  const all = listOf(person['names']);
  const keys = unique(all.map(keyOf));
  return { slug, names: unique(all.map(nameOf)), keys, ...(orcid === undefined ? {} : { orcid }) };
}

type Map = Readonly<Record<string, unknown>>;

function nameOf(value: unknown): string | undefined {
  if (!isMap(value)) return undefined;
  return [textIn(value, 'first'), textIn(value, 'last')].filter(Boolean).join(' ') || undefined;
}

function keyOf(value: unknown): string | undefined {
  if (!isMap(value)) return undefined;
  return [textIn(value, 'last'), textIn(value, 'first')].filter(Boolean).join(', ') || undefined;
}

function textIn(map: Map, key: string): string | undefined {
  const value = map[key];
  return typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/gu, ' ').trim() : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined ? [] : [value];
}

function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unique(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))];
}
