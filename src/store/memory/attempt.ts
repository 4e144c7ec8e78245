/** A caller's mistake rejects the promise instead of throwing past it. */
export function attempt<T>(work: () => T): Promise<T> {
  return new Promise((settle) => settle(work()));
}
