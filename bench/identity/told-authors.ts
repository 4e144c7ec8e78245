/** Whom a resolver took the printed names for: per paper, its authors with their places, found again by place and name. */

/** One author of one paper, as GraphQL tells it on an edge of `Paper.authors`. */
export interface ToldAuthor {
  readonly authorId: string;
  /** From 1; absent when not printed. */
  readonly position?: number;
  /** As the paper prints it. Where two mentions of one paper were joined, one edge stands for both. */
  readonly rawNames: readonly string[];
}

/** Where a name was printed. */
export interface PrintedPlace {
  /** From 1. */
  readonly position: number;
  readonly name: string;
}

/**
 * Who stands at a place. Two mentions of one paper that were taken for one person share the place of the first: the
 * second is found by its name, and where it was printed in other words, by the words they share. Undefined when nobody fits.
 */
export function authorAt(authors: readonly ToldAuthor[], { position, name }: PrintedPlace): string | undefined {
  const wanted = plain(name);
  const isNamed = ({ rawNames }: ToldAuthor): boolean => rawNames.some((raw) => plain(raw) === wanted);
  const here = authors.find((author) => author.position === position);
  if (here !== undefined && isNamed(here)) return here.authorId;
  return (authors.find(isNamed) ?? here ?? likest(authors, wanted))?.authorId;
}

/** Each mention's author; who is not found is nobody else's: a label of its own. */
export function labelsOf<Mention extends PrintedPlace>(
  mentions: readonly Mention[],
  authorsOf: (mention: Mention) => readonly ToldAuthor[] | undefined,
): { readonly labels: string[]; readonly lost: readonly Mention[] } {
  const lost: Mention[] = [];
  const labels = mentions.map((mention, at) => {
    const author = authorAt(authorsOf(mention) ?? [], mention);
    if (author === undefined) lost.push(mention);
    return author ?? `lost ${at}`;
  });
  return { labels, lost };
}

function plain(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

// "Héctor Allende-Cid" where the edge says "Héctor Allende": the author with most words in common.
function likest(authors: readonly ToldAuthor[], name: string): ToldAuthor | undefined {
  const wanted = wordsOf(name);
  const shared = ({ rawNames }: ToldAuthor): number =>
    Math.max(0, ...rawNames.map((raw) => [...wordsOf(plain(raw))].filter((word) => wanted.has(word)).length));
  const [best] = authors.toSorted((a, b) => shared(b) - shared(a));
  return best !== undefined && shared(best) > 0 ? best : undefined;
}

function wordsOf(name: string): Set<string> {
  return new Set(name.toLowerCase().split(/[\s-]+/));
}
