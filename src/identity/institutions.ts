/** Which printed institutions are one, and what is known of each. */
import { compareText, institutionIdOf } from '../model/index.ts';
import type { Institution, InstitutionId, InstitutionMention } from '../model/index.ts';

import { namedSets } from './named-sets.ts';
import type { NamedMention } from './named-sets.ts';
import { byPreference } from './preferred.ts';

export interface Institutions {
  /** In id order. */
  readonly institutions: readonly Institution[];
  readonly aliases: ReadonlyMap<string, InstitutionId>;
  readonly institutionOf: (mention: NamedMention) => InstitutionId;
}

export function resolveInstitutions(mentions: readonly InstitutionMention[]): Institutions {
  const { sets, keyOf } = namedSets(mentions);
  const aliases = new Map<string, InstitutionId>();
  const institutions = sets.map((set): Institution => {
    const id = institutionIdOf(set.key);
    for (const key of set.keys) aliases.set(institutionIdOf(key), id);
    const [countryCode] = byPreference(set.mentions.flatMap((mention) => mention.countryCode ?? []));
    const { name, nameVariants, identifiers } = set;
    return { id, name, nameVariants, identifiers, ...(countryCode === undefined ? {} : { countryCode }) };
  });
  institutions.sort((a, b) => compareText(a.id, b.id));
  return { institutions, aliases, institutionOf: (mention) => institutionIdOf(keyOf(mention)) };
}
