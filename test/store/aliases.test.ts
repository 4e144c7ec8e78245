import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { openCorpus } from '../../src/corpus/index.ts';
import { authorIdOf, foldName, paperIdOf, recordKey } from '../../src/model/index.ts';
import type { AuthorId, Authorship, Paper, SourceId } from '../../src/model/index.ts';
import { createMemoryStore } from '../../src/store/index.ts';
import type { ColumnStore, StoreContent } from '../../src/store/index.ts';
import { shelf } from '../support/store-library.ts';
import { worlds } from '../support/worlds.ts';
import { reopened } from './reopened.ts';

const NAMES = ['Ada Byron', 'Byron, Ada', 'Wei Wang', ''];
const KEYS = ['a', 'b', 'c'].map((key) => recordKey('dblp', key));
const POSITIONS = [1, 2, 'owner'] as const;
/** Every id that a mention on one of the records can have. */
const MENTIONS = KEYS.flatMap((key) =>
  POSITIONS.flatMap((position) => NAMES.map((name) => authorIdOf({ recordKey: key, position, name: foldName(name) }))),
);
const PAPERS = KEYS.map(paperIdOf);
const AUTHORS = [
  MENTIONS[0],
  MENTIONS[7],
  MENTIONS[20],
  authorIdOf({ recordKey: KEYS[0] ?? recordKey('', ''), position: 9, name: 'x' }),
].flatMap((id) => id ?? []);

/** A few papers of a few people, and other ids that make sense or not. */
const contents: fc.Arbitrary<StoreContent> = fc
  .record({
    records: fc.array(fc.subarray(KEYS, { minLength: 1 }), { minLength: 1, maxLength: 3 }),
    seats: fc.array(
      fc.record({
        author: fc.constantFrom(...AUTHORS),
        paper: fc.nat(2),
        position: fc.constantFrom(1, 2, undefined),
        rawNames: fc.subarray(NAMES),
      }),
      { maxLength: 6 },
    ),
    aliases: fc.array(
      fc.tuple(fc.constantFrom<string>(...MENTIONS, ...PAPERS), fc.constantFrom<string>(...AUTHORS, ...PAPERS)),
    ),
  })
  .map(({ records, seats, aliases }) => {
    const [like] = shelf([{ title: 'Looms' }]).papers as [Paper];
    const papers = records.map((keys, at) => ({
      ...like,
      id: PAPERS[at] ?? like.id,
      sources: keys.map((key) => ({ sourceId: 'S_1' as SourceId, recordKey: key })),
    }));
    const authorships = new Map<string, Authorship>();
    for (const { author, paper, position, rawNames } of seats) {
      const paperId = papers[paper % papers.length]?.id ?? like.id;
      const place = position === undefined ? {} : { position };
      const seat = { authorId: author, paperId, ...place, isListed: true, rawNames, institutionIds: [] };
      authorships.set(`${author} ${paperId}`, seat);
    }
    const identity = { confidence: 1, isAmbiguous: false, evidence: [], mergedFrom: [] };
    const authors = AUTHORS.map((id) => ({
      id,
      name: 'Ada Byron',
      nameVariants: [],
      identifiers: [],
      identity,
      sources: [],
    }));
    return { ...shelf([]), papers, authors, authorships: [...authorships.values()], aliases: new Map(aliases) };
  });

async function found(store: ColumnStore, ids: readonly string[]): Promise<(string | undefined)[]> {
  return (await store.authors.getMany(ids)).map((author) => author?.id);
}

describe('other ids', () => {
  it('lead where they were told to, and those nobody told of lead nowhere', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        const store = createMemoryStore(content);
        const known = new Set<string>(AUTHORS);
        const expected = MENTIONS.map((id) => content.aliases.get(id) ?? id).map((id) =>
          known.has(id) ? id : undefined,
        );
        expect(await found(store, MENTIONS)).toEqual(expected);
        expect(await found(await reopened(store), MENTIONS)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('of mentions are nearly all left out of the table, as they follow from authorships', async () => {
    const { store } = (await openCorpus({ records: worlds })).view() as unknown as { readonly store: ColumnStore };
    const opened = await reopened(store);
    const mentions = new Map<AuthorId, AuthorId>();
    for await (const { authorId, paperId, position, rawNames } of store.authorships()) {
      const [paper] = await store.papers.getMany([paperId]);
      const [source, ...more] = paper?.sources ?? [];
      const [name] = rawNames;
      if (source === undefined || more.length > 0 || position === undefined || name === undefined) continue;
      mentions.set(authorIdOf({ recordKey: source.recordKey, position, name: foldName(name) }), authorId);
    }
    expect(mentions.size).toBeGreaterThan(20);
    expect(await found(opened, [...mentions.keys()])).toEqual([...mentions.values()]);
    const kept = Array.from({ length: store.tables.aliases.length }, (_, row) => store.tables.aliases.get(row).alias);
    expect(kept.filter((alias) => mentions.has(alias as AuthorId))).toEqual([]);
  });
});
