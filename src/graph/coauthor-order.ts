/** The orders of an author's coauthors, once for every body of the network. */
import type { Order, OrderBy, SortValue } from '../model/index.ts';
import type { CoauthorOrderField, CoauthorTie, NetworkAuthor } from './network.ts';

/** A tie with what its coauthor sorts by. */
export interface NamedTie {
  readonly tie: CoauthorTie;
  readonly sortName: NetworkAuthor['sortName'];
}

/** Unknown years come last in both directions; equal values go by the coauthor's id. */
export function coauthorOrder({ field, direction }: OrderBy<CoauthorOrderField>): Order<NamedTie> {
  const values: Record<CoauthorOrderField, (named: NamedTie) => readonly SortValue[]> = {
    PAPER_COUNT: ({ tie }) => [tie.collaboration.paperIds.length],
    STRENGTH: ({ tie }) => [tie.collaboration.strength],
    FIRST_YEAR: ({ tie }) => [tie.collaboration.firstYear ?? null],
    LAST_YEAR: ({ tie }) => [tie.collaboration.lastYear ?? null],
    NAME: ({ sortName }) => sortName,
  };
  const name = `coauthors by ${field} ${direction}`;
  return { name, direction, values: values[field], id: ({ tie }) => tie.coauthorId };
}
