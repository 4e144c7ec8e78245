/**
 * What names one person for certain: identifiers; the text by which a source itself tells people apart; a file that
 * says which names are one person; and a page, whose owner is one person.
 *
 * Nodes are numbered: first the places, in order, then the records of people.
 */
import { identifierText, nameSlug, splitName } from '../../model/index.ts';
import type { Identifier, PersonRecord, RecordKey, RedirectRecord, SourceId } from '../../model/index.ts';

import { IntSets } from '../int-sets.ts';
import { foldedName } from '../name-match.ts';
import type { Sourced } from '../sourced.ts';

import type { PlacedMention, Places } from './places.ts';

// dblp's way to tell people of one name apart: "Wei Wang 0001".
const HOMONYM = / \d{4}$/;

export class Certain {
  readonly sets: IntSets;
  /** dblp's names that stand for several people: those it numbers elsewhere, and those of a disambiguation page. */
  readonly #shared: ReadonlySet<string>;
  readonly #claims: ReadonlyMap<string, RecordKey | undefined>;
  readonly #nameFile: NameFile | undefined;

  constructor(places: Places, persons: readonly Sourced<PersonRecord>[], redirects: readonly RedirectRecord[]) {
    this.sets = new IntSets(places.length + persons.length);
    this.#claims = claimsOf(persons);
    this.#nameFile = nameFileOf(places, persons);
    this.#shared = sharedNames(places, persons);
    const firstWith = new Map<string, number>();
    const note = (node: number, keys: Iterable<string>): void => {
      for (const key of keys) {
        const first = firstWith.get(key);
        if (first === undefined) firstWith.set(key, node);
        else this.sets.join(first, node);
      }
    };
    places.forEach((node, sourced, mention) => {
      // Nearly all mentions are names and nothing else.
      const isBare = mention.identifiers === undefined && mention.personKey === undefined && mention.isOwner !== true;
      if (isBare && mention.position !== undefined && !this.hasNameFile) return;
      note(node, this.#keysOfMention({ sourced, mention }));
    });
    for (const [at, sourced] of persons.entries()) note(places.length + at, this.#keysOfPerson(sourced));
    for (const { key, target } of redirects) {
      // dblp redirects the home page of a person; papers may still name the old one.
      const [from, to] = [key, target].map((home) => firstWith.get(homepageKey(home) ?? ''));
      if (from !== undefined && to !== undefined) this.sets.join(from, to);
    }
  }

  get hasNameFile(): boolean {
    return this.#nameFile !== undefined;
  }

  /** Whether some source has any name for several people. */
  get hasShared(): boolean {
    return this.#shared.size > 0;
  }

  /** The source has this name for several people and does not say who it is. */
  isShared({ sourced, mention }: PlacedMention): boolean {
    return mention.personKey !== undefined && this.#shared.has(sourceKey(sourced.record.catalogue, mention.personKey));
  }

  *#keysOfMention(placed: PlacedMention): Generator<string> {
    const { sourced, mention } = placed;
    const { catalogue } = sourced.record;
    for (const identifier of mention.identifiers ?? []) yield identifierText(identifier);
    if (mention.isOwner === true || mention.position === undefined) yield pageKey(sourced, foldedName(mention.name));
    const byFile = this.idByNameFile(placed);
    if (byFile !== undefined) yield identifierText({ scheme: 'ACL', value: byFile });
    if (mention.personKey === undefined) return;
    const own = sourceKey(catalogue, mention.personKey);
    if (catalogue !== 'acl' && (HOMONYM.test(mention.personKey) || this.#claims.get(own) !== undefined)) yield own;
  }

  /** Who the Anthology's file of names says it is: the person's id there. */
  idByNameFile({ sourced, mention }: PlacedMention): string | undefined {
    if (this.#nameFile === undefined || mention.identifiers?.some(({ scheme }) => scheme === 'ACL') === true)
      return undefined;
    const { byKey, bySlug, covered } = this.#nameFile;
    const isAcl = sourced.record.catalogue === 'acl';
    const known = isAcl && mention.personKey !== undefined ? byKey.get(mention.personKey) : undefined;
    if (known !== undefined) return known;
    // In the Anthology's world a name that the file does not list is a person's by itself, in its own spelling. Elsewhere
    // names are spelled in other ways too.
    const slug = slugOf(mention.name);
    const listed = isAcl ? undefined : bySlug.get(slug);
    return listed ?? (isAcl || covered.has(sourced.sourceId) ? slug : undefined);
  }

  *#keysOfPerson(sourced: Sourced<PersonRecord>): Generator<string> {
    const { record } = sourced;
    for (const identifier of record.identifiers) yield identifierText(identifier);
    // The Anthology's are looked up by name.
    if (catalogueOf(record.key) !== 'acl') {
      for (const key of sourceKeys(record)) if (this.#claims.get(key) !== undefined) yield key;
    }
    yield `record ${record.key}`;
    if (record.personKeys === undefined) yield pageKey(sourced, foldedName(record.name));
  }
}

/** The Anthology's file of names, as far as it speaks for what was read. */
interface NameFile {
  /** Names in their two parts, and whose each is: the first one's who is listed with it. */
  readonly byKey: ReadonlyMap<string, string>;
  /** Slugs of names that are one listed person's alone. */
  readonly bySlug: ReadonlyMap<string, string>;
  /** Files whose authors it knows so well that it speaks for the rest of them too. */
  readonly covered: ReadonlySet<SourceId>;
}

/** Identifiers of which a person has one: two that differ are two people. */
export function isExclusive({ scheme }: Identifier): boolean {
  return scheme === 'ORCID' || scheme === 'DBLP' || scheme === 'ACL';
}

// The Anthology's slugs have the given name first.
function slugOf(name: string): string {
  if (!name.includes(',')) return nameSlug(name);
  const { given, family, suffix } = splitName(name);
  return nameSlug([given, family, suffix].filter(Boolean).join(' '));
}

/** The share of a file's mentions that have to be listed for the file of names to speak for all of them. */
const COVERED = 0.1;

function nameFileOf(places: Places, persons: readonly Sourced<PersonRecord>[]): NameFile | undefined {
  const byKey = new Map<string, string>();
  const claims = new Map<string, Set<string>>();
  const bySlug = new Map<string, string>();
  const inFileOrder = [...persons].sort((a, b) => (a.record.line ?? 0) - (b.record.line ?? 0));
  for (const { record } of inFileOrder) {
    const id = record.identifiers.find(({ scheme }) => scheme === 'ACL')?.value;
    if (catalogueOf(record.key) !== 'acl' || id === undefined) continue;
    for (const key of record.personKeys ?? []) if (!byKey.has(key)) byKey.set(key, id);
    for (const name of [record.name, ...record.aliases]) {
      const slug = nameSlug(name);
      claims.set(slug, (claims.get(slug) ?? new Set()).add(id));
      bySlug.set(slug, id);
    }
  }
  if (byKey.size === 0) return undefined;
  for (const [slug, ids] of claims) if (ids.size > 1) bySlug.delete(slug);
  const counts = new Map<SourceId, { all: number; listed: number }>();
  places.forEach((_, sourced, mention) => {
    const count = counts.get(sourced.sourceId) ?? { all: 0, listed: 0 };
    counts.set(sourced.sourceId, count);
    count.all++;
    if (bySlug.has(slugOf(mention.name))) count.listed++;
  });
  const covered = [...counts].filter(([, count]) => count.listed >= count.all * COVERED).map(([source]) => source);
  return { byKey, bySlug, covered: new Set(covered) };
}

// The names that exactly one person claims: one that two claim, or a record of several people, tells nobody apart.
function claimsOf(persons: readonly Sourced<PersonRecord>[]): ReadonlyMap<string, RecordKey | undefined> {
  const claims = new Map<string, RecordKey | undefined>();
  for (const { record } of persons) {
    for (const key of sourceKeys(record)) {
      const isFree = !claims.has(key) || claims.get(key) === record.key;
      claims.set(key, isFree && record.isDisambiguation !== true ? record.key : undefined);
    }
  }
  return claims;
}

function sharedNames(places: Places, persons: readonly Sourced<PersonRecord>[]): ReadonlySet<string> {
  const shared = new Set<string>();
  for (const { record } of persons) {
    if (record.isDisambiguation === true) for (const key of sourceKeys(record)) shared.add(key);
  }
  const numbered = (catalogue: string, personKey: string | undefined): void => {
    if (personKey !== undefined && HOMONYM.test(personKey))
      shared.add(sourceKey(catalogue, personKey.replace(HOMONYM, '')));
  };
  places.forEach((_, sourced, mention) => numbered(sourced.record.catalogue, mention.personKey));
  for (const { record } of persons) {
    for (const personKey of record.personKeys ?? []) numbered(catalogueOf(record.key), personKey);
  }
  return shared;
}

function sourceKeys(record: PersonRecord): string[] {
  return (record.personKeys ?? []).map((key) => sourceKey(catalogueOf(record.key), key));
}

function sourceKey(catalogue: string, personKey: string): string {
  return `~${catalogue}:${personKey}`;
}

function pageKey({ sourceId }: Sourced, owner: string): string {
  return `page ${sourceId} ${owner}`;
}

function catalogueOf(key: RecordKey): string {
  return key.slice(0, key.indexOf(':'));
}

function homepageKey(key: RecordKey): string | undefined {
  const value = /^dblp:homepages\/(.+)$/.exec(key)?.[1];
  return value === undefined ? undefined : identifierText({ scheme: 'DBLP', value });
}
