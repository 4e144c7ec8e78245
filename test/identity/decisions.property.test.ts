/**
 * Laws of people's decisions on random shelves: each decision does what it says and nothing else, an undo takes it back
 * to the byte, and whoever is hidden is hidden.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { withoutHiddenNames } from '../../src/corpus/hidden-names.ts';
import { resolve } from '../../src/identity/index.ts';
import type { Resolution, Sourced } from '../../src/identity/index.ts';
import {
  compareText,
  decisionsInForce,
  foldName,
  foldText,
  newDecision,
  weighDecisions,
} from '../../src/model/index.ts';
import type { AuthorId, Authorship, Decision, DecisionContent, PaperRecord } from '../../src/model/index.ts';
import { shelves } from '../support/random-shelves.ts';
import { orcid, paper, sourced } from '../support/worlds.ts';
import type { Told } from '../support/worlds.ts';

// Names that stand in no title and in no other name, so that one that is found was leaked.
const PEOPLE: readonly Told[] = ['Ada Byron', 'Grace Hopper', 'Kurt Gödel', 'Wei Wang', 'W. Wang', 'Emmy Noether'];
const IDENTIFIED = orcid('Alan Turing', '0000-0002-1825-0097');

const shelf: fc.Arbitrary<readonly PaperRecord[]> = fc
  .array(fc.subarray([...PEOPLE, IDENTIFIED], { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  .map((lists) => lists.map((by, at) => paper(`Title ${at}`, by, { year: 2000 + at, keyed: ['x', String(at)] })));

/** The name of whoever is renamed, which no source prints. */
const GIVEN = 'Zed Newname';
const told = { by: 'Somebody', at: '2026-05-31T12:00:00Z', why: 'it is so' };
const kinds = ['merge', 'split', 'rename', 'hide-name', 'leave-out'] as const;
const choices = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(), fc.nat()), { minLength: 1, maxLength: 5 });

// One source in which everybody's name is their own, and several that tell the same papers in every way.
const sources = fc.oneof(
  shelf.map((records) => sourced({ name: 'shelf', records })),
  shelves.map((worlds) => withoutContradictions(sourced(...worlds))),
);

/** Records, and for each choice a decision on what the ones before it left. */
const decided = fc.tuple(sources, choices).map(([all, list]) => {
  const decisions: Decision[] = [];
  for (const [kind, one, other] of list) {
    const content = contentOf(kind, one, other, applied(all, decisions));
    if (content !== undefined) decisions.push(decisionAt(decisions.length, content));
  }
  return { all, decisions };
});

/** The same with one decision more. */
const oneMore = (kind: (typeof kinds)[number]): fc.Arbitrary<OneMore> =>
  fc.tuple(decided, fc.nat(), fc.nat()).map(([{ all, decisions }, one, other]) => {
    const before = applied(all, decisions);
    const content = contentOf(kind, one, other, before);
    const after = content === undefined ? before : applied(all, [...decisions, decisionAt(decisions.length, content)]);
    return { all, decisions, before, content, after };
  });

interface OneMore {
  readonly all: readonly Sourced[];
  readonly decisions: readonly Decision[];
  readonly before: Resolution;
  readonly content: DecisionContent | undefined;
  readonly after: Resolution;
}

describe('whatever is decided', () => {
  it('undone again, leaves no trace', () => {
    fc.assert(
      fc.property(decided, ({ all, decisions }) => {
        const undos = decisions.toReversed().map(undoOf);
        expect(bytesOf(applied(all, [...decisions, ...undos]))).toBe(bytesOf(applied(all, [])));
      }),
    );
  });

  it('one of many undone, is as if it had never been said', () => {
    fc.assert(
      fc.property(decided, fc.nat(), ({ all, decisions }, at) => {
        const undone = decisions[at % decisions.length];
        if (undone === undefined) return;
        const without = decisions.map((decision) => (decision.id === undone.id ? undefined : decision));
        expect(bytesOf(applied(all, [...decisions, undoOf(undone)]))).toBe(bytesOf(applied(all, without)));
      }),
    );
  });

  it('holds in every order of the records, and said twice says nothing more', () => {
    const reordered = decided.chain(({ all, decisions }) =>
      fc.shuffledSubarray([...all], { minLength: all.length }).map((otherwise) => ({ all, otherwise, decisions })),
    );
    fc.assert(
      fc.property(reordered, ({ all, otherwise, decisions }) => {
        const once = bytesOf(applied(all, decisions));
        expect(bytesOf(applied(otherwise, decisions))).toBe(once);
        expect(bytesOf(applied(all, [...decisions, ...decisions]))).toBe(once);
      }),
    );
  });

  it('every id that was ever given leads to somebody; with people left out, to somebody or to nobody at all', () => {
    fc.assert(
      fc.property(decided, ({ all, decisions }) => {
        const last = applied(all, decisions);
        const everybody = applied(
          all,
          decisions.map((decision) => (decision.action === 'leave-out' ? undefined : decision)),
        );
        const given = [...decisions.keys()].map((count) => applied(all, decisions.slice(0, count)));
        for (const id of [...given, everybody].flatMap(authorIdsOf)) {
          const author = everybody.aliases.get(id) ?? id;
          expect(idsOf(everybody)).toContain(author);
          expect(last.aliases.get(id) ?? id).toBe(idsOf(last).has(author) ? author : id);
        }
        for (const [alias, id] of last.aliases) {
          if (alias.startsWith('A_')) expect([idsOf(last).has(alias), idsOf(last).has(id)]).toEqual([false, true]);
        }
      }),
    );
  });

  it('changes no paper’s id, and puts no person twice on one', () => {
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
  it('makes one author with the papers of both, and their ids, and leaves all others their papers', () => {
    fc.assert(
      fc.property(oneMore('merge'), ({ before, content, after }) => {
        if (content?.action !== 'merge') return;
        const now = new Set(content.authors.map((id) => after.aliases.get(id) ?? id));
        expect(now.size).toBe(1);
        const [id = ''] = now;
        const papers = content.authors.flatMap((author) => papersOf(before, author));
        expect(papersOf(after, id)).toEqual([...new Set(papers)].toSorted());
        expect(after.authors).toHaveLength(before.authors.length - 1);
        const others = before.authors.filter((author) => !content.authors.includes(author.id));
        for (const other of others) expect(papersOf(after, other.id)).toEqual(papersOf(before, other.id));
      }),
    );
  });
});

describe('a split', () => {
  it('gives the papers to one new author, and leaves the author the rest and all others theirs', () => {
    fc.assert(
      fc.property(oneMore('split'), ({ before, content, after }) => {
        if (content?.action !== 'split') return;
        expect(after.problems.filter(({ kind }) => kind === 'idle-decision')).toEqual(
          before.problems.filter(({ kind }) => kind === 'idle-decision'),
        );
        expect(after.authors).toHaveLength(before.authors.length + 1);
        const own = papersOf(before, content.author);
        const others = before.authors.filter(({ id }) => id !== content.author).map(({ id }) => id);
        for (const other of others) expect(papersOf(after, other)).toEqual(papersOf(before, other));
        const parts = after.authors.filter(({ id }) => !others.includes(id)).map(({ id }) => papersOf(after, id));
        expect(parts.map((papers) => papers.join()).toSorted()).toEqual(
          [content.papers, own.filter((id) => !content.papers.some((moved) => moved === id))]
            .map((papers) => papers.toSorted(compareText).join())
            .toSorted(compareText),
        );
      }),
    );
  });
});

describe('a hidden name', () => {
  it('stands nowhere with the author, and nowhere at all unless somebody else has it', () => {
    fc.assert(
      fc.property(oneMore('hide-name'), ({ before, content, after }) => {
        if (content?.action !== 'hide-name') return;
        const { author: id, name } = content;
        expect(after.authors.map((author) => author.id)).toEqual(before.authors.map((author) => author.id));
        expect(papersOf(after, id)).toEqual(papersOf(before, id));
        if (name !== GIVEN) expect([...after.withheldNames].map(foldName)).toContain(foldName(name));
        const own = after.authors.find((author) => author.id === id);
        expect(own).toBeDefined();
        if (own !== undefined) expect(formsOf(own).map(foldName)).not.toContain(foldName(name));
        const printed = after.authorships.filter(({ authorId }) => authorId === id).flatMap(({ rawNames }) => rawNames);
        expect(printed.map(foldName)).not.toContain(foldName(name));
        if (hasAnother(before, id, name)) return;
        expect(textOf(after)).not.toContain(` ${foldName(name)} `);
      }),
    );
  });
});

describe('a person left out', () => {
  it('stands in no answer, by id or by name, and their places are withheld', () => {
    fc.assert(
      fc.property(oneMore('leave-out'), ({ before, content, after }) => {
        if (content?.action !== 'leave-out') return;
        const { author: id } = content;
        expect(after.authors.map((author) => author.id)).toEqual(
          before.authors.map((author) => author.id).filter((other) => other !== id),
        );
        expect(bytesOf({ ...after, withheldNames: new Set() })).not.toContain(id);
        for (const paper of after.papers) {
          const then = before.papers.find((each) => each.id === paper.id);
          const place = before.authorships.find((each) => each.paperId === paper.id && each.authorId === id);
          const already = then?.withheldPositions ?? [];
          if (place === undefined) expect(paper.withheldPositions).toEqual(already);
          else expect(paper.withheldPositions).toHaveLength(already.length + 1);
          expect(paper.withheldPositions).toEqual(expect.arrayContaining([...already, ...positionsOf(place)]));
          expect(paper.authorCount).toBe(then?.authorCount);
        }
        const left = before.authors.find((author) => author.id === id);
        for (const name of left === undefined ? [] : formsOf(left)) {
          if (!hasAnother(before, id, name)) expect(textOf(after)).not.toContain(` ${foldName(name)} `);
        }
      }),
    );
  });
});

// Where records of one key print two names at one place, one id is two people's, and nothing can be said of it.
function withoutContradictions(records: readonly Sourced[]): Sourced[] {
  const printed = new Map<string, string>();
  return records.filter(({ record }) => {
    if (record.kind !== 'paper') return true;
    const places = record.authors
      .filter(({ position }) => position !== undefined)
      .map(({ name, position }) => [`${record.key} ${position}`, foldName(name)] as const);
    if (places.some(([place, name]) => (printed.get(place) ?? name) !== name)) return false;
    for (const [place, name] of places) printed.set(place, name);
    return true;
  });
}

/** @param log a line of it may be empty */
function applied(records: readonly Sourced[], log: readonly (Decision | undefined)[]): Resolution {
  const lines = log.flatMap((decision, at) =>
    decision === undefined ? [] : [{ decision, file: 'log', line: at + 1 }],
  );
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
      return { action, author, name: GIVEN, ...told };
    case 'hide-name': {
      const forms = formsOf(first).filter((form) => form !== 'Name withheld');
      const name = forms[other % forms.length];
      return name === undefined ? undefined : { action, author, name, ...told };
    }
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

// What is decided again after it was taken back is another decision, for it is decided later.
function decisionAt(minute: number, content: DecisionContent): Decision {
  return newDecision({ ...content, at: `2026-05-31T12:0${minute}:00Z` });
}

function undoOf({ id }: Decision): Decision {
  return newDecision({ action: 'undo', decision: id, ...told, at: '2026-06-01T12:00:00Z' });
}

function idsOf({ authors }: Resolution): ReadonlySet<string> {
  return new Set(authors.map(({ id }) => id));
}

/** Of all authors, and of all who were authors under another id. */
function authorIdsOf(resolution: Resolution): string[] {
  return [...idsOf(resolution), ...resolution.aliases.keys()].filter((id) => id.startsWith('A_'));
}

function positionsOf(authorship: Authorship | undefined): readonly number[] {
  return authorship?.position === undefined ? [] : [authorship.position];
}

/** Whether somebody else's name has the name in it: they keep it. */
function hasAnother({ authors, authorships }: Resolution, id: string, name: string): boolean {
  const printed = authorships.filter(({ authorId }) => authorId !== id).flatMap(({ rawNames }) => rawNames);
  const others = authors.filter((author) => author.id !== id).flatMap(formsOf);
  return [...others, ...printed]
    .flatMap((form) => [foldText(form), foldName(form)])
    .some((form) => ` ${form} `.includes(` ${foldName(name)} `));
}

/** Every word of every answer; problems as the corpus tells them, which takes the words of those that say a hidden name. */
function textOf({ withheldNames, problems, ...answers }: Resolution): string {
  const told = { ...answers, aliases: [...answers.aliases], problems: withoutHiddenNames(problems, withheldNames) };
  return ` ${foldText(JSON.stringify(told))} `;
}

function bytesOf(resolution: Resolution): string {
  return JSON.stringify({
    ...resolution,
    aliases: [...resolution.aliases].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    withheldNames: [...resolution.withheldNames].toSorted(),
  });
}
