/**
 * Whom an argument of the command line means: an id, a name that fits one person, or an identifier in any spelling.
 * Several are a failure that lists them, never a guess.
 */
import type { AuthorRecord, CorpusView } from '../corpus/index.ts';
import { foldName, identifierText, isAuthorId, parseIdentifier, spanOf } from '../model/index.ts';

import { CommandFailure, counted, say } from './talk.ts';

const MOST_LISTED = 100;

/** Fails in one line for nobody, and in one a candidate for several. */
export async function authorArgument(text: string, { store, network }: CorpusView): Promise<AuthorRecord> {
  if (isAuthorId(text)) {
    const [author] = await store.authors.getMany([text]);
    if (author === undefined) throw new CommandFailure(`Unknown author "${text}": nobody in these files has that id.`);
    if (author.id !== text) say(`${text} is ${author.name} (${author.id}) now.`);
    return author;
  }
  const [named = []] = text.trim() === '' ? [] : await store.authorsNamed([foldName(text)]);
  const [first] = named;
  if (first !== undefined && named.length === 1) return first;
  if (named.length > 1) {
    const listed = named.slice(0, MOST_LISTED);
    const papers = await store.papers.getMany(
      listed.flatMap(({ id }) => network.authorshipsOf(id).map(({ paperId }) => paperId)),
    );
    const yearOf = new Map(
      papers.flatMap((paper) => (paper?.date.year === undefined ? [] : [[paper.id, paper.date.year]])),
    );
    const lines = listed.map((author) => {
      const years = network.authorshipsOf(author.id).flatMap(({ paperId }) => yearOf.get(paperId) ?? []);
      return `  ${author.id}  ${[author.name, counted(author.paperCount, 'paper'), ...spanOf(years), ...author.identifiers.map(identifierText)].join(', ')}`;
    });
    const more = named.length > listed.length ? [`  and ${named.length - listed.length} more`] : [];
    throw new CommandFailure(
      `"${text}" fits ${named.length} people: choose one by id.\n${[...lines, ...more].join('\n')}`,
    );
  }
  const identifier = parseIdentifier(text);
  if ('invalid' in identifier) {
    throw new CommandFailure(
      `Unknown author "${text}": nobody in these files has that name, and it is no id or identifier.`,
    );
  }
  const { author } = await store.identified(identifier);
  if (author === undefined)
    throw new CommandFailure(`Unknown author "${text}": nobody in these files has that identifier.`);
  return author;
}
