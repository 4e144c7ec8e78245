/**
 * What tells one thing apart from others of its name, in a line. Of a person's papers only the newest few and the oldest
 * are read, so that a hint costs the same for somebody with three papers and with three thousand.
 */
import type { AuthorRecord, InstitutionRecord, VenueRecord } from '../corpus/index.ts';
import { compareText, counted, spanOf } from '../model/index.ts';
import type { Paper } from '../model/index.ts';

import { loadKnown } from './context.ts';
import type { SchemaContext } from './context.ts';
import type { ResourceShape } from './resource.ts';

const NEWEST_PAPERS = 20;

/** Null when nothing is known that could tell it apart. */
export async function resourceHint(record: ResourceShape, context: SchemaContext): Promise<string | null> {
  const parts = await partsOf(record, context);
  return parts.length === 0 ? null : parts.join(', ');
}

function partsOf(record: ResourceShape, context: SchemaContext): Promise<string[]> {
  if ('title' in record) return paperParts(record, context);
  if ('coauthorCount' in record) return authorParts(record, context);
  return Promise.resolve(otherParts(record));
}

async function authorParts(author: AuthorRecord, { view, loaders }: SchemaContext): Promise<string[]> {
  const papers = (size: number, direction: 'ASC' | 'DESC') =>
    view.store.papers.page(
      { scope: { author: author.id }, filter: {} },
      { field: 'PUBLISHED_ON', direction },
      { from: 'start', size },
    );
  const [newest, oldest] = await Promise.all([papers(NEWEST_PAPERS, 'DESC'), papers(1, 'ASC')]);
  const recent = newest.entries.map(({ item }) => item);
  const years = [...recent.slice(0, 1), ...oldest.entries.map(({ item }) => item)].flatMap(
    ({ date }) => date.year ?? [],
  );
  const place = mostFrequent(
    recent.flatMap((paper) => view.network.authorship(author.id, paper.id)?.institutionIds ?? []),
  );
  const venue = mostFrequent(recent.flatMap(({ venueId }) => venueId ?? []));
  return [
    counted(author.paperCount, 'paper'),
    ...spanOf(years),
    ...(place === undefined ? [] : [(await loadKnown(loaders.institution, place)).name]),
    ...(venue === undefined ? [] : [(await loadKnown(loaders.venue, venue)).name]),
  ];
}

async function paperParts(paper: Paper, { view, loaders }: SchemaContext): Promise<string[]> {
  const [first, ...others] = view.network.authorshipsOn(paper.id);
  const { year } = paper.date;
  return [
    ...(first === undefined
      ? []
      : [`${(await loadKnown(loaders.author, first.authorId)).name}${others.length === 0 ? '' : ' and others'}`]),
    ...(year === undefined ? [] : [String(year)]),
    ...(paper.venueId === undefined ? [] : [(await loadKnown(loaders.venue, paper.venueId)).name]),
  ];
}

function otherParts(record: InstitutionRecord | VenueRecord): string[] {
  const kind = 'type' in record ? kindOf(record) : (record.countryCode ?? []);
  return [kind, counted(record.paperCount, 'paper')].flat();
}

function kindOf({ type }: VenueRecord): string | [] {
  return type === 'OTHER' ? [] : type.toLowerCase();
}

// Of equally frequent ones the first by id.
function mostFrequent<T extends string>(ids: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || compareText(a, b))[0]?.[0];
}
