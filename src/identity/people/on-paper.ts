/** Who the names on the records of one paper are. */
import type { AuthorId, Mention, PaperRecord } from '../../model/index.ts';

import { foldedName } from '../name-match.ts';

import type { FoldedNames } from './names.ts';
import type { Places } from './places.ts';

/** One name on a record. */
export interface PersonOnPaper {
  readonly mention: Mention;
  /** Undefined for a person who is left out of the corpus by decision. */
  readonly authorId: AuthorId | undefined;
  /** Which of those who are left out it is. */
  readonly leftOut: number | undefined;
  /** What may be shown of the printed name: none where it is hidden by decision. */
  readonly shownNames: readonly string[];
  readonly foldedName: string;
}

/** The names of a record in the order of its list. */
export type PeopleOnPaper = (record: PaperRecord) => readonly PersonOnPaper[];

/** What is kept of who is who, by place: little, since all papers' people are kept until the last paper is merged. */
export interface WhoIsWho {
  readonly places: Places;
  readonly names: FoldedNames;
  readonly idAt: readonly (AuthorId | undefined)[];
  /** The persons who are left out, by number. */
  readonly leftOutAt: ReadonlyMap<number, number>;
  /** The folded names that the person there has hidden. */
  readonly hiddenAt: ReadonlyMap<number, ReadonlySet<string>>;
  /** By name, the list of it alone as it was printed last: a name is printed alike on most of its papers. */
  readonly lists: (readonly [string] | undefined)[];
}

/** Of each paper, by its place among the groups. */
export function peopleOnPapers(whoIsWho: WhoIsWho): (paper: number) => PeopleOnPaper {
  return (paper) => {
    const [from, to] = whoIsWho.places.on(paper);
    return whoIsWho.places.isAligned(paper) ? onSeveral(from, to, whoIsWho) : onOne(from, whoIsWho);
  };
}

// The places of a paper are the names on its only record.
function onOne(from: number, whoIsWho: WhoIsWho): PeopleOnPaper {
  let people: readonly PersonOnPaper[] | undefined;
  return ({ authors }) =>
    (people ??= authors.map((mention, at) => person(mention, from + at, whoIsWho.names.at(from + at), whoIsWho)));
}

function onSeveral(from: number, to: number, whoIsWho: WhoIsWho): PeopleOnPaper {
  const nodeOf = new Map<Mention, number>();
  for (let node = from; node < to; node++)
    for (const { mention } of whoIsWho.places.at(node)) nodeOf.set(mention, node);
  const known = new Map<PaperRecord, readonly PersonOnPaper[]>();
  return (record) => {
    const people =
      known.get(record) ??
      record.authors.map((mention) => person(mention, nodeOf.get(mention) ?? -1, foldedName(mention.name), whoIsWho));
    known.set(record, people);
    return people;
  };
}

function person(mention: Mention, node: number, folded: string, whoIsWho: WhoIsWho): PersonOnPaper {
  const isHidden = whoIsWho.hiddenAt.get(node)?.has(folded) === true;
  const shownNames = isHidden ? NO_NAMES : alone(mention.name, whoIsWho.names.firstAt(node), whoIsWho);
  const leftOut = whoIsWho.leftOutAt.get(node);
  return { mention, authorId: whoIsWho.idAt[node], leftOut, shownNames, foldedName: folded };
}

function alone(printed: string, name: number, { lists }: WhoIsWho): readonly [string] {
  const known = lists[name];
  return known?.[0] === printed ? known : (lists[name] = [printed]);
}

const NO_NAMES: readonly string[] = [];
