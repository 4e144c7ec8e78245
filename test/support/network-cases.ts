/**
 * What every body of `Network` answers, on small networks with names. Of several shortest paths any will do, so a path
 * is checked for being a path, for its length, and for being the same one every time.
 */
import { describe, expect, it } from 'vitest';

import type { CoauthorOrderField, CoauthorQuery, Network, NetworkInput, PathOutcome } from '../../src/graph/index.ts';
import {
  authorIdOf,
  collaborationTest,
  knownAuthorCount,
  pageRequest,
  paperIdOf,
  recordKey,
} from '../../src/model/index.ts';
import type { AuthorId, CollaborationFilter, Direction, PageArguments } from '../../src/model/index.ts';
import { pathCases } from './path-cases.ts';
import {
  bigPhysicsPaper,
  cutList,
  diamond,
  doubtfulBridge,
  inIdOrder,
  longChain,
  nothing,
  oldFriends,
  shuffled,
  smallNetworks,
  soloAuthor,
  twoIslands,
} from './small-networks.ts';
import type { ListedInput, SmallNetwork } from './small-networks.ts';

const stranger = authorIdOf({ recordKey: recordKey('elsewhere', 'x'), position: 1, name: 'stranger' });
const strangePaper = paperIdOf(recordKey('elsewhere', 'x'));

export const COAUTHOR_ORDER_FIELDS: readonly CoauthorOrderField[] = [
  'PAPER_COUNT',
  'STRENGTH',
  'FIRST_YEAR',
  'LAST_YEAR',
  'NAME',
];

export function networkCases(name: string, create: (input: NetworkInput) => Network): void {
  const of = (world: SmallNetwork): Network => create(world.input);

  describe(`${name}: authorships`, () => {
    it('counts what it was built from, people without a paper among them', () => {
      const { version, authorCount, paperCount, authorshipCount } = of(soloAuthor);
      expect({ version, authorCount, paperCount, authorshipCount }).toEqual({
        version: 'told',
        authorCount: 4,
        paperCount: 3,
        authorshipCount: 4,
      });
    });

    it('gives an author’s authorships in paper id order, whole', () => {
      const { author, paper, input } = cutList;
      const own = of(cutList).authorshipsOf(author('Olive Owner'));
      expect(own.map(({ paperId }) => paperId)).toEqual(
        inIdOrder(paper('Et Al'), paper('Number Told'), paper('Two Hidden')),
      );
      for (const authorship of own) expect(input.authorships).toContainEqual(authorship);
    });

    it('gives a paper’s authorships as printed, then those not listed by author id', () => {
      const { author, paper } = cutList;
      const authorsOn = (title: string): AuthorId[] =>
        of(cutList)
          .authorshipsOn(paper(title))
          .map(({ authorId }) => authorId);
      expect(authorsOn('Number Too Small')).toEqual(['Grace Hopper', 'Ada Byron', 'Kurt Gödel'].map(author));
      expect(authorsOn('Two Hidden')).toEqual([
        author('Kurt Gödel'),
        ...inIdOrder(author('Olive Owner'), author('Ada Byron')),
      ]);
    });

    it('tells how one author stands on one paper', () => {
      const { author, paper } = cutList;
      const network = of(cutList);
      expect(network.authorship(author('Grace Hopper'), paper('Et Al'))).toEqual({
        authorId: author('Grace Hopper'),
        paperId: paper('Et Al'),
        position: 2,
        isListed: true,
        rawNames: ['Grace Hopper'],
        institutionIds: [],
      });
      expect(network.authorship(author('Olive Owner'), paper('Et Al'))).toEqual({
        authorId: author('Olive Owner'),
        paperId: paper('Et Al'),
        isListed: false,
        rawNames: [],
        institutionIds: [],
      });
      expect(network.authorship(author('Kurt Gödel'), paper('Et Al'))).toBeUndefined();
    });

    it('has no ties for ids it does not have', async () => {
      const network = of(twoIslands);
      const ada = twoIslands.author('Ada Byron');
      expect(network.authorshipsOf(stranger)).toEqual([]);
      expect(network.authorshipsOn(strangePaper)).toEqual([]);
      expect(network.authorship(stranger, strangePaper)).toBeUndefined();
      expect(network.coauthorCount(stranger)).toBe(0);
      expect(network.coauthors(stranger, coauthorQuery('NAME', 'ASC')).entries).toEqual([]);
      expect(network.collaboration(stranger, ada, {})).toBeUndefined();
      expect(network.collaboration(ada, stranger, {})).toBeUndefined();
      expect(await network.shortestPath(ada, stranger, { filter: {} })).toMatchObject({
        kind: 'different-components',
        fromComponentSize: 3,
        toComponentSize: 1,
      });
    });
  });

  describe(`${name}: ties`, () => {
    it('counts hidden people as coauthors, and everybody once', () => {
      const { author } = cutList;
      const network = of(cutList);
      expect(network.coauthorCount(author('Olive Owner'))).toBe(3);
      expect(network.coauthorCount(author('Ada Byron'))).toBe(3);
      expect(of(soloAuthor).coauthorCount(soloAuthor.author('Emily Solo'))).toBe(0);
      expect(of(bigPhysicsPaper).coauthorCount(bigPhysicsPaper.author('Physicist 2'))).toBe(60);
      const olive = author('Olive Owner');
      const known = cutList.input.authors
        .map(({ id }) => id)
        .filter((id) => network.collaboration(olive, id, {}) !== undefined);
      expect([...network.coauthorIds(olive)].sort()).toEqual([...known].sort());
      expect(network.coauthorIds(stranger)).toEqual([]);
    });

    it('counts coauthors through papers that pass', () => {
      const { author, paper } = bigPhysicsPaper;
      const network = of(bigPhysicsPaper);
      const count = (filter: CollaborationFilter): number => network.coauthorCount(author('Physicist 2'), filter);
      expect(count({ maxAuthorsPerPaper: 59 })).toBe(2);
      expect(network.coauthorIds(author('Physicist 2'), { maxAuthorsPerPaper: 59 })).toHaveLength(2);
      expect(count({ maxAuthorsPerPaper: 60 })).toBe(60);
      expect(count({ toYear: 2010 })).toBe(1);
      expect(count({ excludePapers: [paper('A Particle')] })).toBe(2);
      expect(count({ excludeAuthors: [author('Emmy Noether')] })).toBe(59);
      expect(count({ excludeAuthors: [author('Physicist 2')] })).toBe(0);
      expect(count({ excludeAuthors: [], excludePapers: [], categories: [], toYear: null })).toBe(60);
    });

    it('takes a cut list to have one author more than are known, unless the number is told', () => {
      const { author } = cutList;
      const network = of(cutList);
      const joint = (maxAuthorsPerPaper: number): number | undefined =>
        network.collaboration(author('Ada Byron'), author('Olive Owner'), { maxAuthorsPerPaper })?.paperIds.length;
      expect(joint(3)).toBeUndefined();
      expect(joint(4)).toBe(2);
      expect(joint(10)).toBe(2);
      expect(joint(11)).toBe(3);
    });

    it('tells everything about a tie', () => {
      const { author, paper } = oldFriends;
      const [ada, grace] = [author('Ada Byron'), author('Grace Hopper')];
      expect(of(oldFriends).collaboration(ada, grace, {})).toEqual({
        authors: inIdOrder(ada, grace),
        filter: {},
        paperIds: inIdOrder(paper('First'), paper('Second'), paper('Third'), paper('Undated')),
        firstYear: 1999,
        lastYear: 2004,
        years: [
          { year: 1999, count: 1 },
          { year: 2004, count: 2 },
        ],
        strength: expect.closeTo(1 + 1 / 2 + 1 + 1 / 3, 12) as number,
        isStrengthUpperBound: false,
      });
    });

    it('leaves years out where no joint paper has one', () => {
      const { author } = oldFriends;
      const tie = of(oldFriends).collaboration(author('Grace Hopper'), author('Eva Lucas'), {});
      expect(tie?.years).toEqual([]);
      expect(tie).not.toHaveProperty('firstYear');
      expect(tie).not.toHaveProperty('lastYear');
    });

    it('gives one tie whichever way it is asked, and its filter in one form', () => {
      const { author, paper } = oldFriends;
      const [ada, grace, eva] = [author('Ada Byron'), author('Grace Hopper'), author('Eva Lucas')];
      const network = of(oldFriends);
      const filter: CollaborationFilter = {
        toYear: 2004,
        categories: ['cs.PL', 'cs.LG', 'cs.PL'],
        fromYear: null,
        excludePapers: [],
        excludeAuthors: [eva],
      };
      const tie = network.collaboration(ada, grace, filter);
      expect(tie).toEqual(network.collaboration(grace, ada, filter));
      expect(JSON.stringify(tie?.filter)).toBe(
        JSON.stringify({ categories: ['cs.LG', 'cs.PL'], excludeAuthors: [eva], toYear: 2004 }),
      );
      expect(tie?.paperIds).toEqual(inIdOrder(paper('First'), paper('Second'), paper('Third')));
    });

    it('has no tie with oneself, with somebody excluded, or without a joint paper that passes', () => {
      const { author } = oldFriends;
      const [ada, grace, eva] = [author('Ada Byron'), author('Grace Hopper'), author('Eva Lucas')];
      const network = of(oldFriends);
      expect(network.collaboration(ada, ada, {})).toBeUndefined();
      expect(network.collaboration(ada, grace, { excludeAuthors: [ada] })).toBeUndefined();
      expect(network.collaboration(ada, grace, { excludeAuthors: [grace] })).toBeUndefined();
      expect(network.collaboration(ada, eva, { fromYear: 1900 })).toBeUndefined();
      expect(network.collaboration(author('Eva Lucas'), author('Zuse, Konrad'), {})).toBeUndefined();
    });

    it('measures strength by the printed number of authors, else by those known', () => {
      const { author } = cutList;
      const network = of(cutList);
      const tie = network.collaboration(author('Ada Byron'), author('Olive Owner'), {});
      expect(tie?.strength).toBeCloseTo(1 / 2 + 1 / 10 + 1 / 2, 12);
      expect(tie?.isStrengthUpperBound).toBe(true);
    });

    it('believes the people listed over a number that is too small', () => {
      const { author } = cutList;
      const tie = of(cutList).collaboration(author('Grace Hopper'), author('Kurt Gödel'), {});
      expect(tie?.strength).toBeCloseTo(1 / 2 + 1, 12);
      expect(tie?.isStrengthUpperBound).toBe(false);
    });
  });

  describe(`${name}: coauthors`, () => {
    const names: Record<string, string> = {};
    for (const each of ['Ada Byron', 'Grace Hopper', 'Zuse, Konrad', 'Édouard Lucas', 'Eva Lucas']) {
      names[oldFriends.author(each)] = each;
    }
    const listed = (field: CoauthorOrderField, direction: Direction): (string | undefined)[] =>
      of(oldFriends)
        .coauthors(oldFriends.author('Ada Byron'), coauthorQuery(field, direction))
        .entries.map(({ item }) => names[item.coauthorId]);

    it('sorts people by folded family name, then given names', () => {
      const sorted = ['Grace Hopper', 'Édouard Lucas', 'Eva Lucas', 'Zuse, Konrad'];
      expect(listed('NAME', 'ASC')).toEqual(sorted);
      expect(listed('NAME', 'DESC')).toEqual([...sorted].reverse());
    });

    it('sorts by what the tie is', () => {
      expect(listed('PAPER_COUNT', 'DESC').slice(0, 2)).toEqual(['Grace Hopper', 'Édouard Lucas']);
      expect(listed('PAPER_COUNT', 'ASC').slice(2)).toEqual(['Édouard Lucas', 'Grace Hopper']);
      expect(listed('STRENGTH', 'DESC')).toEqual(['Grace Hopper', 'Édouard Lucas', 'Zuse, Konrad', 'Eva Lucas']);
      expect(listed('STRENGTH', 'ASC')).toEqual(['Eva Lucas', 'Zuse, Konrad', 'Édouard Lucas', 'Grace Hopper']);
    });

    it('puts unknown years last in both directions', () => {
      expect(listed('FIRST_YEAR', 'ASC')).toEqual(['Grace Hopper', 'Édouard Lucas', 'Zuse, Konrad', 'Eva Lucas']);
      expect(listed('FIRST_YEAR', 'DESC')).toEqual(['Zuse, Konrad', 'Édouard Lucas', 'Grace Hopper', 'Eva Lucas']);
      // Grace and Konrad both were last seen in 2004.
      expect(listed('LAST_YEAR', 'ASC')[0]).toBe('Édouard Lucas');
      expect(listed('LAST_YEAR', 'ASC')[3]).toBe('Eva Lucas');
      expect(listed('LAST_YEAR', 'DESC').slice(2)).toEqual(['Édouard Lucas', 'Eva Lucas']);
    });

    it('gives ties that are equal in what was asked by coauthor id, in both directions', () => {
      const { author } = bigPhysicsPaper;
      const network = of(bigPhysicsPaper);
      for (const direction of ['ASC', 'DESC'] as const) {
        const query = { ...coauthorQuery('STRENGTH', direction), filter: { fromYear: 2012 } };
        const ids = network.coauthors(author('Physicist 7'), query).entries.map(({ item }) => item.coauthorId);
        expect(ids).toHaveLength(59);
        expect(ids).toEqual(inIdOrder(...ids));
      }
    });

    it('gives each coauthor the tie that is asked for alone', () => {
      const { author } = oldFriends;
      const network = of(oldFriends);
      const ada = author('Ada Byron');
      const filter: CollaborationFilter = { fromYear: 2000, excludeAuthors: [author('Zuse, Konrad')] };
      const { entries } = network.coauthors(ada, { ...coauthorQuery('NAME', 'ASC'), filter });
      expect(entries.map(({ item }) => item.coauthorId)).toEqual([author('Grace Hopper'), author('Édouard Lucas')]);
      for (const { item } of entries) {
        expect(item.collaboration).toEqual(network.collaboration(ada, item.coauthorId, filter));
      }
    });

    it('gives the same list in pages, forwards and backwards', () => {
      const network = of(oldFriends);
      const ada = oldFriends.author('Ada Byron');
      for (const field of COAUTHOR_ORDER_FIELDS) {
        for (const direction of ['ASC', 'DESC'] as const) {
          const whole = network.coauthors(ada, coauthorQuery(field, direction)).entries;
          expect(pagedForwards(network, ada, field, direction, 3), `${field} ${direction}`).toEqual(whole);
          expect(pagedBackwards(network, ada, field, direction, 3), `${field} ${direction}`).toEqual(whole);
        }
      }
    });

    it('refuses a cursor of another order, naming this one', () => {
      const network = of(oldFriends);
      const ada = oldFriends.author('Ada Byron');
      const after = network.coauthors(ada, coauthorQuery('NAME', 'ASC')).entries[0]?.cursor;
      expect(() => network.coauthors(ada, coauthorQuery('STRENGTH', 'DESC', { after }))).toThrow(
        'not to coauthors by STRENGTH DESC',
      );
    });
  });

  describe(`${name}: paths`, () => {
    const ask = (
      world: SmallNetwork,
      from: string,
      to: string,
      filter: CollaborationFilter = {},
      maxHops?: number,
    ): Promise<PathOutcome> =>
      of(world).shortestPath(world.author(from), world.author(to), {
        filter,
        ...(maxHops === undefined ? {} : { maxHops }),
      });

    it('finds a path of fewest hops, through papers that pass', async () => {
      const questions: [SmallNetwork, string, string, CollaborationFilter, number][] = [
        [twoIslands, 'Ada Byron', 'Edsger Dijkstra', {}, 2],
        [twoIslands, 'Ada Byron', 'Grace Hopper', {}, 1],
        [longChain, 'Link 1', 'Link 12', {}, 11],
        [longChain, 'Link 12', 'Link 3', {}, 9],
        [bigPhysicsPaper, 'Emmy Noether', 'Physicist 60', {}, 2],
        [bigPhysicsPaper, 'Emmy Noether', 'Physicist 1', { maxAuthorsPerPaper: 59 }, 2],
        [diamond, 'Top', 'Bottom', {}, 2],
        [diamond, 'Top', 'Bottom', { toYear: 2002 }, 2],
        [diamond, 'Top', 'Bottom', { categories: ['stat.ML'] }, 2],
        [diamond, 'Top', 'Bottom', { excludeAuthors: ['Left', 'Right', 'Middle'].map(diamond.author) }, 3],
        [diamond, 'Top', 'Bottom', { toYear: 2001 }, 3],
        [cutList, 'Olive Owner', 'Grace Hopper', {}, 1],
      ];
      for (const [world, from, to, filter, hops] of questions) {
        const outcome = await ask(world, from, to, filter);
        expect(outcome.kind, `${from} to ${to}`).toBe('path');
        if (outcome.kind !== 'path') continue;
        expect(outcome.authorIds).toHaveLength(hops + 1);
        expect(outcome.authorIds[0]).toBe(world.author(from));
        expect(outcome.authorIds.at(-1)).toBe(world.author(to));
        expect(brokenHops(world.input, filter, outcome.authorIds)).toEqual([]);
        expect(outcome.visitedAuthorCount).toBeGreaterThanOrEqual(hops + 1);
        expect(outcome.visitedAuthorCount).toBeLessThanOrEqual(world.input.authors.length);
      }
    });

    it('gives the same path however its input was ordered, and every time', async () => {
      const [top, bottom] = [diamond.author('Top'), diamond.author('Bottom')];
      const first = await of(diamond).shortestPath(top, bottom, { filter: {} });
      for (let seed = 1; seed <= 10; seed++) {
        const network = create(shuffled(diamond.input, seed));
        expect(await network.shortestPath(top, bottom, { filter: {} })).toEqual(first);
        expect(await network.shortestPath(top, bottom, { filter: {} })).toEqual(first);
      }
    });

    it('says that both ends are one person, before it looks at anything else', async () => {
      const ada = twoIslands.author('Ada Byron');
      const same = { kind: 'same-author', visitedAuthorCount: 1 };
      expect(await ask(twoIslands, 'Ada Byron', 'Ada Byron')).toEqual(same);
      expect(await ask(twoIslands, 'Ada Byron', 'Ada Byron', { excludeAuthors: [ada] })).toEqual(same);
      expect(await of(twoIslands).shortestPath(stranger, stranger, { filter: {} })).toEqual(same);
    });

    it('tells two islands apart, with their sizes under the filter asked', async () => {
      expect(await ask(twoIslands, 'Ada Byron', 'Kurt Gödel')).toMatchObject({
        kind: 'different-components',
        fromComponentSize: 3,
        toComponentSize: 2,
      });
      expect(await ask(twoIslands, 'Kurt Gödel', 'Ada Byron', { toYear: 2001 })).toMatchObject({
        kind: 'different-components',
        fromComponentSize: 1,
        toComponentSize: 2,
      });
    });

    it('takes somebody without a tie for a component of one', async () => {
      for (const lonely of ['Emily Solo', 'No Body']) {
        expect(await ask(soloAuthor, 'Ada Byron', lonely)).toMatchObject({
          kind: 'different-components',
          fromComponentSize: 2,
          toComponentSize: 1,
        });
      }
    });

    it('says when only the filter stands between them, and how far apart they are without it', async () => {
      const questions: [SmallNetwork, string, string, CollaborationFilter, number][] = [
        [twoIslands, 'Ada Byron', 'Edsger Dijkstra', { toYear: 2002 }, 2],
        [bigPhysicsPaper, 'Emmy Noether', 'Physicist 60', { maxAuthorsPerPaper: 59 }, 2],
        [longChain, 'Link 1', 'Link 12', { excludePapers: [longChain.paper('Step 6')] }, 11],
        [longChain, 'Link 1', 'Link 12', { excludeAuthors: [longChain.author('Link 6')] }, 11],
        [diamond, 'Top', 'Bottom', { categories: ['physics'] }, 2],
      ];
      for (const [world, from, to, filter, lengthWithoutFilter] of questions) {
        expect(await ask(world, from, to, filter)).toMatchObject({ kind: 'filtered-out', lengthWithoutFilter });
      }
    });

    it('counts an end that is excluded as filtered out, where the two are connected', async () => {
      const { author } = twoIslands;
      const filtered = { kind: 'filtered-out', lengthWithoutFilter: 2 };
      const excluding = (name: string): CollaborationFilter => ({ excludeAuthors: [author(name)] });
      expect(await ask(twoIslands, 'Ada Byron', 'Edsger Dijkstra', excluding('Ada Byron'))).toMatchObject(filtered);
      expect(await ask(twoIslands, 'Ada Byron', 'Edsger Dijkstra', excluding('Edsger Dijkstra'))).toMatchObject(
        filtered,
      );
      expect(await ask(twoIslands, 'Ada Byron', 'Kurt Gödel', excluding('Ada Byron'))).toMatchObject({
        kind: 'different-components',
        fromComponentSize: 1,
        toComponentSize: 2,
      });
    });

    it('says when the path is longer than allowed, and gives it when it just fits', async () => {
      expect(await ask(longChain, 'Link 1', 'Link 12', {}, 10)).toMatchObject({ kind: 'beyond-max-hops', maxHops: 10 });
      expect(await ask(longChain, 'Link 1', 'Link 12', {}, 11)).toMatchObject({ kind: 'path' });
      expect(await ask(twoIslands, 'Ada Byron', 'Kurt Gödel', {}, 1)).toMatchObject({ kind: 'different-components' });
      expect(await ask(twoIslands, 'Ada Byron', 'Edsger Dijkstra', { toYear: 2002 }, 1)).toMatchObject({
        kind: 'filtered-out',
        lengthWithoutFilter: 2,
      });
    });

    it('says how many people it looked at, both ends among them', async () => {
      const none = await ask(twoIslands, 'Ada Byron', 'Kurt Gödel');
      expect(none.visitedAuthorCount).toBeGreaterThanOrEqual(2);
      expect(none.visitedAuthorCount).toBeLessThanOrEqual(5);
      const excluded = await ask(longChain, 'Link 1', 'Link 12', { excludeAuthors: [longChain.author('Link 12')] });
      expect(excluded.visitedAuthorCount).toBeGreaterThanOrEqual(2);
      expect(excluded.visitedAuthorCount).toBeLessThanOrEqual(12);
      const tooFar = await ask(longChain, 'Link 1', 'Link 12', {}, 3);
      expect(tooFar.visitedAuthorCount).toBeGreaterThanOrEqual(4);
    });
  });

  pathCases(name, create);

  describe(`${name}: people of whom it is not sure who they are`, () => {
    const { author, paper, input } = doubtfulBridge;
    const [ada, grace, wei, lu] = [author('Ada Byron'), author('Grace Hopper'), author('Wei Wang'), author('Lu Li')];
    const sure: CollaborationFilter = { excludeAmbiguousAuthors: true };

    it('are walked past, unless the filter leaves them out', async () => {
      const network = of(doubtfulBridge);
      expect(await network.shortestPath(ada, grace, { filter: {} })).toMatchObject({ authorIds: [ada, wei, grace] });
      const around = await network.shortestPath(ada, grace, { filter: sure });
      expect(around).toMatchObject({
        authorIds: [ada, author('Kurt Gödel'), author('Alan Turing'), grace],
      });
      if (around.kind === 'path') expect(brokenHops(input, sure, around.authorIds)).toEqual([]);
      expect(await network.shortestPath(ada, author('Emmy Noether'), { filter: sure })).toMatchObject({
        kind: 'filtered-out',
        lengthWithoutFilter: 2,
      });
    });

    it('stay in where the question names them, and nobody else does', async () => {
      const network = of(doubtfulBridge);
      expect(await network.shortestPath(wei, grace, { filter: sure })).toMatchObject({ authorIds: [wei, grace] });
      expect(await network.shortestPath(grace, wei, { filter: sure })).toMatchObject({ authorIds: [grace, wei] });
      expect(await network.shortestPath(lu, wei, { filter: sure })).toMatchObject({ authorIds: [lu, wei] });
      expect(await network.shortestPath(lu, ada, { filter: sure })).toMatchObject({ kind: 'filtered-out' });
      expect(network.coauthorCount(wei, sure)).toBe(4);
      expect(network.coauthorCount(lu, sure)).toBe(0);
      expect(network.collaboration(ada, wei, sure)?.paperIds).toEqual(inIdOrder(paper('Looms'), paper('Crowd')));
      expect(network.collaboration(lu, wei, sure)?.paperIds).toEqual([paper('Silk')]);
    });

    it('stay out where they are excluded by id, also where the question names them', async () => {
      const network = of(doubtfulBridge);
      const without: CollaborationFilter = { ...sure, excludeAuthors: [wei] };
      expect(network.collaboration(ada, wei, without)).toBeUndefined();
      expect(network.coauthorCount(wei, without)).toBe(0);
      expect(await network.shortestPath(wei, grace, { filter: without })).toMatchObject({ kind: 'filtered-out' });
    });

    it('are nobody’s coauthors when they are left out, but wrote the papers all the same', () => {
      const network = of(doubtfulBridge);
      expect(network.coauthorCount(ada)).toBe(2);
      expect(network.coauthorCount(ada, sure)).toBe(1);
      const { entries } = network.coauthors(ada, { ...coauthorQuery('NAME', 'ASC'), filter: sure });
      expect(entries.map(({ item }) => item.coauthorId)).toEqual([author('Kurt Gödel')]);
      expect(entries[0]?.item.collaboration.strength).toBe(1 / 2);
    });

    it('count as dropped, whoever asks, and their papers do not', async () => {
      const network = of(doubtfulBridge);
      expect(await network.dropped(sure)).toEqual({ paperCount: 0, authorCount: 2 });
      expect(await network.dropped({ ...sure, toYear: 2002 })).toEqual({ paperCount: 5, authorCount: 5 });
    });

    it('need no filter to stay in: false says nothing', async () => {
      const network = of(doubtfulBridge);
      const tie = network.collaboration(ada, wei, { excludeAmbiguousAuthors: false });
      expect(tie).toEqual(network.collaboration(ada, wei, {}));
      expect(tie?.filter).toEqual({});
      expect(network.collaboration(ada, wei, sure)?.filter).toEqual(sure);
      expect(await network.dropped({ excludeAmbiguousAuthors: false })).toBe(await network.dropped({}));
    });
  });

  describe(`${name}: the whole`, () => {
    it('counts components of the people who have a paper', async () => {
      expect(await of(twoIslands).components()).toEqual({ count: 2, giantAuthorCount: 3, giantShare: 3 / 5 });
      expect(await of(soloAuthor).components()).toEqual({ count: 2, giantAuthorCount: 2, giantShare: 2 / 3 });
      expect(await of(bigPhysicsPaper).components()).toEqual({ count: 1, giantAuthorCount: 61, giantShare: 1 });
      expect(await of(nothing).components()).toEqual({ count: 0, giantAuthorCount: 0, giantShare: 0 });
    });

    it('counts every pair of coauthors once', async () => {
      expect(await of(twoIslands).collaborationCount()).toBe(3);
      expect(await of(soloAuthor).collaborationCount()).toBe(1);
      expect(await of(bigPhysicsPaper).collaborationCount()).toBe((60 * 59) / 2 + 1);
      expect(await of(oldFriends).collaborationCount()).toBe(8);
      expect(await of(nothing).collaborationCount()).toBe(0);
    });

    it('says which papers and people a filter leaves out of the corpus', async () => {
      const dropped = (
        world: SmallNetwork,
        filter: CollaborationFilter,
      ): Promise<{ paperCount: number; authorCount: number }> => of(world).dropped(filter);
      expect(await dropped(twoIslands, {})).toEqual({ paperCount: 0, authorCount: 0 });
      expect(await dropped(twoIslands, { toYear: 2002 })).toEqual({ paperCount: 1, authorCount: 1 });
      expect(await dropped(bigPhysicsPaper, { maxAuthorsPerPaper: 59 })).toEqual({ paperCount: 1, authorCount: 58 });
      // Emily keeps her dated paper; who never had a paper is not left out by a filter.
      expect(await dropped(soloAuthor, { fromYear: 2000 })).toEqual({ paperCount: 1, authorCount: 0 });
      const grace = twoIslands.author('Grace Hopper');
      expect(await dropped(twoIslands, { excludeAuthors: [grace] })).toEqual({ paperCount: 0, authorCount: 1 });
      expect(await dropped(twoIslands, { excludeAuthors: [grace, stranger], toYear: 2001 })).toEqual({
        paperCount: 2,
        authorCount: 4,
      });
    });

    it('works out what is asked about the whole only once', async () => {
      const network = of(oldFriends);
      const eva = oldFriends.author('Eva Lucas');
      expect(await network.components()).toBe(await network.components());
      const first = await network.dropped({ toYear: 2004, excludeAuthors: [eva, eva] });
      expect(await network.dropped({ excludeAuthors: [eva], toYear: 2004, categories: [] })).toBe(first);
    });

    it('answers the same whatever order its input came in', async () => {
      for (const [title, world] of Object.entries(smallNetworks)) {
        const answers = await everything(create(world.input), world.input);
        for (const seed of [1, 2, 3]) {
          expect(await everything(create(shuffled(world.input, seed)), world.input), title).toEqual(answers);
        }
      }
    });
  });

  describe(`${name}: wrong questions`, () => {
    const network = of(twoIslands);
    const [ada, grace] = [twoIslands.author('Ada Byron'), twoIslands.author('Grace Hopper')];
    const backwards: CollaborationFilter = { fromYear: 2002, toYear: 2001 };

    it('refuses a filter that nothing can fit, wherever it is given', async () => {
      const refusal = { code: 'INVALID_ARGUMENT', argument: 'filter.fromYear' };
      const query = { ...coauthorQuery('NAME', 'ASC'), filter: backwards };
      expect(() => network.coauthorCount(ada, backwards)).toThrow(expect.objectContaining(refusal));
      expect(() => network.coauthors(ada, query)).toThrow(expect.objectContaining(refusal));
      expect(() => network.coauthors(stranger, query)).toThrow(expect.objectContaining(refusal));
      expect(() => network.collaboration(ada, grace, backwards)).toThrow(expect.objectContaining(refusal));
      expect(() => network.collaboration(ada, ada, backwards)).toThrow(expect.objectContaining(refusal));
      await expect(network.shortestPath(ada, grace, { filter: backwards })).rejects.toMatchObject(refusal);
      await expect(network.dropped(backwards)).rejects.toMatchObject(refusal);
    });

    it('refuses fewer hops than one, even from somebody to themselves', async () => {
      for (const maxHops of [0, -1]) {
        const refusal = { code: 'INVALID_ARGUMENT', argument: 'filter.maxHops', received: maxHops };
        await expect(network.shortestPath(ada, grace, { filter: {}, maxHops })).rejects.toMatchObject(refusal);
        await expect(network.shortestPath(ada, ada, { filter: {}, maxHops })).rejects.toMatchObject(refusal);
      }
    });
  });
}

export function coauthorQuery(
  field: CoauthorOrderField,
  direction: Direction,
  page: PageArguments = { first: 100 },
): CoauthorQuery {
  return { filter: {}, orderBy: { field, direction }, page: pageRequest(page) };
}

type CoauthorEntries = ReturnType<Network['coauthors']>['entries'];

export function pagedForwards(
  network: Network,
  author: AuthorId,
  field: CoauthorOrderField,
  direction: Direction,
  size: number,
  filter: CollaborationFilter = {},
): CoauthorEntries {
  const entries: CoauthorEntries[number][] = [];
  for (;;) {
    const after = entries.at(-1)?.cursor;
    const query = coauthorQuery(field, direction, { first: size, after });
    const page = network.coauthors(author, { ...query, filter });
    expect(page.hasPreviousPage).toBe(entries.length > 0);
    entries.push(...page.entries);
    if (!page.hasNextPage) return entries;
  }
}

export function pagedBackwards(
  network: Network,
  author: AuthorId,
  field: CoauthorOrderField,
  direction: Direction,
  size: number,
  filter: CollaborationFilter = {},
): CoauthorEntries {
  const entries: CoauthorEntries[number][] = [];
  for (;;) {
    const before = entries[0]?.cursor;
    const query = coauthorQuery(field, direction, { last: size, before });
    const page = network.coauthors(author, { ...query, filter });
    expect(page.hasNextPage).toBe(entries.length > 0);
    entries.unshift(...page.entries);
    if (!page.hasPreviousPage) return entries;
  }
}

/** Hops of a path whose two people have no joint paper that passes, or who may not be passed; none for a true path. */
export function brokenHops(
  input: ListedInput,
  filter: CollaborationFilter,
  path: readonly AuthorId[],
): (readonly [AuthorId, AuthorId])[] {
  const ends = [path[0], path.at(-1)];
  const doubtful = filter.excludeAmbiguousAuthors === true ? input.authors.filter((author) => author.isAmbiguous) : [];
  const excluded = new Set(filter.excludeAuthors);
  for (const { id } of doubtful) if (!ends.includes(id)) excluded.add(id);
  const passes = collaborationTest(filter);
  const authorsOf = (paper: string): AuthorId[] =>
    input.authorships.filter(({ paperId }) => paperId === paper).map(({ authorId }) => authorId);
  const walkable = input.papers
    .filter((paper) => passes(paper.id, { ...paper, authorCount: knownAuthorCount(paper, authorsOf(paper.id).length) }))
    .map((paper) => authorsOf(paper.id));
  return path
    .slice(1)
    .map((to, at) => [path[at] as AuthorId, to] as const) // at is inside the path
    .filter(
      ([from, to]) =>
        from === to ||
        excluded.has(from) ||
        excluded.has(to) ||
        !walkable.some((authors) => authors.includes(from) && authors.includes(to)),
    );
}

/** Every answer of a network about the people and papers of an input, to compare two networks by. */
export async function everything(network: Network, { authors, papers }: ListedInput): Promise<unknown> {
  const some = authors.slice(0, 12); // of sixty physicists the first dozen will do
  const orders = COAUTHOR_ORDER_FIELDS.flatMap((field) => [coauthorQuery(field, 'ASC'), coauthorQuery(field, 'DESC')]);
  const paths: unknown[] = [];
  for (const from of some) {
    for (const to of some) paths.push(await network.shortestPath(from.id, to.id, { filter: { toYear: 2004 } }));
  }
  return JSON.stringify({
    counts: [network.version, network.authorCount, network.paperCount, network.authorshipCount],
    authorshipsOf: some.map(({ id }) => network.authorshipsOf(id)),
    authorshipsOn: papers.map(({ id }) => network.authorshipsOn(id)),
    coauthors: some.map(({ id }) => orders.map((order) => network.coauthors(id, order))),
    paths,
    whole: [await network.components(), await network.collaborationCount(), await network.dropped({ toYear: 2003 })],
  });
}
