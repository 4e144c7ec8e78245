/**
 * A collaboration's id is its two authors, in id order, and its filter in its one form: a client's cache can never mix
 * the same two people seen through two filters.
 */
import { canonicalFilter, isAuthorId } from '../model/index.ts';
import type { AuthorId, CollaborationFilter } from '../model/index.ts';

const COLLABORATION_ID = /^C_([\w-]{24})([\w-]{24})(?:\.([\w-]+))?$/;
const NUMBERS = new Set(['fromYear', 'toYear', 'maxAuthorsPerPaper']);
const FLAGS = new Set(['excludeAmbiguousAuthors']);
const LISTS = new Set(['types', 'venues', 'categories', 'excludeAuthors', 'excludePapers']);

export interface CollaborationKey {
  readonly authors: readonly [AuthorId, AuthorId];
  readonly filter: CollaborationFilter;
}

export function collaborationId({ authors, filter }: CollaborationKey): string {
  const [one, other] = authors.map((id) => id.slice('A_'.length));
  const text = JSON.stringify(canonicalFilter(filter));
  return `C_${one}${other}${text === '{}' ? '' : `.${Buffer.from(text).toString('base64url')}`}`;
}

/** Reads such an id back; undefined for any other text. */
export function parseCollaborationId(id: string): CollaborationKey | undefined {
  const match = COLLABORATION_ID.exec(id);
  if (match === null) return undefined;
  const authors = [`A_${match[1]}`, `A_${match[2]}`] as const;
  const filter = match[3] === undefined ? {} : parsedFilter(match[3]);
  const [one, other] = authors;
  if (filter === undefined || !isAuthorId(one) || !isAuthorId(other)) return undefined;
  return { authors: [one, other], filter };
}

function parsedFilter(encoded: string): CollaborationFilter | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const isFilter = Object.entries(parsed).every(([field, value]: [string, unknown]) => {
      if (NUMBERS.has(field)) return typeof value === 'number';
      if (FLAGS.has(field)) return typeof value === 'boolean';
      return LISTS.has(field) && Array.isArray(value) && value.every((item) => typeof item === 'string');
    });
    return isFilter ? parsed : undefined;
  } catch {
    return undefined;
  }
}
