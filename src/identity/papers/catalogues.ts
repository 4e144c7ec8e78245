/**
 * Whose word it is that two records are two papers. A catalogue keys every paper once, so its records are never twins
 * of each other; a personal file (a bibliography, an ORCID record) may tell one paper twice, and two of them often do.
 */
import type { PaperRecord } from '../../model/index.ts';

// Whatever is not known to be personal is taken at its word.
const PERSONAL: ReadonlySet<string> = new Set(['bibtex', 'ris', 'csl', 'orcid']);

/** Profile pages count as one catalogue: their own rule (`profile-pages.ts`) says which of their records are twins. */
export const PROFILE = 'profile';

export function isPersonal({ catalogue }: PaperRecord): boolean {
  return PERSONAL.has(catalogue);
}

/** Whether one catalogue keys the two apart. */
export function areKeyedApart(one: PaperRecord, other: PaperRecord): boolean {
  return one.catalogue === other.catalogue && one.key !== other.key && !isPersonal(one);
}
