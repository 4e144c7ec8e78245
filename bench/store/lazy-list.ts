/** A list whose items are made whenever they are asked for, and kept by nobody. */
export function lazyList<T>(length: number, make: (at: number) => T): readonly T[] {
  return new Proxy<readonly T[]>([], {
    get(list, key) {
      if (key === 'length') return length;
      const at = typeof key === 'string' ? Number(key) : Number.NaN;
      if (Number.isInteger(at)) return at >= 0 && at < length ? make(at) : undefined;
      return Reflect.get(list, key) as unknown;
    },
    has: (_, key) => typeof key === 'string' && Number(key) < length,
  });
}
