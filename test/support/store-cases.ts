/**
 * What every body of `RecordStore` answers. Lists are compared with a slow obvious reference at the end of this file,
 * filter by definition, sort, slice, which takes from the model only how text folds: on a small library under every
 * order, direction, filter and scope, and on random corpora full of what corpora are full of (missing dates, cut lists,
 * equal names and titles, accents).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { resolve } from '../../src/identity/index.ts';
import {
  authorIdOf,
  foldName,
  foldText,
  institutionIdOf,
  nameSortKey,
  pageRequest,
  paperIdOf,
  recordKey,
  RequestError,
  sourceIdOf,
} from '../../src/model/index.ts';
import type {
  Author,
  AuthorFilter,
  AuthorId,
  AuthorOrderField,
  Authorship,
  Direction,
  Institution,
  InstitutionFilter,
  InstitutionOrderField,
  OrderBy,
  Page,
  PageArguments,
  PageEntry,
  Paper,
  PaperFilter,
  PaperId,
  PaperOrderField,
  PartialDate,
  Problem,
  Source,
} from '../../src/model/index.ts';
import type { AuthorRecord, InstitutionRecord, PaperQuery, RecordStore, StoreContent } from '../../src/store/index.ts';
import { identifier, orcid, paper, sourced, worlds } from './worlds.ts';

export type CreateStore = (content: StoreContent) => Promise<RecordStore> | RecordStore;

const DIRECTIONS: readonly Direction[] = ['ASC', 'DESC'];
const PAPER_ORDERS = ordersBy<PaperOrderField>('PUBLISHED_ON', 'TITLE', 'AUTHOR_COUNT');
const AUTHOR_ORDERS = ordersBy<AuthorOrderField>('NAME', 'PAPER_COUNT', 'COAUTHOR_COUNT');
const INSTITUTION_ORDERS = ordersBy<InstitutionOrderField>('NAME', 'PAPER_COUNT');

const NOBODY = authorIdOf({ recordKey: recordKey('elsewhere', 'x'), position: 1, name: 'nobody' });
const NO_PAPER = paperIdOf(recordKey('elsewhere', 'x'));
const NO_INSTITUTION = institutionIdOf('name:nowhere');

export function storeCases(name: string, create: CreateStore): void {
  describe(`${name}: batches`, () => {
    it('answers in the order asked, repeats and gaps in place', async () => {
      const { authors, papers, institutions } = await create(library);
      const [ada, grace] = [authorNamed('Ada Byron'), authorNamed('Grace Hopper')];
      const found = await authors.getMany([grace.id, NOBODY, ada.id, grace.id, '', '__proto__']);
      expect(found.map((author) => author?.name)).toEqual([
        grace.name,
        undefined,
        ada.name,
        grace.name,
        undefined,
        undefined,
      ]);
      expect(found[2]).toEqual(authorRecord(library, ada));
      const [first, last] = [library.papers[0], library.papers.at(-1)];
      expect(await papers.getMany([last?.id ?? '', NO_PAPER, first?.id ?? ''])).toEqual([last, undefined, first]);
      const [london] = library.institutions;
      expect(await institutions.getMany([NO_INSTITUTION, london?.id ?? ''])).toMatchObject([undefined, london]);
      expect(await authors.getMany([])).toEqual([]);
    });

    it('answers an id that was merged away with the survivor', async () => {
      const { authors, papers } = await create(library);
      const ids = { author: new Set<string>(library.authors.map(({ id }) => id)) };
      const aliases = [...library.aliases];
      expect(aliases.length).toBeGreaterThan(5);
      for (const [alias, survivor] of aliases) {
        const [found] = await (ids.author.has(survivor) ? authors : papers).getMany([alias]);
        expect(found?.id).toBe(survivor);
      }
    });

    it('has nothing of one kind under the ids of another', async () => {
      const { authors, papers, institutions } = await create(library);
      const [author, paper, place] = [
        library.authors[0]?.id ?? '',
        library.papers[0]?.id ?? '',
        library.institutions[0]?.id ?? '',
      ];
      expect(await authors.getMany([paper, place])).toEqual([undefined, undefined]);
      expect(await papers.getMany([author, place])).toEqual([undefined, undefined]);
      expect(await institutions.getMany([author, paper])).toEqual([undefined, undefined]);
    });
  });

  describe(`${name}: lists`, () => {
    it.each(named(PAPER_ORDERS))('of papers by %s are what each filter says, in every scope', async (_, orderBy) => {
      const store = await create(library);
      for (const query of paperQueries()) await expectList(paperList(store, library, query, orderBy), 7);
    });

    it.each(named(AUTHOR_ORDERS))('of authors by %s are what each filter says', async (_, orderBy) => {
      const store = await create(library);
      for (const filter of AUTHOR_FILTERS) await expectList(authorList(store, library, filter, orderBy), 20);
    });

    it.each(named(INSTITUTION_ORDERS))('of institutions by %s are what each filter says', async (_, orderBy) => {
      const store = await create(library);
      for (const filter of INSTITUTION_FILTERS) await expectList(institutionList(store, library, filter, orderBy), 2);
    });

    it('are what the definition says of any papers, in pages of any size', async () => {
      await fc.assert(
        fc.asyncProperty(corpora.chain(withPaperQuery), sizes, async ([content, query, orderBy], size) => {
          await expectList(paperList(await create(content), content, query, orderBy), size);
        }),
        { numRuns: 200 },
      );
    });

    it('are what the definition says of any authors, in pages of any size', async () => {
      await fc.assert(
        fc.asyncProperty(
          corpora,
          authorFilters,
          fc.constantFrom(...AUTHOR_ORDERS),
          sizes,
          async (content, filter, orderBy, size) => {
            await expectList(authorList(await create(content), content, filter, orderBy), size);
          },
        ),
        { numRuns: 200 },
      );
    });

    it('are what the definition says of any institutions, in pages of any size', async () => {
      await fc.assert(
        fc.asyncProperty(
          corpora,
          institutionFilters,
          fc.constantFrom(...INSTITUTION_ORDERS),
          sizes,
          async (content, filter, orderBy, size) => {
            await expectList(institutionList(await create(content), content, filter, orderBy), size);
          },
        ),
        { numRuns: 40 },
      );
    });

    it('have undated papers last in both directions, and a missing month before a present one', async () => {
      const dates: readonly PartialDate[] = [
        { year: 2024, month: 2, day: 1 },
        {},
        { year: 2024 },
        { year: 2024, month: 2 },
        { year: 2023 },
        { month: 1, day: 1 },
      ];
      const store = await create(shelf(dates.map((date, at) => ({ title: `Paper ${at}`, date }))));
      const dated = async (direction: Direction): Promise<readonly PartialDate[]> =>
        (await store.papers.page({ filter: {} }, { field: 'PUBLISHED_ON', direction }, pageRequest({}))).entries.map(
          ({ item }) => item.date,
        );
      const ascending = [{ year: 2023 }, { year: 2024 }, { year: 2024, month: 2 }, { year: 2024, month: 2, day: 1 }];
      expect(await dated('ASC')).toEqual([...ascending, {}, { month: 1, day: 1 }]);
      expect(await dated('DESC')).toEqual([...ascending.toReversed(), { month: 1, day: 1 }, {}]);
    });

    it('have papers without a count of authors last in both directions', async () => {
      const store = await create(
        shelf([{ title: 'Cut' }, { title: 'Big', authorCount: 60 }, { title: 'Small', authorCount: 1 }]),
      );
      const titles = async (direction: Direction): Promise<string[]> =>
        (await store.papers.page({ filter: {} }, { field: 'AUTHOR_COUNT', direction }, pageRequest({}))).entries.map(
          ({ item }) => item.title,
        );
      expect(await titles('ASC')).toEqual(['Small', 'Big', 'Cut']);
      expect(await titles('DESC')).toEqual(['Big', 'Small', 'Cut']);
    });

    it('are empty, and say so, in an empty corpus', async () => {
      const store = await create(shelf([]));
      const nothing = { entries: [], hasNextPage: false, hasPreviousPage: false };
      for (const from of [{ first: 5 }, { last: 5 }].map((asked) => pageRequest(asked))) {
        expect(await store.papers.page({ filter: {} }, { field: 'TITLE', direction: 'ASC' }, from)).toEqual(nothing);
        expect(await store.authors.page({}, { field: 'NAME', direction: 'ASC' }, from)).toEqual(nothing);
        expect(await store.institutions.page({}, { field: 'NAME', direction: 'ASC' }, from)).toEqual(nothing);
        expect(await store.problems(from)).toEqual(nothing);
      }
    });
  });

  describe(`${name}: cursors`, () => {
    it('cut a list from both sides', async () => {
      const { papers } = await create(library);
      const order: OrderBy<PaperOrderField> = { field: 'TITLE', direction: 'ASC' };
      const all = (await papers.page({ filter: {} }, order, pageRequest({ first: 100 }))).entries;
      const [after, before] = [all[2]?.cursor, all[9]?.cursor];
      const between = await papers.page({ filter: {} }, order, pageRequest({ first: 100, after, before }));
      expect(between).toEqual({ entries: all.slice(3, 9), hasNextPage: true, hasPreviousPage: true });
      const lastTwo = await papers.page({ filter: {} }, order, pageRequest({ last: 2, after, before }));
      expect(lastTwo.entries).toEqual(all.slice(7, 9));
      const crossed = await papers.page({ filter: {} }, order, pageRequest({ first: 5, after: before, before: after }));
      expect(crossed.entries).toEqual([]);
    });

    it('stay good when the store is rebuilt with more records, or without the one they point at', async () => {
      await fc.assert(
        fc.asyncProperty(
          growing,
          fc.constantFrom(...PAPER_ORDERS),
          fc.nat(),
          async ({ small, big, other }, orderBy, at) => {
            const query: PaperQuery = { filter: {} };
            const before = await everything(paperList(await create(small), small, query, orderBy));
            const entry = before[at % Math.max(1, before.length)];
            if (entry === undefined) return;
            for (const content of [big, without(big, entry.item.id), without(other, entry.item.id)]) {
              const list = paperList(await create(content), content, query, orderBy);
              const sorted = sortedPapers(
                [...content.papers.filter(({ id }) => id !== entry.item.id), entry.item],
                orderBy,
              );
              const place = sorted.indexOf(entry.item);
              const after = await list.page({ first: 100, after: entry.cursor });
              expect(idsOf(after)).toEqual(sorted.slice(place + 1).map(({ id }) => id));
              const upTo = await list.page({ last: 100, before: entry.cursor });
              expect(idsOf(upTo)).toEqual(sorted.slice(0, place).map(({ id }) => id));
            }
          },
        ),
        { numRuns: 40 },
      );
    });

    it('of another order are refused by name', async () => {
      const store = await create(library);
      const first = async (orderBy: OrderBy<PaperOrderField>): Promise<string> =>
        (await store.papers.page({ filter: {} }, orderBy, pageRequest({ first: 1 }))).entries[0]?.cursor ?? '';
      for (const made of PAPER_ORDERS) {
        const cursor = await first(made);
        for (const asked of PAPER_ORDERS.filter((other) => other !== made)) {
          const refused = store.papers.page({ filter: {} }, asked, pageRequest({ after: cursor }));
          await expectRefusal(refused, 'INVALID_CURSOR', `papers by ${made.field} ${made.direction}`);
        }
        const elsewhere = store.authors.page(
          {},
          { field: 'NAME', direction: 'ASC' },
          pageRequest({ last: 1, before: cursor }),
        );
        await expectRefusal(elsewhere, 'INVALID_CURSOR', `papers by ${made.field} ${made.direction}`);
        await expectRefusal(
          store.problems(pageRequest({ after: cursor })),
          'INVALID_CURSOR',
          `papers by ${made.field}`,
        );
      }
    });

    it('that are none are refused with the text received', async () => {
      const { papers, authors, institutions } = await create(library);
      for (const after of ['', 'abc', 'WzFd', Buffer.from('[2,"x","y"]').toString('base64url'), '💥']) {
        const asked = pageRequest({ after });
        await expectRefusal(
          papers.page({ filter: {} }, { field: 'TITLE', direction: 'ASC' }, asked),
          'INVALID_CURSOR',
          `"${after}"`,
        );
        await expectRefusal(
          authors.page({}, { field: 'NAME', direction: 'ASC' }, asked),
          'INVALID_CURSOR',
          `"${after}"`,
        );
        await expectRefusal(
          institutions.page({}, { field: 'NAME', direction: 'ASC' }, asked),
          'INVALID_CURSOR',
          `"${after}"`,
        );
      }
    });
  });

  describe(`${name}: filters that cannot be asked`, () => {
    it.each<[string, PaperFilter]>([
      ['a first year after the last', { fromYear: 2025, toYear: 2024 }],
      ['more authors at least than at most', { minAuthors: 3, maxAuthors: 2 }],
      ['a place among authors of nobody', { authorPosition: 'FIRST' }],
      ['a place among authors of an empty list', { authorPosition: 'LAST', authors: [] }],
    ])('reject %s, for pages and counts', async (_, filter) => {
      const { papers } = await create(library);
      const query = { filter };
      await expectRefusal(
        papers.page(query, { field: 'TITLE', direction: 'ASC' }, pageRequest({})),
        'INVALID_ARGUMENT',
        '',
      );
      await expectRefusal(papers.count(query), 'INVALID_ARGUMENT', '');
    });

    it.each<[string, AuthorFilter]>([
      ['a first year after the last', { fromYear: 2025, toYear: 2024 }],
      ['more papers at least than at most', { minPapers: 2, maxPapers: 1 }],
      ['more coauthors at least than at most', { minCoauthors: 2, maxCoauthors: 1 }],
    ])('reject authors with %s', async (_, filter) => {
      const { authors } = await create(library);
      await expectRefusal(
        authors.page(filter, { field: 'NAME', direction: 'ASC' }, pageRequest({})),
        'INVALID_ARGUMENT',
        '',
      );
      await expectRefusal(authors.count(filter), 'INVALID_ARGUMENT', '');
    });

    it('need no author named when an author’s own papers are asked for', async () => {
      const { papers } = await create(library);
      const query: PaperQuery = { scope: { author: authorNamed('Ada Byron').id }, filter: { authorPosition: 'FIRST' } };
      expect(await papers.count(query)).toBeGreaterThan(0);
    });
  });

  describe(`${name}: by name, title and identifier`, () => {
    it('finds everybody of a name or variant, in id order', async () => {
      const { authorsNamed } = await create(library);
      const named = async (text: string): Promise<string[]> => (await authorsNamed(foldName(text))).map(({ id }) => id);
      const wangs = library.authors.filter((author) => author.name === 'Wei Wang').map(({ id }) => id);
      expect(wangs.length).toBeGreaterThan(1);
      expect(await named('Wang, Wei')).toEqual(wangs.toSorted());
      expect(await named('KURT GODEL')).toEqual([authorNamed('Kurt Gödel').id]);
      expect(await named('Augusta King')).toEqual([authorNamed('Ada King').id]);
      expect(await named('Gödel')).toEqual([]);
      expect(await authorsNamed('')).toEqual([]);
      const [ada] = await authorsNamed('ada byron');
      expect(ada).toEqual(authorRecord(library, authorNamed('Ada Byron')));
    });

    it('finds every paper of a title, in id order', async () => {
      const { papersTitled } = await create(library);
      const twice = library.papers.filter(({ title }) => foldText(title) === 'same title').map(({ id }) => id);
      expect(twice).toHaveLength(2);
      expect((await papersTitled(foldText('Same title!'))).map(({ id }) => id)).toEqual(twice.toSorted());
      expect(await papersTitled('same')).toEqual([]);
    });

    it('finds an institution by every form of its name', async () => {
      const { institutionsNamed } = await create(library);
      const [london] = await institutionsNamed(foldText('UNIVERSITY of London'));
      expect(london).toMatchObject({ name: 'University of London', paperCount: 1 });
      expect(await institutionsNamed('london')).toEqual([]);
    });

    it('finds who and what carries an identifier', async () => {
      const { identified } = await create(library);
      expect(await identified(identifier('orcid:0000-0002-1694-233X'))).toEqual({
        author: authorRecord(library, authorNamed('Ada King')),
      });
      expect(await identified(identifier('https://doi.org/10.1000/Same'))).toEqual({
        paper: library.papers.find(({ identifiers }) => identifiers.length > 0),
      });
      expect(await identified(identifier('ror:05a28rw58'))).toEqual({
        institution: { ...library.institutions.find(({ name }) => name === 'ETH Zürich'), paperCount: 0 },
      });
      expect(await identified(identifier('orcid:0000-0003-1613-5981'))).toEqual({});
      expect(await identified(identifier('doi:10.1000/none'))).toEqual({});
    });
  });

  describe(`${name}: as a whole`, () => {
    it('streams every authorship, in paper id order, then author id order', async () => {
      const store = await create(library);
      const streamed: Authorship[] = [];
      for await (const authorship of store.authorships()) streamed.push(authorship);
      const key = ({ paperId, authorId }: Authorship): string => `${paperId} ${authorId}`;
      expect(streamed.map(key)).toEqual(library.authorships.map(key).toSorted());
      expect(streamed).toEqual(expect.arrayContaining([...library.authorships]));
    });

    it('tells its version and how much it holds', async () => {
      const { version, summary } = await create(library);
      expect(version).toBe(library.version);
      expect(summary).toEqual({
        authorCount: library.authors.length,
        paperCount: library.papers.length,
        institutionCount: library.institutions.length,
        authorshipCount: library.authorships.length,
      });
    });

    it('counts the papers and coauthors of an author, 0 where there are none', async () => {
      const { authors } = await create(library);
      for (const author of library.authors)
        expect(await authors.getMany([author.id])).toEqual([authorRecord(library, author)]);
      const store = await create({ ...shelf([]), authors: [library.authors[0] as Author] });
      expect(await store.authors.getMany([library.authors[0]?.id ?? ''])).toMatchObject([
        { paperCount: 0, coauthorCount: 0 },
      ]);
    });

    it('gives sources by name then id, and in the order asked', async () => {
      const { sources, getSources } = await create(library);
      const [a, b, c] = SOURCES;
      expect(await sources()).toEqual([a, b, c]);
      expect(await getSources([c?.id ?? '', 'S_none', a?.id ?? '', c?.id ?? ''])).toEqual([c, undefined, a, c]);
    });

    it('gives problems by file, line and kind, those of a whole file first, page by page', async () => {
      const store = await create(library);
      const list: List<Problem> = {
        page: (asked) => store.problems(pageRequest(asked)),
        count: () => store.problemCount(),
        expected: PROBLEMS,
      };
      for (const size of [1, 2, 3, 100]) await expectList(list, size);
    });

    it('keeps a cursor among problems when more are found before it', async () => {
      const known = await create({ ...library, problems: PROBLEMS.slice(2) });
      const { entries } = await known.problems(pageRequest({ first: 3 }));
      expect(entries.map(({ item }) => item)).toEqual(PROBLEMS.slice(2, 5));
      const more = await create(library);
      const after = await more.problems(pageRequest({ first: 100, after: entries.at(-1)?.cursor }));
      expect(after.entries.map(({ item }) => item)).toEqual(PROBLEMS.slice(5));
    });
  });
}

// The library: every small world, resolved, and a few records that no world has. Its lists are told backwards, so that
// a store that answers in order does so by itself.

const SOURCES: readonly Source[] = [
  {
    id: sourceIdOf(Buffer.from('first source')),
    name: 'ada.txt',
    format: 'profile-page',
    paperCount: 2,
    recordCount: 3,
  },
  {
    id: sourceIdOf(Buffer.from('second source')),
    name: 'ada.txt',
    format: 'profile-page',
    paperCount: 1,
    recordCount: 2,
  },
  {
    id: sourceIdOf(Buffer.from('third source')),
    name: 'é.txt',
    format: 'records',
    paperCount: 0,
    recordCount: 0,
    capturedOn: '2026-05-31',
  },
];

const PROBLEMS: readonly Problem[] = [
  { kind: 'wrong-encoding', file: 'b.txt', message: 'The file is not UTF-8.', kept: 'the text, read as another' },
  { kind: 'missing-abstract', file: 'b.txt', line: 2, message: 'No abstract.', found: 'LGMay 19' },
  { kind: 'missing-authors', file: 'b.txt', line: 2, message: 'No authors.' },
  { kind: 'lost-text', file: 'b.txt', line: 10, message: 'Text is lost.', kept: 'the rest' },
  { kind: 'lost-text', file: 'b.txt', line: 10, message: 'Text is lost.', kept: 'the rest' },
  { kind: 'mangled-date', file: 'b.txt', line: 10, message: 'The date cannot be read.' },
  { kind: 'count-mismatch', file: 'Ä.txt', line: 1, message: 'Another number.' },
];

const library: StoreContent = libraryContent();

function libraryContent(): StoreContent {
  const { authors, papers, institutions, authorships, aliases } = resolve(
    sourced(...worlds, {
      name: 'more',
      records: [
        paper('Same Title', ['Emmy Noether', orcid('Ada King', '0000-0002-1694-233X')], {
          year: 2024,
          categories: ['LG'],
          identifiers: [identifier('doi:10.1000/same')],
        }),
        paper('More', [orcid('Augusta King', '0000-0002-1694-233X'), orcid('Ada King', '0000-0002-1694-233X')], {
          year: 2023,
          categories: ['CO'],
        }),
        paper('Same title', ['Wei Wang', 'Ludwig van Beethoven'], {
          year: 2024,
          month: 3,
          institutions: ['University College London'],
        }),
      ],
    }),
  );
  const zurich: Institution = {
    id: institutionIdOf('ror:05a28rw58'),
    name: 'ETH Zürich',
    nameVariants: ['ETHZ'],
    identifiers: [identifier('ror:05a28rw58')],
  };
  return {
    version: 'library',
    authors: authors.toReversed(),
    papers: papers.toReversed(),
    institutions: [zurich, ...institutions.toReversed()],
    authorships: authorships.toReversed(),
    aliases,
    sources: SOURCES.toReversed(),
    problems: PROBLEMS.toReversed(),
    coauthorCounts: coauthorCounts(authorships),
  };
}

function authorNamed(name: string): Author {
  const found = library.authors.find((author) => author.name === name);
  if (found === undefined) throw new Error(`No author of the library is shown as "${name}".`);
  return found;
}

function coauthorCounts(authorships: readonly Authorship[]): Map<AuthorId, number> {
  const coauthors = new Map<AuthorId, Set<AuthorId>>();
  for (const { authorId, paperId } of authorships) {
    const own = coauthors.get(authorId) ?? new Set();
    for (const other of authorships)
      if (other.paperId === paperId && other.authorId !== authorId) own.add(other.authorId);
    coauthors.set(authorId, own);
  }
  return new Map([...coauthors].map(([id, others]) => [id, others.size]));
}

/** Papers and nothing else. */
function shelf(papers: readonly (Partial<Paper> & { readonly title: string })[]): StoreContent {
  return {
    version: 'shelf',
    authors: [],
    papers: papers.map((told) => ({
      id: paperIdOf(recordKey('told', told.title)),
      date: {},
      isYearInferred: false,
      categories: [],
      identifiers: [],
      isAuthorListComplete: told.authorCount !== undefined,
      groupAuthors: [],
      institutionIds: [],
      sources: [],
      ...told,
    })),
    institutions: [],
    authorships: [],
    aliases: new Map(),
    sources: [],
    problems: [],
    coauthorCounts: new Map(),
  };
}

const AUTHOR_FILTERS: readonly AuthorFilter[] = [
  {},
  { name: null, categories: [], fromYear: null },
  { name: '' },
  { name: 'wang' },
  { name: 'GODEL k' },
  { name: 'a king' },
  { name: 'ada a' },
  { name: 'nobody at all' },
  { categories: ['cs.LG'] },
  { categories: ['cs.LG', 'CO', 'hep-ex'] },
  { fromYear: 2024 },
  { toYear: 2003 },
  { fromYear: 2012, toYear: 2012 },
  { fromYear: 2012, toYear: 2012, categories: ['hep-ex'] },
  { minPapers: 2 },
  { maxPapers: 1 },
  { minPapers: 2, maxPapers: 3 },
  { minCoauthors: 1, maxCoauthors: 2 },
  { minCoauthors: 60 },
  { maxCoauthors: 0 },
  { name: 'physicist', minPapers: 2, toYear: 2011 },
];

const INSTITUTION_FILTERS: readonly InstitutionFilter[] = [
  {},
  { name: null, minPapers: null },
  { name: 'london' },
  { name: 'London university' },
  { name: 'ethz' },
  { name: 'zurich' },
  { name: 'lon' },
  { minPapers: 1 },
  { minPapers: 2 },
  { minPapers: 0, name: 'of' },
];

function paperQueries(): PaperQuery[] {
  const [ada, grace, kurt, olive] = ['Ada Byron', 'Grace Hopper', 'Kurt Gödel', 'Olive Owner'].map(
    (name) => authorNamed(name).id,
  );
  if (ada === undefined || grace === undefined || kurt === undefined || olive === undefined)
    throw new Error('Unreachable.');
  const london = institutionIdOf('name:university of london');
  const laboratory = institutionIdOf('name:the laboratory');
  const ids = library.papers.map(({ id }) => id);
  const filters: PaperFilter[] = [
    {},
    { title: null, categories: [], authors: [], allAuthors: [], institutions: null, isAuthorListComplete: null },
    { title: 'title SAME' },
    { title: 'looms' },
    { title: 'loom' },
    { fromYear: 2012 },
    { toYear: 2012 },
    { fromYear: 2024, toYear: 2024 },
    { categories: ['cs.PL'] },
    { categories: ['cs.SE', 'math.LO', 'none'] },
    { institutions: [london] },
    { institutions: [london, laboratory, NO_INSTITUTION] },
    { authors: [ada] },
    { authors: [ada, olive, NOBODY] },
    { allAuthors: [ada, grace] },
    { allAuthors: [ada, NOBODY] },
    { authors: [kurt], allAuthors: [olive] },
    { authors: [ada, kurt], authorPosition: 'FIRST' },
    { authors: [grace, kurt], authorPosition: 'LAST' },
    { authors: [kurt, authorNamed('Emily Solo').id], authorPosition: 'ONLY' },
    { minAuthors: 3 },
    { maxAuthors: 2 },
    { minAuthors: 2, maxAuthors: 3 },
    { isAuthorListComplete: true },
    { isAuthorListComplete: false },
    { isAuthorListComplete: false, fromYear: 2021, authors: [olive, grace] },
  ];
  const scopes: PaperQuery['scope'][] = [
    undefined,
    {},
    { author: ada },
    { author: olive },
    { author: NOBODY },
    { institution: laboratory },
    { institution: NO_INSTITUTION },
    { papers: [...ids.slice(3, 12), NO_PAPER, ...ids.slice(8, 14)] },
    { papers: [] },
    { author: grace, institution: london },
    { author: grace, papers: ids.slice(0, 20) },
  ];
  const inScopes = scopes.flatMap((scope) =>
    filters.map((filter) => (scope === undefined ? { filter } : { scope, filter })),
  );
  const own: PaperQuery[] = (['FIRST', 'LAST', 'ONLY'] as const).flatMap((authorPosition) =>
    [ada, kurt, olive, authorNamed('Emily Solo').id].map((author) => ({
      scope: { author },
      filter: { authorPosition },
    })),
  );
  return [...inScopes, ...own];
}

// Random corpora.

const NAMES = [
  'Ada Byron',
  'Ada Byron',
  'Byron',
  'Kurt Gödel',
  'Kurt Godel',
  'Wei Wang',
  '王伟',
  'Ludwig van Beethoven',
  'Édouard Lucas',
  'A. B. Lucas',
  '😀',
];
const TITLES = ['Looms', 'looms', 'Looms!', 'Über Looms', 'Uber looms', 'On Lathes', 'Maslow’s Hammer', '織機', '😀 ﬀ'];
const PLACES = ['ETH Zürich', 'ETH Zurich', 'University of London', 'London University', 'deepmind'];
const CATEGORIES = ['cs.LG', 'stat.ML', 'CO'];
const YEARS = [2023, 2024, 2025];

const sizes = fc.integer({ min: 1, max: 5 });
const missing = { nil: undefined, freq: 3 };

const toldAuthors = fc.array(
  fc.record({ name: fc.constantFrom(...NAMES), variants: fc.subarray(NAMES.slice(2), { maxLength: 2 }) }),
  { maxLength: 7 },
);
const toldPlaces = fc.array(fc.constantFrom(...PLACES), { maxLength: 4 });
const toldPapers = fc.array(
  fc.record({
    title: fc.constantFrom(...TITLES),
    year: fc.option(fc.constantFrom(...YEARS), missing),
    month: fc.option(fc.constantFrom(1, 2), missing),
    day: fc.option(fc.constantFrom(1, 2), missing),
    categories: fc.subarray(CATEGORIES),
    by: fc.uniqueArray(fc.nat(6), { maxLength: 4 }),
    isOneHidden: fc.boolean(),
    isCut: fc.boolean(),
    printedCount: fc.option(fc.integer({ min: 1, max: 12 }), missing),
    places: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
  }),
  { maxLength: 10 },
);

const corpora: fc.Arbitrary<StoreContent> = fc
  .record({
    authors: toldAuthors,
    places: toldPlaces,
    papers: toldPapers,
    counts: fc.array(fc.nat(3), { maxLength: 7 }),
  })
  .map(({ authors: toldAuthors, places, papers: toldPapers, counts }) => {
    const authors = toldAuthors.map(({ name, variants }, at): Author => ({
      id: authorIdOf({ recordKey: recordKey('told', `author ${at}`), position: 1, name: foldName(name) }),
      name,
      nameVariants: variants.filter((variant) => variant !== name),
      identifiers: [],
    }));
    const institutions = places.map((name, at): Institution => ({
      id: institutionIdOf(`told:${at}`),
      name,
      nameVariants: [],
      identifiers: [],
    }));
    const authorships: Authorship[] = [];
    const papers = toldPapers.map((told, at): Paper => {
      const id = paperIdOf(recordKey('told', `paper ${at}`));
      const by = told.by.flatMap((index) => authors[index]?.id ?? []);
      by.forEach((authorId, index) => {
        const isListed = !told.isOneHidden || index < by.length - 1;
        authorships.push({
          authorId,
          paperId: id,
          isListed,
          rawNames: [],
          ...(isListed ? { position: index + 1 } : {}),
        });
      });
      const authorCount = told.isCut ? told.printedCount : by.length;
      return {
        id,
        title: told.title,
        date: {
          ...(told.year === undefined ? {} : { year: told.year }),
          ...(told.month === undefined ? {} : { month: told.month }),
          ...(told.day === undefined ? {} : { day: told.day }),
        },
        isYearInferred: false,
        categories: told.categories.map((code) => ({ code, candidates: [] })),
        identifiers: [],
        isAuthorListComplete: !told.isCut,
        ...(authorCount === undefined ? {} : { authorCount }),
        groupAuthors: [],
        institutionIds: told.places.flatMap((index) => institutions[index]?.id ?? []),
        sources: [],
      };
    });
    const coauthorCounts = new Map(
      counts.flatMap((count, at) => (authors[at] === undefined ? [] : [[authors[at].id, count] as const])),
    );
    return { ...shelf([]), version: 'random', authors, institutions, papers, authorships, coauthorCounts };
  });

const fromTo = <From extends string, To extends string>(
  from: From,
  to: To,
  numbers: readonly number[],
): fc.Arbitrary<Partial<Record<From | To, number | null>>> =>
  fc
    .tuple(fc.option(fc.constantFrom(...numbers), { freq: 1 }), fc.option(fc.constantFrom(...numbers), { freq: 1 }))
    .filter(([least, most]) => least === null || most === null || least <= most)
    .map(([least, most]) => ({ [from]: least, [to]: most }) as Partial<Record<From | To, number | null>>); // the two keys given

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 1 });

const authorFilters: fc.Arbitrary<AuthorFilter> = fc
  .tuple(
    fc.record({
      name: maybe(fc.constantFrom('byron', 'a', 'a byron', 'b byron', 'GÖDEL', 'b a lucas', '王', 'van')),
      categories: maybe(fc.subarray(CATEGORIES)),
    }),
    fromTo('fromYear', 'toYear', YEARS),
    fromTo('minPapers', 'maxPapers', [0, 1, 2, 3]),
    fromTo('minCoauthors', 'maxCoauthors', [0, 1, 2, 3]),
  )
  .map((parts) => Object.assign({}, ...parts) as AuthorFilter); // its fields, drawn apart

const institutionFilters: fc.Arbitrary<InstitutionFilter> = fc.record({
  name: maybe(fc.constantFrom('zurich', 'london', 'LONDON of', 'eth', '')),
  minPapers: maybe(fc.nat(3)),
});

function withPaperQuery(content: StoreContent): fc.Arbitrary<[StoreContent, PaperQuery, OrderBy<PaperOrderField>]> {
  const authors = fc.subarray([...content.authors.map(({ id }) => id), NOBODY]);
  const someAuthors = fc.subarray([...content.authors.map(({ id }) => id), NOBODY], { minLength: 1 });
  const filters = fc
    .tuple(
      fc.record({
        title: maybe(fc.constantFrom('looms', 'UBER', 'hammer maslows', 'loom', '😀')),
        categories: maybe(fc.subarray(CATEGORIES)),
        institutions: maybe(fc.subarray(content.institutions.map(({ id }) => id))),
        allAuthors: maybe(authors),
        isAuthorListComplete: maybe(fc.boolean()),
      }),
      fromTo('fromYear', 'toYear', YEARS),
      fromTo('minAuthors', 'maxAuthors', [1, 2, 3, 5]),
      fc.oneof(
        fc.record({ authors: maybe(authors) }),
        fc.record({
          authors: someAuthors,
          authorPosition: fc.constantFrom('FIRST' as const, 'LAST' as const, 'ONLY' as const),
        }),
      ),
    )
    .map((parts) => Object.assign({}, ...parts) as PaperFilter); // its fields, drawn apart
  const scopes = fc.record(
    {
      author: fc.constantFrom(NOBODY, ...content.authors.map(({ id }) => id)),
      institution: fc.constantFrom(NO_INSTITUTION, ...content.institutions.map(({ id }) => id)),
      papers: fc.subarray([NO_PAPER, ...content.papers.map(({ id }) => id)]),
    },
    { requiredKeys: [] },
  );
  // Most filters ask one thing: a filter that asks everything finds nothing.
  const narrow = fc.oneof({ weight: 2, arbitrary: filters.chain(oneFieldOf) }, { weight: 1, arbitrary: filters });
  const queries = fc.oneof(
    narrow.map((filter) => ({ filter })),
    fc.record({ scope: scopes, filter: narrow }),
  );
  return fc.tuple(fc.constant(content), queries, fc.constantFrom(...PAPER_ORDERS));
}

function oneFieldOf(filter: PaperFilter): fc.Arbitrary<PaperFilter> {
  const { authorPosition, ...others } = filter;
  const fields = Object.entries(others).map(([field, value]) => ({ [field]: value }));
  return authorPosition === undefined
    ? fc.constantFrom({}, ...fields)
    : fc.constantFrom({}, ...fields, { authorPosition, authors: filter.authors });
}

/** A corpus, the same with more papers, and another that may share papers with neither. */
const growing = fc.tuple(corpora, fc.nat(9), corpora).map(([big, keep, other]) => ({
  big,
  small: { ...big, papers: big.papers.filter((_, at) => at % 10 <= keep) },
  other: {
    ...other,
    papers: other.papers.map((paper, at) => ({ ...paper, id: paperIdOf(recordKey('other', String(at))) })),
  },
}));

function without(content: StoreContent, id: PaperId): StoreContent {
  return { ...content, papers: content.papers.filter((paper) => paper.id !== id) };
}

// The reference: everything by definition.

/** A list as a store gives it, and as it should be. */
interface List<T> {
  readonly page: (asked: PageArguments) => Promise<Page<T>>;
  readonly count: () => Promise<number>;
  readonly expected: readonly T[];
}

function paperList(
  store: RecordStore,
  content: StoreContent,
  query: PaperQuery,
  orderBy: OrderBy<PaperOrderField>,
): List<Paper> {
  const { author, institution, papers } = query.scope ?? {};
  const own = content.papers.filter((paper) => {
    if (author !== undefined && !authorshipsOn(content, paper).some(({ authorId }) => authorId === author))
      return false;
    if (institution !== undefined && !paper.institutionIds.includes(institution)) return false;
    return papers === undefined || papers.includes(paper.id);
  });
  return {
    page: (asked) => store.papers.page(query, orderBy, pageRequest(asked)),
    count: () => store.papers.count(query),
    expected: sortedPapers(
      own.filter((paper) => paperFits(content, paper, query.filter, author)),
      orderBy,
    ),
  };
}

function authorList(
  store: RecordStore,
  content: StoreContent,
  filter: AuthorFilter,
  orderBy: OrderBy<AuthorOrderField>,
): List<AuthorRecord> {
  const fitting = content.authors
    .map((author) => authorRecord(content, author))
    .filter((author) => authorFits(content, author, filter));
  return {
    page: (asked) => store.authors.page(filter, orderBy, pageRequest(asked)),
    count: () => store.authors.count(filter),
    expected: sorted(fitting, orderBy.direction, (author) => {
      if (orderBy.field === 'NAME') return nameSortKey(author.name);
      return [orderBy.field === 'PAPER_COUNT' ? author.paperCount : author.coauthorCount];
    }),
  };
}

function institutionList(
  store: RecordStore,
  content: StoreContent,
  filter: InstitutionFilter,
  orderBy: OrderBy<InstitutionOrderField>,
): List<InstitutionRecord> {
  const fitting = content.institutions
    .map((institution) => ({
      ...institution,
      paperCount: content.papers.filter((paper) => paper.institutionIds.includes(institution.id)).length,
    }))
    .filter(({ name, nameVariants, paperCount }) => {
      if (filter.minPapers != null && paperCount < filter.minPapers) return false;
      return [name, ...nameVariants].some((form) =>
        wordsOf(filter.name ?? '').every((word) => wordsOf(form).includes(word)),
      );
    });
  return {
    page: (asked) => store.institutions.page(filter, orderBy, pageRequest(asked)),
    count: () => store.institutions.count(filter),
    expected: sorted(fitting, orderBy.direction, ({ name, paperCount }) => [
      orderBy.field === 'NAME' ? foldText(name) : paperCount,
    ]),
  };
}

function paperFits(content: StoreContent, paper: Paper, filter: PaperFilter, owner: AuthorId | undefined): boolean {
  const authorships = authorshipsOn(content, paper);
  const authors = authorships.map(({ authorId }) => authorId);
  const { year } = paper.date;
  if (filter.fromYear != null && (year === undefined || year < filter.fromYear)) return false;
  if (filter.toYear != null && (year === undefined || year > filter.toYear)) return false;
  if (!anyOf(filter.categories, (code) => paper.categories.some((category) => category.code === code))) return false;
  if (!anyOf(filter.institutions, (id) => paper.institutionIds.includes(id))) return false;
  if (!anyOf(filter.authors, (id) => authors.includes(id))) return false;
  if (!(filter.allAuthors ?? []).every((id) => authors.includes(id))) return false;
  if (filter.isAuthorListComplete != null && filter.isAuthorListComplete !== paper.isAuthorListComplete) return false;
  const count = paper.authorCount ?? authors.length + 1;
  if (filter.minAuthors != null && count < filter.minAuthors) return false;
  if (filter.maxAuthors != null && count > filter.maxAuthors) return false;
  if (!wordsOf(filter.title ?? '').every((word) => wordsOf(paper.title).includes(word))) return false;
  if (filter.authorPosition == null) return true;
  const whose = owner === undefined ? (filter.authors ?? []) : [owner];
  const own = authorships.filter(({ authorId }) => whose.includes(authorId));
  const places = own.flatMap(({ position }) => position ?? []);
  if (filter.authorPosition === 'FIRST') return places.includes(1);
  if (paper.authorCount === undefined) return false;
  if (filter.authorPosition === 'ONLY') return paper.authorCount === 1 && own.length === 1;
  return places.includes(Math.max(...authorships.flatMap(({ position }) => position ?? [])));
}

function authorFits(content: StoreContent, author: AuthorRecord, filter: AuthorFilter): boolean {
  if (filter.minPapers != null && author.paperCount < filter.minPapers) return false;
  if (filter.maxPapers != null && author.paperCount > filter.maxPapers) return false;
  if (filter.minCoauthors != null && author.coauthorCount < filter.minCoauthors) return false;
  if (filter.maxCoauthors != null && author.coauthorCount > filter.maxCoauthors) return false;
  if (![author.name, ...author.nameVariants].some((form) => nameFits(wordsOf(filter.name ?? ''), wordsOf(form))))
    return false;
  const { categories, fromYear, toYear } = filter;
  if ((categories ?? []).length === 0 && fromYear == null && toYear == null) return true;
  return content.papers.some(
    (paper) =>
      authorshipsOn(content, paper).some(({ authorId }) => authorId === author.id) &&
      paperFits(content, paper, { categories, fromYear, toYear }, undefined),
  );
}

/** Whether each word can be given a word of the name of its own: itself, or for a letter one that begins with it. */
function nameFits(words: readonly string[], known: readonly string[]): boolean {
  const [word, ...others] = words;
  if (word === undefined) return true;
  return known.some(
    (candidate, at) =>
      (candidate === word || (word.length === 1 && candidate.startsWith(word))) &&
      nameFits(others, known.toSpliced(at, 1)),
  );
}

function anyOf<T>(wanted: readonly T[] | null | undefined, has: (one: T) => boolean): boolean {
  return wanted == null || wanted.length === 0 || wanted.some(has);
}

function wordsOf(text: string): string[] {
  return foldText(text).split(' ').filter(Boolean);
}

function authorshipsOn(content: StoreContent, paper: Paper): Authorship[] {
  return content.authorships.filter(({ paperId }) => paperId === paper.id);
}

function authorRecord(content: StoreContent, author: Author): AuthorRecord {
  const paperCount = content.authorships.filter(({ authorId }) => authorId === author.id).length;
  return { ...author, paperCount, coauthorCount: content.coauthorCounts.get(author.id) ?? 0 };
}

function sortedPapers(papers: readonly Paper[], { field, direction }: OrderBy<PaperOrderField>): Paper[] {
  return sorted(papers, direction, ({ title, date, authorCount }) => {
    if (field === 'TITLE') return [foldText(title)];
    return field === 'AUTHOR_COUNT' ? [authorCount] : [date.year, date.month ?? 0, date.day ?? 0];
  });
}

/** By the values one after the other, unknown ones last whichever the direction, then by id. */
function sorted<T extends { readonly id: string }>(
  items: readonly T[],
  direction: Direction,
  values: (item: T) => readonly (string | number | undefined)[],
): T[] {
  const sign = direction === 'ASC' ? 1 : -1;
  return items.toSorted((a, b) => {
    const [left, right] = [values(a), values(b)];
    for (const [at, one] of left.entries()) {
      const other = right[at];
      if (one === other) continue;
      if (one === undefined) return 1;
      if (other === undefined) return -1;
      return sign * (typeof one === 'number' ? one - Number(other) : byCodePoint(one, String(other)));
    }
    return byCodePoint(a.id, b.id);
  });
}

// UTF-8 keeps the order of code points.
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

async function everything<T>(list: List<T>): Promise<readonly PageEntry<T>[]> {
  return (await list.page({ first: 100 })).entries;
}

/** The whole list, its count, and its pages joined both ways, with what each page says of its neighbours. */
async function expectList<T>({ page, count, expected }: List<T>, size: number): Promise<void> {
  expect(await count()).toBe(expected.length);
  const whole = await page({ first: 100 });
  expect(whole.entries.map(({ item }) => item)).toEqual(expected);
  expect([whole.hasPreviousPage, whole.hasNextPage]).toEqual([false, false]);
  const cursors = whole.entries.map(({ cursor }) => cursor);
  expect(new Set(cursors).size).toBe(cursors.length);
  for (let start = 0; start === 0 || start < expected.length; start += size) {
    const forwards = await page({ first: size, ...(start === 0 ? {} : { after: cursors[start - 1] }) });
    expect(forwards.entries).toEqual(whole.entries.slice(start, start + size));
    expect([forwards.hasPreviousPage, forwards.hasNextPage]).toEqual([start > 0, start + size < expected.length]);
    const end = expected.length - start;
    const backwards = await page({ last: size, ...(start === 0 ? {} : { before: cursors[end] }) });
    expect(backwards.entries).toEqual(whole.entries.slice(Math.max(0, end - size), end));
    expect([backwards.hasPreviousPage, backwards.hasNextPage]).toEqual([end > size, start > 0]);
  }
}

async function expectRefusal(asked: Promise<unknown>, code: RequestError['code'], text: string): Promise<void> {
  const refusal = await asked.then(
    () => 'an answer',
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(RequestError);
  expect(refusal).toMatchObject({ code, message: expect.stringContaining(text) as string });
}

function idsOf(page: Page<Paper>): PaperId[] {
  return page.entries.map(({ item }) => item.id);
}

function named<Field extends string>(orders: readonly OrderBy<Field>[]): [string, OrderBy<Field>][] {
  return orders.map((orderBy) => [`${orderBy.field} ${orderBy.direction}`, orderBy]);
}

function ordersBy<Field extends string>(...fields: readonly Field[]): OrderBy<Field>[] {
  return fields.flatMap((field) => DIRECTIONS.map((direction) => ({ field, direction })));
}
