/**
 * Identifiers that stand on two papers: records of one catalogue share one though the catalogue keys them apart, or
 * entries of one personal file do that have nothing else in common. One of the two is mistaken, and nothing here can
 * tell which. The papers stay two, and a problem says so.
 */
import { compareText } from '../../model/index.ts';
import type { PaperRecord, Problem } from '../../model/index.ts';

import type { Sourced } from '../sourced.ts';

import { isPersonal } from './catalogues.ts';
import { tyingIdentifiers } from './paper-identifiers.ts';

interface Bearer {
  readonly paper: number;
  readonly sourced: Sourced<PaperRecord>;
}

/**
 * One problem for each identifier and catalogue or file, at the second of the papers.
 *
 * @param groups the records of each paper, in one order
 */
export function sharedIdentifiers(groups: readonly (readonly Sourced<PaperRecord>[])[]): Problem[] {
  const firsts = new Map<string, Bearer>();
  const shared = new Map<string, [Bearer, Bearer, ...Bearer[]]>();
  for (const [paper, twins] of groups.entries()) {
    for (const sourced of twins) {
      for (const identifier of tyingIdentifiers(sourced.record)) {
        const { catalogue } = sourced.record;
        const place = `${identifier} ${isPersonal(sourced.record) ? sourced.sourceId : catalogue}`;
        const [bearer, first, sharers] = [{ paper, sourced }, firsts.get(place), shared.get(place)];
        if (first === undefined) firsts.set(place, bearer);
        else if (sharers !== undefined) sharers.push(bearer);
        else if (first.paper !== paper) shared.set(place, [first, bearer]);
      }
    }
  }
  return [...shared]
    .sort(([a], [b]) => compareText(a, b))
    .map(([place, sharers]) => problemOf(place.slice(0, place.lastIndexOf(' ')), sharers));
}

function problemOf(identifier: string, sharers: readonly [Bearer, Bearer, ...Bearer[]]): Problem {
  const keys = [...new Set(sharers.map(({ sourced }) => sourced.record.key))];
  const { file, record } = sharers[1].sourced;
  const what = isPersonal(record) ? 'of one file' : `that ${record.catalogue} keys apart`;
  return {
    kind: 'shared-identifier',
    file,
    ...(record.line === undefined ? {} : { line: record.line }),
    message: `${keys.length} records ${what} bear ${identifier}.`,
    found: keys.join(', '),
    kept: 'each as a paper of its own',
  };
}
