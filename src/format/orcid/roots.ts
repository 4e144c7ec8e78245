/** The documents of ORCID that hold a person or works. Its other parts (addresses, fundings, errors) hold neither. */
export const ROOTS: ReadonlySet<string> = new Set([
  'record',
  'person',
  'personal-details',
  'activities-summary',
  'works',
  'group',
  'work',
  'work-summary',
  'bulk',
]);
