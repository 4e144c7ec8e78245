/**
 * Small worlds with names, told as source records: what readers would yield, before anybody decided who is who. A world
 * can be handed to `openCorpus({ records: [world] })`, and through `sourced` to `resolve`.
 *
 * Records are keyed as the profile page reader keys them, folded title and printed date, unless told otherwise.
 */
import { createHash } from 'node:crypto';

import type { Sourced } from '../../src/identity/index.ts';
import {
  categoryOf,
  dateText,
  foldName,
  foldText,
  parseIdentifier,
  recordKey,
  sourceIdOf,
} from '../../src/model/index.ts';
import type {
  Identifier,
  InstitutionMention,
  Mention,
  PaperRecord,
  PersonRecord,
  ReportedFigures,
  SourceRecord,
} from '../../src/model/index.ts';

/** One source: its name, and what it tells. */
export interface World {
  readonly name: string;
  readonly records: readonly SourceRecord[];
}

/** Somebody printed on a paper: a name, or a name with what identifies the person or tells them apart. */
export type Told = string | Pick<Mention, 'name' | 'identifiers' | 'personKey' | 'affiliations'>;

export interface ToldPaper {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** The year was not printed, so the record's key does not have it. */
  readonly isYearInferred?: boolean;
  /** The list ends in "et al.". */
  readonly isCut?: boolean;
  readonly groups?: readonly string[];
  readonly institutions?: readonly string[];
  readonly categories?: readonly string[];
  readonly identifiers?: readonly Identifier[];
  readonly abstract?: string;
  readonly line?: number;
  /** A catalogue that keys its own records: its name and the key. */
  readonly keyed?: readonly [catalogue: string, key: string];
}

/** A paper and the people printed on it: `paper('Looms', ['Ada Byron', 'Wei Wang'], { year: 2024 })`. */
export function paper(title: string, by: readonly Told[], told: ToldPaper = {}): PaperRecord {
  const { year, month, day, isYearInferred = false, isCut = false, keyed } = told;
  const date = {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
  const { year: _, ...withoutYear } = date;
  const printed = dateText(isYearInferred ? withoutYear : date);
  const [catalogue, key] = keyed ?? ['profile', `${foldText(title)}|${printed}`];
  return {
    kind: 'paper',
    key: recordKey(catalogue, key),
    catalogue,
    ...(told.line === undefined ? {} : { line: told.line }),
    title,
    ...(told.abstract === undefined ? {} : { abstract: told.abstract }),
    date,
    isYearInferred,
    categories: (told.categories ?? []).map(categoryOf),
    identifiers: told.identifiers ?? [],
    authors: by.map((who, at): Mention => ({ position: at + 1, ...(typeof who === 'string' ? { name: who } : who) })),
    isAuthorListComplete: !isCut,
    groupAuthors: told.groups ?? [],
    institutions: told.institutions ?? [],
  };
}

/** The profile page of an owner, who wrote every paper on it, printed or not. */
export function page(owner: string, papers: readonly PaperRecord[], reported?: ReportedFigures): SourceRecord[] {
  const head: PersonRecord = {
    kind: 'person',
    key: recordKey('profile-owner', foldName(owner)),
    line: 1,
    name: owner,
    aliases: [],
    identifiers: [],
    ...(reported === undefined ? {} : { reported }),
  };
  return [head, ...papers.map((record) => ownedBy(owner, record))];
}

/** An identifier in its one form; a malformed one is the test's mistake. */
export function identifier(text: string): Identifier {
  const parsed = parseIdentifier(text);
  if ('invalid' in parsed) throw new Error(parsed.invalid);
  return parsed;
}

export const orcid = (name: string, value: string): Told => ({ name, identifiers: [identifier(`orcid:${value}`)] });

/** The records of worlds with their sources, a source known by its content as in a corpus. */
export function sourced(...worlds: readonly World[]): Sourced[] {
  return worlds.flatMap(({ name, records }) => {
    const sourceId = sourceIdOf(createHash('sha256').update(JSON.stringify(records)).digest());
    return records.map((record) => ({ sourceId, file: name, record }));
  });
}

/** Ada – Grace – Edsger on one island, Alan – Kurt on the other. */
export const twoIslands: World = {
  name: 'two islands',
  records: [
    paper('Engines', ['Ada Byron', 'Grace Hopper'], { year: 2001, categories: ['cs.PL'] }),
    paper('Compilers', ['Grace Hopper', 'Edsger Dijkstra'], { year: 2003, categories: ['cs.PL', 'cs.SE'] }),
    paper('Machines', ['Alan Turing', 'Kurt Gödel'], { year: 2002, categories: ['math.LO'] }),
  ],
};

const physicists = Array.from({ length: 60 }, (_, at) => `Physicist ${at + 1}`);

/** Sixty people on one paper, two of whom also wrote a paper between them, and one with an outsider. */
export const bigPhysicsPaper: World = {
  name: 'big physics paper',
  records: [
    paper('A Particle', physicists, { year: 2012, month: 7, categories: ['hep-ex'], institutions: ['The Laboratory'] }),
    paper('A Detector', ['Physicist 1', 'Physicist 2'], { year: 2010, institutions: ['The Laboratory'] }),
    paper('An Outsider', ['Physicist 2', 'Emmy Noether'], { year: 2011 }),
  ],
};

const weiOfLooms = orcid('Wei Wang', '0000-0002-1825-0097');
const weiOfLathes = orcid('Wei Wang', '0000-0001-5109-3700');

/** Two people printed "Wei Wang", told apart by their ORCIDs. */
export const namesakes: World = {
  name: 'namesakes',
  records: [
    paper('Looms', ['Ada Byron', weiOfLooms], { year: 2024 }),
    paper('More Looms', [weiOfLooms], { year: 2025 }),
    paper('Lathes', [weiOfLathes, 'Grace Hopper'], { year: 2024 }),
  ],
};

const institution = (name: string): InstitutionMention => ({ name, identifiers: [] });
const weiInLondon: Told = {
  name: 'Wei Wang',
  identifiers: [identifier('orcid:0000-0002-1825-0097')],
  affiliations: [institution('University College London')],
};
const weiInZurich: Told = {
  name: 'Wei Wang',
  identifiers: [identifier('orcid:0000-0001-5109-3700')],
  affiliations: [institution('ETH Zürich')],
};
const weiOfDblp: Told = { name: 'Wei Wang', personKey: 'Wei Wang 0003' };
const anyWei: Told = { name: 'Wei Wang', personKey: 'Wei Wang' };

/**
 * Everybody printed "Wei Wang": two with ORCIDs, one whom dblp numbers, and whoever else dblp has under the bare name,
 * which it says is several people. The first of them once signed as "W. Wang", with the same three coauthors. Between
 * Blaise and Emmy stands the doubtful one; the way over people who are known is longer. Two catalogues tell one of the
 * papers, and differ on its year.
 */
export const weiWangs: World = {
  name: 'Wei Wangs',
  records: [
    paper('Looms', ['Ada Byron', weiInLondon, 'Grace Hopper', 'Edsger Dijkstra'], { year: 2022 }),
    paper('More Looms', [weiInLondon, 'Ada Byron', 'Grace Hopper', 'Edsger Dijkstra'], { year: 2023 }),
    paper('Looms Again', ['W. Wang', 'Ada Byron', 'Grace Hopper', 'Edsger Dijkstra'], { year: 2024 }),
    paper('Lathes', [weiInZurich, 'Kurt Gödel'], { year: 2019 }),
    paper('Lathes in Zurich', ['Kurt Gödel', weiInZurich], { year: 2020 }),
    paper('Cables', [weiOfDblp, 'Alan Turing'], { year: 2010, keyed: ['dblp', 'conf/cables/WangT10'] }),
    paper('Longer Cables', [weiOfDblp], { year: 2012, keyed: ['dblp', 'journals/cables/Wang12'] }),
    {
      kind: 'person',
      key: recordKey('dblp', 'homepages/w/WeiWang'),
      name: 'Wei Wang',
      aliases: [],
      identifiers: [],
      personKeys: ['Wei Wang'],
      isDisambiguation: true,
    },
    paper('Kiln Glazes', ['Blaise Pascal', anyWei], { year: 2015, keyed: ['dblp', 'conf/kilns/PascalW15'] }),
    paper('Kiln Glazes Again', [anyWei, 'Emmy Noether'], {
      year: 2016,
      keyed: ['dblp', 'journals/kilns/WangN16'],
      identifiers: [identifier('doi:10.1000/glazes')],
    }),
    paper('Kiln Glazes Again', ['Wei Wang', 'Emmy Noether'], {
      year: 2015,
      keyed: ['crossref', '10.1000/glazes'],
      identifiers: [identifier('doi:10.1000/glazes')],
    }),
    paper('Bronze', ['Blaise Pascal', 'Luigi Menabrea'], { year: 2017 }),
    paper('Jade', ['Luigi Menabrea', 'Gaspard Monge'], { year: 2018 }),
    paper('Amber', ['Gaspard Monge', 'Emmy Noether'], { year: 2018 }),
  ],
};

/** The owner of the page is printed on one paper and hidden behind "et al." on another. */
export const hiddenOwner: World = {
  name: 'hidden owner',
  records: page(
    'Olive Owner',
    [
      paper('Printed', ['Ada Byron', 'Olive Owner'], { year: 2022, month: 6, day: 16, line: 8 }),
      paper('Hidden', ['Ada Byron', 'Grace Hopper'], { year: 2023, month: 1, day: 2, isCut: true, line: 15 }),
    ],
    { hIndex: 8, paperCount: 2, capturedOn: '2024' },
  ),
};

/** Lists that end in "et al.", and one that claims to be whole though the page's owner is not on it. */
export const cutLists: World = {
  name: 'cut lists',
  records: page('Olive Owner', [
    paper('Et Al', ['Ada Byron', 'Grace Hopper'], { year: 2020, isCut: true, line: 5 }),
    paper('Et Al Again', ['Olive Owner', 'Kurt Gödel'], { year: 2021, isCut: true, line: 12 }),
    paper('Whole', ['Olive Owner', 'Kurt Gödel'], { year: 2022, line: 19 }),
    paper('Claims To Be Whole', ['Kurt Gödel'], { year: 2023, line: 26 }),
  ]),
};

/** Emily only ever wrote alone. */
export const soloAuthor: World = {
  name: 'solo author',
  records: [
    paper('Alone', ['Emily Solo'], { year: 2000 }),
    paper('Alone Again', ['Emily Solo']),
    paper('Together', ['Ada Byron', 'Grace Hopper'], { year: 2000 }),
  ],
};

/** A collaboration beside people, and one that signs alone. */
export const groupAuthor: World = {
  name: 'group author',
  records: [
    paper('A Boson', ['Ada Byron', 'Emmy Noether'], { year: 2012, groups: ['The ATLAS Collaboration'] }),
    paper('A Survey', [], { year: 2013, groups: ['The ATLAS Collaboration'] }),
  ],
};

/** Two owners' pages, captured years apart, with papers in common that each prints in its own way. */
export const adasPage: World = {
  name: 'ada.txt',
  records: page(
    'Ada Byron',
    [
      paper('On Looms', ['Grace Hopper', 'Wei Wang'], {
        month: 5,
        day: 19,
        year: 2024,
        isYearInferred: true,
        isCut: true,
        line: 5,
        institutions: ['university of london'],
      }),
      paper('Notes', ['Ada Byron', 'Luigi Menabrea'], { year: 2023, month: 9, day: 1, line: 12, categories: ['LG'] }),
    ],
    { hIndex: 3, paperCount: 2, capturedOn: '2024' },
  ),
};

export const gracesPage: World = {
  name: 'grace.txt',
  records: page(
    'Grace Hopper',
    [
      paper('On looms', ['Grace Hopper', 'Kurt Gödel'], {
        year: 2024,
        month: 5,
        day: 19,
        isCut: true,
        line: 5,
        institutions: ['University of London'],
        abstract: 'How looms weave.',
      }),
      paper('Undated', ['Grace Hopper', 'Kurt Godel'], { line: 12 }),
    ],
    { hIndex: 5, paperCount: 2, capturedOn: '2026' },
  ),
};

export const worlds: readonly World[] = [
  twoIslands,
  bigPhysicsPaper,
  namesakes,
  hiddenOwner,
  cutLists,
  soloAuthor,
  groupAuthor,
  adasPage,
  gracesPage,
];

function ownedBy(owner: string, record: PaperRecord): PaperRecord {
  const isOwner = (mention: Mention): boolean => foldName(mention.name) === foldName(owner);
  if (!record.authors.some(isOwner)) {
    const authors = [...record.authors, { isOwner: true, name: owner }];
    return { ...record, authors, isAuthorListComplete: false };
  }
  return { ...record, authors: record.authors.map((one) => (isOwner(one) ? { ...one, isOwner: true } : one)) };
}
