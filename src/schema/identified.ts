/**
 * From an identifier, in any spelling and of any scheme, to the records that have it: at most one of each kind. One that
 * a source gave up for another leads to whoever has that now.
 */
import type { AuthorRecord, InstitutionRecord, VenueRecord } from '../corpus/index.ts';
import {
  givenUpIdOf,
  identifierText,
  isAuthorId,
  isInstitutionId,
  isPaperId,
  isVenueId,
  paperIdOf,
  possibleIdentifiers,
  recordKey,
  RequestError,
} from '../model/index.ts';
import type { Identifier, Paper } from '../model/index.ts';

import type { SchemaContext } from './context.ts';

export interface Identified {
  readonly author?: AuthorRecord | undefined;
  readonly paper?: Paper | undefined;
  readonly institution?: InstitutionRecord | undefined;
  readonly venue?: VenueRecord | undefined;
}

/**
 * Takes ids of this API too. Throws `INVALID_IDENTIFIER` for text that is neither.
 *
 * @param kind what is asked for; whatever there is when absent
 */
export async function identified(
  text: string,
  argument: string,
  context: SchemaContext,
  kind?: keyof Identified,
): Promise<Identified> {
  const { loaders } = context;
  const id = text.trim();
  if (isAuthorId(id)) return { author: await loaders.author.load(id) };
  if (isPaperId(id)) return { paper: await loaders.paper.load(id) };
  if (isInstitutionId(id)) return { institution: await loaders.institution.load(id) };
  if (isVenueId(id)) return { venue: await loaders.venue.load(id) };
  const possible = possibleIdentifiers(text);
  if ('invalid' in possible) throw invalidIdentifier(possible.invalid, argument, text);
  for (const identifier of possible) {
    const found = await withIdentifier(identifier, context);
    const all = kind === undefined ? Object.values(found) : [found[kind]];
    if (all.some((record) => record !== undefined)) return found;
  }
  return {};
}

export async function withIdentifier(identifier: Identifier, { view, loaders }: SchemaContext): Promise<Identified> {
  const found = await view.store.identified(identifier);
  if (Object.keys(found).length > 0) return found;
  const [author, paper] = await Promise.all([
    loaders.author.load(givenUpIdOf(identifierText(identifier))),
    loaders.paper.load(paperIdOf(recordKey(identifier.scheme.toLowerCase(), identifier.value))),
  ]);
  return { author, paper };
}

export function invalidIdentifier(message: string, argument: string, received: string): RequestError {
  return new RequestError('INVALID_IDENTIFIER', message, { argument, received });
}
