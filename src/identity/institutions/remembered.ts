/** A function of text that remembers its last answers: the same few parts stand in millions of affiliations. */
export function remembered<Value>(of: (text: string) => Value, most: number): (text: string) => Value {
  const answers = new Map<string, Value>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const value = of(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, value);
    return value;
  };
}
