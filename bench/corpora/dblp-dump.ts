/**
 * The dblp dump: every paper, then a home page for everybody. People of one name are told apart by a number behind it,
 * here all of them; letters beyond ASCII are named entities.
 */
import type { MadePeople } from './made-people.ts';
import type { MadeRecord, RecordFormat } from './made-records.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  á: 'aacute',
  é: 'eacute',
  í: 'iacute',
  ö: 'ouml',
  ü: 'uuml',
  '&': 'amp',
  '<': 'lt',
};

export const dblpDump: RecordFormat = {
  extension: 'xml',
  begin: (people) => {
    const numbers = homonymNumbers(people);
    const named = (number: number): string => {
      const own = numbers[number] ?? 0;
      const name = escaped(people.person(number).name);
      return own === 0 ? name : `${name} ${String(own).padStart(4, '0')}`;
    };
    return {
      head: '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n',
      record: (record) => publication(record, named),
      foot: function* () {
        for (let number = 0; number < people.count; number++) yield homePage(number, named, people);
        yield '</dblp>\n';
      },
    };
  },
};

/** Person → 1, 2, 3 … among those who bear the name; 0 for who is the only one. */
function homonymNumbers(people: MadePeople): Uint16Array {
  const numbers = new Uint16Array(people.count);
  const bearers = new Map<string, { readonly first: number; count: number }>();
  for (let number = 0; number < people.count; number++) {
    const { name } = people.person(number);
    const known = bearers.get(name);
    if (known === undefined) bearers.set(name, { first: number, count: 1 });
    else {
      numbers[known.first] = 1;
      numbers[number] = ++known.count;
    }
  }
  return numbers;
}

function publication(
  { number, title, year, authors, venue, doi }: MadeRecord,
  named: (number: number) => string,
): string {
  const element = venue.isJournal ? 'article' : 'inproceedings';
  const key = `${venue.isJournal ? 'journals' : 'conf'}/made${venue.number}/${number}`;
  const place = venue.isJournal
    ? `<volume>${1 + (number % 60)}</volume>\n<journal>${venue.name}</journal>\n`
    : `<booktitle>${venue.name}</booktitle>\n`;
  return [
    `<${element} mdate="2024-05-17" key="${key}">\n`,
    ...authors.map((author) => `<author>${named(author.number)}</author>\n`),
    `<title>${escaped(title)}.</title>\n<pages>${number % 900}-${(number % 900) + 11}</pages>\n<year>${year}</year>\n`,
    `${place}<ee>https://doi.org/${doi}</ee>\n<url>db/${key}.html</url>\n</${element}>\n`,
  ].join('');
}

function homePage(number: number, named: (number: number) => string, people: MadePeople): string {
  const { orcid } = people.person(number);
  const url = orcid === undefined ? '' : `<url>https://orcid.org/${orcid}</url>\n`;
  const key = `homepages/${number % 300}/${number}`;
  return `<www mdate="2024-05-17" key="${key}">\n<author>${named(number)}</author>\n<title>Home Page</title>\n${url}</www>\n`;
}

function escaped(text: string): string {
  return text.replaceAll(/[^\0-\x7f]|[&<]/g, (letter) => {
    const name = ENTITIES[letter];
    return name === undefined ? `&#${letter.codePointAt(0)};` : `&${name};`;
  });
}
