/** What the store works out once: records with their numbers, and which papers belong to whom. */
import type { Authorship, AuthorId, InstitutionId, Paper, PaperId, VenueId } from '../../model/index.ts';
import type { AuthorRecord, InstitutionRecord, StoreContent, VenueRecord } from '../record-store.ts';
import { appendTo, groupedBy } from '../../model/index.ts';
import { byId, inIdOrder } from './by-id.ts';

export interface Index {
  readonly authors: readonly AuthorRecord[];
  readonly papers: readonly Paper[];
  readonly institutions: readonly InstitutionRecord[];
  readonly venues: readonly VenueRecord[];
  readonly paperById: ReadonlyMap<string, Paper>;
  readonly authorshipsOfPaper: ReadonlyMap<PaperId, readonly Authorship[]>;
  readonly papersOfAuthor: ReadonlyMap<AuthorId, readonly Paper[]>;
  readonly papersOfInstitution: ReadonlyMap<InstitutionId, readonly Paper[]>;
  readonly papersOfVenue: ReadonlyMap<VenueId, readonly Paper[]>;
}

export function indexed(content: StoreContent): Index {
  const papers = inIdOrder(content.papers);
  const paperById = byId(papers);
  const authorshipsOfPaper = groupedBy(content.authorships, (authorship) => [authorship.paperId]);
  const papersOfAuthor = new Map<AuthorId, Paper[]>();
  for (const { authorId, paperId } of content.authorships) {
    const paper = paperById.get(paperId);
    if (paper !== undefined) appendTo(papersOfAuthor, authorId, paper);
  }
  const papersOfInstitution = groupedBy(papers, (paper) => paper.institutionIds);
  const papersOfVenue = groupedBy(papers, ({ venueId }) => (venueId === undefined ? [] : [venueId]));
  return {
    authors: inIdOrder(content.authors).map((author) => ({
      ...author,
      paperCount: papersOfAuthor.get(author.id)?.length ?? 0,
      coauthorCount: content.coauthorCounts.get(author.id) ?? 0,
    })),
    papers,
    institutions: inIdOrder(content.institutions).map((institution) => ({
      ...institution,
      paperCount: papersOfInstitution.get(institution.id)?.length ?? 0,
    })),
    venues: inIdOrder(content.venues).map((venue) => ({
      ...venue,
      paperCount: papersOfVenue.get(venue.id)?.length ?? 0,
    })),
    paperById,
    authorshipsOfPaper,
    papersOfAuthor,
    papersOfInstitution,
    papersOfVenue,
  };
}
