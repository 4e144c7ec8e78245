/**
 * What differs between who is who before a decision and after it.
 *
 * Ids alone do not tell which paper changes hands: an author's id is the address of one mention, and a split may leave it
 * with either part. So the authors before are matched with those after, one to one, those with the most papers in
 * common first; a paper changes hands when its author is not matched with the one it has afterwards.
 */
import type { Resolution } from '../identity/index.ts';
import { appendTo, compareText, identifierText } from '../model/index.ts';
import type { Author, AuthorId, Identifier, PaperId } from '../model/index.ts';

/** An author on one side of a decision. */
export interface ChangedAuthor {
  readonly id: AuthorId;
  readonly name: string;
  readonly nameVariants: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly paperCount: number;
  readonly coauthorCount: number;
}

/** A paper whose author is another one afterwards. */
export interface MovedPaper {
  readonly id: PaperId;
  readonly title: string;
  /** Absent where nobody in the corpus had the authorship: it was withheld. */
  readonly from?: AuthorId;
  /** Absent where nobody has the authorship any more: it is withheld. */
  readonly to?: AuthorId;
}

export interface DecisionChanges {
  /** The authors that are other ones afterwards, or not there, as they are now; in id order. */
  readonly before: readonly ChangedAuthor[];
  /** The same, and those that are new, as they would be. */
  readonly after: readonly ChangedAuthor[];
  /** In order of title. */
  readonly moved: readonly MovedPaper[];
}

export function changesBetween(before: Resolution, after: Resolution): DecisionChanges {
  const [then, now] = [ties(before), ties(after)];
  const was = new Map(before.authors.map((author) => [author.id, author]));
  const is = new Map(after.authors.map((author) => [author.id, author]));
  const touched = new Set(
    [...was.keys(), ...is.keys()].filter((id) => words(was.get(id), then) !== words(is.get(id), now)),
  );
  const titles = new Map([...before.papers, ...after.papers].map(({ id, title }) => [id, title]));
  return {
    before: before.authors.filter(({ id }) => touched.has(id)).map((author) => changed(author, then)),
    after: after.authors.filter(({ id }) => touched.has(id)).map((author) => changed(author, now)),
    moved: changingHands(flows(touched, then, now, after.aliases))
      .map((flow) => ({ ...flow, title: titles.get(flow.id) ?? flow.id }))
      .sort(
        (a, b) =>
          compareText(a.title, b.title) ||
          compareText(a.id, b.id) ||
          compareText(a.from ?? '', b.from ?? '') ||
          compareText(a.to ?? '', b.to ?? ''),
      ),
  };
}

interface Ties {
  readonly papersOf: ReadonlyMap<AuthorId, readonly PaperId[]>;
  readonly authorsOn: ReadonlyMap<PaperId, ReadonlySet<AuthorId>>;
}

// Authorships come in order of paper, so each author's papers do too.
function ties({ authorships }: Resolution): Ties {
  const papersOf = new Map<AuthorId, PaperId[]>();
  const authorsOn = new Map<PaperId, Set<AuthorId>>();
  for (const { authorId, paperId } of authorships) {
    appendTo(papersOf, authorId, paperId);
    const authors = authorsOn.get(paperId);
    if (authors === undefined) authorsOn.set(paperId, new Set([authorId]));
    else authors.add(authorId);
  }
  return { papersOf, authorsOn };
}

function words(author: Author | undefined, { papersOf }: Ties): string {
  if (author === undefined) return '';
  const { id, name, nameVariants, identifiers } = author;
  return JSON.stringify([name, nameVariants, identifiers.map(identifierText), papersOf.get(id) ?? []]);
}

function changed({ id, name, nameVariants, identifiers }: Author, { papersOf, authorsOn }: Ties): ChangedAuthor {
  const papers = papersOf.get(id) ?? [];
  const coauthors = new Set(papers.flatMap((paper) => [...(authorsOn.get(paper) ?? [])]));
  coauthors.delete(id);
  return { id, name, nameVariants, identifiers, paperCount: papers.length, coauthorCount: coauthors.size };
}

type Flow = Omit<MovedPaper, 'title'>;

/** Each authorship of the authors touched: whose it was and whose it will be. */
function flows(
  touched: ReadonlySet<AuthorId>,
  then: Ties,
  now: Ties,
  aliases: ReadonlyMap<string, string>,
): readonly Flow[] {
  const papers = new Set(
    [...touched].flatMap((author) => [...(then.papersOf.get(author) ?? []), ...(now.papersOf.get(author) ?? [])]),
  );
  const found: Flow[] = [];
  for (const id of papers) {
    const had = then.authorsOn.get(id) ?? new Set();
    const has = now.authorsOn.get(id) ?? new Set();
    const gained = new Set([...has].filter((author) => !had.has(author)));
    for (const from of had) {
      // What is gone went to whoever has the author's id now, else to whoever is new on the paper, else to nobody.
      const to = has.has(from) ? from : ([...has].find((author) => author === aliases.get(from)) ?? [...gained][0]);
      if (to !== undefined) gained.delete(to);
      if (touched.has(from)) found.push({ id, from, ...(to === undefined ? {} : { to }) });
    }
    for (const to of gained) found.push({ id, to });
  }
  return found;
}

function changingHands(all: readonly Flow[]): readonly Flow[] {
  const common = new Map<string, { readonly from: AuthorId; readonly to: AuthorId; count: number }>();
  const pairOf = ({ from, to }: Flow): string => `${from} ${to}`;
  for (const flow of all) {
    const { from, to } = flow;
    if (from === undefined || to === undefined) continue;
    const pair = common.get(pairOf(flow));
    if (pair === undefined) common.set(pairOf(flow), { from, to, count: 1 });
    else pair.count++;
  }
  const matched = new Set<string>();
  const [taken, given] = [new Set<AuthorId>(), new Set<AuthorId>()];
  const byCount = [...common].sort(
    ([textA, a], [textB, b]) =>
      b.count - a.count || Number(b.from === b.to) - Number(a.from === a.to) || compareText(textA, textB),
  );
  for (const [text, { from, to }] of byCount) {
    if (taken.has(from) || given.has(to)) continue;
    taken.add(from);
    given.add(to);
    matched.add(text);
  }
  return all.filter((flow) => !matched.has(pairOf(flow)));
}
