/** The orders of authors, papers, institutions and authorships, once for every engine. */
import type { Authorship, Author, Institution, Paper, Venue } from '../entity.ts';
import { foldText, nameSortKey } from '../name.ts';
import type { Direction, Order, SortValue } from './page.ts';

export type PaperOrderField = 'PUBLISHED_ON' | 'TITLE' | 'CITATION_COUNT' | 'AUTHOR_COUNT';
export type AuthorOrderField = 'NAME' | 'PAPER_COUNT' | 'COAUTHOR_COUNT';
export type InstitutionOrderField = 'NAME' | 'PAPER_COUNT';
export type VenueOrderField = 'NAME' | 'PAPER_COUNT';

/** What a list is asked to sort by. */
export interface OrderBy<Field extends string> {
  readonly field: Field;
  readonly direction: Direction;
}

/** Numbers that only the network knows but lists sort by; the corpus computes them with each version. */
export interface AuthorCounts {
  readonly paperCount: number;
  readonly coauthorCount: number;
}

export function paperOrder({ field, direction }: OrderBy<PaperOrderField>): Order<Paper> {
  const values: Record<PaperOrderField, (paper: Paper) => readonly SortValue[]> = {
    // A missing month or day stands before every present one of the same year or month; undated papers come last.
    PUBLISHED_ON: ({ date }) => [date.year ?? null, date.month ?? 0, date.day ?? 0],
    TITLE: (paper) => [foldText(paper.title)],
    CITATION_COUNT: (paper) => [paper.citationCount ?? null],
    AUTHOR_COUNT: (paper) => [paper.authorCount ?? null],
  };
  return { name: `papers by ${field} ${direction}`, direction, values: values[field], id: (paper) => paper.id };
}

export function authorOrder({ field, direction }: OrderBy<AuthorOrderField>): Order<Author & AuthorCounts> {
  const values: Record<AuthorOrderField, (author: Author & AuthorCounts) => readonly SortValue[]> = {
    NAME: (author) => nameSortKey(author.name),
    PAPER_COUNT: (author) => [author.paperCount],
    COAUTHOR_COUNT: (author) => [author.coauthorCount],
  };
  return { name: `authors by ${field} ${direction}`, direction, values: values[field], id: (author) => author.id };
}

export function institutionOrder({
  field,
  direction,
}: OrderBy<InstitutionOrderField>): Order<Institution & { readonly paperCount: number }> {
  return {
    name: `institutions by ${field} ${direction}`,
    direction,
    values: (institution) => (field === 'NAME' ? [foldText(institution.name)] : [institution.paperCount]),
    id: (institution) => institution.id,
  };
}

export function venueOrder({
  field,
  direction,
}: OrderBy<VenueOrderField>): Order<Venue & { readonly paperCount: number }> {
  return {
    name: `venues by ${field} ${direction}`,
    direction,
    values: (venue) => (field === 'NAME' ? [foldText(venue.name)] : [venue.paperCount]),
    id: (venue) => venue.id,
  };
}

/** The authors of one paper: as printed, then those who are not printed. */
export const authorListOrder: Order<Authorship> = {
  name: 'authors of a paper',
  direction: 'ASC',
  values: (authorship) => [authorship.position ?? null],
  id: (authorship) => authorship.authorId,
};
