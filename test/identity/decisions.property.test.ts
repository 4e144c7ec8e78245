/**
 * Laws of people's decisions on random shelves: each decision does what it says and nothing else, an undo takes it back
 * to the byte, and whoever is hidden is hidden.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { resolve } from '../../src/identity/index.ts';
import type { Resolution, Sourced } from '../../src/identity/index.ts';
import { decisionsInForce, foldName, foldText, newDecision, weighDecisions } from '../../src/model/index.ts';
import type { AuthorId, Decision, DecisionContent, PaperRecord } from '../../src/model/index.ts';
import { orcid, paper, sourced } from '../support/worlds.ts';
import type { Told } from '../support/worlds.ts';

// Names that stand in no title and in no other name, so that one that is found was leaked.
const PEOPLE: readonly Told[] = ['Ada Byron', 'Grace Hopper', 'Kurt Gödel', 'Wei Wang', 'W. Wang', 'Emmy Noether'];
const IDENTIFIED = orcid('Alan Turing', '0000-0002-1825-0097');

const shelf: fc.Arbitrary<readonly PaperRecord[]> = fc
  .array(fc.subarray([...PEOPLE, IDENTIFIED], { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  .map((lists) => lists.map((by, at) => paper(`Title ${at}`, by, { year: 2000 + at, keyed: ['x', String(at)] })));

const told = { by: 'Somebody', at: '2026-05-31T12:00:00Z', why: 'it is so' };
const kinds = ['merge', 'split', 'rename', 'hide-name', 'leave-out'] as const;

/** A shelf, and for each number a decision on what the ones before it left. */
const decided = fc
  .tuple(shelf, fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }))
  .map(([records, choices]) => {
    const all = sourced({ name: 'shelf', records });
    const decisions: Decision[] = [];
    for (const [kind, one, other] of choices) {
      const content = contentOf(kind, one, other, applied(all, decisions));
      if (content !== undefined) decisions.push(newDecision(content));
    }
    return { all, decisions };
  });

describe('whatever is decided', () => {
  it('undone again, leaves no trace', () => {
    fc.assert(
      fc.property(decided, ({ all, decisions }) => {
        const undos = decisions
          .toReversed()
          .map(({ id }) => newDecision({ action: 'undo', decision: id, ...told, at: '2026-06-01T12:00:00Z' }));
        expect(bytesOf(applied(all, [...decisions, ...undos]))).toBe(bytesOf(applied(all, [])));
      }),
    );
  });

  it('holds in every order of the records, and said twice says nothing more', () => {
    fc.assert(
      fc.property(decided, ({ all, decisions }) => {
        const once = bytesOf(applied(all, decisions));
        expect(bytesOf(applied(all.toReversed(), decisions))).toBe(once);
        expect(bytesOf(applied(all, [...decisions, ...decisions]))).toBe(once);
      }),
    );
  });

  it('every id that was ever given leads to somebody, or to somebody left out', () => {
    fc.assert(
      fc.property(decided, ({ all, decisions }) => {
        const last = applied(all, decisions);
        const known = new Set<string>(last.authors.map(({ id }) => id));
        const isLeftOut = decisions.some(({ action }) => action === 'leave-out');
        for (let count = 0; count <= decisions.length; count++) {
          const then = applied(all, decisions.slice(0, count));
          for (const id of [...then.authors.map((author) => author.id), ...then.aliases.keys()]) {
            if (!id.startsWith('A_')) continue;
            const now = last.aliases.get(id) ?? id;
            if (!isLeftOut) expect(known).toContain(now);
          }
        }
        for (const [alias, id] of last.aliases) {
          if (alias.startsWith('A_')) expect([known.has(alias), known.has(id)]).toEqual([false, true]);
        }
      }),
    );
  });

  it('changes no number of papers, and no person twice on one of them', () => {
    fc.assert(
      fc.property(decided, ({ all, decisions }) => {
        const { papers, authorships } = applied(all, decisions);
        expect(papers.map(({ id }) => id)).toEqual(applied(all, []).papers.map(({ id }) => id));
        const pairs = authorships.map(({ paperId, authorId }) => `${paperId} ${authorId}`);
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
    );
  });
});

describe('a merge', () => {
  it('makes one author with the papers of both, and their ids', () => {
    fc.assert(
      fc.property(shelf, fc.nat(), fc.nat(), (records, one, other) => {
        const all = sourced({ name: 'shelf', records });
        const before = applied(all, []);
        const content = contentOf('merge', one, other, before);
        if (content?.action !== 'merge') return;
        const after = applied(all, [newDecision(content)]);
        const now = new Set(content.authors.map((id) => after.aliases.get(id) ?? id));
        expect(now.size).toBe(1);
        const [id = ''] = now;
        const papers = content.authors.flatMap((author) => papersOf(before, author));
        expect(papersOf(after, id)).toEqual([...new Set(papers)].toSorted());
        expect(after.authors).toHaveLength(before.authors.length - 1);
      }),
    );
  });
});

describe('a split', () => {
  it('gives the papers to one new author and leaves the others', () => {
    fc.assert(
      fc.property(shelf, fc.nat(), fc.nat(), (records, one, other) => {
        const all = sourced({ name: 'shelf', records });
        const before = applied(all, []);
        const content = contentOf('split', one, other, before);
        if (content?.action !== 'split') return;
        const after = applied(all, [newDecision(content)]);
        expect(after.authors).toHaveLength(before.authors.length + 1);
        const own = papersOf(before, content.author);
        const lists = after.authors.map(({ id }) => papersOf(after, id)).map((papers) => papers.join());
        expect(lists).toContain(content.papers.toSorted().join());
        expect(lists).toContain(own.filter((id) => !content.papers.some((moved) => moved === id)).join());
      }),
    );
  });
});

describe('a hidden name and a person left out', () => {
  it('stand in no answer', () => {
    fc.assert(
      fc.property(shelf, fc.nat(), fc.boolean(), (records, one, isHidden) => {
        const all = sourced({ name: 'shelf', records });
        const before = applied(all, []);
        const author = before.authors[one % before.authors.length];
        if (author === undefined) return;
        const { id, name } = author;
        // Others of the name keep it.
        const isShared = before.authors.some(
          (each) => each.id !== id && formsOf(each).some((form) => fits(form, name)),
        );
        if (isShared) return;
        const decision = newDecision(
          isHidden ? { action: 'hide-name', author: id, name, ...told } : { action: 'leave-out', author: id, ...told },
        );
        const { withheldNames, ...after } = applied(all, [decision]);
        const text = ` ${foldText(bytesOf({ ...after, withheldNames: new Set() }))} `;
        expect(text).not.toContain(` ${foldName(name)} `);
        expect([...withheldNames]).toContain(name);
        if (isHidden) {
          expect(after.authors).toHaveLength(before.authors.length);
          expect(papersOf({ ...after, withheldNames }, id)).toEqual(papersOf(before, id));
          return;
        }
        expect(bytesOf({ ...after, withheldNames: new Set() })).not.toContain(id);
        const places = before.authorships.filter(({ authorId }) => authorId === id);
        for (const { paperId, position } of places) {
          const [found] = after.papers.filter((each) => each.id === paperId);
          expect(found?.withheldPositions).toEqual([position]);
          expect(found?.authorCount).toBe(before.papers.find((each) => each.id === paperId)?.authorCount);
        }
      }),
    );
  });
});

function applied(records: readonly Sourced[], log: readonly Decision[]): Resolution {
  const lines = log.map((decision, at) => ({ decision, file: 'log', line: at + 1 }));
  return resolve(records, decisionsInForce(weighDecisions(lines)));
}

function contentOf(
  action: (typeof kinds)[number],
  one: number,
  other: number,
  { authors, authorships }: Resolution,
): DecisionContent | undefined {
  const [first, second] = [authors[one % authors.length], authors[other % authors.length]];
  if (first === undefined || second === undefined) return undefined;
  const author: AuthorId = first.id;
  switch (action) {
    case 'merge':
      return first === second ? undefined : { action, authors: [author, second.id], ...told };
    case 'split': {
      const papers = authorships.filter(({ authorId }) => authorId === author).map(({ paperId }) => paperId);
      const moved = papers.slice(0, 1 + (other % Math.max(1, papers.length - 1)));
      return papers.length < 2 || moved.length === papers.length
        ? undefined
        : { action, author, papers: moved, ...told };
    }
    case 'rename':
      return { action, author, name: 'Zed Newname', ...told };
    case 'hide-name':
      return { action, author, name: first.name, ...told };
    case 'leave-out':
      return { action, author, ...told };
  }
}

function papersOf({ authorships }: Resolution, author: string): string[] {
  return authorships
    .filter(({ authorId }) => authorId === author)
    .map(({ paperId }) => paperId)
    .toSorted();
}

function formsOf({ name, nameVariants }: Resolution['authors'][number]): string[] {
  return [name, ...nameVariants];
}

function fits(one: string, other: string): boolean {
  return ` ${foldText(one)} `.includes(` ${foldName(other)} `);
}

function bytesOf(resolution: Resolution): string {
  return JSON.stringify({
    ...resolution,
    aliases: [...resolution.aliases].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    withheldNames: [...resolution.withheldNames].toSorted(),
  });
}
