/**
 * Every printed author of the ACL Anthology and who that is by the Anthology's own rules, worked out from its files
 * without any of our readers: the `id` that the XML gives, else the person of `name_variants.yaml` who has the name, else
 * the slug of the name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import anyAscii from 'any-ascii';
import { SaxesParser } from 'saxes';
import { parse } from 'yaml';

export interface AclMention {
  /** The Anthology's id of the paper: `P19-1001`. */
  readonly paper: string;
  /** From 1. */
  readonly position: number;
  readonly name: string;
  /** First and last name apart, as the Anthology compares names. */
  readonly parts: string;
  readonly person: string;
}

export interface AclCorpus {
  readonly papers: readonly string[];
  readonly mentions: readonly AclMention[];
}

interface Name {
  readonly first?: string;
  readonly last: string;
}

interface Person {
  readonly canonical: Name;
  readonly id?: string;
  readonly variants?: readonly Name[];
}

export function readAclMentions(folder: string): AclCorpus {
  const personOf = peopleByName(readFileSync(join(folder, 'name_variants.yaml'), 'utf8'));
  const papers: string[] = [];
  const mentions: AclMention[] = [];
  for (const file of readdirSync(join(folder, 'xml')).sort()) {
    if (!file.endsWith('.xml')) continue;
    readCollection(readFileSync(join(folder, 'xml', file), 'utf8'), {
      paper: (id) => papers.push(id),
      author: (paper, position, { id, first, last }) => {
        const name = { first, last };
        mentions.push({ paper, position, name: printed(name), parts: pairOf(name), person: id ?? personOf(name) });
      },
    });
  }
  return { papers, mentions };
}

/** As the Anthology makes slugs: python-slugify over unidecode. */
export function slugOf(name: string): string {
  const ascii = anyAscii(name.replaceAll("'", '-').normalize('NFKD').replaceAll(/\p{M}/gu, ''));
  return ascii
    .toLowerCase()
    .replaceAll("'", '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

// A name that several people have is nobody's without an id; then the first who claims it is meant.
function peopleByName(yaml: string): (name: Name) => string {
  const people = parse(yaml) as readonly Person[]; // the file's documented shape; the counts below prove it
  const byName = new Map<string, string>();
  for (const { canonical, id, variants = [] } of people) {
    const person = id ?? slugOf(printed(canonical));
    for (const name of [canonical, ...variants]) {
      if (!byName.has(pairOf(name))) byName.set(pairOf(name), person);
    }
  }
  return (name) => byName.get(pairOf(name)) ?? slugOf(printed(name));
}

function printed({ first, last }: Name): string {
  return [first, last].filter(Boolean).join(' ');
}

function pairOf({ first = '', last }: Name): string {
  return `${last}, ${first}`;
}

interface FoundAuthor {
  readonly id?: string;
  readonly first: string;
  readonly last: string;
}

interface Found {
  readonly paper: (id: string) => void;
  readonly author: (paper: string, position: number, author: FoundAuthor) => void;
}

function readCollection(xml: string, found: Found): void {
  const parser = new SaxesParser();
  const path: string[] = [];
  let [collection, volume, paper, position] = ['', '', '', 0];
  let author: { id?: string; first: string; last: string } | undefined;
  parser.on('opentag', ({ name, attributes }) => {
    const id = attributes['id'];
    if (name === 'collection') collection = id ?? '';
    if (name === 'volume') volume = id ?? '';
    if (name === 'paper') {
      paper = anthologyId(collection, volume, id ?? '');
      position = 0;
      found.paper(paper);
    }
    if (name === 'author') author = { ...(id === undefined ? {} : { id }), first: '', last: '' };
    path.push(name);
  });
  parser.on('text', (text) => {
    const [above, here] = path.slice(-2);
    if (author !== undefined && above === 'author' && (here === 'first' || here === 'last')) author[here] += text;
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    if (name !== 'author' || author === undefined) return;
    const [first, last] = [oneLine(author.first), oneLine(author.last)];
    if (`${first}${last}` !== '') found.author(paper, ++position, { ...author, first, last });
    author = undefined;
  });
  parser.write(xml).close();
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

// `2020.acl-main.1` since 2020; before, four digits for volume and paper: 1 + 3, for workshops and two oddities 2 + 2.
function anthologyId(collection: string, volume: string, paper: string): string {
  if (!/^[A-Z]\d\d$/.test(collection)) return `${collection}-${volume}.${paper}`;
  const isWide = collection.startsWith('W') || collection === 'C69' || (collection === 'D19' && Number(volume) >= 5);
  const digits = isWide ? 2 : 1;
  return `${collection}-${volume.padStart(digits, '0')}${paper.padStart(4 - digits, '0')}`;
}
