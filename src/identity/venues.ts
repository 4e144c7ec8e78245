/** Which printed venues are one, and what is known of each. */
import { compareText, identifierText, venueIdOf } from '../model/index.ts';
import type { Venue, VenueId, VenueMention } from '../model/index.ts';

import { namedSets } from './named-sets.ts';
import type { NamedMention } from './named-sets.ts';
import { byPreference } from './preferred.ts';

export interface Venues {
  /** In id order. */
  readonly venues: readonly Venue[];
  readonly aliases: ReadonlyMap<string, VenueId>;
  readonly venueOf: (mention: NamedMention) => VenueId;
}

export function resolveVenues(mentions: readonly VenueMention[]): Venues {
  const { sets, keyOf } = namedSets(mentions);
  const aliases = new Map<string, VenueId>();
  const venues = sets.map((set): Venue => {
    const id = venueIdOf(set.key);
    for (const key of set.keys) aliases.set(venueIdOf(key), id);
    const [type = 'OTHER'] = byPreference(set.mentions.flatMap((mention) => mention.type ?? []));
    const { name, nameVariants, identifiers } = set;
    return { id, name, nameVariants, type, identifiers };
  });
  venues.sort((a, b) => compareText(a.id, b.id));
  return { venues, aliases, venueOf: oncePerWording((mention) => venueIdOf(keyOf(mention))) };
}

// Papers by the thousand name one venue in the same words.
function oncePerWording(venueOf: Venues['venueOf']): Venues['venueOf'] {
  const known = new Map<string, VenueId>();
  return (mention) => {
    const { name, identifiers } = mention;
    const words = identifiers.length === 0 ? name : [name, ...identifiers.map(identifierText)].join('\n');
    let id = known.get(words);
    if (id === undefined) known.set(words, (id = venueOf(mention)));
    return id;
  };
}
