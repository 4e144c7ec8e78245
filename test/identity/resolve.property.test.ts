/**
 * Laws of `resolve` on random shelves: a few sources over the same few titles, names, days and ORCIDs, so that records
 * meet in every way; pages with their owners hidden or printed, and records of a catalogue.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { resolve } from '../../src/identity/index.ts';
import type { Resolution } from '../../src/identity/index.ts';
import {
  authorIdOf,
  compareText,
  foldName,
  foldText,
  mentionKeyText,
  nameSortKey,
  paperIdOf,
} from '../../src/model/index.ts';
import type { Mention, MentionKey, PaperRecord, SourceRecord } from '../../src/model/index.ts';
import { shelves } from '../support/random-shelves.ts';
import { sourced } from '../support/worlds.ts';
import type { World } from '../support/worlds.ts';

/** A shelf, and all its records in some other order, some of them twice. */
const reordered = shelves.chain((shelf) => {
  const records = sourced(...shelf);
  return fc.tuple(
    fc.constant(records),
    fc
      .tuple(fc.subarray(records), fc.constant(records))
      .chain(([again, all]) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length })),
  );
});

describe('whatever was read', () => {
  it('loading in any order, or twice, gives the same bytes', () => {
    fc.assert(
      fc.property(reordered, ([records, otherwise]) => {
        expect(bytesOf(resolve(otherwise))).toBe(bytesOf(resolve(records)));
      }),
      { numRuns: 500 },
    );
  });

  it('every record key and mention key has an id that leads somewhere', () => {
    fc.assert(
      fc.property(shelves, (shelf) => {
        const resolution = resolve(sourced(...shelf));
        const known = idsOf(resolution);
        for (const id of keyedIds(shelf)) expect(known).toContain(resolution.aliases.get(id) ?? id);
      }),
    );
  });

  it('every alias is nobody’s own id, and leads to one', () => {
    fc.assert(
      fc.property(shelves, (shelf) => {
        const resolution = resolve(sourced(...shelf));
        const known = idsOf(resolution);
        for (const [alias, id] of resolution.aliases) {
          expect(known).not.toContain(alias);
          expect(known).toContain(id);
        }
      }),
    );
  });

  it('adding a source breaks no id that was given before', () => {
    fc.assert(
      fc.property(shelves, shelves, (shelf, more) => {
        const before = resolve(sourced(...shelf));
        const after = resolve(sourced(...shelf, ...more));
        const known = idsOf(after);
        for (const id of [...idsOf(before), ...before.aliases.keys()]) {
          expect(known).toContain(after.aliases.get(id) ?? id);
        }
      }),
    );
  });

  it('an id is the smallest key’s, and no two have the same', () => {
    fc.assert(
      fc.property(shelves, (shelf) => {
        const resolution = resolve(sourced(...shelf));
        const ids = [...resolution.authors, ...resolution.papers, ...resolution.institutions].map(({ id }) => id);
        expect(new Set<string>(ids).size).toBe(ids.length);
        const smallest = new Map<string, string>();
        for (const [text, id] of keyTexts(shelf)) {
          const survivor = resolution.aliases.get(id) ?? id;
          const known = smallest.get(survivor);
          if (known === undefined || compareText(text, known) < 0) smallest.set(survivor, text);
        }
        const byText = new Map(keyTexts(shelf));
        for (const { id } of [...resolution.authors, ...resolution.papers]) {
          expect(byText.get(smallest.get(id) ?? '')).toBe(id);
        }
      }),
    );
  });

  it('a person has at most one authorship on a paper, and both exist', () => {
    fc.assert(
      fc.property(shelves, (shelf) => {
        const { authors, papers, authorships } = resolve(sourced(...shelf));
        const [authorIds, paperIds] = [new Set(authors.map(({ id }) => id)), new Set(papers.map(({ id }) => id))];
        const pairs = authorships.map(({ authorId, paperId }) => `${authorId} ${paperId}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const { authorId, paperId, position, isListed, rawNames } of authorships) {
          expect(authorIds).toContain(authorId);
          expect(paperIds).toContain(paperId);
          expect([position !== undefined, rawNames.length > 0]).toEqual([isListed, isListed]);
        }
      }),
    );
  });

  it('everybody printed on a record is an author of its paper', () => {
    fc.assert(
      fc.property(shelves, (shelf) => {
        const { authorships, aliases } = resolve(sourced(...shelf));
        const pairs = new Set(authorships.map(({ authorId, paperId }) => `${authorId} ${paperId}`));
        for (const record of papersOn(shelf)) {
          const own = paperIdOf(record.key);
          for (const key of record.authors.flatMap((mention) => mentionKeysOf(record, mention))) {
            const id = authorIdOf(key);
            expect(pairs).toContain(`${aliases.get(id) ?? id} ${aliases.get(own) ?? own}`);
          }
        }
      }),
    );
  });

  it('a paper has a count of authors exactly where its list is complete, and then nobody on it is hidden', () => {
    fc.assert(
      fc.property(shelves, (shelf) => {
        const { papers, authorships } = resolve(sourced(...shelf));
        for (const { id, authorCount, isAuthorListComplete } of papers) {
          const own = authorships.filter(({ paperId }) => paperId === id);
          if (!isAuthorListComplete) expect(authorCount).toBeUndefined();
          else if (printsNoNameTwice(shelf)) expect(authorCount).toBe(own.length);
          else expect(authorCount).toBeGreaterThanOrEqual(own.length);
          if (isAuthorListComplete) expect(own.every(({ isListed }) => isListed)).toBe(true);
        }
      }),
    );
  });

  it('records on one paper never print two years, two days or two titles, unless a catalogue keys them as one', () => {
    fc.assert(
      fc.property(shelves, (shelf) => {
        const { aliases } = resolve(sourced(...shelf));
        const byPaper = new Map<string, PaperRecord[]>();
        for (const record of papersOn(shelf)) {
          if (record.catalogue !== 'profile') continue;
          const own = paperIdOf(record.key);
          const survivor = aliases.get(own) ?? own;
          byPaper.set(survivor, [...(byPaper.get(survivor) ?? []), record]);
        }
        for (const records of byPaper.values()) {
          const printed = records
            .filter(({ isYearInferred }) => !isYearInferred)
            .flatMap(({ date }) => date.year ?? []);
          expect(new Set(printed).size).toBeLessThanOrEqual(1);
          expect(new Set(records.map(({ date }) => `${date.month} ${date.day}`)).size).toBe(1);
          expect(new Set(records.map(({ title }) => foldText(title))).size).toBe(1);
        }
      }),
    );
  });

  it('without an identifier anywhere, no two places of a paper are one person, and no person has two family names', () => {
    fc.assert(
      fc.property(shelves, (shelf) => {
        const bare = shelf.map((world) => ({ ...world, records: world.records.map(withoutIdentifiers) }));
        const { authors, authorships } = resolve(sourced(...bare));
        for (const { name, nameVariants } of authors) {
          expect(new Set([name, ...nameVariants].map((each) => nameSortKey(each)[0])).size).toBe(1);
        }
        for (const { records } of bare) {
          for (const record of records) {
            if (record.kind !== 'paper' || record.catalogue !== 'profile') continue;
            // Whose page it is is one person, however often the page prints the name.
            if (record.authors.filter(({ isOwner }) => isOwner === true).length > 1) continue;
            const listed = record.authors.filter(({ position }) => position !== undefined).length;
            const paperIds = new Set([paperIdOf(record.key)]);
            const on = authorships.filter(({ paperId }) => paperIds.has(paperId));
            if (on.length > 0) expect(on.length).toBeGreaterThanOrEqual(listed);
          }
        }
      }),
    );
  });
});

function bytesOf(resolution: Resolution): string {
  return JSON.stringify({ ...resolution, aliases: [...resolution.aliases] });
}

function idsOf({ authors, papers }: Resolution): ReadonlySet<string> {
  return new Set([...authors, ...papers].map(({ id }) => id));
}

function papersOn(shelf: readonly World[]): PaperRecord[] {
  return shelf.flatMap(({ records }) => records.flatMap((record) => (record.kind === 'paper' ? [record] : [])));
}

function keyedIds(shelf: readonly World[]): string[] {
  return keyTexts(shelf).map(([, id]) => id);
}

/** Every key in text form with its id, as the semantics define them. */
function keyTexts(shelf: readonly World[]): [text: string, id: string][] {
  return shelf.flatMap(({ records }) =>
    records.flatMap((record): [string, string][] => {
      if (record.kind === 'person')
        return [idOf({ recordKey: record.key, position: 'owner', name: foldName(record.name) })];
      if (record.kind !== 'paper') return [];
      const mentions = record.authors.flatMap((mention) => mentionKeysOf(record, mention).map(idOf));
      return [[record.key, paperIdOf(record.key)], ...mentions];
    }),
  );
}

function idOf(key: MentionKey): [text: string, id: string] {
  return [mentionKeyText(key), authorIdOf(key)];
}

function mentionKeysOf(record: PaperRecord, { name, position, isOwner }: Mention): MentionKey[] {
  const places = [...(position === undefined ? [] : [position]), ...(isOwner === true ? ['owner' as const] : [])];
  return places.map((place) => ({ recordKey: record.key, position: place, name: foldName(name) }));
}

function withoutIdentifiers(record: SourceRecord): SourceRecord {
  if (record.kind === 'person') return { ...record, identifiers: [] };
  if (record.kind !== 'paper') return record;
  return { ...record, authors: record.authors.map((mention): Mention => ({ ...mention, identifiers: [] })) };
}

function printsNoNameTwice(shelf: readonly World[]): boolean {
  return papersOn(shelf).every(
    ({ authors }) => new Set(authors.map(({ name }) => foldName(name))).size === authors.length,
  );
}
