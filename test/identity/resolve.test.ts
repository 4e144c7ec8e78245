import { describe, expect, it } from 'vitest';

import { resolve } from '../../src/identity/index.ts';
import type { Resolution } from '../../src/identity/index.ts';
import {
  authorIdOf,
  dateText,
  fullDate,
  identifierText,
  mentionKeyText,
  paperIdOf,
  recordKey,
} from '../../src/model/index.ts';
import type { Author, MentionKey, Paper, PaperRecord, SourceRecord } from '../../src/model/index.ts';
import {
  adasPage,
  bigPhysicsPaper,
  cutLists,
  gracesPage,
  groupAuthor,
  hiddenOwner,
  identifier,
  namesakes,
  orcid,
  page,
  paper,
  soloAuthor,
  sourced,
  twoIslands,
} from '../support/worlds.ts';
import type { World } from '../support/worlds.ts';

describe('people', () => {
  it('are joined by folded name, whichever way it is printed', () => {
    const { authors } = resolved([
      paper('One', ['Kurt Gödel', 'Saxe, Andrew']),
      paper('Two', ['KURT GODEL', 'Andrew Saxe']),
    ]);
    expect(authors.map(({ name }) => name).toSorted()).toEqual(['Andrew Saxe', 'Kurt Gödel']);
  });

  it('are not joined by initials or likeness', () => {
    const { authors } = resolved([paper('One', ['A. Saxe', 'Andrew Saxe', 'Andrew M. Saxe', 'Andrew Sax'])]);
    expect(authors).toHaveLength(4);
  });

  it('of one name are told apart by identifiers', () => {
    const { authors } = resolve(sourced(namesakes));
    const named = authors.filter(({ name }) => name === 'Wei Wang');
    expect(named.map(({ identifiers }) => identifiers.map(identifierText).join()).toSorted()).toEqual([
      'orcid:0000-0001-5109-3700',
      'orcid:0000-0002-1825-0097',
    ]);
  });

  it('are joined by an identifier under every name, all of which are kept', () => {
    const [maiden, married] = [
      orcid('Grace Murray', '0000-0002-1825-0097'),
      orcid('Grace Hopper', '0000-0002-1825-0097'),
    ];
    const { authors } = resolved([
      paper('One', [maiden]),
      paper('Two', [married]),
      paper('Three', [married, 'Ada Byron']),
    ]);
    expect(authors).toHaveLength(2);
    expect(authorNamed(authors, 'Grace Hopper').nameVariants).toEqual(['Grace Murray']);
  });

  it('are joined along a chain of identifiers', () => {
    const mine = identifier('orcid:0000-0002-1825-0097');
    const dblp = { scheme: 'DBLP', value: '12/3456' } as const;
    const { authors } = resolved([
      paper('One', [{ name: 'Ada Byron', identifiers: [mine] }]),
      paper('Two', [{ name: 'Augusta King', identifiers: [dblp] }]),
      paper('Three', [{ name: 'Ada Lovelace', identifiers: [dblp, mine] }]),
    ]);
    expect(authors).toHaveLength(1);
    expect(authors[0]?.identifiers.map(({ scheme }) => scheme)).toEqual(['DBLP', 'ORCID']);
  });

  it('keep one id when another source identifies a name that stood bare on the same record', () => {
    const bare: World = { name: 'bare', records: [paper('Looms', ['Wei Wang']), paper('Lathes', ['Wei Wang'])] };
    const identified: World = {
      name: 'identified',
      records: [paper('Looms', [orcid('Wei Wang', '0000-0002-1825-0097')])],
    };
    const after = resolve(sourced(bare, identified));
    // Many bear the name, and nothing ties the two papers: two people, each under the id of a mention.
    for (const { authors } of [resolve(sourced(bare)), after]) expect(authors).toHaveLength(2);
    const onPaper = (title: string): string[] => authorsOf(after, title).map(({ id }) => id);
    expect(onPaper('Looms')).toEqual([authorIdOf(mention('Looms', 1, 'wei wang'))]);
    expect(onPaper('Lathes')).toEqual([authorIdOf(mention('Lathes', 1, 'wei wang'))]);
  });

  it('owning a page are authors of every paper on it, hidden where they are not printed', () => {
    const resolution = resolve(sourced(hiddenOwner));
    const olive = authorNamed(resolution.authors, 'Olive Owner');
    const own = resolution.authorships.filter(({ authorId }) => authorId === olive.id);
    expect(own).toHaveLength(2);
    expect(own.find(({ paperId }) => paperId === paperTitled(resolution, 'Printed').id)).toEqual({
      authorId: olive.id,
      paperId: paperTitled(resolution, 'Printed').id,
      isListed: true,
      position: 2,
      rawNames: ['Olive Owner'],
      institutionIds: [],
    });
    expect(own.find(({ paperId }) => paperId === paperTitled(resolution, 'Hidden').id)).toEqual({
      authorId: olive.id,
      paperId: paperTitled(resolution, 'Hidden').id,
      isListed: false,
      rawNames: [],
      institutionIds: [],
    });
  });

  it('are shown by the form printed most often, then the one with more letters beyond ASCII', () => {
    const { authors } = resolved([
      paper('One', ['Clementine Domine', 'Kurt Gödel']),
      paper('Two', ['Clémentine Dominé', 'Kurt Godel']),
      paper('Three', ['Clementine Dominé', 'Kurt Godel']),
    ]);
    expect(authorNamed(authors, 'Clémentine Dominé').nameVariants).toEqual(['Clementine Domine', 'Clementine Dominé']);
    expect(authorNamed(authors, 'Kurt Godel').nameVariants).toEqual(['Kurt Gödel']);
  });

  it('have the figures of the latest capture of their page', () => {
    const captures = [
      { hIndex: 3, paperCount: 40, capturedOn: '2024' },
      { hIndex: 5, paperCount: 9, capturedOn: '2026' },
      { hIndex: 4, capturedOn: '2025-12-31' },
    ].map((reported): World => ({ name: `captured ${reported.capturedOn}`, records: page('Ada Byron', [], reported) }));
    for (const order of [captures, captures.toReversed()]) {
      const [ada] = resolve(sourced(...order)).authors;
      expect(ada?.reported).toMatchObject({ hIndex: 5, paperCount: 9, capturedOn: '2026' });
      expect(ada?.reported?.source.sourceId).toBe(sourced(captures[1] as World)[0]?.sourceId);
    }
  });

  it('have figures that a told day of capture decides over the bare year a page implies', () => {
    const told: World = { name: 'told', records: page('Ada Byron', [], { hIndex: 4, capturedOn: '2026-01-01' }) };
    const implied: World = { name: 'implied', records: page('Ada Byron', [], { hIndex: 9, capturedOn: '2026' }) };
    expect(resolve(sourced(implied, told)).authors[0]?.reported?.hIndex).toBe(4);
  });

  it('have no figures where no source prints any', () => {
    for (const author of resolve(sourced(twoIslands)).authors) expect(author).not.toHaveProperty('reported');
  });

  it('need no paper: the owner of an empty page is somebody', () => {
    const { authors, authorships } = resolved(page('Ada Byron', []));
    expect(authors.map(({ name }) => name)).toEqual(['Ada Byron']);
    expect(authorships).toEqual([]);
  });

  it('known to have written a paper that prints neither them nor an owner are its authors, not listed', () => {
    const { authorships } = resolved([{ ...paper('One', [], { isCut: true }), authors: [{ name: 'Ada Byron' }] }]);
    expect(authorships).toMatchObject([{ isListed: false, rawNames: [] }]);
  });

  it('printed twice on one paper are two people', () => {
    const resolution = resolved([paper('One', ['Kurt Gödel', 'Ada Byron', 'Kurt Godel'])]);
    expect(new Set(resolution.authorships.map(({ position }) => position))).toEqual(new Set([1, 2, 3]));
    expect(resolution.authors).toHaveLength(3);
  });

  it('printed twice on one paper with one identifier are one authorship with both names, at the first place', () => {
    const [one, other] = [orcid('Kurt Gödel', '0000-0002-1825-0097'), orcid('Kurt Godel', '0000-0002-1825-0097')];
    const resolution = resolved([paper('One', [one, 'Ada Byron', other])]);
    expect(resolution.authorships).toHaveLength(2);
    const kurt = authorNamed(resolution.authors, 'Kurt Gödel');
    expect(resolution.authorships.find(({ authorId }) => authorId === kurt.id)).toMatchObject({
      position: 1,
      rawNames: ['Kurt Gödel', 'Kurt Godel'],
      institutionIds: [],
    });
  });
});

describe('papers', () => {
  const day = { month: 5, day: 19 };

  it('on two pages are one, with the union of authors, both sources and one authorship each', () => {
    const resolution = resolve(sourced(adasPage, gracesPage));
    const looms = resolution.papers.filter(({ title }) => title.toLowerCase() === 'on looms');
    expect(looms).toHaveLength(1);
    expect(new Set(looms[0]?.sources.map(({ sourceId }) => sourceId)).size).toBe(2);
    const found = authorsOf(resolution, looms[0]?.title ?? '').map(({ name }) => name);
    expect(found.toSorted()).toEqual(['Ada Byron', 'Grace Hopper', 'Kurt Gödel', 'Wei Wang']);
    expect(looms[0]).toMatchObject({ isAuthorListComplete: false, abstract: 'How looms weave.' });
    expect(looms[0]).not.toHaveProperty('authorCount');
    expect(resolution.institutions.map(({ name, nameVariants }) => [name, nameVariants])).toEqual([
      ['University of London', ['university of london']],
    ]);
  });

  it('say where each of their records stands', () => {
    const [looms] = resolve(sourced(gracesPage)).papers.filter(({ title }) => title === 'On looms');
    expect(looms?.sources).toEqual([
      { sourceId: sourced(gracesPage)[0]?.sourceId, recordKey: 'profile:on looms|2024-05-19', line: 5 },
    ]);
  });

  it('take the printed year over one that was inferred', () => {
    const papers = papersOf(
      paper('Looms', ['Ada Byron'], { ...day, year: 2026, isYearInferred: true }),
      paper('looms', ['Ada Byron'], { ...day, year: 2024 }),
    );
    expect(papers).toHaveLength(1);
    expect(papers[0]).toMatchObject({ date: { year: 2024, ...day }, isYearInferred: false });
  });

  it('of two different printed years are never one', () => {
    expect(
      papersOf(
        paper('Looms', ['Ada Byron'], { ...day, year: 2023 }),
        paper('Looms', ['Ada Byron'], { ...day, year: 2024 }),
      ),
    ).toHaveLength(2);
  });

  it('without a printed year join the printed year they imply', () => {
    const papers = papersOf(
      paper('Looms', ['Ada Byron'], { ...day, year: 2023 }),
      paper('Looms', ['Ada Byron'], { ...day, year: 2024 }),
      paper('Looms', ['Grace Hopper'], { ...day, year: 2024, isYearInferred: true }),
    );
    expect(papers.map(yearAndSources).toSorted()).toEqual(['2023: 1', '2024: 2']);
  });

  it('without a printed year stay apart where several years are printed and none is theirs', () => {
    const papers = papersOf(
      paper('Looms', ['Ada Byron'], { ...day, year: 2023 }),
      paper('Looms', ['Ada Byron'], { ...day, year: 2024 }),
      paper('Looms', ['Grace Hopper'], { ...day, year: 2026, isYearInferred: true }),
    );
    expect(papers.map(yearAndSources).toSorted()).toEqual(['2023: 1', '2024: 1', '2026: 1']);
  });

  it('of which no page prints the year are one, in the latest year any page implies', () => {
    const open = (year: number): PaperRecord =>
      paper('Looms', [`Author ${year}`], { ...day, year, isYearInferred: true });
    const papers = papersOf(open(2024), open(2026), open(2025), paper('Looms', ['Nobody'], day));
    expect(papers.map(yearAndSources)).toEqual(['2026: 4']);
    expect(papers[0]?.isYearInferred).toBe(true);
  });

  it('without a printed year go, all of one day together, where the latest year they imply is printed', () => {
    // The order of sources follows from their content, so that several authors try several orders.
    for (const author of ['Ada Byron', 'Grace Hopper', 'Kurt Gödel', 'Wei Wang', 'Emmy Noether']) {
      const papers = papersOf(
        ...[2023, 2024].map((year) => paper('Looms', [author], { ...day, year, isYearInferred: true })),
        paper('Looms', ['Ada Byron'], { ...day, year: 2023 }),
        paper('Looms', ['Ada Byron'], { ...day, year: 2024 }),
      );
      expect(papers.map(yearAndSources).toSorted()).toEqual(['2023: 1', '2024: 3']);
    }
  });

  it('of one title on another day, or of another title on one day, are others', () => {
    const year = { year: 2024 };
    expect(
      papersOf(
        paper('Looms', ['Ada Byron'], { ...day, ...year }),
        paper('Looms', ['Ada Byron'], { ...year, month: 5, day: 20 }),
        paper('Lathes', ['Ada Byron'], { ...day, ...year }),
        paper('Looms', ['Ada Byron'], year),
      ),
    ).toHaveLength(4);
  });

  it('that one catalogue keys apart are never one, whatever they have in common', () => {
    const told = { ...day, year: 2024, identifiers: [identifier('doi:10.1000/looms')] };
    expect(
      papersOf(
        paper('Looms', ['Ada Byron'], { ...told, keyed: ['dblp', 'conf/looms/1'] }),
        paper('Looms', ['Ada Byron'], { ...told, keyed: ['dblp', 'conf/looms/2'] }),
      ),
    ).toHaveLength(2);
  });

  it('with the same key are one, in however many sources', () => {
    const told = { year: 2024, keyed: ['dblp', 'conf/looms/1'] } as const;
    const papers = papersOf(paper('Looms', ['Ada Byron'], told), paper('Looms!', ['Ada Byron', 'Wei Wang'], told));
    expect(papers.map(yearAndSources)).toEqual(['2024: 2']);
  });

  it('have a count of authors only where a list is whole, and then the number of people on it', () => {
    const { papers } = resolve(sourced(bigPhysicsPaper, cutLists));
    const counts = Object.fromEntries(
      papers.map(({ title, authorCount, isAuthorListComplete }) => [title, [authorCount, isAuthorListComplete]]),
    );
    expect(counts).toEqual({
      'A Particle': [60, true],
      'A Detector': [2, true],
      'An Outsider': [2, true],
      'Et Al': [undefined, false],
      'Et Al Again': [undefined, false],
      Whole: [2, true],
      'Claims To Be Whole': [undefined, false],
    });
  });

  it('are complete where one of two records is, and the other adds nobody hidden', () => {
    const [looms] = papersOf(
      paper('Looms', ['Ada Byron', 'Grace Hopper', 'Wei Wang'], { year: 2024 }),
      paper('Looms', ['Ada Byron'], { year: 2024, isCut: true }),
    );
    expect(looms).toMatchObject({ isAuthorListComplete: true, authorCount: 3 });
  });

  it('whose whole list lacks the owner of another page are incomplete, and a problem says so', () => {
    const whole: World = { name: 'whole.txt', records: [paper('Looms', ['Ada Byron'], { year: 2024, line: 7 })] };
    const olives: World = {
      name: 'olive.txt',
      records: page('Olive Owner', [paper('Looms', ['Ada Byron'], { year: 2024, isCut: true })]),
    };
    const { papers, problems } = resolve(sourced(olives, whole));
    expect(papers[0]).toMatchObject({ isAuthorListComplete: false });
    expect(papers[0]).not.toHaveProperty('authorCount');
    expect(problems).toMatchObject([{ kind: 'owner-not-listed', file: 'whole.txt', line: 7, found: 'Ada Byron' }]);
  });

  it('place a person where the whole list prints them, and keep them listed where one list hides them', () => {
    const cut = paper('Looms', ['Wei Wang', 'Grace Hopper', 'Kurt Gödel'], { year: 2024, isCut: true });
    const whole = paper('Looms', ['Grace Hopper', 'Ada Byron', 'Wei Wang'], { year: 2024 });
    const resolution = resolve(sourced({ name: 'ada', records: page('Ada Byron', [cut]) }, world('whole', whole)));
    const places = resolution.authorships.map(({ authorId, position }) => [
      resolution.authors.find(({ id }) => id === authorId)?.name,
      position,
    ]);
    expect(Object.fromEntries(places)).toEqual({ 'Grace Hopper': 1, 'Ada Byron': 2, 'Wei Wang': 3, 'Kurt Gödel': 3 });
    expect(resolution.authorships.every(({ isListed }) => isListed)).toBe(true);
    expect(resolution.problems).toEqual([]);
  });

  it('keep groups apart from people: nobody’s coauthor, and in no count', () => {
    const resolution = resolve(sourced(groupAuthor));
    expect(resolution.authors.map(({ name }) => name).toSorted()).toEqual(['Ada Byron', 'Emmy Noether']);
    expect(paperTitled(resolution, 'A Boson')).toMatchObject({
      authorCount: 2,
      groupAuthors: ['The ATLAS Collaboration'],
    });
    expect(authorsOf(resolution, 'A Survey')).toEqual([]);
  });

  it('hold every category and identifier of their records once, in order', () => {
    const [looms] = papersOf(
      paper('Looms', ['Ada Byron'], { categories: ['ML', 'LG'], identifiers: [identifier('doi:10.1000/b')] }),
      paper('Looms', ['Ada Byron'], { categories: ['cs.LG', 'CO'], identifiers: [identifier('doi:10.1000/A')] }),
    );
    expect(looms?.categories.map(({ code }) => code)).toEqual(['CO', 'cs.LG', 'stat.ML']);
    expect(looms?.identifiers.map(({ value }) => value)).toEqual(['10.1000/a', '10.1000/b']);
  });
});

describe('ids', () => {
  it('are made of the smallest record key and the smallest mention key; the others lead there', () => {
    const first = paper('Looms', ['Wei Wang', 'Ada Byron'], { month: 5, day: 19, year: 2024, isYearInferred: true });
    const second = paper('Looms', ['Ada Byron'], { month: 5, day: 19, year: 2024 });
    const { papers, authors, aliases } = resolve(sourced(world('one', first), world('two', second)));
    expect(papers.map(({ id }) => id)).toEqual([paperIdOf(first.key)]);
    expect(aliases.get(paperIdOf(second.key))).toBe(paperIdOf(first.key));
    const ada = [
      { recordKey: first.key, position: 2, name: 'ada byron' },
      { recordKey: second.key, position: 1, name: 'ada byron' },
    ];
    const [smallest, other] = ada.toSorted((a, b) => (mentionKeyText(a) < mentionKeyText(b) ? -1 : 1));
    expect(authorNamed(authors, 'Ada Byron').id).toBe(authorIdOf(smallest as MentionKey));
    expect(aliases.get(authorIdOf(other as MentionKey))).toBe(authorIdOf(smallest as MentionKey));
  });

  it('of the same record are the same, whatever else is loaded first', () => {
    const alone = resolve(sourced(soloAuthor));
    const among = resolve(sourced(bigPhysicsPaper, namesakes, soloAuthor));
    for (const { id, title } of alone.papers) expect(paperTitled(among, title).id).toBe(id);
    expect(authorNamed(among.authors, 'Emily Solo').id).toBe(authorNamed(alone.authors, 'Emily Solo').id);
  });

  it('of an owner hold when a later capture prints what an earlier one hid', () => {
    const capture = (by: readonly string[]): SourceRecord[] =>
      page('Olive Owner', [paper('Looms', by, { year: 2024, isCut: true })]);
    const before = resolved(capture(['Ada Byron']));
    const after = resolved(capture(['Ada Byron', 'Olive Owner']));
    const olive = authorNamed(before.authors, 'Olive Owner').id;
    expect([authorNamed(after.authors, 'Olive Owner').id, ...after.aliases.keys()]).toContain(olive);
  });
});

describe('what is resolved', () => {
  it('stands in id order', () => {
    const { authors, papers, institutions, authorships } = resolve(sourced(bigPhysicsPaper, adasPage, gracesPage));
    for (const list of [authors, papers, institutions]) {
      const ids = list.map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted());
    }
    const pairs = authorships.map(({ paperId, authorId }) => `${paperId} ${authorId}`);
    expect(pairs).toEqual(pairs.toSorted());
  });

  it('is nothing where nothing was read', () => {
    expect(resolve([])).toEqual({
      authors: [],
      papers: [],
      institutions: [],
      venues: [],
      authorships: [],
      aliases: new Map(),
      withheldNames: new Set(),
      problems: [],
    });
  });

  it('tells a record once that its source tells twice in the same words', () => {
    const twice = sourced(world('twice', paper('Looms', ['Ada Byron']), paper('Looms', ['Ada Byron'])));
    expect(resolve(twice)).toEqual(resolve(twice.slice(1)));
  });
});

function world(name: string, ...records: readonly SourceRecord[]): World {
  return { name, records };
}

// Each record comes from a source of its own, so that nothing is joined for standing in one file.
function papersOf(...records: readonly PaperRecord[]): readonly Paper[] {
  return resolve(sourced(...records.map((record, at) => world(`source ${at}`, { ...record, line: at + 1 })))).papers;
}

function resolved(records: readonly SourceRecord[]): Resolution {
  return resolve(sourced(world('told', ...records)));
}

function mention(title: string, position: number, name: string): MentionKey {
  return { recordKey: recordKey('profile', `${title.toLowerCase()}|undated`), position, name };
}

function yearAndSources({ date, sources }: Paper): string {
  return `${(fullDate(date) ?? dateText(date)).slice(0, 4)}: ${sources.length}`;
}

function authorNamed(authors: readonly Author[], name: string): Author {
  const found = authors.find((author) => author.name === name);
  if (found === undefined) throw new Error(`No author is shown as "${name}".`);
  return found;
}

function paperTitled({ papers }: Resolution, title: string): Paper {
  const found = papers.find((paper) => paper.title === title);
  if (found === undefined) throw new Error(`No paper is shown as "${title}".`);
  return found;
}

/** In the order printed, those not printed last. */
function authorsOf(resolution: Resolution, title: string): Author[] {
  const { id } = paperTitled(resolution, title);
  return resolution.authorships
    .filter(({ paperId }) => paperId === id)
    .toSorted((a, b) => (a.position ?? 99) - (b.position ?? 99))
    .flatMap(({ authorId }) => resolution.authors.filter((author) => author.id === authorId));
}
