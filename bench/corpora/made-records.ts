/** The papers of a made corpus as whole records: who wrote them, what they are called, where and when they came out. */
import { Random } from '../random.ts';
import { madeTitles } from '../search/made-names.ts';
import type { MadePapers } from './made-papers.ts';
import type { MadePeople, MadePerson } from './made-people.ts';

export interface MadeRecord {
  readonly number: number;
  readonly title: string;
  readonly year: number;
  readonly authors: readonly MadePerson[];
  readonly venue: MadeVenue;
  /** The same in every format. */
  readonly doi: string;
  /** Given names are printed as initials. */
  readonly hasInitials: boolean;
}

export interface MadeVenue {
  readonly number: number;
  readonly name: string;
  readonly isJournal: boolean;
}

/** A format: how a file of it begins, one record after another, and how it ends. */
export interface RecordFormat {
  readonly extension: string;
  begin(people: MadePeople): RecordPrinter;
}

export interface RecordPrinter {
  readonly head: string;
  record(record: MadeRecord): string;
  /** Whatever comes after the last paper. */
  foot(): Iterable<string>;
}

/** Communities that share a journal and a conference: 750 papers to a venue, as in dblp. */
const COMMUNITIES_PER_VENUE = 14;

export function* madeRecords(papers: MadePapers, people: MadePeople, seed: number): Iterable<MadeRecord> {
  const random = new Random(seed);
  let number = 0;
  for (const title of madeTitles(papers.years.length, seed)) {
    const [begin, end] = [papers.paperOffsets[number], papers.paperOffsets[number + 1]];
    const authors = Array.from(papers.paperAuthors.subarray(begin, end), (author) => people.person(author));
    yield {
      number,
      title: title.charAt(0).toUpperCase() + title.slice(1),
      year: papers.years[number] ?? 0,
      authors,
      venue: venueOf(authors[0]?.home ?? 0, random.chance(0.5)),
      doi: `10.5555/made.${number}`,
      hasInitials: random.chance(0.15),
    };
    number++;
  }
}

function venueOf(home: number, isJournal: boolean): MadeVenue {
  const field = Math.floor(home / COMMUNITIES_PER_VENUE);
  const name = isJournal ? `Journal of Made Studies ${field}` : `Conference on Made Matters ${field}`;
  return { number: 2 * field + (isJournal ? 1 : 0), name, isJournal };
}
