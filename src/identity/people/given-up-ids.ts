/**
 * Identifiers that a source gave up for another of the same person (dblp joins two home pages, ORCID two records): no
 * mention has them any more, but people still have them in their files.
 */
import { givenUpIdOf, identifierText, parseIdentifier } from '../../model/index.ts';
import type { Author, AuthorId, RecordKey, RedirectRecord } from '../../model/index.ts';

/** Each such identifier, as an id (`givenUpIdOf`), with the author who has the one it leads to in the end. */
export function givenUpIds(redirects: readonly RedirectRecord[], authors: readonly Author[]): Map<AuthorId, AuthorId> {
  const targets = new Map<string, string>();
  for (const { key, target } of redirects) {
    const [from, to] = [identifierOf(key), identifierOf(target)];
    if (from !== undefined && to !== undefined) targets.set(from, to);
  }
  if (targets.size === 0) return new Map();
  const wanted = new Set(targets.values());
  const bearers = new Map<string, AuthorId>();
  for (const { id, identifiers } of authors) {
    for (const text of identifiers.map(identifierText)) if (wanted.has(text)) bearers.set(text, id);
  }
  return new Map(
    [...targets.keys()].flatMap((from) => {
      const author = bearers.get(lastTarget(from, targets));
      return author === undefined ? [] : [[givenUpIdOf(from), author] as const];
    }),
  );
}

// A circle leads to where it was entered.
function lastTarget(from: string, targets: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let at = from;
  for (let next = targets.get(at); next !== undefined && !seen.has(next); next = targets.get(at)) {
    seen.add(next);
    at = next;
  }
  return at;
}

/** In its one text; undefined for the key of a record that is no identifier. */
function identifierOf(key: RecordKey): string | undefined {
  const parsed = parseIdentifier(key);
  return 'invalid' in parsed ? undefined : identifierText(parsed);
}
