/** The papers of Semantic Scholar's bulk data: no abstracts and no references, so nearly every field is read. */
import type { Random } from '../../random.ts';
import type { CorpusKind } from './corpus.ts';
import { inventedAuthors, inventedTitle } from './invented.ts';

export const semanticScholarPapers: CorpusKind = {
  format: 'semantic-scholar',
  extension: 'jsonl',
  head: '',
  foot: '',
  record: (random, number) => `${JSON.stringify(paper(random, number))}\n`,
};

function paper(random: Random, number: number): object {
  const corpusId = 200_000_000 + number;
  const year = random.between(1990, 2024);
  const venue = `Journal of Example ${random.below(5_000)}`;
  return {
    corpusid: corpusId,
    externalids: {
      ACL: null,
      DBLP: random.chance(0.1) ? `journals/bench/X${number}` : null,
      ArXiv: random.chance(0.1) ? `2101.${String(number % 100_000).padStart(5, '0')}` : null,
      MAG: random.chance(0.7) ? String(2_000_000_000 + number) : null,
      CorpusId: String(corpusId),
      PubMed: random.chance(0.2) ? String(10_000_000 + (number % 20_000_000)) : null,
      DOI: random.chance(0.7) ? `10.5555/bench.${number}` : null,
      PubMedCentral: null,
    },
    url: `https://www.semanticscholar.org/paper/${hexadecimal(random)}`,
    title: inventedTitle(random),
    authors: inventedAuthors(random).map(({ number: person, given, family }) => ({
      authorId: String(10_000_000 + person),
      name: `${given} ${family}`,
    })),
    venue,
    publicationvenueid: random.chance(0.5) ? uuid(random) : null,
    year,
    referencecount: random.below(60),
    citationcount: random.below(200),
    influentialcitationcount: random.below(9),
    isopenaccess: random.chance(0.3),
    s2fieldsofstudy: ['Computer Science', 'Physics'].map((category) => ({ category, source: 's2-fos-model' })),
    publicationtypes: random.chance(0.6) ? ['JournalArticle'] : null,
    publicationdate: random.chance(0.6) ? `${year}-0${random.between(1, 9)}-${random.between(10, 28)}` : null,
    journal: { name: venue, pages: '101-119', volume: String(random.below(90)) },
  };
}

/** Forty letters, as a SHA-1 is printed. */
function hexadecimal(random: Random): string {
  return Array.from({ length: 5 }, () =>
    random
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
}

function uuid(random: Random): string {
  return hexadecimal(random).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');
}
