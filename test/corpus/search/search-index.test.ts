import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { openCorpus, searchIndexOf } from '../../../src/corpus/index.ts';
import { indexArrays, indexFrom } from '../../../src/corpus/search/index-arrays.ts';
import { keepSearchIndex } from '../../../src/corpus/search/index-of-view.ts';
import type { SearchHit, SearchIndex, SearchKind } from '../../../src/corpus/index.ts';
import { compareText, foldName, foldText } from '../../../src/model/index.ts';
import { createMemoryStore } from '../../../src/store/index.ts';
import type { StoreContent } from '../../../src/store/index.ts';
import { corpora } from '../../support/random-corpora.ts';
import { textFits } from '../../support/search-reference.ts';
import { library } from '../../support/store-library.ts';
import { paper } from '../../support/worlds.ts';

interface Text {
  readonly id: string;
  readonly kind: SearchKind;
  readonly texts: readonly string[];
}

const EVERYTHING = 1000;
const runs = { numRuns: 150 };
const opened = (content: StoreContent): Promise<SearchIndex> => searchIndexOf({ store: createMemoryStore(content) });
const idsOf = (hits: readonly SearchHit[]): string[] => hits.map(({ id }) => id).sort();

function textsOf({ authors, papers, institutions, venues }: StoreContent): Text[] {
  const named = (kind: SearchKind, all: readonly { id: string; name: string; nameVariants: readonly string[] }[]) =>
    all.map(({ id, name, nameVariants }) => ({ id, kind, texts: [name, ...nameVariants] }));
  return [
    ...named('AUTHOR', authors),
    ...papers.map(({ id, title }) => ({ id, kind: 'PAPER' as const, texts: [title] })),
    ...named('INSTITUTION', institutions),
    ...named('VENUE', venues),
  ];
}

const queries = fc.oneof(
  fc.constantFrom(
    'a byron',
    'Byron, Ada',
    'godle',
    'gödel k',
    'wei',
    'w w',
    'loom',
    'uber looms',
    'univ lond',
    'zurcih',
  ),
  fc.constantFrom(
    'natre',
    'zeitschrift physik',
    'lucas b',
    'beethoven',
    'beehtoven van',
    'a b c d',
    'j',
    'godl',
    'byrn',
    'a bob',
    'adam bob',
    '王',
    '…',
    'naturee',
  ),
  fc.string({ unit: fc.constantFrom('a', 'd', 'b', 'y', 'r', 'o', 'n', ' '), minLength: 1, maxLength: 12 }),
);

describe('an index of random corpora', () => {
  it('finds what the slow obvious reference finds, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, queries, async (content, query) => {
        const index = await opened(content);
        const all = textsOf(content);
        for (const kind of ['AUTHOR', 'PAPER', 'INSTITUTION', 'VENUE'] as const) {
          const own = all.filter((each) => each.kind === kind);
          const fold = kind === 'AUTHOR' ? foldName : foldText;
          const known = new Set(own.flatMap(({ texts }) => texts.flatMap((text) => fold(text).split(' '))));
          const expected = own.filter(({ texts }) =>
            texts.some((text) => textFits(text, query, kind === 'AUTHOR', known)),
          );
          const found = index.search(query, [kind]);
          expect(idsOf(found.best(EVERYTHING)), `${kind}: ${query}`).toEqual(expected.map(({ id }) => id).sort());
          expect(found.counts).toEqual([{ kind, count: expected.length }]);
        }
      }),
      runs,
    );
  });

  it('finds everybody by their own full name, and every title by itself', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (content) => {
        const index = await opened(content);
        for (const { id, kind, texts } of textsOf(content)) {
          for (const text of texts) expect(idsOf(index.search(text, [kind]).best(EVERYTHING)), text).toContain(id);
        }
      }),
      runs,
    );
  });

  it('answers the same whatever order the records are told in, and after its arrays were saved', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, queries, async (content, query) => {
        const index = await opened(content);
        const turned = await opened({
          ...content,
          authors: content.authors.toReversed(),
          papers: content.papers.toReversed(),
          institutions: content.institutions.toReversed(),
          venues: content.venues.toReversed(),
        });
        const saved = indexFrom(indexArrays(index));
        for (const other of [turned, saved]) {
          expect(other.search(query, []).best(EVERYTHING)).toEqual(index.search(query, []).best(EVERYTHING));
          expect(other.suggest(query, [], 10)).toEqual(index.suggest(query, [], 10));
        }
        expect(indexArrays(turned)).toEqual(indexArrays(index));
      }),
      runs,
    );
  });

  it('gives pages that joined are the whole list', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, queries, fc.integer({ min: 1, max: 4 }), async (content, query, size) => {
        const found = (await opened(content)).search(query, []);
        const all = found.best(EVERYTHING);
        expect(all).toEqual([...all].sort((a, b) => b.score - a.score || compareText(a.id, b.id)));
        const joined: SearchHit[] = [];
        for (;;) {
          const last = joined.at(-1);
          expect(last !== undefined && found.hasUpTo(last)).toBe(joined.length > 0);
          const page = found.best(size, last);
          if (page.length === 0) break;
          joined.push(...page);
        }
        expect(joined).toEqual(all);
      }),
      runs,
    );
  });
});

describe('an index of the library', async () => {
  const index = await opened(library);
  const names = library.authors.flatMap(({ id, name }) =>
    foldName(name)
      .split(' ')
      .map((word) => ({ id, name, word })),
  );

  it('finds everybody by a name of which one word of five letters or more has a typo', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names.filter(({ word }) => /^[a-z]{5,}$/.test(word))),
        fc.nat(),
        fc.constantFrom('missing', 'doubled', 'wrong', 'turned'),
        ({ id, name, word }, place, kind) => {
          const at = place % (word.length - 1);
          const typed = {
            missing: word.slice(0, at) + word.slice(at + 1),
            doubled: word.slice(0, at) + word.slice(at, at + 1) + word.slice(at),
            wrong: `${word.slice(0, at)}q${word.slice(at + 1)}`,
            turned:
              word.slice(0, at) +
              word
                .slice(at, at + 2)
                .split('')
                .reverse()
                .join('') +
              word.slice(at + 2),
          }[kind];
          fc.pre(typed.length >= 5);
          const asked = foldName(name).replace(word, typed);
          expect(idsOf(index.search(asked, ['AUTHOR']).best(EVERYTHING)), asked).toContain(id);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('suggests everybody of whom three letters or more of a name are typed', () => {
    for (const { id, name, word } of names) {
      for (let length = 3; length <= word.length; length++) {
        expect(idsOf(index.suggest(word.slice(0, length), ['AUTHOR'], EVERYTHING)), name).toContain(id);
      }
    }
  });

  it.each(['Kurt Gödel', 'kurt godel', 'GÖDEL, KURT', 'Godel K', 'gödel, k.', 'K. Gödel', 'kurt goedl'])(
    'finds Kurt Gödel as %j',
    (query) => {
      const [first] = index.search(query, ['AUTHOR']).best(1);
      expect(library.authors.find(({ id }) => id === first?.id)?.name).toBe('Kurt Gödel');
    },
  );

  it('does not take people of the same initials for the person', () => {
    const hits = index.search('Grace Hopper', ['AUTHOR']).best(EVERYTHING);
    expect(new Set(hits.map(({ id }) => library.authors.find((author) => author.id === id)?.name))).toEqual(
      new Set(['Grace Hopper']),
    );
  });

  it('takes initials for a name only beside a word that is more', async () => {
    const bach = paper('Fugues', ['J. S. Bach', 'John Smith', 'J. Smith']);
    const { store } = (await openCorpus({ records: [{ name: 'fugues', records: [bach] }] })).view();
    const people = await searchIndexOf({ store });
    const found = async (query: string): Promise<(string | undefined)[]> => {
      const hits = people.search(query, ['AUTHOR']).best(EVERYTHING);
      return (await store.authors.getMany(hits.map(({ id }) => id))).map((author) => author?.name);
    };
    expect(await found('John Smith')).toEqual(['John Smith', 'J. Smith']);
    expect(await found('j smi')).toEqual(expect.arrayContaining(['John Smith', 'J. Smith']));
    expect(await found('j sam')).toEqual([]);
    expect(await found('j s b')).toEqual(['J. S. Bach']);
  });

  it('says when there was more than it looks at', () => {
    expect(index.search('physicist', ['AUTHOR'], 10)).toMatchObject({ isCut: true, counts: [{ count: 10 }] });
    expect(index.search('physicist', ['AUTHOR'], 60)).toMatchObject({ isCut: false, counts: [{ count: 60 }] });
  });

  it('is made once for a store, or taken as it was saved', async () => {
    const view = { store: createMemoryStore(library) };
    const saved = indexFrom(indexArrays(index));
    keepSearchIndex(view, saved);
    expect(await searchIndexOf(view)).toBe(saved);
    const other = { store: createMemoryStore(library) };
    expect(await searchIndexOf(other)).toBe(await searchIndexOf({ ...other }));
  });

  it('is tried again when the store failed', async () => {
    const store = createMemoryStore(library);
    let isDown = true;
    const flaky = {
      ...store,
      authors: {
        ...store.authors,
        page: (...asked: Parameters<typeof store.authors.page>) =>
          isDown ? Promise.reject(new Error('down')) : store.authors.page(...asked),
      },
    };
    await expect(searchIndexOf({ store: flaky })).rejects.toThrow('down');
    isDown = false;
    expect((await searchIndexOf({ store: flaky })).search('byron', []).best(1)).toHaveLength(1);
  });

  it('refuses saved arrays that do not fit each other', () => {
    const arrays = indexArrays(index);
    expect(() => indexFrom({ ...arrays, 'author-weights': new Uint32Array(1) })).toThrow(/authors do not fit/);
    const { 'paper-words': _, ...without } = arrays;
    expect(() => indexFrom(without)).toThrow(/no array "paper-words"/);
  });
});
