/**
 * Records of any number in the shape of dblp's, the same for the same seed. Each is made when it is looked at, so that
 * millions need no memory before they stand in columns. Ids are numbers in their order; there are no other ids (those of
 * mentions take a bit each: `src/store/memory/aliases.ts`).
 */
import { recordKey, sourceIdOf, venueIdOf } from '../../src/model/index.ts';
import type {
  Author,
  AuthorId,
  Authorship,
  Paper,
  PaperId,
  SourceMention,
  Venue,
  VenueId,
} from '../../src/model/index.ts';
import type { StoreContent } from '../../src/store/index.ts';
import { Random } from '../random.ts';
import { lazyList } from './lazy-list.ts';
import { madeTeams } from './made-teams.ts';
import type { Teams } from './made-teams.ts';

const VENUE_COUNT = 5000;
const TITLE_WORDS = 9;
const PRINTED_OTHERWISE = 0.1;
const WORDS =
  'learning network analysis based systems data approach model efficient distributed graph optimal control adaptive robust'.split(
    ' ',
  );
const VENUE_IDS = Array.from({ length: VENUE_COUNT }, (_, at) => venueIdOf(`name:venue ${at}`));
const sourceId = sourceIdOf(Buffer.from('made'));

export function madeContent(paperCount: number, seed: number): StoreContent {
  const teams = madeTeams(paperCount, new Random(seed));
  const { authorCount, starts, people, paperOf } = teams;
  const sizeOf = (paper: number): number => (starts[paper + 1] ?? 0) - (starts[paper] ?? 0);
  const papers = lazyList(paperCount, (at) => madePaper(at, sizeOf(at), seed + at));
  const authors = lazyList(authorCount, (at) => madeAuthor(at, teams));
  const authorships = lazyList(people.length, (at): Authorship => {
    const [paper = 0, person = 0] = [paperOf[at], people[at]];
    const name = nameOf(person);
    const isOther = new Random(seed + at).chance(PRINTED_OTHERWISE);
    return {
      authorId: authorId(person),
      paperId: paperId(paper),
      position: sizeOf(paper) - (at - (starts[paper] ?? 0)),
      isListed: true,
      rawNames: [isOther ? `${name[0] ?? ''}. ${name}` : name],
      institutionIds: [],
    };
  });
  const venues = lazyList(VENUE_COUNT, madeVenue);
  const nothing = { institutions: [], sources: [], problems: [], aliases: new Map<string, string>() };
  const coauthorCounts = new Map<AuthorId, number>();
  return { version: 'made', authors, papers, venues, authorships, ...nothing, coauthorCounts };
}

function madePaper(at: number, authorCount: number, seed: number): Paper {
  const random = new Random(seed);
  return {
    id: paperId(at),
    // Most looks at a paper are not at its title.
    get title() {
      return `${Array.from({ length: TITLE_WORDS }, () => random.pick(WORDS)).join(' ')} ${at}`;
    },
    type: 'CONFERENCE_PAPER',
    date: { year: 1970 + (at % 55) },
    isYearInferred: false,
    categories: [],
    identifiers: [
      { scheme: 'DBLP', value: keyOf(at) },
      { scheme: 'DOI', value: `10.1000/made.${at % VENUE_COUNT}.${at}` },
    ],
    authorCount,
    isAuthorListComplete: true,
    groupAuthors: [],
    venueId: VENUE_IDS[at % VENUE_COUNT] as VenueId, // one of them
    isRetracted: false,
    institutionIds: [],
    sources: [sourceOf(at)],
    conflicts: [],
    withheldPositions: [],
  };
}

function madeAuthor(at: number, { papersOf }: Teams): Author {
  const name = nameOf(at);
  const sources = (): SourceMention[] =>
    Array.from(papersOf(at), sourceOf).sort((a, b) => (a.recordKey < b.recordKey ? -1 : 1));
  return {
    id: authorId(at),
    name,
    nameVariants: [],
    identifiers: at % 4 === 0 ? [{ scheme: 'DBLP', value: `${at % 300}/${at}` }] : [],
    // Most looks at an author are at the name alone.
    get identity() {
      const rests = sources();
      const statement = `"${name}" is a rare name; it stands on ${rests.length} papers.`;
      const evidence = { kind: 'SAME_NAME' as const, statement, sources: rests.slice(0, 5) };
      return { confidence: 0.979, isAmbiguous: false, evidence: rests.length < 2 ? [] : [evidence], mergedFrom: [] };
    },
    get sources() {
      return sources();
    },
  };
}

function madeVenue(at: number): Venue {
  const name = `Venue ${at}`;
  return { id: VENUE_IDS[at] as VenueId, name, nameVariants: [], type: 'CONFERENCE', identifiers: [] };
}

function nameOf(author: number): string {
  return `Given${author % 7919} Family${author % 104_729}`;
}

function keyOf(paper: number): string {
  return `conf/venue${paper % VENUE_COUNT}/Family${paper}`;
}

function sourceOf(paper: number): SourceMention {
  return { sourceId, recordKey: recordKey('dblp', keyOf(paper)), line: paper * 10 };
}

function authorId(author: number): AuthorId {
  return `A_${String(author).padStart(24, '0')}` as AuthorId;
}

function paperId(paper: number): PaperId {
  return `P_${String(paper).padStart(16, '0')}` as PaperId;
}
