/**
 * What every resolver of one request shares: one view of the corpus, loaders over its store that gather the ids of one
 * tick into one batch, and how far the request may go.
 */
import DataLoader from 'dataloader';

import type {
  AuthorRecord,
  CorpusView,
  InstitutionRecord,
  RecordStore,
  VenueRecord,
  WalkLimits,
} from '../corpus/index.ts';
import type { Paper, Source } from '../model/index.ts';

import type { Price } from './cost/price.ts';

export interface SchemaContext extends RequestBounds {
  readonly view: CorpusView;
  readonly loaders: Loaders;
  /** Of the document; set before it runs. */
  price?: Price;
}

/** How far a request may go. */
export interface RequestBounds {
  /** Of each walk over the whole network: a path, distances. */
  readonly walkLimits: WalkLimits;
  /** Points that the document may cost. */
  readonly maxCost: number;
  /** Throws when the request’s time is over: before each page and count, as one may take long and none can be broken off. */
  readonly checkTime: () => void;
}

const UNBOUNDED: RequestBounds = { walkLimits: {}, maxCost: Infinity, checkTime: () => undefined };

export interface Loaders {
  readonly author: DataLoader<string, AuthorRecord | undefined>;
  /** By folded name. */
  readonly authorsNamed: DataLoader<string, readonly AuthorRecord[]>;
  readonly paper: DataLoader<string, Paper | undefined>;
  readonly institution: DataLoader<string, InstitutionRecord | undefined>;
  readonly venue: DataLoader<string, VenueRecord | undefined>;
  readonly source: DataLoader<string, Source | undefined>;
  readonly sourceNamed: DataLoader<string, Source | undefined>;
}

/** A request's context; made once per request, so that nothing leaks from one to the next. */
export function createContext(view: CorpusView, bounds: RequestBounds = UNBOUNDED): SchemaContext {
  return { view, loaders: createLoaders(view.store), ...bounds };
}

/** Loads a record that must be there: the network and the store are one version, so a miss is our mistake. */
export async function loadKnown<T>(loader: DataLoader<string, T | undefined>, id: string): Promise<T> {
  const found = await loader.load(id);
  if (found === undefined) throw new Error(`The network names ${id}, but the store does not have it.`);
  return found;
}

function createLoaders(store: RecordStore): Loaders {
  return {
    author: new DataLoader((ids) => store.authors.getMany(ids)),
    authorsNamed: new DataLoader((names) => store.authorsNamed(names)),
    paper: new DataLoader((ids) => store.papers.getMany(ids)),
    institution: new DataLoader((ids) => store.institutions.getMany(ids)),
    venue: new DataLoader((ids) => store.venues.getMany(ids)),
    source: new DataLoader((ids) => store.getSources(ids)),
    sourceNamed: new DataLoader(async (names) => {
      const byName = new Map((await store.sources()).map((source) => [source.name, source]));
      return names.map((name) => byName.get(name));
    }),
  };
}
