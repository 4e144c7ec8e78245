import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { InputError, openCorpus } from '../../src/corpus/index.ts';
import type { Corpus, CorpusView } from '../../src/corpus/index.ts';
import { foldName, foldText, fullDate, pageRequest } from '../../src/model/index.ts';
import type { Author, Paper } from '../../src/model/index.ts';
import { adasPage, bigPhysicsPaper, gracesPage, namesakes, twoIslands, worlds } from '../support/worlds.ts';

const SAMPLE = 'data/sample/andrew-saxe.txt';
const PAGES = ['clementine-domine', 'peter-latham', 'stefano-sarao-mannelli'].map(
  (name) => `test/fixtures/profile/${name}.txt`,
);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coauthor-corpus-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('the sample page', () => {
  it('gives 19 papers, 30 authors, 64 authorships of which 56 are listed, 59 pairs and 2 institutions', async () => {
    const { store, network } = (await openCorpus({ paths: [SAMPLE] })).view();
    expect(store.summary).toEqual({
      paperCount: 19,
      authorCount: 30,
      authorshipCount: 64,
      institutionCount: 2,
      venueCount: 0,
    });
    let listed = 0;
    for await (const { isListed } of store.authorships()) listed += isListed ? 1 : 0;
    expect(listed).toBe(56);
    expect(await network.collaborationCount()).toBe(59);
  });

  it('has 12 lists that are cut, of unknown length', async () => {
    const view = (await openCorpus({ paths: [SAMPLE] })).view();
    const cut = (await papersOf(view)).filter(({ isAuthorListComplete }) => !isAuthorListComplete);
    expect(cut).toHaveLength(12);
    for (const paper of cut) expect(paper).not.toHaveProperty('authorCount');
  });

  it('is read without a problem, and the report says so', async () => {
    const { report, view } = await openCorpus({ paths: [SAMPLE] });
    expect(report).toMatchObject({
      files: [{ name: SAMPLE, format: 'profile-page', recordCount: 20 }],
      refused: [],
      passedOver: [],
      counts: { paperRecords: 19, papers: 19, joined: 0, personRecords: 1, authors: 30, authorships: 64 },
      problems: [],
    });
    expect(await view().store.problemCount()).toBe(0);
    expect(await view().store.sources()).toMatchObject([{ name: SAMPLE, paperCount: 19, recordCount: 20 }]);
  });

  it('has two papers of the year it was captured in: the year after the newest printed', async () => {
    const inferred = (await papersOf((await openCorpus({ paths: [SAMPLE] })).view())).filter(
      (one) => one.isYearInferred,
    );
    expect(inferred.map(({ date }) => fullDate(date))).toEqual(['2026-01-12', '2026-05-19']);
  });

  it('takes years that are not printed from the day it was captured on, where that is told', async () => {
    const guessed = (await openCorpus({ paths: [SAMPLE] })).view();
    const told = (await openCorpus({ paths: [SAMPLE], capturedOn: '2027-06-01' })).view();
    const inferred = (await papersOf(told)).filter((one) => one.isYearInferred);
    expect(inferred.map(({ date }) => date.year)).toEqual([2027, 2027]);
    expect(await told.store.sources()).toMatchObject([{ capturedOn: '2027-06-01' }]);
    expect(told.version).not.toBe(guessed.version);
  });

  it('keeps what the owner reports apart from what is counted', async () => {
    const { store } = (await openCorpus({ paths: [SAMPLE] })).view();
    const [[owner] = []] = await store.authorsNamed(['andrew saxe']);
    expect(owner?.reported).toMatchObject({
      hIndex: 8,
      paperCount: 19,
      citationCount: 713,
      novelty: 0.56,
      aiScore: 52,
      primaryCategory: { code: 'cs.LG' },
    });
  });
});

describe('several pages', () => {
  it('make one author of one person', async () => {
    const { store } = await opened(SAMPLE, ...PAGES);
    for (const name of ['Andrew Saxe', 'Stefano Sarao Mannelli', 'Clémentine Dominé', 'Peter E. Latham']) {
      expect((await store.authorsNamed([foldName(name)])).flat()).toHaveLength(1);
    }
  });

  it('make one paper of one paper, with the union of its authors and both sources', async () => {
    const view = await opened(SAMPLE, ...PAGES);
    const hammer = await titled(view, 'Maslow’s hammer for catastrophic forgetting: node re-use vs node activation');
    expect(await authorsOn(view, hammer)).toEqual([
      'Sebastian Lee',
      'Stefano Sarao Mannelli',
      'Claudia Clopath',
      'Sebastian Goldt',
      'Andrew Saxe',
    ]);
    // The owner's page cuts the list, the coauthor's has it whole.
    expect(hammer).toMatchObject({ isAuthorListComplete: true, authorCount: 5 });
    const sources = await view.store.getSources(hammer.sources.map(({ sourceId }) => sourceId));
    expect(sources.map((source) => source?.name ?? '').toSorted()).toEqual([SAMPLE, PAGES[2]]);
  });

  it('take a printed year over one that was inferred', async () => {
    const title = 'Optimal Representation Size: High-Dimensional Analysis of Pretraining and Linear Probing';
    expect(await titled(await opened(SAMPLE), title)).toMatchObject({ date: { year: 2026 }, isYearInferred: true });
    expect(await titled(await opened(SAMPLE, ...PAGES), title)).toMatchObject({
      date: { year: 2026 },
      isYearInferred: false,
    });
  });

  it('keep every id that one of them gave alone', async () => {
    const alone = await opened(SAMPLE);
    const { store } = await opened(SAMPLE, ...PAGES);
    const authors = await authorsOf(alone);
    const found = await store.authors.getMany(authors.map(({ id }) => id));
    expect(found.map((author) => foldName(author?.name ?? ''))).toEqual(authors.map(({ name }) => foldName(name)));
    const papers = await papersOf(alone);
    const still = await store.papers.getMany(papers.map(({ id }) => id));
    expect(still.map((paper) => foldText(paper?.title ?? ''))).toEqual(papers.map(({ title }) => foldText(title)));
  });

  it('count each source’s papers, shared ones for both', async () => {
    const { store } = await opened(SAMPLE, ...PAGES);
    const counts = (await store.sources()).map(({ name, paperCount }) => [name, paperCount]);
    expect(counts).toEqual([
      [SAMPLE, 19],
      [PAGES[0], 3],
      [PAGES[1], 4],
      [PAGES[2], 5],
    ]);
    expect(store.summary.paperCount).toBeLessThan(19 + 3 + 4 + 5);
  });
});

describe('the order of loading', () => {
  it('changes neither the version nor any byte of the answers', async () => {
    const [notes, empty] = [await written('notes.txt', 'Buy milk.\n'), await written('empty.txt', '')];
    const paths = [SAMPLE, ...PAGES, notes, empty];
    const expected = await bytesOf(await openCorpus({ paths }));
    const orders = [paths.toReversed(), [...paths.slice(3), ...paths.slice(0, 3)], [...paths, ...paths, SAMPLE]];
    for (const order of orders) expect(await bytesOf(await openCorpus({ paths: order }))).toBe(expected);
  });

  it('of records that a program hands in does not either', async () => {
    const expected = await bytesOf(await openCorpus({ records: worlds }));
    for (const records of [worlds.toReversed(), [...worlds, ...worlds]]) {
      expect(await bytesOf(await openCorpus({ records }))).toBe(expected);
    }
  });
});

describe('files', () => {
  it('of the same content under two names are read once, under the first name', async () => {
    const [second, first] = [join(folder, 'twins', 'b.txt'), join(folder, 'twins', 'a.txt')];
    await mkdir(join(folder, 'twins'));
    for (const path of [second, first]) await copyFile(SAMPLE, path);
    for (const paths of [[second, first], [join(folder, 'twins')]]) {
      const { report, view } = await openCorpus({ paths });
      expect(report.files.map(({ name }) => name)).toEqual([first]);
      expect(view().store.summary).toMatchObject({ paperCount: 19, authorshipCount: 64 });
      expect(view().version).toBe((await opened(SAMPLE)).version);
    }
  });

  it('named, that no reader recognises are refused by name while the others load', async () => {
    const refused: [name: string, content: string | Uint8Array, kind: string][] = [
      ['poem.txt', 'Roses are red,\nviolets are blue.\n', 'not-recognised'],
      ['nothing.txt', '', 'empty-file'],
      ['picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xd, 0, 1, 2, 0]), 'binary-file'],
    ];
    for (const [name, content, kind] of refused) {
      const path = await written(name, content);
      const { report, view } = await openCorpus({ paths: [path, SAMPLE] });
      expect(report.refused).toEqual([path]);
      expect(report.problems).toMatchObject([{ kind, file: path, kept: 'nothing of this file' }]);
      expect(report.counts.papers).toBe(19);
      const problems = await view().store.problems(pageRequest({}));
      expect(problems.entries.map(({ item }) => item)).toEqual(report.problems);
    }
  });

  it('in a folder that no reader claims are passed over and counted, and are no problem', async () => {
    const shelf = join(folder, 'shelf');
    await mkdir(join(shelf, 'deep', 'deeper'), { recursive: true });
    await copyFile(SAMPLE, join(shelf, 'deep', 'deeper', 'page.txt'));
    await writeFile(join(shelf, 'README.md'), '# Pages\n');
    await writeFile(join(shelf, 'deep', 'picture.png'), new Uint8Array([0, 1, 2, 3]));
    await writeFile(join(shelf, 'deep', 'empty'), '');
    await symlink(join(shelf, 'gone'), join(shelf, 'dangling'));
    execFileSync('mkfifo', [join(shelf, 'pipe')]); // nobody ever writes into it
    const { report } = await openCorpus({ paths: [shelf] });
    expect(report.files.map(({ name }) => name)).toEqual([join(shelf, 'deep', 'deeper', 'page.txt')]);
    expect(report.passedOver).toEqual(
      ['README.md', 'dangling', 'deep/empty', 'deep/picture.png', 'pipe'].map((name) => join(shelf, name)),
    );
    expect([report.problems, report.refused]).toEqual([[], []]);
  });

  it('of a folder that are named as well are refused, not passed over', async () => {
    const mixed = join(folder, 'mixed');
    await mkdir(mixed);
    const notes = join(mixed, 'notes.txt');
    await writeFile(notes, 'Buy milk.\n');
    const { report } = await openCorpus({ paths: [notes, mixed] });
    expect([report.refused, report.passedOver]).toEqual([[notes], []]);
  });

  it('below a loop of links are read once', async () => {
    const loop = join(folder, 'loop');
    await mkdir(join(loop, 'inner'), { recursive: true });
    await copyFile(SAMPLE, join(loop, 'inner', 'page.txt'));
    await writeFile(join(loop, 'inner', 'notes.txt'), 'Buy milk.\n');
    await symlink(loop, join(loop, 'inner', 'up'));
    await symlink(join(loop, 'inner'), join(loop, 'again'));
    const { report } = await openCorpus({ paths: [loop] });
    expect(report.files).toHaveLength(1);
    expect(report.passedOver).toHaveLength(1);
  });

  it('that do not exist are an InputError naming the path', async () => {
    const missing = join(folder, 'nowhere.txt');
    const opening = openCorpus({ paths: [SAMPLE, missing] });
    await expect(opening).rejects.toThrow(InputError);
    await expect(opening).rejects.toThrow(`No file or folder "${missing}".`);
  });

  it.each(['2026-02-30', '2026-13-01', '31.05.2026', '2026', ''])(
    'captured on "%s" are an InputError: that is no day',
    async (capturedOn) => {
      const opening = openCorpus({ paths: [SAMPLE], capturedOn });
      await expect(opening).rejects.toThrow(InputError);
      await expect(opening).rejects.toThrow(`"${capturedOn}" is no date: expected YYYY-MM-DD`);
    },
  );
});

describe('records that a program hands in', () => {
  it('are a source of their own, by the name they were given', async () => {
    const { store } = (await openCorpus({ records: [twoIslands, bigPhysicsPaper] })).view();
    expect(await store.sources()).toMatchObject([
      { name: 'big physics paper', format: 'records', paperCount: 3, recordCount: 3 },
      { name: 'two islands', format: 'records', paperCount: 3, recordCount: 3 },
    ]);
    expect(store.summary.authorCount).toBe(61 + 5);
  });

  it('stand beside files', async () => {
    const { store } = (await openCorpus({ paths: [SAMPLE], records: [twoIslands] })).view();
    expect(store.summary.paperCount).toBe(19 + 3);
  });

  it('tell namesakes apart, so that a name can be ambiguous', async () => {
    const { store } = (await openCorpus({ records: [namesakes] })).view();
    expect((await store.authorsNamed(['wei wang'])).flat()).toHaveLength(2);
  });

  it('may tell one paper from two pages', async () => {
    const view = (await openCorpus({ records: [adasPage, gracesPage] })).view();
    const looms = await titled(view, 'On Looms');
    expect(looms.sources).toHaveLength(2);
    expect((await authorsOn(view, looms)).toSorted()).toEqual(['Ada Byron', 'Grace Hopper', 'Kurt Gödel', 'Wei Wang']);
  });

  it('may be none at all', async () => {
    const { view, report } = await openCorpus({});
    expect(view().store.summary).toEqual({
      authorCount: 0,
      paperCount: 0,
      institutionCount: 0,
      authorshipCount: 0,
      venueCount: 0,
    });
    expect(report).toMatchObject({ files: [], problems: [] });
  });
});

describe('a view', () => {
  it('is frozen, and the same one every time', async () => {
    const { view } = await openCorpus({ records: [twoIslands] });
    expect(Object.isFrozen(view())).toBe(true);
    expect(view()).toBe(view());
    expect(() => Object.assign(view(), { version: 'other' })).toThrow(TypeError);
  });

  it('has store and network in step', async () => {
    const view = (await openCorpus({ paths: [SAMPLE, ...PAGES], records: worlds })).view();
    const { version, store, network } = view;
    expect([store.version, network.version]).toEqual([version, version]);
    const { authorCount, paperCount, authorshipCount } = network;
    expect(store.summary).toMatchObject({ authorCount, paperCount, authorshipCount });
    for (const author of await authorsOf(view)) {
      const [record] = await store.authors.getMany([author.id]);
      expect([record?.paperCount, record?.coauthorCount]).toEqual([
        network.authorshipsOf(author.id).length,
        network.coauthorCount(author.id),
      ]);
    }
  });

  it('has the version of what was read: the same content the same, another content another', async () => {
    const version = async (...paths: string[]): Promise<string> => (await opened(...paths)).version;
    expect(await version(SAMPLE)).toBe(await version(`./${SAMPLE}`));
    expect(await version(SAMPLE)).not.toBe(await version(SAMPLE, ...PAGES));
  });
});

async function opened(...paths: readonly string[]): Promise<CorpusView> {
  return (await openCorpus({ paths })).view();
}

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function papersOf({ store }: CorpusView): Promise<Paper[]> {
  const order = { field: 'PUBLISHED_ON', direction: 'ASC' } as const;
  const { entries, hasNextPage } = await store.papers.page({ filter: {} }, order, pageRequest({ first: 100 }));
  expect(hasNextPage).toBe(false);
  return entries.map(({ item }) => item);
}

async function authorsOf({ store }: CorpusView): Promise<Author[]> {
  const order = { field: 'NAME', direction: 'ASC' } as const;
  const limits = { defaultSize: 1000, maxSize: 1000 };
  return (await store.authors.page({}, order, pageRequest({}, limits))).entries.map(({ item }) => item);
}

async function titled({ store }: CorpusView, title: string): Promise<Paper> {
  const [paper, ...others] = await store.papersTitled(foldText(title));
  if (paper === undefined) throw new Error(`No paper "${title}".`);
  expect(others).toEqual([]);
  return paper;
}

/** As printed. */
async function authorsOn({ store, network }: CorpusView, paper: Paper): Promise<string[]> {
  const authors = await store.authors.getMany(network.authorshipsOn(paper.id).map(({ authorId }) => authorId));
  return authors.map((author) => author?.name ?? '');
}

/** Everything a corpus answers, as text. */
async function bytesOf({ view, report }: Corpus): Promise<string> {
  const { version, store, network } = view();
  const institutions = await store.institutions.page({}, { field: 'NAME', direction: 'ASC' }, pageRequest({}));
  const authors = await authorsOf(view());
  const authorships: unknown[] = [];
  for await (const authorship of store.authorships()) authorships.push(authorship);
  return JSON.stringify({
    version,
    report,
    summary: store.summary,
    papers: await papersOf(view()),
    authors,
    institutions,
    authorships,
    sources: await store.sources(),
    problems: await store.problems(pageRequest({})),
    components: await network.components(),
    onEachPaper: (await papersOf(view())).map(({ id }) => network.authorshipsOn(id)),
  });
}

describe('files that are let go', () => {
  it('leave nothing open, however many are passed over', async () => {
    const shelf = join(folder, 'heavy');
    await mkdir(shelf);
    const heavy = 'no page of anybody\n'.repeat(10_000);
    await Promise.all(Array.from({ length: 40 }, (_, at) => writeFile(join(shelf, `${at}.txt`), heavy)));
    const openFiles = async (): Promise<number> => (await readdir('/proc/self/fd').catch(() => [])).length;
    const before = await openFiles();
    const { report } = await openCorpus({ paths: [shelf] });
    expect(report.passedOver).toHaveLength(40);
    expect((await openFiles()) - before).toBeLessThan(10);
  });

  it('that stop before anything could be unpacked are truncated, not empty', async () => {
    const shelf = join(folder, 'cut');
    await mkdir(shelf);
    await writeFile(join(shelf, 'page.gz'), gzipSync(await readFile(SAMPLE)).subarray(0, 11));
    for (const path of [shelf, join(shelf, 'page.gz')]) {
      const { report } = await openCorpus({ paths: [path, SAMPLE] });
      expect(report.problems).toMatchObject([{ kind: 'truncated-file', file: join(shelf, 'page.gz') }]);
    }
  });
});
