/** From who is who to authors with ids, and to whom each name on a paper is. */
import { appendTo, compareText, sortedUnique } from '../../model/index.ts';
import type { Author, AuthorId, PersonRecord, Problem } from '../../model/index.ts';

import { foldedName } from '../name-match.ts';
import { byPreference } from '../preferred.ts';
import type { SourceMentions } from '../source-mentions.ts';
import type { Sourced } from '../sourced.ts';

import { identifiersOf, latest, namesHidden, NO_IDENTIFIERS, sourcesOf } from './author-fields.ts';
import type { Decided } from './decisions.ts';
import { identityOf, ONE_PLACE } from './evidence.ts';
import type { Told } from './evidence.ts';
import type { Keyring } from './keyring.ts';
import type { FoldedNames } from './names.ts';
import { peopleOnPapers } from './on-paper.ts';
import type { PeopleOnPaper } from './on-paper.ts';
import type { Places } from './places.ts';

/** The people found, and whom each mention of each record is. */
export interface People {
  /** In id order. */
  readonly authors: readonly Author[];
  /** Old and other ids of the same people, beside their own. */
  readonly aliases: Map<string, string>;
  /** Who the mentions of one paper are; papers by their place among the groups. */
  readonly onPaper: (paper: number) => PeopleOnPaper;
  /** Names that stand in no answer, as printed: hidden ones, and those of people who are left out. */
  readonly withheldNames: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** All that is known of who is who. */
export interface Parts {
  readonly places: Places;
  readonly persons: readonly Sourced<PersonRecord>[];
  /** By feature, as printed. */
  readonly texts: readonly string[];
  readonly keyring: Keyring;
  readonly decided: Decided;
  /** Who is who by identifiers and equal names alone. */
  readonly byEqualNames: Int32Array;
  readonly isShared: (node: number) => boolean;
  readonly names: FoldedNames;
  readonly mentions: SourceMentions;
}

export class Assembly {
  readonly #parts: Parts;
  /** By node. */
  readonly #idAt: (AuthorId | undefined)[];
  readonly #withheld: ReadonlySet<string>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#idAt = Array.from({ length: parts.places.length + parts.persons.length });
    this.#withheld = this.#withheldNames();
  }

  people(): People {
    const { decided, places, names } = this.#parts;
    const aliases = new Map<string, string>();
    const authors: Author[] = [];
    decided.partition.forEachPerson((person) => {
      if (decided.leftOut.has(person)) return;
      const author = this.#authorOf(person, aliases);
      if (author !== undefined) authors.push(author);
    });
    const { partition } = decided;
    const whoIsWho = {
      places,
      names,
      idAt: this.#idAt,
      leftOutAt: new Map(
        [...decided.leftOut].flatMap((person) => partition.membersOf(person).map((node) => [node, person])),
      ),
      hiddenAt: this.#hiddenAt(),
      lists: [],
    };
    return {
      authors: authors.sort((a, b) => compareText(a.id, b.id)),
      aliases,
      onPaper: peopleOnPapers(whoIsWho),
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

  #hiddenAt(): ReadonlyMap<number, ReadonlySet<string>> {
    const { partition, hiddenNames } = this.#parts.decided;
    return new Map(
      [...hiddenNames].flatMap(([person, hidden]) =>
        partition.membersOf(person).map((node) => [node, hidden] as const),
      ),
    );
  }

  #authorOf(person: number, aliases: Map<string, string>): Author | undefined {
    const { places, persons, decided, texts, isShared, mentions } = this.#parts;
    const plain = this.#plainAuthor(person, aliases);
    if (plain !== undefined) return plain;
    const members = decided.partition.membersOf(person);
    // Places come before records of people.
    const own = places.has(members.at(-1) ?? 0) ? members : members.filter((node) => places.has(node));
    const records = own === members ? NO_RECORDS : members.flatMap((node) => persons[node - places.length] ?? []);
    // A record that only tells names apart makes nobody an author.
    if (own.length === 0 && records.every(({ record }) => record.personKeys !== undefined)) return undefined;
    const id = this.#name(members, aliases);
    const hidden = decided.hiddenNames.get(person);
    const isHidden = (name: string): boolean => hidden?.has(foldedName(name)) ?? false;
    const placed = own.flatMap((node) => places.at(node));
    const printed = [
      ...placed.map(({ mention }) => mention.name),
      ...records.flatMap(({ record }) => [record.name, ...record.aliases]),
    ].filter((name) => !isHidden(name));
    const [most = 'Name withheld', ...others] = byPreference(printed);
    const native = placed.flatMap(({ mention }) => mention.nativeName ?? []).filter((each) => !isHidden(each));
    const given = decided.shownAs.get(person);
    const name = given === undefined || isHidden(given) ? most : given;
    const variants = [most, ...others, ...native].filter((variant) => variant !== name && printed.length > 0);
    const reported = latest(
      records.flatMap((sourced) => {
        const { reported: figures, key } = sourced.record;
        return figures === undefined || namesHidden(key, hidden) ? [] : [{ ...figures, source: mentions.of(sourced) }];
      }),
    );
    const told: Told = {
      name,
      placed,
      sources: placed.map(({ sourced }) => mentions.of(sourced)),
      placeCount: places.paperCountOf(own),
      persons: records,
      drafts: decided.partition.draftsOf(person),
      lines: decided.linesOf.get(person) ?? [],
      isShared: members.some(isShared),
      isHidden,
      isWithheld: (text) => this.#withheld.has(text),
      mentions,
    };
    return {
      id,
      name,
      nameVariants: variants.length === 0 ? NO_NAMES : sortedUnique(variants),
      identifiers: identifiersOf(told),
      ...(reported === undefined ? {} : { reported }),
      identity: identityOf(told, this.#mergedFrom(members, id), texts),
      sources: sourcesOf(told, hidden),
    };
  }

  // Half of all people wrote one paper, and there is nothing to say of them but the name.
  #plainAuthor(person: number, aliases: Map<string, string>): Author | undefined {
    const { places, decided, mentions } = this.#parts;
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
      id: this.#name(members, aliases),
      name: mention.name,
      nameVariants: NO_NAMES,
      identifiers: NO_IDENTIFIERS,
      identity: ONE_PLACE,
      sources: mentions.alone(sourced),
    };
  }

  /** The id of the smallest key; the others lead there. */
  #name(members: readonly number[], aliases: Map<string, string>): AuthorId {
    const { keyring } = this.#parts;
    const id = keyring.idOf(members);
    for (const node of members) {
      this.#idAt[node] = id;
      for (const other of keyring.idsOf(node)) if (other !== id) aliases.set(other, id);
    }
    return id;
  }

  // The ids that the parts would have had.
  #mergedFrom(members: readonly number[], id: AuthorId): readonly AuthorId[] {
    if (members.length === 1) return NOBODY;
    const { byEqualNames, keyring } = this.#parts;
    const [first = 0] = members;
    if (members.every((node) => byEqualNames[node] === byEqualNames[first])) return NOBODY;
    const parts = new Map<number, number[]>();
    for (const node of members) appendTo(parts, byEqualNames[node] ?? node, node);
    return sortedUnique([...parts.values()].map((nodes) => keyring.idOf(nodes)).filter((own) => own !== id));
  }
}

const NOBODY: readonly AuthorId[] = [];
const NO_NAMES: readonly string[] = [];
const NO_RECORDS: readonly Sourced<PersonRecord>[] = [];
