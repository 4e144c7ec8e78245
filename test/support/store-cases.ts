/**
 * What every body of `RecordStore` answers. Lists are compared with a slow obvious reference (`store-reference.ts`), on
 * a small library under every order, direction, filter and scope, and on random corpora.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AUTHOR_FACETS, foldName, foldText, PAPER_FACETS, pageRequest, RequestError } from '../../src/model/index.ts';
import type {
  Author,
  AuthorFilter,
  Authorship,
  Direction,
  OrderBy,
  Page,
  Paper,
  PaperFilter,
  PaperId,
  PaperOrderField,
  PartialDate,
  Problem,
} from '../../src/model/index.ts';
import type { PaperQuery, RecordStore, StoreContent } from '../../src/store/index.ts';
import {
  authorFilters,
  corpora,
  growing,
  institutionFilters,
  sizes,
  withPaperQuery,
  without,
} from './random-corpora.ts';
import {
  AUTHOR_FILTERS,
  INSTITUTION_FILTERS,
  NOBODY,
  NO_INSTITUTION,
  NO_PAPER,
  PROBLEMS,
  SOURCES,
  authorNamed,
  library,
  paperQueries,
  shelf,
} from './store-library.ts';
import {
  AUTHOR_ORDERS,
  INSTITUTION_ORDERS,
  VENUE_ORDERS,
  PAPER_ORDERS,
  authorFacetOf,
  authorList,
  authorRecord,
  everything,
  expectList,
  institutionList,
  venueList,
  paperFacetOf,
  paperList,
  sortedPapers,
} from './store-reference.ts';
import type { List } from './store-reference.ts';
import { identifier } from './worlds.ts';

export type CreateStore = (content: StoreContent) => Promise<RecordStore> | RecordStore;

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
      const { authors, papers, institutions, venues } = await create(library);
      const aliases = [...library.aliases];
      expect(aliases.length).toBeGreaterThan(5);
      for (const [alias, survivor] of aliases) {
        const found = await Promise.all([authors, papers, institutions, venues].map((kind) => kind.getMany([alias])));
        expect(found.flatMap(([record]) => record?.id ?? [])).toEqual([survivor]);
      }
    });

    it('has nobody under the id or an alias of somebody who is left out, nor by name or in a list', async () => {
      const ada = authorNamed('Ada Byron');
      const alias = [...library.aliases].find(([, survivor]) => survivor === ada.id)?.[0] ?? '';
      expect(alias).not.toBe('');
      const { authors, authorsNamed } = await create({
        ...library,
        authors: library.authors.filter((author) => author !== ada),
        authorships: library.authorships.filter(({ authorId }) => authorId !== ada.id),
      });
      expect(await authors.getMany([ada.id, alias])).toEqual([undefined, undefined]);
      expect(await authorsNamed(['ada byron'])).toEqual([[]]);
      expect(await authors.count({ name: 'ada byron' })).toBe(0);
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

    it('of papers divide into what the definition says, whatever the filter', async () => {
      await fc.assert(
        fc.asyncProperty(corpora.chain(withPaperQuery), async ([content, query, orderBy]) => {
          const store = await create(content);
          const { expected } = paperList(store, content, query, orderBy);
          const facets = await store.paperFacets(query, PAPER_FACETS, 100);
          expect(facets).toEqual(PAPER_FACETS.map((by) => paperFacetOf(content, expected, by)));
          for (const [at, by] of PAPER_FACETS.entries()) {
            if (!['YEAR', 'TYPE', 'VENUE'].includes(by)) continue;
            const { groups = [], missingCount = 0 } = facets[at] ?? {};
            const counted = groups.reduce((sum, { count }) => sum + count, missingCount);
            expect(counted).toBe(await store.papers.count(query));
          }
        }),
        { numRuns: 200 },
      );
    });

    it('of authors divide into what the definition says, whatever the filter and whoever is asked about', async () => {
      await fc.assert(
        fc.asyncProperty(corpora, authorFilters, fc.option(fc.nat(6)), async (content, filter, some) => {
          const store = await create(content);
          const { expected } = authorList(store, content, filter, { field: 'NAME', direction: 'ASC' });
          const asked = content.authors.filter((_, at) => some === null || at % (some + 1) === 0).map(({ id }) => id);
          const query = { filter, ...(some === null ? {} : { authors: [...asked, ...asked, NOBODY] }) };
          const those = expected.filter(({ id }) => asked.includes(id));
          expect(await store.authorFacets(query, AUTHOR_FACETS, 100)).toEqual(
            AUTHOR_FACETS.map((by) => authorFacetOf(content, those, by)),
          );
        }),
        { numRuns: 200 },
      );
    });

    it('divided show their largest groups only, and tell how many there are', async () => {
      const store = await create(library);
      const [whole] = await store.paperFacets({ filter: {} }, ['AUTHOR'], 100);
      const [some] = await store.paperFacets({ filter: {} }, ['AUTHOR'], 2);
      expect(whole?.groupCount).toBeGreaterThan(2);
      expect(some).toEqual({ ...whole, groups: whole?.groups.slice(0, 2) });
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

    it('are what the definition says of any venues, in pages of any size', async () => {
      await fc.assert(
        fc.asyncProperty(corpora, fc.constantFrom(...VENUE_ORDERS), sizes, async (content, orderBy, size) => {
          await expectList(venueList(await create(content), content, orderBy), size);
        }),
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
        const asked = { from: 'start', size: 20, after } as const;
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
      ['fewer authors than none', { minAuthors: -1 }],
      ['fewer citations than none', { maxCitations: -1 }],
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
      ['fewer papers than none', { maxPapers: -1 }],
      ['fewer coauthors than none', { minCoauthors: -2 }],
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
      const named = async (text: string): Promise<string[]> =>
        (await authorsNamed([foldName(text)])).flat().map(({ id }) => id);
      const wangs = library.authors.filter((author) => author.name === 'Wei Wang').map(({ id }) => id);
      expect(wangs.length).toBeGreaterThan(1);
      expect(await named('Wang, Wei')).toEqual(wangs.toSorted());
      expect(await named('KURT GODEL')).toEqual([authorNamed('Kurt Gödel').id]);
      expect(await named('Augusta King')).toEqual([authorNamed('Ada King').id]);
      expect(await named('Gödel')).toEqual([]);
      expect(await authorsNamed([''])).toEqual([[]]);
      expect(await authorsNamed([])).toEqual([]);
      const ada = authorRecord(library, authorNamed('Ada Byron'));
      expect(await authorsNamed(['ada byron', 'nobody at all', 'ada byron'])).toEqual([[ada], [], [ada]]);
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
        venueCount: library.venues.length,
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
