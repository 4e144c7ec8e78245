/**
 * Sentences of evidence, which differ by names and numbers alone: the form is kept once for all of a kind, and of each
 * only what fills it. `"Ada Byron" is a rare name; it stands on 2 papers.` of Ada Byron is the form
 * `"{name}" is a rare name; it stands on {} papers.` with `2`.
 */
export interface KeptStatement {
  readonly form: string;
  /** What stands in the form's `{}` one after the other, divided by U+001F; `{name}` is the author's name. */
  readonly fillings: string;
}

/** Filled by the whole sentence, whatever stands in it. */
const WHOLE = '{}';
const DIVIDER = '\u001f';
const QUOTED_OR_NUMBER = /"[^"]*"|\d+/g;
const HOLE = /\{(name)?\}/g;
/** Forms are words in memory: sentences that have none in common are kept whole after so many. */
const MOST_FORMS = 4096;

/** Keeps sentences one after the other, whose forms are told apart as they come. */
export class StatementForms {
  readonly #forms = new Set<string>();

  kept(statement: string, name: string): KeptStatement {
    const kept = formOf(statement, name);
    const isKnown = this.#forms.has(kept.form);
    if (!isKnown && this.#forms.size >= MOST_FORMS) return { form: WHOLE, fillings: statement };
    if (toldStatement(kept, name) !== statement) return { form: WHOLE, fillings: statement };
    if (!isKnown) this.#forms.add(kept.form);
    return kept;
  }
}

export function toldStatement({ form, fillings }: KeptStatement, name: string): string {
  if (form === WHOLE) return fillings;
  const parts = fillings.split(DIVIDER);
  let next = 0;
  return form.replaceAll(HOLE, (_, isName: string | undefined) =>
    isName === undefined ? (parts[next++] ?? '') : name,
  );
}

function formOf(statement: string, name: string): KeptStatement {
  const fillings: string[] = [];
  const form = statement.replaceAll(QUOTED_OR_NUMBER, (found) => {
    const isQuoted = found.startsWith('"');
    const text = isQuoted ? found.slice(1, -1) : found;
    if (isQuoted && text === name) return '"{name}"';
    fillings.push(text);
    return isQuoted ? '"{}"' : '{}';
  });
  return { form, fillings: fillings.join(DIVIDER) };
}
