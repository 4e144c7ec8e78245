/** The orders of an author's coauthors, once for every body of the network. */
import type { AuthorId, Order, OrderBy, SortValue } from '../model/index.ts';
import type { CoauthorOrderField, NetworkAuthor } from './network.ts';

/** What coauthors are sorted by. */
export interface CoauthorSummary {
  readonly coauthorId: AuthorId;
  readonly paperCount: number;
  readonly strength: number;
  readonly firstYear?: number | undefined;
  readonly lastYear?: number | undefined;
  readonly sortName: NetworkAuthor['sortName'];
}

/** Unknown years come last in both directions; equal values go by the coauthor's id. */
export function coauthorOrder({ field, direction }: OrderBy<CoauthorOrderField>): Order<CoauthorSummary> {
  const values: Record<CoauthorOrderField, (coauthor: CoauthorSummary) => readonly SortValue[]> = {
    PAPER_COUNT: ({ paperCount }) => [paperCount],
    STRENGTH: ({ strength }) => [strength],
    FIRST_YEAR: ({ firstYear }) => [firstYear ?? null],
    LAST_YEAR: ({ lastYear }) => [lastYear ?? null],
    NAME: ({ sortName }) => sortName,
  };
  const name = `coauthors by ${field} ${direction}`;
  return { name, direction, values: values[field], id: ({ coauthorId }) => coauthorId };
}
