/** The dblp dump: publications and, for one record in four, a home page. Letters beyond ASCII are named entities. */
import type { Random } from '../../random.ts';
import type { CorpusKind } from './corpus.ts';
import { inventedAuthors, inventedPerson, inventedTitle } from './invented.ts';
import type { InventedPerson } from './invented.ts';

// The letters of the invented names that Latin-1 holds; the others are written by number, as dblp does.
const ENTITIES: Readonly<Record<string, string>> = {
  ü: 'uuml',
  ö: 'ouml',
  é: 'eacute',
  á: 'aacute',
  í: 'iacute',
  ø: 'oslash',
  Ø: 'Oslash',
  É: 'Eacute',
  ë: 'euml',
  ß: 'szlig',
  '&': 'amp',
  '<': 'lt',
};

export const dblpDump: CorpusKind = {
  format: 'dblp',
  extension: 'xml',
  head: '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n',
  foot: '</dblp>\n',
  record: (random, number) => (number % 4 === 0 ? homePage(number) : publication(random, number)),
};

function publication(random: Random, number: number): string {
  const isArticle = random.chance(0.5);
  const element = isArticle ? 'article' : 'inproceedings';
  const key = isArticle ? `journals/bench/${number}` : `conf/bench/${number}`;
  const year = random.between(1980, 2024);
  const place = isArticle
    ? `<volume>${random.between(1, 60)}</volume>\n<journal>J. Example ${random.below(2_000)}</journal>\n`
    : `<booktitle>EXAMPLE ${random.below(2_000)}</booktitle>\n<crossref>conf/bench/${year}</crossref>\n`;
  return [
    `<${element} mdate="2024-0${random.between(1, 9)}-1${random.below(9)}" key="${key}">\n`,
    ...inventedAuthors(random).map(author),
    `<title>${escaped(inventedTitle(random))}${random.chance(0.03) ? ' in <i>n</i><sup>2</sup>' : ''}.</title>\n`,
    `<pages>${number % 900}-${(number % 900) + 11}</pages>\n<year>${year}</year>\n`,
    place,
    `<ee>https://doi.org/10.5555/BENCH.${number}</ee>\n<url>db/${key}.html#${number}</url>\n</${element}>\n`,
  ].join('');
}

function author(person: InventedPerson): string {
  const orcid = person.orcid === undefined || person.number % 4 !== 0 ? '' : ` orcid="${person.orcid}"`;
  return `<author${orcid}>${escaped(nameOf(person))}</author>\n`;
}

function homePage(number: number): string {
  const person = inventedPerson(number / 4);
  const url = person.orcid === undefined ? '' : `<url>https://orcid.org/${person.orcid}</url>\n`;
  const note = number % 5 === 0 ? '<note type="affiliation">University of Example</note>\n' : '';
  return `<www mdate="2020-05-05" key="homepages/b/${number}">\n<author>${escaped(nameOf(person))}</author>\n<title>Home Page</title>\n${url}${note}</www>\n`;
}

function nameOf({ number, given, family }: InventedPerson): string {
  return `${given} ${family}${number % 8 === 0 ? ` ${String(number % 300).padStart(4, '0')}` : ''}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[^\0-\x7f]|[&<]/g, (letter) => {
    const name = ENTITIES[letter];
    return name === undefined ? `&#${letter.codePointAt(0)};` : `&${name};`;
  });
}
