/** What an answer did cost: the formula of `places.ts` with the items that came instead of those that could have. */
import type { Place, Places } from './places.ts';

type Data = Readonly<Record<string, unknown>>;

/** @param data the answer's, or a part of it at which `places` begin */
export function actualCost(places: Places, data: Data | null | undefined): number {
  let cost = 0;
  for (const key in data) {
    const place = places.byKey.get(key);
    if (place !== undefined) cost += costAt(place, data[key]);
  }
  return cost;
}

function costAt(place: Place, value: unknown): number {
  if (place.items === 0) return place.price; // what is free
  const own = place.isConnection ? 0 : 1;
  if (place.types.length === 0 || value == null) return place.price + own;
  if (!Array.isArray(value)) return place.price + own + below(place, value as Data);
  // Counted in a loop of its own: a list may be long, and this runs after every request.
  let cost = place.price;
  for (const item of value as readonly (Data | null)[]) cost += own + (item === null ? 0 : below(place, item));
  return cost;
}

// An answer does not say its type unless it was asked; one that has all its keys counts the same.
function below({ types }: Place, data: Data): number {
  const [first] = types;
  if (first === undefined) return 0;
  if (types.length === 1) return actualCost(first, data);
  const keys = Object.keys(data);
  return actualCost(types.find(({ byKey }) => keys.every((key) => byKey.has(key))) ?? first, data);
}
