/**
 * Connected components of the people who have a paper, found by repeated search (J. Hopcroft and R. Tarjan, "Algorithm
 * 447", Comm. ACM 16, 372, 1973). Linear in the authorships.
 */
import type { AuthorId } from '../model/index.ts';
import type { ComponentSummary } from './network.ts';
import { reach } from './reach.ts';
import type { Walk } from './walk.ts';

/** @param authors everyone who has a paper */
export function componentSummary(walk: Walk, authors: readonly AuthorId[]): ComponentSummary {
  const seen = new Set<AuthorId>();
  let count = 0;
  let giantAuthorCount = 0;
  for (const author of authors) {
    if (seen.has(author)) continue;
    const component = reach(walk, author);
    for (const member of component.keys()) seen.add(member);
    count++;
    giantAuthorCount = Math.max(giantAuthorCount, component.size);
  }
  return { count, giantAuthorCount, giantShare: authors.length === 0 ? 0 : giantAuthorCount / authors.length };
}
