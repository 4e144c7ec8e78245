/** `1 paper`, `2 papers`: for sentences. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `2019–2024`, or the one year there is; nothing where none is known. */
export function spanOf(years: readonly number[]): string[] {
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return [first === last ? String(first) : `${first}–${last}`];
}
