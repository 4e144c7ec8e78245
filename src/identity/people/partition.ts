/**
 * Which person each node is, once all is decided: the drafts, and what people's own decisions make of them. A person is
 * named by the smallest of its nodes, so names move when nodes do.
 */
import type { Draft, Drafts } from './drafts.ts';

export class Partition {
  readonly #personOf: Int32Array;
  readonly #members = new Map<number, readonly number[]>();
  readonly #drafts = new Map<number, readonly Draft[]>();

  constructor(drafts: Drafts) {
    this.#personOf = new Int32Array(drafts.size);
    for (const draft of drafts.all()) {
      for (const node of draft.members) this.#personOf[node] = draft.id;
      if (draft.members.length > 1) this.#members.set(draft.id, draft.members);
      if (draft.grounding !== undefined || draft.doubt > 0) this.#drafts.set(draft.id, [draft]);
    }
  }

  personOf(node: number): number {
    return this.#personOf[node] ?? node;
  }

  membersOf(person: number): readonly number[] {
    return this.#members.get(person) ?? [person];
  }

  /** The drafts the person was made of, as far as evidence made them. */
  draftsOf(person: number): readonly Draft[] {
    return this.#drafts.get(person) ?? [];
  }

  *people(): Generator<number> {
    for (const [node, person] of this.#personOf.entries()) if (node === person) yield person;
  }

  /** Two people are one. */
  join(one: number, other: number): number {
    if (one === other) return one;
    const members = [...this.membersOf(one), ...this.membersOf(other)].sort((a, b) => a - b);
    const drafts = [...this.draftsOf(one), ...this.draftsOf(other)];
    this.#forget(one);
    this.#forget(other);
    return this.#set(members, drafts);
  }

  /** These nodes, some but not all of one person's, are another's. */
  part(person: number, nodes: ReadonlySet<number>): void {
    const [members, drafts] = [this.membersOf(person), this.draftsOf(person)];
    this.#forget(person);
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
    this.#members.set(person, members);
    if (drafts.length > 0) this.#drafts.set(person, drafts);
    return person;
  }

  #forget(person: number): void {
    this.#members.delete(person);
    this.#drafts.delete(person);
  }
}
