/**
 * Answers of a pure function, remembered for short texts that come again and again: the parts of names, a journal's
 * ISSN. A text is looked up in less time than it takes to look at its letters. What is remembered has an end: when it
 * is full all is forgotten, so that a file of nothing but different names costs no memory.
 */
const MOST = 8192;
/** Characters; longer texts hardly come twice. */
const LONGEST = 64;

/** @param of depends on nothing but the text; an answer of undefined is worked out each time */
export function remembered<Value>(of: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length > LONGEST) return of(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = of(text);
    if (known.size >= MOST) known.clear();
    known.set(text, value);
    return value;
  };
}
