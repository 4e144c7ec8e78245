/**
 * Which mentions are one person. A mention with an identifier belongs to whoever has that identifier; one without
 * belongs to whoever has the folded name. Where several sources tell one record, a name at one place is one mention, and
 * an identifier that one of them prints holds for all. Decides nothing by initials or likeness.
 */
import { authorIdOf, compareText, foldName, identifierText, mentionKeyText, sortedUnique } from '../model/index.ts';
import type {
  Author,
  AuthorId,
  Identifier,
  Mention,
  MentionKey,
  PaperRecord,
  PersonRecord,
  RecordKey,
  RedirectRecord,
  ReportedProfile,
} from '../model/index.ts';

import { DisjointSets } from './disjoint-sets.ts';
import { byPreference } from './preferred.ts';
import { mentionOf } from './sourced.ts';
import type { Sourced } from './sourced.ts';

/** The people found, and whom each mention of each record is. */
export interface People {
  readonly authors: readonly Author[];
  /** Old and other ids of the same people, beside their own. */
  readonly aliases: ReadonlyMap<string, AuthorId>;
  readonly authorOf: (record: PaperRecord, mention: Mention) => AuthorId;
}

interface Gathered {
  readonly keys: MentionKey[];
  readonly printed: string[];
  readonly identifiers: Map<string, Identifier>;
  readonly reported: ReportedProfile[];
  /** What the Anthology calls the person where it has no other id. */
  readonly slugs: Set<string>;
  /** Wrote a paper or owns a page: a record that only tells names apart makes nobody an author. */
  isAuthor: boolean;
}

/** What names one person for certain. */
interface CertainKeys {
  readonly identifiers: readonly string[];
  readonly mentions: readonly MentionKey[];
}

const IDENTIFIED = 'identifier:';
// dblp's way to tell people of one name apart: "Wei Wang 0001".
const HOMONYM = / \d{4}$/;

type Named = Pick<Mention, 'name' | 'identifiers'>;

export function resolvePeople(
  papers: readonly Sourced<PaperRecord>[],
  persons: readonly Sourced<PersonRecord>[],
  redirects: readonly RedirectRecord[] = [],
): People {
  const apart = namedApart(persons);
  const ofMention = (record: PaperRecord, mention: Mention): CertainKeys => mentionCertainly(record, mention, apart);
  const sets = joinedForCertain(papers, persons, redirects, apart);
  const people = new Map<string, Gathered>();
  const gathered = (named: Named, certain: CertainKeys): Gathered => {
    const key = personKey(named, certain, sets);
    let found = people.get(key);
    if (found === undefined) people.set(key, (found = newPerson()));
    found.keys.push(...certain.mentions);
    found.printed.push(named.name);
    for (const identifier of named.identifiers ?? []) found.identifiers.set(identifierText(identifier), identifier);
    return found;
  };
  for (const { record } of papers) {
    for (const mention of record.authors) {
      const person = gathered(mention, ofMention(record, mention));
      person.isAuthor = true;
      if (record.catalogue === 'acl' && mention.personKey !== undefined) person.slugs.add(mention.personKey);
    }
  }
  for (const sourced of persons) {
    const { record } = sourced;
    const person = gathered(record, personCertainly(record, apart));
    person.isAuthor ||= record.personKeys === undefined;
    person.printed.push(...record.aliases);
    if (record.reported !== undefined) person.reported.push({ ...record.reported, source: mentionOf(sourced) });
  }
  return named(people, sets, ofMention);
}

// The owner of a page is a mention of every paper on it, also where the printed list names them: a later capture may
// print what this one hides, and the id must not change with it. Whoever else is not printed has no other place either.
function mentionKeys(record: PaperRecord, mention: Mention): MentionKey[] {
  const name = foldName(mention.name);
  const keys: MentionKey[] = [];
  if (mention.position !== undefined) keys.push({ recordKey: record.key, position: mention.position, name });
  if (mention.isOwner === true || mention.position === undefined)
    keys.push({ recordKey: record.key, position: 'owner', name });
  return keys;
}

function mentionCertainly(record: PaperRecord, mention: Mention, apart: ReadonlySet<string>): CertainKeys {
  const identifiers = (mention.identifiers ?? []).map(identifierKey);
  const own = mention.personKey === undefined ? undefined : sourceKey(record.catalogue, mention.personKey);
  // A name that a source tells apart by a number, or that one of its person records claims, is as good as an identifier.
  const isApart = own !== undefined && (HOMONYM.test(own) || apart.has(own));
  return { identifiers: isApart ? [...identifiers, own] : identifiers, mentions: mentionKeys(record, mention) };
}

function personCertainly(record: PersonRecord, apart: ReadonlySet<string>): CertainKeys {
  const mentions: MentionKey[] = [{ recordKey: record.key, position: 'owner', name: foldName(record.name) }];
  const identifiers = record.identifiers.map(identifierKey);
  return { identifiers: [...identifiers, ...sourceKeys(record).filter((key) => apart.has(key))], mentions };
}

// The keys that exactly one person claims: one that two claim, or a record of several people, tells nobody apart.
function namedApart(persons: readonly Sourced<PersonRecord>[]): ReadonlySet<string> {
  const claims = new Map<string, RecordKey | undefined>();
  for (const { record } of persons) {
    for (const key of sourceKeys(record)) {
      const isFree = !claims.has(key) || claims.get(key) === record.key;
      claims.set(key, isFree && record.isDisambiguation !== true ? record.key : undefined);
    }
  }
  return new Set([...claims].flatMap(([key, claimer]) => (claimer === undefined ? [] : [key])));
}

function sourceKeys(record: PersonRecord): string[] {
  return (record.personKeys ?? []).map((key) => sourceKey(catalogueOf(record.key), key));
}

function sourceKey(catalogue: string, personKey: string): string {
  return `${IDENTIFIED}~${catalogue}:${personKey}`;
}

function catalogueOf(key: RecordKey): string {
  return key.slice(0, key.indexOf(':'));
}

// Everything that names one person for certain: the keys of one mention, and its identifiers.
function joinedForCertain(
  papers: readonly Sourced<PaperRecord>[],
  persons: readonly Sourced<PersonRecord>[],
  redirects: readonly RedirectRecord[],
  apart: ReadonlySet<string>,
): DisjointSets {
  const sets = new DisjointSets();
  const joinAll = ({ identifiers, mentions }: CertainKeys): void => {
    const [first, ...others] = [...identifiers, ...mentions.map(mentionKey)];
    if (first !== undefined) for (const other of others) sets.join(first, other);
  };
  for (const { record } of papers) {
    for (const mention of record.authors) joinAll(mentionCertainly(record, mention, apart));
  }
  for (const { record } of persons) joinAll(personCertainly(record, apart));
  for (const { key, target } of redirects) {
    const [from, to] = [personOfHomepage(key), personOfHomepage(target)];
    if (from !== undefined && to !== undefined) sets.join(from, to);
  }
  return sets;
}

// dblp redirects the home page of a person; papers may still name the old one.
function personOfHomepage(key: RecordKey): string | undefined {
  const value = /^dblp:homepages\/(.+)$/.exec(key)?.[1];
  return value === undefined ? undefined : identifierKey({ scheme: 'DBLP', value });
}

// A set is named by its smallest key, and identifiers sort before mentions: the name tells whether it has one.
function personKey(named: Named, { identifiers, mentions }: CertainKeys, sets: DisjointSets): string {
  const [first] = [...identifiers, ...mentions.map(mentionKey)];
  const set = first === undefined ? undefined : sets.find(first);
  return set?.startsWith(IDENTIFIED) === true ? set : `name:${foldName(named.name)}`;
}

function mentionKey(key: MentionKey): string {
  return `mention:${mentionKeyText(key)}`;
}

function identifierKey(identifier: Identifier): string {
  return `${IDENTIFIED}${identifierText(identifier)}`;
}

function named(
  people: ReadonlyMap<string, Gathered>,
  sets: DisjointSets,
  ofMention: (record: PaperRecord, mention: Mention) => CertainKeys,
): People {
  const idByKey = new Map<string, AuthorId>();
  const aliases = new Map<string, AuthorId>();
  const authors: Author[] = [];
  for (const [key, person] of people) {
    if (!person.isAuthor) continue;
    const own = person.keys.reduce((a, b) => (compareText(mentionKeyText(b), mentionKeyText(a)) < 0 ? b : a));
    const id = authorIdOf(own);
    idByKey.set(key, id);
    authors.push(authorOf(id, person));
    for (const other of person.keys) aliases.set(authorIdOf(other), id);
  }
  authors.sort((a, b) => compareText(a.id, b.id));
  return {
    authors,
    aliases,
    authorOf: (record, mention) => {
      const id = idByKey.get(personKey(mention, ofMention(record, mention), sets));
      if (id === undefined) throw new Error(`No person was gathered for the mention "${mention.name}".`);
      return id;
    },
  };
}

function newPerson(): Gathered {
  return { keys: [], printed: [], identifiers: new Map(), reported: [], slugs: new Set(), isAuthor: false };
}

// Where no file gives a person an Anthology id, the slug of the name is the id that people cite.
function addSlugs({ identifiers, slugs }: Gathered): void {
  if ([...identifiers.values()].some(({ scheme }) => scheme === 'ACL')) return;
  for (const value of slugs) {
    const identifier: Identifier = { scheme: 'ACL', value };
    identifiers.set(identifierText(identifier), identifier);
  }
}

function authorOf(id: AuthorId, person: Gathered): Author {
  addSlugs(person);
  const [name = '', ...variants] = byPreference(person.printed);
  const reported = latest(person.reported);
  return {
    id,
    name,
    nameVariants: sortedUnique(variants),
    identifiers: [...person.identifiers].sort(([a], [b]) => compareText(a, b)).map(([, identifier]) => identifier),
    ...(reported === undefined ? {} : { reported }),
  };
}

// Of several captures of one page the latest speaks. A told day beats the bare year a page implies; among equals the
// capture that counts more papers is the later one.
function latest(profiles: readonly ReportedProfile[]): ReportedProfile | undefined {
  return [...profiles].sort(
    (a, b) =>
      compareText(b.capturedOn ?? '', a.capturedOn ?? '') ||
      (b.paperCount ?? 0) - (a.paperCount ?? 0) ||
      compareText(a.source.sourceId, b.source.sourceId),
  )[0];
}
