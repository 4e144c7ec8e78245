/**
 * Small networks with names, told as people would tell them: who wrote which paper. Ids are real ones, made of the
 * names, so that id order is not the order in which anything is told here.
 */
import type { NetworkAuthor, NetworkInput, NetworkPaper } from '../../src/graph/index.ts';
import { authorIdOf, compareText, foldName, nameSortKey, paperIdOf, recordKey } from '../../src/model/index.ts';
import type { AuthorId, Authorship, PaperId } from '../../src/model/index.ts';

/** A paper as told: a list with "et al.", or with somebody hidden in it, is cut. */
export interface ToldPaper {
  readonly title: string;
  readonly by: readonly string[];
  /** Known to be authors, but not in the printed list. */
  readonly hidden?: readonly string[];
  readonly isCut?: boolean;
  /** The number a source prints; where it prints none, a complete list tells it. */
  readonly authorCount?: number;
  readonly year?: number;
  readonly categories?: readonly string[];
}

/** An input whose lists can be read as often as one likes. */
export interface ListedInput extends NetworkInput {
  readonly authors: readonly NetworkAuthor[];
  readonly papers: readonly NetworkPaper[];
  readonly authorships: readonly Authorship[];
}

export interface SmallNetwork {
  readonly input: ListedInput;
  readonly author: (name: string) => AuthorId;
  readonly paper: (title: string) => PaperId;
}

export const authorId = (name: string): AuthorId =>
  authorIdOf({ recordKey: recordKey('told', name), position: 'owner', name: foldName(name) });

export const paperId = (title: string): PaperId => paperIdOf(recordKey('told', title));

/**
 * @param others authors without a paper
 * @param ambiguous authors of whom it is not sure who they are
 */
export function smallNetwork(
  told: readonly ToldPaper[],
  others: readonly string[] = [],
  ambiguous: readonly string[] = [],
): SmallNetwork {
  const names = new Set([...told.flatMap(({ by, hidden = [] }) => [...by, ...hidden]), ...others]);
  return {
    input: {
      version: 'told',
      authors: [...names].map((name) => ({
        id: authorId(name),
        sortName: nameSortKey(name),
        ...(ambiguous.includes(name) ? { isAmbiguous: true } : {}),
      })),
      papers: told.map(networkPaper),
      authorships: told.flatMap(authorshipsOf),
    },
    author: known('author', names, authorId),
    paper: known('paper', new Set(told.map(({ title }) => title)), paperId),
  };
}

/** The same network, its lists in another order. */
export function shuffled(input: ListedInput, seed: number): ListedInput {
  return {
    version: input.version,
    authors: shuffledList(input.authors, seed),
    papers: shuffledList(input.papers, seed + 1),
    authorships: shuffledList(input.authorships, seed + 2),
  };
}

export const inIdOrder = <T extends string>(...ids: readonly T[]): T[] => [...ids].sort(compareText);

/** Ada – Grace – Edsger on one island, Alan – Kurt on the other. */
export const twoIslands = smallNetwork([
  { title: 'Engines', by: ['Ada Byron', 'Grace Hopper'], year: 2001 },
  { title: 'Compilers', by: ['Grace Hopper', 'Edsger Dijkstra'], year: 2003 },
  { title: 'Machines', by: ['Alan Turing', 'Kurt Gödel'], year: 2002 },
]);

const physicists = Array.from({ length: 60 }, (_, at) => `Physicist ${at + 1}`);

/** Sixty people on one paper, two of whom also wrote a paper between them, and one with an outsider. */
export const bigPhysicsPaper = smallNetwork([
  { title: 'A Particle', by: physicists, year: 2012 },
  { title: 'A Detector', by: ['Physicist 1', 'Physicist 2'], year: 2010 },
  { title: 'An Outsider', by: ['Physicist 2', 'Emmy Noether'], year: 2011 },
]);

/** Emily only ever wrote alone, Nobody has no paper. */
export const soloAuthor = smallNetwork(
  [
    { title: 'Alone', by: ['Emily Solo'], year: 2000 },
    { title: 'Alone Again', by: ['Emily Solo'] },
    { title: 'Together', by: ['Ada Byron', 'Grace Hopper'], year: 2000 },
  ],
  ['No Body'],
);

/** Lists that end in "et al.": the owner of the page hidden, a list whose number a source tells, a number too small. */
export const cutList = smallNetwork([
  { title: 'Et Al', by: ['Ada Byron', 'Grace Hopper'], hidden: ['Olive Owner'], isCut: true, year: 2020 },
  { title: 'Number Told', by: ['Ada Byron', 'Olive Owner'], isCut: true, authorCount: 11, year: 2021 },
  { title: 'Number Too Small', by: ['Grace Hopper', 'Ada Byron', 'Kurt Gödel'], authorCount: 1, year: 2022 },
  { title: 'Whole', by: ['Grace Hopper', 'Kurt Gödel'], year: 2023 },
  { title: 'Two Hidden', by: ['Kurt Gödel'], hidden: ['Olive Owner', 'Ada Byron'], isCut: true },
]);

const links = Array.from({ length: 11 }, (_, at) => at + 1);

/** Link 1 – Link 2 – … – Link 12, a paper a year. */
export const longChain = smallNetwork(
  links.map((at) => ({ title: `Step ${at}`, by: [`Link ${at}`, `Link ${at + 1}`], year: 2000 + at })),
);

/** Three shortest ways from Top to Bottom, two of them sharing nobody in between, and a longer one. */
export const diamond = smallNetwork([
  { title: 'Top Left', by: ['Top', 'Left'], year: 2001, categories: ['cs.LG'] },
  { title: 'Left Bottom', by: ['Left', 'Bottom'], year: 2002, categories: ['cs.LG'] },
  { title: 'Top Right', by: ['Top', 'Right'], year: 2003, categories: ['stat.ML'] },
  { title: 'Right Bottom', by: ['Right', 'Bottom'], year: 2004, categories: ['stat.ML', 'cs.LG'] },
  { title: 'Middle', by: ['Top', 'Middle', 'Left'], year: 2005 },
  { title: 'Middle Bottom', by: ['Middle', 'Bottom'] },
  { title: 'Detour One', by: ['Top', 'Detour'], year: 2001 },
  { title: 'Detour Two', by: ['Detour', 'Far Detour'], year: 2001 },
  { title: 'Detour Three', by: ['Far Detour', 'Bottom'], year: 2001 },
]);

/** Ada and Grace again and again, twice in a year, once without a year; Ada and others once each. */
export const oldFriends = smallNetwork([
  { title: 'First', by: ['Ada Byron', 'Grace Hopper'], year: 1999, categories: ['cs.PL'] },
  { title: 'Second', by: ['Grace Hopper', 'Ada Byron', 'Zuse, Konrad'], year: 2004, categories: ['cs.PL', 'cs.LG'] },
  { title: 'Third', by: ['Ada Byron', 'Grace Hopper'], year: 2004, categories: ['cs.LG'] },
  { title: 'Undated', by: ['Ada Byron', 'Grace Hopper', 'Édouard Lucas', 'Eva Lucas'] },
  { title: 'Between', by: ['Ada Byron', 'Édouard Lucas'], year: 2000 },
]);

/**
 * From Ada to Grace over Wei, who may be several people, or the long way over people who are known; only Wei knows
 * Emmy, and Lu, who is as doubtful, knows only Wei.
 */
export const doubtfulBridge = smallNetwork(
  [
    { title: 'Looms', by: ['Ada Byron', 'Wei Wang'], year: 2001 },
    { title: 'Lathes', by: ['Wei Wang', 'Grace Hopper'], year: 2002 },
    { title: 'Rings', by: ['Wei Wang', 'Emmy Noether'], year: 2003 },
    { title: 'Silk', by: ['Lu Li', 'Wei Wang'], year: 2003 },
    { title: 'Crowd', by: ['Ada Byron', 'Wei Wang', 'Kurt Gödel'], year: 2004 },
    { title: 'Proofs', by: ['Kurt Gödel', 'Alan Turing'], year: 2005 },
    { title: 'Machines', by: ['Alan Turing', 'Grace Hopper'], year: 2006 },
  ],
  [],
  ['Wei Wang', 'Lu Li'],
);

/** Ada and Bea are on one crowded paper of long ago; better friends lead around it, Cleo alone or Dora and Edda. */
export const strongDetour = smallNetwork([
  {
    title: 'Crowd',
    by: ['Ada Byron', 'Bea Arthur', ...Array.from({ length: 8 }, (_, at) => `Bystander ${at + 1}`)],
    year: 2000,
  },
  { title: 'Close', by: ['Ada Byron', 'Cleo Ray'], year: 2010 },
  { title: 'Closer', by: ['Ada Byron', 'Cleo Ray'], year: 2005 },
  { title: 'Near', by: ['Cleo Ray', 'Bea Arthur', 'Dora Maar'], year: 2004 },
  { title: 'Fresh One', by: ['Ada Byron', 'Dora Maar', 'Filler One', 'Filler Two'], year: 2020 },
  { title: 'Fresh Two', by: ['Dora Maar', 'Edda Snorri', 'Filler Three', 'Filler Four'], year: 2019 },
  { title: 'Fresh Three', by: ['Edda Snorri', 'Bea Arthur'], year: 2020 },
  { title: 'Forgotten', by: ['Bystander 1', 'Gala Dalí'] },
  { title: 'Oldest', by: ['Gala Dalí', 'Filler Two'], year: 1990 },
]);

const rungs = Array.from({ length: 70 }, (_, at) => at + 1);

/** Start, seventy rungs of two people each, end; whoever stands on a rung wrote with both people of the next. */
export const ladder = smallNetwork([
  { title: 'Start Left', by: ['Start', 'Left 1'], year: 2001 },
  { title: 'Start Right', by: ['Start', 'Right 1'], year: 2001 },
  ...rungs.slice(1).flatMap((rung) =>
    ['Left', 'Right'].flatMap((from) =>
      ['Left', 'Right'].map((to) => ({
        title: `${from} ${rung - 1} ${to} ${rung}`,
        by: [`${from} ${rung - 1}`, `${to} ${rung}`],
        year: 2001,
      })),
    ),
  ),
  { title: 'Left End', by: ['Left 70', 'End'], year: 2001 },
  { title: 'Right End', by: ['Right 70', 'End'], year: 2001 },
]);

/** Ada and Zoe come nearer as the years go by: not connected, five hops, three, and at last one. */
export const growingNearer = smallNetwork([
  { title: 'Alone', by: ['Ada Byron'], year: 1999 },
  { title: 'Looms', by: ['Ada Byron', 'Bea Arthur'], year: 2000 },
  { title: 'Wheels', by: ['Zoe Yates', 'Yan Xu'], year: 2002 },
  { title: 'Bridge One', by: ['Bea Arthur', 'Cleo Ray'], year: 2004 },
  { title: 'Bridge Two', by: ['Cleo Ray', 'Dora Maar'], year: 2004 },
  { title: 'Bridge Three', by: ['Dora Maar', 'Yan Xu'], year: 2005 },
  { title: 'Elsewhere', by: ['Emmy Noether', 'Fay Wray'], year: 2007 },
  { title: 'Shortcut', by: ['Bea Arthur', 'Yan Xu'], year: 2009 },
  { title: 'Again', by: ['Bea Arthur', 'Yan Xu'], year: 2011 },
  { title: 'Together', by: ['Ada Byron', 'Zoe Yates', 'Dora Maar'], year: 2015 },
  { title: 'Later', by: ['Ada Byron', 'Zoe Yates'], year: 2018 },
  { title: 'Undated', by: ['Ada Byron', 'Zoe Yates'] },
]);

export const nothing = smallNetwork([]);

export const smallNetworks: Readonly<Record<string, SmallNetwork>> = {
  twoIslands,
  bigPhysicsPaper,
  soloAuthor,
  cutList,
  longChain,
  diamond,
  oldFriends,
  doubtfulBridge,
  strongDetour,
  ladder,
  growingNearer,
  nothing,
};

function networkPaper({ title, by, hidden = [], isCut = hidden.length > 0, ...told }: ToldPaper): NetworkPaper {
  const authorCount = told.authorCount ?? (isCut ? undefined : by.length);
  return {
    id: paperId(title),
    ...(told.year === undefined ? {} : { year: told.year }),
    ...(authorCount === undefined ? {} : { authorCount }),
    isAuthorListComplete: !isCut,
    categories: told.categories ?? [],
    type: 'OTHER',
  };
}

function authorshipsOf({ title, by, hidden = [] }: ToldPaper): Authorship[] {
  const paper = paperId(title);
  return [
    ...by.map((name, at) => ({
      authorId: authorId(name),
      paperId: paper,
      position: at + 1,
      isListed: true,
      rawNames: [name],
      institutionIds: [],
    })),
    ...hidden.map((name) => ({
      authorId: authorId(name),
      paperId: paper,
      isListed: false,
      rawNames: [],
      institutionIds: [],
    })),
  ];
}

// A name mistyped in a test would be somebody without ties, and the test would pass for no reason.
function known<Id>(kind: string, names: ReadonlySet<string>, idOf: (name: string) => Id): (name: string) => Id {
  return (name) => {
    if (!names.has(name)) throw new Error(`No ${kind} "${name}" in this network.`);
    return idOf(name);
  };
}

// Fisher and Yates, with a small linear congruential generator: the same seed gives the same order everywhere.
function shuffledList<T>(items: readonly T[], seed: number): T[] {
  const list = [...items];
  let state = seed >>> 0;
  for (let at = list.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T]; // both inside the bounds
  }
  return list;
}
