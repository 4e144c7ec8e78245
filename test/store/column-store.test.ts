import { describe, expect, it } from 'vitest';

import { arrayFile, arrayIn, ColumnFileError, createMemoryStore, storeIn } from '../../src/store/index.ts';
import type { NumberArray } from '../../src/store/index.ts';
import { library } from '../support/store-library.ts';
import { filesOf, reopened } from './reopened.ts';

describe('a store in columns', () => {
  it('tells rows of ids, ids of rows, and authorships as rows, in the order of papers, then authors', async () => {
    for (const store of [createMemoryStore(library), await reopened(createMemoryStore(library))]) {
      const { authors, papers } = store.authorshipRows;
      expect([authors.length, papers.length]).toEqual([library.authorships.length, library.authorships.length]);
      for (let row = 0; row < authors.length; row++) {
        const [author, paper] = [store.authorIdAt(authors[row] ?? -1), store.paperIdAt(papers[row] ?? -1)];
        expect(store.authorshipAt(row)).toMatchObject({ authorId: author, paperId: paper });
        expect([store.authorRow(author), store.paperRow(paper)]).toEqual([authors[row], papers[row]]);
        const [before = -1, own = -1] = [papers[row - 1], papers[row]];
        expect(before < own || (before === own && (authors[row - 1] ?? -1) < (authors[row] ?? -1))).toBe(true);
      }
      expect(library.authors.map(({ id }) => id).toSorted()).toEqual(
        library.authors.map((_, row) => store.authorIdAt(row)),
      );
      expect(store.authorRow('A_' as never)).toBeUndefined();
    }
  });

  it('is the same files when it is saved again', async () => {
    const store = createMemoryStore(library);
    const files = await filesOf(store);
    for (const [name, bytes] of await filesOf(await reopened(store))) {
      expect(Buffer.compare(bytes, files.get(name) ?? new Uint8Array()), name).toBe(0);
    }
  });

  it('refuses an index of other records, and one that is none', async () => {
    const files = await filesOf(createMemoryStore(library));
    const other = await filesOf(
      createMemoryStore({ ...library, papers: [], authorships: [], authors: [], problems: [] }),
    );
    for (const name of ['index-authors', 'index-papers', 'index-problems', 'papers', 'authorships']) {
      for (const wrong of [
        other.get(name === 'papers' ? 'index-papers' : name),
        files.get('sources'),
        new Uint8Array(),
      ]) {
        if (name === 'authorships' && wrong === other.get(name)) continue; // that there are too few of, the manifest tells
        const open = (): unknown =>
          storeIn('x', (asked) => (asked === name ? wrong : files.get(asked)) ?? new Uint8Array());
        expect(open, name).toThrow(ColumnFileError);
      }
    }
  });
});

describe('an array in a file', () => {
  async function written(array: NumberArray): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for await (const part of arrayFile(array)) parts.push(part);
    return new Uint8Array(Buffer.concat(parts));
  }

  it('comes back as it was, of every kind, with no number in it too', async () => {
    for (const Kind of [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array]) {
      for (const array of [Kind.of(), Kind.of(1), Kind.of(3, 255, 0), new Kind(1001).fill(7)]) {
        const bytes = await written(array);
        const found = arrayIn(bytes);
        expect(found).toEqual(array);
        expect(found.constructor).toBe(Kind);
        if (array.length > 0) expect(found.buffer).toBe(bytes.buffer);
      }
    }
  });

  it('is refused when it has 2 GB or is of another kind, before anything is written', async () => {
    // Pages of zeros that nobody touches are no memory.
    await expect(written(new Uint32Array(2 ** 29))).rejects.toThrow('an Arrow batch holds');
    await expect(written(new BigInt64Array(1) as unknown as NumberArray)).rejects.toThrow('BigInt64Array');
    expect(() => arrayIn(new Uint8Array(64))).toThrow(ColumnFileError);
  });
});
