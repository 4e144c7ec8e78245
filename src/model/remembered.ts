/**
 * A pure function of text that remembers its answers, for texts that come again and again: names, journals, addresses.
 * A text is looked up in less time than it takes to look at its letters. What is remembered has an end: when it is full
 * all is forgotten, so that nothing but different texts cost no memory.
 *
 * @param of depends on nothing but the text; an answer of undefined is worked out each time
 * @param most answers kept
 * @param longest in characters; longer texts hardly come twice
 */
export function remembered<Value>(
  of: (text: string) => Value,
  { most = 8192, longest = 64 }: { readonly most?: number; readonly longest?: number } = {},
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length > longest) return of(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = of(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
