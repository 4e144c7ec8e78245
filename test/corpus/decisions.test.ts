import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createMemoryDecisionLog, InputError, openCorpus, openDecisionDesk } from '../../src/corpus/index.ts';
import type { AuthorRecord, Corpus, CorpusView, DecisionLog } from '../../src/corpus/index.ts';
import { decisionLine, foldName, foldText, newDecision, pageRequest } from '../../src/model/index.ts';
import type { AuthorId, Decision, DecisionContent, PaperId } from '../../src/model/index.ts';
import { laterPage, undecided } from '../support/decided-world.ts';
import { paper } from '../support/worlds.ts';
import type { World } from '../support/worlds.ts';

let folder: string;
let before: CorpusView;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coauthor-decisions-'));
  before = (await opened()).view();
});
afterAll(() => rm(folder, { recursive: true }));

const told = { by: 'Ada', at: '2026-05-31T12:00:00Z', why: 'it is so' };
const decided = (content: DecisionContent): Decision => newDecision(content);

function opened(log?: string | DecisionLog, ...more: readonly World[]): Promise<Corpus> {
  return openCorpus({ records: [undecided, ...more], ...(log === undefined ? {} : { decisions: log }) });
}

async function named(name: string, { store }: CorpusView = before): Promise<AuthorRecord> {
  const [[author] = []] = await store.authorsNamed([foldName(name)]);
  if (author === undefined) throw new Error(`Nobody is called ${name}.`);
  return author;
}

async function titled(title: string): Promise<PaperId> {
  const [found] = await before.store.papersTitled(foldText(title));
  if (found === undefined) throw new Error(`No paper is called ${title}.`);
  return found.id;
}

async function everybody({ store }: CorpusView): Promise<readonly AuthorRecord[]> {
  const page = await store.authors.page({}, { field: 'NAME', direction: 'ASC' }, pageRequest({ first: 100 }));
  return page.entries.map(({ item }) => item);
}

async function oneOfEach(): Promise<readonly Decision[]> {
  const [ada, king, kurt, alan] = await Promise.all(
    ['Ada Byron', 'Ada King', 'Kurt Gödel', 'Alan Turing'].map(async (name) => (await named(name)).id),
  );
  if (ada === undefined || king === undefined || kurt === undefined || alan === undefined)
    throw new Error('All there.');
  return [
    decided({ action: 'merge', authors: [ada, king], ...told }),
    decided({ action: 'split', author: kurt, papers: [await titled('Beekeeping')], ...told }),
    decided({ action: 'rename', author: ada, name: 'Ada Lovelace', ...told }),
    decided({ action: 'hide-name', author: ada, name: 'Ada King', ...told }),
    decided({ action: 'leave-out', author: alan, ...told }),
  ];
}

describe('a corpus with a decisions log', () => {
  it('has another version with every decision in force, and the first again when all are undone', async () => {
    const all = await oneOfEach();
    const undone = all.map(({ id }) => decided({ action: 'undo', decision: id, ...told }));
    const versions = new Set<string>();
    for (let count = 0; count <= all.length; count++) {
      versions.add((await opened(createMemoryDecisionLog(all.slice(0, count)))).view().version);
    }
    expect(versions.size).toBe(all.length + 1);
    const back = await opened(createMemoryDecisionLog([...all, ...undone]));
    expect(back.view().version).toBe(before.version);
    expect(await everybody(back.view())).toEqual(await everybody(before));
    expect(back.report.problems).toEqual([]);
  });

  it('is the same when the log stands behind itself, in one file', async () => {
    const path = join(folder, 'twice.jsonl');
    const lines = (await oneOfEach()).map((decision) => `${decisionLine(decision)}\n`).join('');
    await writeFile(path, lines);
    const once = await opened(path);
    await writeFile(path, lines + lines);
    const twice = await opened(path);
    expect(twice.view().version).toBe(once.view().version);
    expect(await everybody(twice.view())).toEqual(await everybody(once.view()));
    expect(twice.report).toEqual(once.report);
  });

  it('without a line in it is as without a log', async () => {
    const empty = await opened(join(folder, 'none.jsonl'));
    expect(empty.view().version).toBe(before.version);
    expect(empty.report.decisions).toEqual({ name: join(folder, 'none.jsonl'), count: 0, inForceCount: 0 });
    expect((await opened()).report).not.toHaveProperty('decisions');
  });

  it('has lines that are none, and lines that fit nothing, as problems; the others hold', async () => {
    const path = join(folder, 'problems.jsonl');
    const [merge] = await oneOfEach();
    if (merge === undefined) throw new Error('There is one.');
    const gone = decided({ action: 'leave-out', author: `A_${'x'.repeat(24)}` as AuthorId, ...told });
    await writeFile(path, `not this\n${decisionLine(gone)}\n${decisionLine(merge)}\n`);
    const corpus = await opened(path);
    expect(corpus.report.problems).toMatchObject([
      { kind: 'bad-decision', file: path, line: 1 },
      { kind: 'idle-decision', file: path, line: 2 },
    ]);
    expect((await named('Ada King', corpus.view())).paperCount).toBe(3);
  });

  it('that cannot be read is the person’s mistake, said in one line', async () => {
    await expect(opened(folder)).rejects.toEqual(
      new InputError(`"${folder}" is a folder: the decisions log is a file.`),
    );
  });

  it('keeps a hidden name out of the problems too', async () => {
    const namesake: World = { name: 'twice', records: [paper('Twice', ['Ada King', 'Ada King', 'Alan Turing'])] };
    const [merge, , , hide] = await oneOfEach();
    if (merge === undefined || hide === undefined) throw new Error('Both are there.');
    const shown = await opened(createMemoryDecisionLog([merge]), namesake);
    expect(JSON.stringify(shown.report.problems)).toContain('King');
    const { report, view } = await opened(createMemoryDecisionLog([merge, hide]), namesake);
    expect(report.problems.map(({ kind }) => kind)).toEqual(shown.report.problems.map(({ kind }) => kind));
    expect(JSON.stringify(report.problems)).not.toContain('King');
    expect(JSON.stringify(await view().store.problems(pageRequest({ first: 100 })))).not.toContain('King');
  });
});

describe('when more files are added', () => {
  it('every decision holds, and every old id answers with the person it became', async () => {
    const [merge, , rename] = await oneOfEach();
    if (merge === undefined || rename === undefined) throw new Error('Both are there.');
    const log = createMemoryDecisionLog([merge, rename]);
    const [small, large] = [(await opened(log)).view(), (await opened(log, laterPage)).view()];
    for (const view of [small, large]) {
      const ada = await named('Ada Byron', view);
      expect(ada.name).toBe('Ada Lovelace');
      expect(await named('Ada King', view)).toEqual(ada);
      const old = [await named('Ada Byron'), await named('Ada King'), await named('Ada Byron', small)];
      expect(await view.store.authors.getMany(old.map(({ id }) => id))).toEqual([ada, ada, ada]);
    }
    const ids = (await everybody(small)).map(({ id }) => id);
    expect(await large.store.authors.getMany(ids)).not.toContain(undefined);
  });
});

describe('a preview', () => {
  it('of every kind of decision says what the next load makes of it, and writes nothing', async () => {
    const log = createMemoryDecisionLog();
    for (const decision of await oneOfEach()) {
      const desk = await openDecisionDesk({ records: [undecided], decisions: log });
      const lines = (await log.read()).decisions.length;
      const preview = desk.preview(decision);
      expect((await log.read()).decisions).toHaveLength(lines);
      expect(preview.problems).toEqual([]);
      await desk.write(decision);
      const [was, is] = [await everybody(desk.corpus.view()), await everybody((await opened(log)).view())];
      for (const [found, authors] of [
        [preview.before, was],
        [preview.after, is],
      ] as const) {
        expect(found.length, decision.action).toBeGreaterThanOrEqual(decision.action === 'leave-out' ? 0 : 1);
        for (const author of found) expect(authors).toContainEqual(expect.objectContaining(author));
      }
      // Whoever is not in it is as before.
      const touched = new Set([...preview.before, ...preview.after].map(({ id }) => id));
      const rest = (authors: readonly AuthorRecord[]): unknown =>
        authors.filter(({ id }) => !touched.has(id)).map(({ id, name, paperCount }) => ({ id, name, paperCount }));
      expect(rest(is)).toEqual(rest(was));
    }
  });

  it('tells the papers that change hands: from whom, to whom, or withheld', async () => {
    const desk = await openDecisionDesk({ records: [undecided], decisions: createMemoryDecisionLog() });
    const [merge, split, , , leaveOut] = await oneOfEach();
    if (merge === undefined || split === undefined || leaveOut === undefined) throw new Error('All there.');
    // The one that has more papers keeps them, whatever ids the decision leaves.
    const [king, kurt] = [await named('Ada King'), await named('Kurt Gödel')];
    const { after, moved } = desk.preview(merge);
    expect(moved).toEqual([{ id: await titled('Notes'), title: 'Notes', from: king.id, to: after[0]?.id }]);
    const beekeeper = expect.stringMatching(/^A_/) as unknown;
    expect(desk.preview(split).moved).toEqual([
      { id: await titled('Beekeeping'), title: 'Beekeeping', from: kurt.id, to: beekeeper },
    ]);
    const alan = (await named('Alan Turing')).id;
    expect(desk.preview(leaveOut).moved).toEqual([{ id: await titled('Beekeeping'), title: 'Beekeeping', from: alan }]);
  });

  it('of a decision that fits nothing says so, and changes nothing', async () => {
    const desk = await openDecisionDesk({ records: [undecided], decisions: createMemoryDecisionLog() });
    const gone = decided({ action: 'leave-out', author: `A_${'x'.repeat(24)}` as AuthorId, ...told });
    expect(desk.preview(gone)).toMatchObject({
      before: [],
      after: [],
      moved: [],
      problems: [{ kind: 'idle-decision' }],
    });
    const undo = decided({ action: 'undo', decision: gone.id, ...told });
    expect(desk.preview(undo)).toMatchObject({
      before: [],
      after: [],
      moved: [],
      problems: [{ kind: 'idle-decision' }],
    });
  });
});
