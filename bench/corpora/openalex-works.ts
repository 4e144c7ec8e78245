/**
 * OpenAlex works, one a line, with the fields that our reader reads and a few that it passes over: about a kilobyte each.
 * Real ones have abstracts, references and concepts too, ten times as much; `bench/readers` reads such.
 */
import { inventedIssn, inventedRor } from '../readers/corpora/invented.ts';
import type { MadePerson } from './made-people.ts';
import type { MadeRecord, MadeVenue, RecordFormat } from './made-records.ts';

const ID = 'https://openalex.org/';
const COUNTRIES = ['US', 'CN', 'DE', 'GB', 'JP', 'FR', 'BR', 'IN', 'IT', 'KR'];
const COMMUNITIES_PER_INSTITUTION = 2;

export const openalexWorks: RecordFormat = {
  extension: 'jsonl',
  begin: () => ({ head: '', record: (record) => `${JSON.stringify(work(record))}\n`, foot: () => [] }),
};

function work({ number, title, year, authors, venue, doi, hasInitials }: MadeRecord): object {
  const id = `${ID}W${3_000_000_000 + number}`;
  const url = `https://doi.org/${doi}`;
  return {
    id,
    doi: url,
    title,
    display_name: title,
    publication_year: year,
    publication_date: `${year}-01-01`,
    ids: { openalex: id, doi: url },
    language: 'en',
    primary_location: { is_oa: false, landing_page_url: url, source: source(venue) },
    type: 'article',
    open_access: { is_oa: false, oa_status: 'closed', oa_url: null },
    authorships: authors.map((author, at) => authorship(author, at, authors.length, hasInitials)),
    cited_by_count: number % 40,
    is_retracted: false,
  };
}

function authorship(
  { number, name, home, orcid }: MadePerson,
  at: number,
  count: number,
  hasInitials: boolean,
): object {
  const institution = Math.floor(home / COMMUNITIES_PER_INSTITUTION);
  const country = COUNTRIES[institution % COUNTRIES.length];
  return {
    author_position: at === 0 ? 'first' : at === count - 1 ? 'last' : 'middle',
    author: {
      id: `${ID}A${5_100_000_000 + number}`,
      display_name: name,
      orcid: orcid === undefined ? null : `https://orcid.org/${orcid}`,
    },
    institutions: [
      {
        id: `${ID}I${4_200_000_000 + institution}`,
        display_name: `University of Example ${institution}`,
        ror: inventedRor(institution),
        country_code: country,
        type: 'education',
      },
    ],
    countries: [country],
    raw_author_name: hasInitials ? name.replace(/^(\p{Letter})[^\s.]*/u, '$1.') : name,
  };
}

function source({ number, name, isJournal }: MadeVenue): object {
  return {
    id: `${ID}S${4_210_000_000 + number}`,
    display_name: name,
    ...(isJournal ? { issn_l: inventedIssn(number) } : {}),
    type: isJournal ? 'journal' : 'conference',
  };
}
