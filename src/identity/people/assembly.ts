/** From who is who to authors with ids, and to whom each name on a paper is. */
import { appendTo, sortedUnique } from '../../model/index.ts';
import type { Author, AuthorId, PersonRecord, Problem, SourceMention } from '../../model/index.ts';

import { sortedById } from '../id-order.ts';
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
  /** Whether a source has the name at any of these nodes for several people. */
  readonly isAnyShared: (nodes: readonly number[]) => boolean;
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
      authors: sortedById(authors),
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
    const { places, persons, decided, texts, isAnyShared, mentions } = this.#parts;
    const members = decided.partition.membersOf(person);
    const plain = this.#plainAuthor(person, members, aliases);
    if (plain !== undefined) return plain;
    // Places come before records of people.
    const own = places.has(members.at(-1) ?? 0) ? members : members.filter((node) => places.has(node));
    const records = own === members ? NO_RECORDS : members.flatMap((node) => persons[node - places.length] ?? []);
    // A record that only tells names apart makes nobody an author.
    if (own.length === 0 && records.every(({ record }) => record.personKeys !== undefined)) return undefined;
    const id = this.#name(members, aliases);
    const hidden = decided.hiddenNames.get(person);
    const isHidden = (name: string): boolean => hidden?.has(foldedName(name)) ?? false;
    const placed = places.ofAll(own);
    const printed: string[] = [];
    const native: string[] = [];
    const sources: SourceMention[] = [];
    for (const { mention, sourced } of placed) {
      if (!isHidden(mention.name)) printed.push(mention.name);
      if (mention.nativeName !== undefined && !isHidden(mention.nativeName)) native.push(mention.nativeName);
      sources.push(mentions.of(sourced));
    }
    for (const { record } of records) {
      for (const each of [record.name, ...record.aliases]) if (!isHidden(each)) printed.push(each);
    }
    const forms = byPreference(printed);
    const [most = 'Name withheld'] = forms;
    const given = decided.shownAs.get(person);
    const name = given === undefined || isHidden(given) ? most : given;
    const isOnlyForm = forms.length === 1 && native.length === 0 && name === most;
    const variants =
      isOnlyForm || printed.length === 0 ? NO_NAMES : [...forms, ...native].filter((each) => each !== name);
    const reported = records.length === 0 ? undefined : this.#reported(records, hidden);
    const told: Told = {
      name,
      placed,
      sources,
      placeCount: places.paperCountOf(own),
      persons: records,
      drafts: decided.partition.draftsOf(person),
      lines: decided.linesOf.get(person) ?? [],
      isShared: isAnyShared(members),
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

  #reported(records: readonly Sourced<PersonRecord>[], hidden: ReadonlySet<string> | undefined): Author['reported'] {
    return latest(
      records.flatMap((sourced) => {
        const { reported: figures, key } = sourced.record;
        const isTold = figures !== undefined && !namesHidden(key, hidden);
        return isTold ? [{ ...figures, source: this.#parts.mentions.of(sourced) }] : [];
      }),
    );
  }

  // Half of all people wrote one paper, and there is nothing to say of them but the name.
  #plainAuthor(person: number, members: readonly number[], aliases: Map<string, string>): Author | undefined {
    if (members.length > 1) return undefined;
    const { places, decided, mentions } = this.#parts;
    const placed = places.at(person);
    const [first] = placed;
    if (placed.length > 1 || first === undefined) return undefined;
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
    const [first = -1] = members;
    const only = members.length === 1 ? keyring.onlyIdOf(first) : undefined;
    if (only !== undefined) return (this.#idAt[first] = only);
    const id = keyring.idOf(members);
    for (const node of members) {
      this.#idAt[node] = id;
      const own = keyring.onlyIdOf(node);
      if (own === undefined) for (const other of keyring.idsOf(node)) noteAlias(other, id, aliases);
      else noteAlias(own, id, aliases);
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

function noteAlias(other: AuthorId, id: AuthorId, aliases: Map<string, string>): void {
  if (other !== id) aliases.set(other, id);
}

const NOBODY: readonly AuthorId[] = [];
const NO_NAMES: readonly string[] = [];
const NO_RECORDS: readonly Sourced<PersonRecord>[] = [];
