/**
 * A view's papers as records again, for the formats that are written: each paper once, whatever number of sources tell
 * it, with its authors as printed. Oldest first, so that two exports of growing corpora differ at their ends.
 */
import { compareText, pageRequest } from '../model/index.ts';
import type { Authorship, Mention, Paper, PaperRecord, VenueMention } from '../model/index.ts';
import type { AuthorRecord, InstitutionRecord, VenueRecord } from '../store/index.ts';

import type { CorpusView } from './view.ts';

const PAGE = 100;

/** Every paper, in order of date, a page of the store at a time. */
export async function* exportedPapers(view: CorpusView): AsyncIterable<PaperRecord> {
  let after: string | undefined;
  for (;;) {
    const asked = pageRequest({ first: PAGE, ...(after === undefined ? {} : { after }) });
    const page = await view.store.papers.page({ filter: {} }, { field: 'PUBLISHED_ON', direction: 'ASC' }, asked);
    yield* await recordsOf(
      page.entries.map(({ item }) => item),
      view,
    );
    after = page.entries.at(-1)?.cursor;
    if (!page.hasNextPage || after === undefined) return;
  }
}

async function recordsOf(papers: readonly Paper[], { store, network }: CorpusView): Promise<PaperRecord[]> {
  const authorships = papers.map((paper) => network.authorshipsOn(paper.id));
  const all = authorships.flat();
  const [authors, institutions, venues] = await Promise.all([
    store.authors.getMany(all.map(({ authorId }) => authorId)),
    store.institutions.getMany(all.flatMap(({ institutionIds }) => institutionIds)),
    store.venues.getMany(papers.flatMap(({ venueId }) => venueId ?? [])),
  ]);
  const known = { authors: byId(authors), institutions: byId(institutions), venues: byId(venues) };
  return papers.map((paper, at) => recordOf(paper, authorships[at] ?? [], known));
}

interface Known {
  readonly authors: ReadonlyMap<string, AuthorRecord>;
  readonly institutions: ReadonlyMap<string, InstitutionRecord>;
  readonly venues: ReadonlyMap<string, VenueRecord>;
}

function recordOf(paper: Paper, authorships: readonly Authorship[], known: Known): PaperRecord {
  const [first] = [...paper.sources].sort((a, b) => compareText(a.recordKey, b.recordKey));
  if (first === undefined) throw new Error(`The paper ${paper.id} has no source.`);
  const venue = paper.venueId === undefined ? undefined : known.venues.get(paper.venueId);
  return {
    kind: 'paper',
    key: first.recordKey,
    catalogue: first.recordKey.slice(0, first.recordKey.indexOf(':')),
    title: paper.title,
    type: paper.type,
    ...(paper.abstract === undefined ? {} : { abstract: paper.abstract }),
    date: paper.date,
    isYearInferred: paper.isYearInferred,
    categories: paper.categories,
    identifiers: paper.identifiers,
    authors: authorships.map((authorship) => mentionOf(authorship, known)),
    // Somebody who is left out is missing from the list that is written.
    isAuthorListComplete: paper.isAuthorListComplete && paper.withheldPositions.length === 0,
    ...(paper.authorCount === undefined ? {} : { authorCount: paper.authorCount }),
    groupAuthors: paper.groupAuthors,
    institutions: [],
    ...(venue === undefined ? {} : { venue: venueMention(venue) }),
    ...(paper.citationCount === undefined ? {} : { citationCount: paper.citationCount }),
    ...(paper.isRetracted ? { isRetracted: true } : {}),
  };
}

function mentionOf({ authorId, position, rawNames, institutionIds }: Authorship, known: Known): Mention {
  const author = known.authors.get(authorId);
  if (author === undefined) throw new Error(`The network names ${authorId}, but the store does not have it.`);
  const affiliations = institutionIds.flatMap((id) => known.institutions.get(id) ?? []);
  return {
    ...(position === undefined ? {} : { position }),
    name: rawNames[0] ?? author.name,
    identifiers: author.identifiers,
    ...(affiliations.length === 0
      ? {}
      : {
          affiliations: affiliations.map(({ name, identifiers, countryCode }) => ({
            name,
            identifiers,
            ...(countryCode === undefined ? {} : { countryCode }),
          })),
        }),
  };
}

function venueMention({ name, type, identifiers }: VenueRecord): VenueMention {
  return { name, type, identifiers };
}

function byId<T extends { readonly id: string }>(records: readonly (T | undefined)[]): ReadonlyMap<string, T> {
  return new Map(records.flatMap((record) => (record === undefined ? [] : [[record.id, record] as const])));
}
