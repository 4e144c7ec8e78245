/** Which places of a document make it dear, and to what size each would have to shrink for the document to be allowed. */
import { withinPage } from './places.ts';
import type { PageSize, Place, Places } from './places.ts';

/** With the argument that sets its size, where one does. */
export interface DearPlace extends Partial<PageSize> {
  /** As the answer has it: `authors.nodes.coauthors`. */
  readonly path: string;
  /** With everything below it, as often as it is answered. */
  readonly cost: number;
  /** The largest size with which the document would be allowed; absent where even 1 is too much. */
  readonly fits?: number;
}

/** Named at most: the others are small beside them. */
const MOST_NAMED = 5;

/** Lists and walks, dearest first, the outer before the inner. */
export function dearest(document: Places, limit: number): DearPlace[] {
  const found: DearPlace[] = [];
  const visit = (places: Places, above: string, times: number): void => {
    for (const [key, place] of places.byKey) {
      if (place.cost === 0) continue;
      const path = `${above}${key}`;
      const isNamed = place.size !== undefined || place.items !== 1 || place.price > 0;
      if (isNamed && !place.isRows) {
        found.push({ path, cost: times * place.cost, ...sized(place, times, limit - document.cost) });
      }
      for (const type of place.types) visit(type, `${path}.`, times * place.items);
    }
  };
  visit(document, '', 1);
  return found.sort((a, b) => b.cost - a.cost).slice(0, MOST_NAMED);
}

/** @param left what the document may still cost; below 0 where it is too dear */
function sized(place: Place, times: number, left: number): Partial<DearPlace> {
  const { size } = place;
  if (size === undefined) return {};
  const rows = place.isConnection ? place.types.flatMap((type) => [...type.byKey.values()]) : [place];
  const perItem = times * rows.reduce((sum, { isRows, each }) => sum + (isRows || !place.isConnection ? each : 0), 0);
  const fits = withinPage(size) + (left >= 0 || perItem === 0 ? 0 : Math.floor(left / perItem));
  return { ...size, ...(fits >= 1 ? { fits } : {}) };
}
