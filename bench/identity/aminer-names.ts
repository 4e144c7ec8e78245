/**
 * The 51 ambiguous names of AMiner's disambiguation set, read leniently: 30 of its files are no well-formed XML (bare
 * ampersands, undefined entities), so tags are found by their names alone. Every publication is read; the publications
 * are counted against the opening tags.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import anyAscii from 'any-ascii';

import type { PrintedPlace } from './told-authors.ts';

export interface AmbiguousName {
  /** The file's name, which is the name in question. */
  readonly name: string;
  readonly publications: readonly Publication[];
}

export interface Publication {
  readonly id: string;
  /** Which of the people of this name wrote it. */
  readonly label: string;
  readonly title: string;
  readonly year: string;
  readonly venue?: string;
  readonly authors: readonly string[];
  /** Where the ambiguous author stands among them, from 1. */
  readonly position: number;
  /** The ambiguous author's. */
  readonly organization?: string;
}

type Work = Readonly<Record<string, unknown>> & { readonly author: readonly object[] };

export function readAmbiguousNames(folder: string): AmbiguousName[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.xml'));
  return files.sort().map((file) => nameIn(file.slice(0, -4), readFileSync(join(folder, file), 'utf8')));
}

/** The publications as Crossref's works, one list. Publications of one id are one work. */
export function asCrossrefWorks(publications: readonly Publication[]): Work[] {
  const works = new Map<string, Work>();
  for (const publication of publications) {
    const { id, position, organization } = publication;
    const work = works.get(id) ?? workOf(publication);
    works.set(id, work);
    if (organization === undefined) continue;
    const author = work.author[position - 1];
    if (author !== undefined) Object.assign(author, { affiliation: [{ name: organization }] });
  }
  return [...works.values()];
}

/** A made DOI: 10.5555 is the prefix that means nobody. */
export function doiOf({ id }: Publication): string {
  return `10.5555/aminer.${id}`;
}

/** Where the ambiguous author is printed. */
export function placeOf({ authors, position }: Publication): PrintedPlace {
  return { position, name: authors[position - 1] ?? '' };
}

/** Everybody is one person: precision by itself, recall 1. */
export function allOne({ publications }: AmbiguousName): string[] {
  return publications.map(() => 'one');
}

/**
 * Publications that share a coauthor, directly or through others, are one person's. A coauthor is whoever is not printed
 * exactly as the name in question: "Richard Cole" is a coauthor of "R. Cole".
 */
export function sharedCoauthors({ name, publications }: AmbiguousName): string[] {
  const component = publications.map((_, at) => at);
  const find = (at: number): number => {
    const up = component[at] ?? at;
    return up === at ? at : find(up);
  };
  const firstWith = new Map<string, number>();
  for (const [at, { authors }] of publications.entries()) {
    for (const author of authors) {
      const key = author.toLowerCase();
      if (key === name.toLowerCase()) continue;
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, at);
      else component[find(at)] = find(first);
    }
  }
  return publications.map((_, at) => String(find(at)));
}

function nameIn(name: string, xml: string): AmbiguousName {
  const blocks = xml.match(/<publication>[\s\S]*?<\/publication>/g) ?? [];
  const promised = xml.split('<publication>').length - 1;
  if (blocks.length !== promised) throw new Error(`${name}: ${promised} publications begin, ${blocks.length} end.`);
  return { name, publications: blocks.map((block) => publicationIn(block, name)) };
}

function publicationIn(block: string, name: string): Publication {
  const field = (tag: string): string | undefined => {
    const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(block)?.[1]?.trim();
    return text === undefined || text === '' || text === 'null' ? undefined : unescaped(text);
  };
  const required = (tag: string): string => {
    const text = field(tag);
    if (text === undefined) throw new Error(`${name}: a publication without ${tag}: ${block}`);
    return text;
  };
  const authors = authorsIn(required('authors'));
  const venue = field('jconf');
  const organization = field('organization');
  return {
    id: required('id'),
    label: required('label'),
    title: required('title'),
    year: required('year'),
    authors,
    position: likeliest(name, authors),
    ...(venue === undefined ? {} : { venue }),
    ...(organization === undefined ? {} : { organization }),
  };
}

// "John Smith,Jr." is one author.
function authorsIn(list: string): string[] {
  const authors: string[] = [];
  for (const part of list.split(',').map((each) => each.trim())) {
    const last = authors.at(-1);
    if (last !== undefined && SUFFIX.test(part)) authors[authors.length - 1] = `${last}, ${part}`;
    else if (part !== '') authors.push(part);
  }
  return authors;
}

const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV)$/;

// The name itself, else the likeliest of its family ("R. Cole" is printed as "Richard Cole", "Yang Wang" as "Y. Wang").
function likeliest(name: string, authors: readonly string[]): number {
  const wanted = folded(name).split(' ');
  const likeness = authors.map((author) => likenessOf(wanted, folded(author.replace(/,.*/, '')).split(' ')));
  const best = Math.max(...likeness);
  if (best <= 0) throw new Error(`${name} is not among ${authors.join(', ')}.`);
  return likeness.indexOf(best) + 1;
}

function likenessOf(wanted: readonly string[], found: readonly string[]): number {
  if (wanted.join(' ') === found.join(' ')) return 4;
  if (wanted.at(-1) !== found.at(-1)) return 0;
  const [one = '', other = ''] = [wanted[0], found[0]];
  if (one === other) return 3;
  return one.startsWith(other) || other.startsWith(one) ? 2 : 0;
}

function workOf(publication: Publication): Work {
  const { title, year, venue, authors } = publication;
  return {
    DOI: doiOf(publication),
    type: 'journal-article',
    title: [escaped(title)],
    issued: { 'date-parts': [[Number(year)]] },
    ...(venue === undefined ? {} : { 'container-title': [escaped(venue)] }),
    author: authors.map((author, at) => ({ ...partsOf(author), sequence: at === 0 ? 'first' : 'additional' })),
    'reference-count': 0,
    'is-referenced-by-count': 0,
  };
}

function partsOf(author: string): object {
  const [name = '', suffix] = author.split(', ');
  const space = name.lastIndexOf(' ');
  const parts = space < 0 ? { family: name } : { given: name.slice(0, space), family: name.slice(space + 1) };
  return suffix === undefined ? parts : { ...parts, suffix };
}

function folded(name: string): string {
  return anyAscii(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  mdash: '—',
  ndash: '–',
};

function unescaped(text: string): string {
  return text.replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
