/**
 * Which mentions are one person. Identifiers decide first, then what sources and files say of names, then evidence:
 * whom they wrote with, where, on what, and how rare the name is. People's own decisions have the last word.
 */
import { compareText, identifierText, nameSlug, sortedUnique } from '../../model/index.ts';
import type {
  Author,
  AuthorId,
  Identifier,
  LoggedDecision,
  Mention,
  PaperRecord,
  PersonRecord,
  Problem,
  RedirectRecord,
  ReportedProfile,
} from '../../model/index.ts';

import { foldedName } from '../name-match.ts';
import { byPreference } from '../preferred.ts';
import { mentionOf } from '../sourced.ts';
import type { Sourced } from '../sourced.ts';

import { Certain } from './certain.ts';
import { applyDecisions } from './decisions.ts';
import type { Decided } from './decisions.ts';
import { Drafts } from './drafts.ts';
import { identityOf, ONE_PLACE } from './evidence.ts';
import type { Told } from './evidence.ts';
import { FeatureTable } from './features.ts';
import type { Surroundings } from './features.ts';
import { joinEqualNames, joinNameForms } from './join-by-name.ts';
import { Keyring } from './keyring.ts';
import { Names } from './names.ts';
import { Partition } from './partition.ts';
import { Places } from './places.ts';

/** The people found, and whom each mention of each record is. */
export interface People {
  /** In id order. */
  readonly authors: readonly Author[];
  /** Old and other ids of the same people, beside their own. */
  readonly aliases: ReadonlyMap<string, AuthorId>;
  /** Who the mentions of one paper are; papers by their place among the groups. */
  readonly onPaper: (paper: number) => PeopleOnPaper;
  /** Names that stand in no answer, as printed: hidden ones, and those of people who are left out. */
  readonly withheldNames: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

export interface PeopleOnPaper {
  /** Undefined for a person who is left out of the corpus by decision. */
  readonly authorOf: (record: PaperRecord, mention: Mention) => AuthorId | undefined;
  /** What may be shown of the printed name: undefined where it is hidden by decision. */
  readonly printedName: (mention: Mention) => string | undefined;
}

/** @param groups the records of each paper, in one order */
export function resolvePeople(
  groups: readonly (readonly Sourced<PaperRecord>[])[],
  persons: readonly Sourced<PersonRecord>[],
  redirects: readonly RedirectRecord[],
  surroundings: Surroundings,
  decisions: readonly LoggedDecision[],
): People {
  const places = new Places(groups);
  const certain = new Certain(places, persons, redirects);
  const isShared = (node: number): boolean => places.at(node).some((placed) => certain.isShared(placed));
  const names = new Names(places, persons);
  const table = new FeatureTable(groups, places, surroundings, names);
  const drafts = new Drafts(places, persons, certain, table);
  joinEqualNames(drafts, names, table, isShared);
  const byEqualNames = drafts.roots();
  joinNameForms(drafts, names, table);
  const keyring = new Keyring(places, persons, names);
  const decided = applyDecisions(new Partition(drafts), decisions, places, keyring);
  return new Assembly({ places, persons, table, keyring, decided, byEqualNames, isShared }).people();
}

interface Parts {
  readonly places: Places;
  readonly persons: readonly Sourced<PersonRecord>[];
  readonly table: FeatureTable;
  readonly keyring: Keyring;
  readonly decided: Decided;
  /** Who is who by identifiers and equal names alone. */
  readonly byEqualNames: Int32Array;
  readonly isShared: (node: number) => boolean;
}

/** From who is who to authors with ids. */
class Assembly {
  readonly #parts: Parts;
  readonly #idOf = new Map<number, AuthorId>();
  readonly #withheld: ReadonlySet<string>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#withheld = this.#withheldNames();
  }

  people(): People {
    const { decided, places } = this.#parts;
    const aliases = new Map<string, AuthorId>();
    const authors: Author[] = [];
    for (const person of decided.partition.people()) {
      if (decided.leftOut.has(person)) continue;
      const author = this.#authorOf(person, aliases);
      if (author !== undefined) authors.push(author);
    }
    const onPaper = (paper: number): PeopleOnPaper => {
      const nodeOf = new Map<Mention, number>();
      const [from, to] = places.on(paper);
      for (let node = from; node < to; node++) for (const { mention } of places.at(node)) nodeOf.set(mention, node);
      const personOf = (mention: Mention): number => decided.partition.personOf(nodeOf.get(mention) ?? -1);
      return {
        authorOf: (_, mention) => this.#idOf.get(personOf(mention)),
        printedName: (mention) => {
          const hidden = decided.hiddenNames.get(personOf(mention));
          return hidden?.has(foldedName(mention.name)) === true ? undefined : mention.name;
        },
      };
    };
    return {
      authors: authors.sort((a, b) => compareText(a.id, b.id)),
      aliases,
      onPaper,
      withheldNames: this.#withheld,
      problems: decided.problems,
    };
  }

  #withheldNames(): ReadonlySet<string> {
    const { decided, places, persons } = this.#parts;
    const names = new Set<string>();
    for (const person of new Set([...decided.leftOut, ...decided.hiddenNames.keys()])) {
      const hidden = decided.leftOut.has(person) ? undefined : decided.hiddenNames.get(person);
      const withhold = (name: string): void => {
        if (hidden === undefined || hidden.has(foldedName(name))) names.add(name);
      };
      for (const node of decided.partition.membersOf(person)) {
        for (const { mention } of places.at(node)) {
          withhold(mention.name);
          if (mention.nativeName !== undefined) withhold(mention.nativeName);
        }
        const record = persons[node - places.length]?.record;
        if (record !== undefined) for (const name of [record.name, ...record.aliases]) withhold(name);
      }
    }
    return names;
  }

  #authorOf(person: number, aliases: Map<string, AuthorId>): Author | undefined {
    const { places, persons, decided, table, isShared } = this.#parts;
    const plain = this.#plainAuthor(person, aliases);
    if (plain !== undefined) return plain;
    const members = decided.partition.membersOf(person);
    const own = members.filter((node) => places.has(node));
    const records = members.flatMap((node) => persons[node - places.length] ?? []);
    // A record that only tells names apart makes nobody an author.
    if (own.length === 0 && records.every(({ record }) => record.personKeys !== undefined)) return undefined;
    const id = this.#name(person, members, aliases);
    const hidden = decided.hiddenNames.get(person);
    const isHidden = (name: string): boolean => hidden?.has(foldedName(name)) ?? false;
    const placed = own.flatMap((node) => places.at(node));
    const printed = [
      ...placed.map(({ mention }) => mention.name),
      ...records.flatMap(({ record }) => [record.name, ...record.aliases]),
    ].filter((name) => !isHidden(name));
    const [most = 'Name withheld', ...others] = byPreference(printed);
    const native = placed.flatMap(({ mention }) => mention.nativeName ?? []).filter((each) => !isHidden(each));
    const name = decided.shownAs.get(person) ?? most;
    const reported = latest(
      records.flatMap((sourced) => {
        const { reported: figures } = sourced.record;
        return figures === undefined ? [] : [{ ...figures, source: mentionOf(sourced) }];
      }),
    );
    const told: Told = {
      name,
      placed,
      placeCount: new Set(own.map((node) => places.paperOf(node))).size,
      persons: records,
      drafts: decided.partition.draftsOf(person),
      lines: decided.linesOf.get(person) ?? [],
      isShared: members.some(isShared),
      isHidden,
      isWithheld: (text) => this.#withheld.has(text),
    };
    return {
      id,
      name,
      nameVariants: sortedUnique(
        [most, ...others, ...native].filter((variant) => variant !== name && printed.length > 0),
      ),
      identifiers: identifiersOf(told),
      ...(reported === undefined ? {} : { reported }),
      identity: identityOf(told, this.#mergedFrom(members, id), table),
      sources: [...new Set([...placed.map(({ sourced }) => sourced), ...records])]
        .map(mentionOf)
        // The key of an owner's page is the owner's name.
        .filter(({ recordKey }) => hidden === undefined || ![...hidden].some((each) => recordKey.endsWith(`:${each}`)))
        .sort((a, b) => compareText(a.sourceId, b.sourceId) || compareText(a.recordKey, b.recordKey)),
    };
  }

  // Half of all people wrote one paper, and there is nothing to say of them but the name.
  #plainAuthor(person: number, aliases: Map<string, AuthorId>): Author | undefined {
    const { places, decided } = this.#parts;
    const members = decided.partition.membersOf(person);
    const placed = places.at(person);
    const [first] = placed;
    if (members.length > 1 || placed.length > 1 || first === undefined) return undefined;
    const { mention, sourced } = first;
    const isPlain =
      mention.identifiers === undefined && mention.personKey === undefined && mention.nativeName === undefined;
    const isTouched = decided.linesOf.has(person) || decided.partition.draftsOf(person).length > 0;
    if (!isPlain || isTouched) return undefined;
    return {
      id: this.#name(person, members, aliases),
      name: mention.name,
      nameVariants: [],
      identifiers: [],
      identity: ONE_PLACE,
      sources: [mentionOf(sourced)],
    };
  }

  /** The id of the smallest key; the others lead there. */
  #name(person: number, members: readonly number[], aliases: Map<string, AuthorId>): AuthorId {
    const { keyring } = this.#parts;
    const id = keyring.idOf(members);
    this.#idOf.set(person, id);
    for (const node of members) for (const other of keyring.idsOf(node)) if (other !== id) aliases.set(other, id);
    return id;
  }

  // The ids that the parts would have had.
  #mergedFrom(members: readonly number[], id: AuthorId): readonly AuthorId[] {
    if (members.length === 1) return NOBODY;
    const { byEqualNames, keyring } = this.#parts;
    const parts = new Map<number, number[]>();
    for (const node of members) {
      const part = byEqualNames[node] ?? node;
      const known = parts.get(part);
      if (known === undefined) parts.set(part, [node]);
      else known.push(node);
    }
    if (parts.size === 1) return NOBODY;
    return sortedUnique([...parts.values()].map((nodes) => keyring.idOf(nodes)).filter((own) => own !== id));
  }
}

const NOBODY: readonly AuthorId[] = [];

function identifiersOf({ placed, persons }: Told): Identifier[] {
  const identifiers = new Map<string, Identifier>();
  const slugs = new Set<string>();
  for (const { sourced, mention } of placed) {
    for (const identifier of mention.identifiers ?? []) identifiers.set(identifierText(identifier), identifier);
    if (sourced.record.catalogue === 'acl' && mention.personKey !== undefined) slugs.add(nameSlug(mention.name));
  }
  for (const { record } of persons) {
    for (const identifier of record.identifiers) identifiers.set(identifierText(identifier), identifier);
  }
  // Where no file gives a person an Anthology id, the slug of the name is the id that people cite.
  if (![...identifiers.values()].some(({ scheme }) => scheme === 'ACL')) {
    for (const value of slugs) identifiers.set(`acl:${value}`, { scheme: 'ACL', value });
  }
  return [...identifiers].sort(([a], [b]) => compareText(a, b)).map(([, identifier]) => identifier);
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
