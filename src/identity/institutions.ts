/**
 * Which printed institutions are one, and what is known of each. Identifiers decide first (`institutions/identifiers.ts`),
 * then folded names within one country (`institutions/bearers.ts`). Each distinct printing is read once; the rest is
 * counting: near linear in the mentions.
 */
import { compareText, foldText, identifierText, institutionIdOf, sortedUnique } from '../model/index.ts';
import type { Identifier, Institution, InstitutionId, InstitutionMention } from '../model/index.ts';

import type { DisjointSets } from './disjoint-sets.ts';
import { namesOfAcronyms } from './institutions/acronyms.ts';
import { Bearers } from './institutions/bearers.ts';
import { byCount, count } from './counts.ts';
import { joinedIdentifiers, leadingKey } from './institutions/identifiers.ts';
import { printingKey, Readings } from './institutions/reading.ts';
import type { Printed, Reading } from './institutions/reading.ts';
import { identifierKey, inOrder } from './identifiers.ts';

export interface Institutions {
  /** In id order. */
  readonly institutions: readonly Institution[];
  readonly aliases: ReadonlyMap<string, InstitutionId>;
  /** Every one that the text names ("University of Lausanne; MIT"), in the order printed; at least one. */
  readonly institutionsOf: (mention: Printed) => readonly InstitutionId[];
}

/** One distinct printing, how often it stands in the input, and what it names. */
interface Printing {
  readonly mention: Printed;
  times: number;
  readonly readings: readonly Reading[];
}

/** What is gathered for one institution. */
interface Gathered {
  readonly names: Map<string, number>;
  readonly countries: Map<string, number>;
  readonly identifiers: Map<string, Identifier>;
}

export function resolveInstitutions(mentions: readonly InstitutionMention[]): Institutions {
  const readings = new Readings();
  const printings = printingsOf(mentions, readings);
  const joined = joinedIdentifiers(printings.map(({ mention }) => mention.identifiers));
  const keyOf = keysOf(printings, joined);
  const gathered = new Map<string, Gathered>();
  const claims = new Map<string, Map<string, number>>();
  for (const printing of printings) {
    for (const [at, reading] of printing.readings.entries()) {
      const key = keyOf(printing.mention, reading);
      gather(gathered, key, reading, printing, joined);
      for (const old of at === 0 ? wholeKeys(printing.mention) : []) claim(claims, old, key, printing.times);
      for (const old of nameKeys(reading)) claim(claims, old, key, printing.times);
    }
  }
  const institutions = [...gathered].map(([key, found]) => institution(key, found));
  const idsOf = idsOfMentions(readings, keyOf);
  return {
    institutions: institutions.sort((a, b) => compareText(a.id, b.id)),
    aliases: new Map([...claims].map(([old, keys]) => [institutionIdOf(old), institutionIdOf(mostClaiming(keys))])),
    institutionsOf: idsOf,
  };
}

function printingsOf(mentions: readonly Printed[], readings: Readings): readonly Printing[] {
  const printings = new Map<string, Printing>();
  for (const mention of mentions) {
    const key = printingKey(mention);
    const known = printings.get(key);
    if (known === undefined) printings.set(key, { mention, times: 1, readings: readings.of(mention) });
    else known.times++;
  }
  return [...printings.values()];
}

type KeyOf = (mention: Printed, reading: Reading) => string;

function keysOf(printings: readonly Printing[], joined: DisjointSets): KeyOf {
  const countryOf = countriesOfIdentified(printings, joined);
  const bearers = new Map<string, Bearers>();
  const bearersOf = (name: string): Bearers => {
    const known = bearers.get(name) ?? new Bearers(`name:${name}`);
    bearers.set(name, known);
    return known;
  };
  const countries = new Map<string, Set<string>>();
  for (const { mention, readings } of printings) {
    const leading = leadingKey(mention.identifiers);
    for (const { folded, countryCode } of readings) {
      const own = countryCode ?? (leading === undefined ? undefined : countryOf(joined.find(leading)));
      const known = countries.get(folded) ?? new Set();
      countries.set(folded, own === undefined ? known : known.add(own));
      if (leading !== undefined) bearersOf(folded).addIdentified(joined.find(leading), 0);
    }
  }
  const isIdentified = (name: string): boolean => bearers.get(name)?.isIdentified === true;
  const nameOf = namesOfAcronyms(
    printings.flatMap((printing) => printing.readings),
    countries,
    isIdentified,
  );
  for (const { mention, readings, times } of printings) {
    const leading = leadingKey(mention.identifiers);
    for (const reading of readings) {
      if (leading !== undefined) bearersOf(reading.folded).addIdentified(joined.find(leading), times);
      else if (reading.countryCode !== undefined) bearersOf(nameOf(reading)).addLocated(reading.countryCode, times);
    }
  }
  return (mention, reading) => {
    const leading = leadingKey(mention.identifiers);
    if (leading !== undefined) return joined.find(leading);
    return bearersOf(nameOf(reading)).keyOf(reading.countryCode, countryOf);
  };
}

function countriesOfIdentified(
  printings: readonly Printing[],
  joined: DisjointSets,
): (key: string) => string | undefined {
  const counts = new Map<string, Map<string, number>>();
  for (const { mention, readings, times } of printings) {
    const leading = leadingKey(mention.identifiers);
    const [country] = readings.flatMap(({ countryCode }) => countryCode ?? []);
    if (leading !== undefined && country !== undefined) claim(counts, joined.find(leading), country, times);
  }
  const chosen = new Map([...counts].map(([key, countries]) => [key, byCount(countries)[0]] as const));
  return (key) => chosen.get(key);
}

function gather(
  all: Map<string, Gathered>,
  key: string,
  { name, countryCode }: Reading,
  { mention, times }: Printing,
  joined: DisjointSets,
): void {
  const found = all.get(key) ?? { names: new Map(), countries: new Map(), identifiers: new Map() };
  all.set(key, found);
  count(found.names, name, times);
  if (countryCode !== undefined) count(found.countries, countryCode, times);
  for (const identifier of mention.identifiers) {
    if (joined.find(identifierKey(identifier)) === key) found.identifiers.set(identifierText(identifier), identifier);
  }
}

function institution(key: string, { names, countries, identifiers }: Gathered): Institution {
  const [name = '', ...variants] = byCount(names);
  const [countryCode] = byCount(countries);
  return {
    id: institutionIdOf(key),
    name,
    nameVariants: sortedUnique(variants),
    ...(countryCode === undefined ? {} : { countryCode }),
    identifiers: inOrder(identifiers),
  };
}

// What ids were made of before affiliations were read, and what they may be made of once more files are there.
function wholeKeys({ name, identifiers }: Printed): readonly string[] {
  return [`name:${foldText(name)}`, ...identifiers.map(identifierKey)];
}

function nameKeys({ name, folded, countryCode }: Reading): readonly string[] {
  const located = countryCode === undefined ? [] : [`name:${folded}@${countryCode.toLowerCase()}`];
  return [`name:${foldText(name)}`, `name:${folded}`, ...located];
}

function claim(claims: Map<string, Map<string, number>>, key: string, by: string, times: number): void {
  const known = claims.get(key) ?? new Map<string, number>();
  claims.set(key, known);
  count(known, by, times);
}

function mostClaiming(keys: ReadonlyMap<string, number>): string {
  return byCount(keys)[0] ?? '';
}

function idsOfMentions(readings: Readings, keyOf: KeyOf): (mention: Printed) => readonly InstitutionId[] {
  const known = new Map<string, readonly InstitutionId[]>();
  return (mention) => {
    const printed = printingKey(mention);
    const ids = known.get(printed) ?? [
      ...new Set(readings.of(mention).map((reading) => institutionIdOf(keyOf(mention, reading)))),
    ];
    known.set(printed, ids);
    return ids;
  };
}
