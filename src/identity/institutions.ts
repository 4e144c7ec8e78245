/** Which printed institutions are one: equal folded names. */
import { compareText, foldText, institutionIdOf, sortedUnique } from '../model/index.ts';
import type { Institution, InstitutionId } from '../model/index.ts';

import { byPreference } from './preferred.ts';

export interface Institutions {
  readonly institutions: readonly Institution[];
  readonly institutionOf: (printed: string) => InstitutionId;
}

/** @param printed every printing of every institution, repeats included: the form printed most often is shown */
export function resolveInstitutions(printed: Iterable<string>): Institutions {
  const forms = new Map<InstitutionId, string[]>();
  for (const form of printed) {
    const id = institutionOf(form);
    const known = forms.get(id);
    if (known === undefined) forms.set(id, [form]);
    else known.push(form);
  }
  const institutions = [...forms].map(([id, names]): Institution => {
    const [name = '', ...variants] = byPreference(names);
    return { id, name, nameVariants: sortedUnique(variants), identifiers: [] };
  });
  institutions.sort((a, b) => compareText(a.id, b.id));
  return { institutions, institutionOf };
}

function institutionOf(printed: string): InstitutionId {
  return institutionIdOf(`name:${foldText(printed)}`);
}
