/** Lists by key. */

/** Each item under each of its keys, in the order given. */
export function groupedBy<K, T>(items: readonly T[], keys: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) for (const key of new Set(keys(item))) appendTo(groups, key, item);
  return groups;
}

export function appendTo<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
