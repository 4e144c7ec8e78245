/**
 * Which person each node is, once all is decided: the drafts, and what people's own decisions make of them. A person is
 * named by the smallest of its nodes, so names move when nodes do.
 */
import type { Draft, Drafts } from './drafts.ts';
import { Members } from './members.ts';

const NO_DRAFTS: readonly Draft[] = [];

export class Partition {
  readonly #personOf: Int32Array;
  /** Ascending. */
  readonly #members: Members;
  readonly #draftOf: (id: number) => Draft | undefined;
  /** Of people whom decisions made: the drafts they were made of. */
  readonly #drafts = new Map<number, readonly Draft[]>();

  constructor(drafts: Drafts) {
    this.#personOf = drafts.roots();
    this.#members = new Members(drafts.size);
    this.#draftOf = drafts.told();
    this.#personOf.forEach((person, node) => {
      if (node !== person) this.#members.append(person, node);
    });
  }

  personOf(node: number): number {
    return this.#personOf[node] ?? node;
  }

  membersOf(person: number): readonly number[] {
    return this.#members.of(person);
  }

  /** The drafts the person was made of, as far as there is something to tell of them. */
  draftsOf(person: number): readonly Draft[] {
    const decided = this.#drafts.get(person);
    if (decided !== undefined) return decided;
    const draft = this.#draftOf(person);
    return draft === undefined ? NO_DRAFTS : [draft];
  }

  forEachPerson(visit: (person: number) => void): void {
    this.#personOf.forEach((person, node) => {
      if (node === person) visit(person);
    });
  }

  /** Two people are one. */
  join(one: number, other: number): number {
    if (one === other) return one;
    const members = [...this.membersOf(one), ...this.membersOf(other)].sort((a, b) => a - b);
    return this.#set(members, [...this.draftsOf(one), ...this.draftsOf(other)]);
  }

  /** These nodes, some but not all of one person's, are another's. */
  part(person: number, nodes: ReadonlySet<number>): void {
    const [members, drafts] = [this.membersOf(person), this.draftsOf(person)];
    this.#set(
      members.filter((node) => !nodes.has(node)),
      drafts,
    );
    this.#set(
      members.filter((node) => nodes.has(node)),
      drafts,
    );
  }

  #set(members: readonly number[], drafts: readonly Draft[]): number {
    const person = members[0] ?? 0;
    for (const node of members) this.#personOf[node] = person;
    this.#members.set(members);
    this.#drafts.set(person, drafts);
    return person;
  }
}
