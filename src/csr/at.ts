/**
 * The number at a place that is known to be inside. The compiler cannot know it; V8 leaves the test for the other case
 * out, as a typed array holds nothing but numbers.
 */
export function at(numbers: { readonly [place: number]: number }, place: number): number {
  return numbers[place] ?? 0;
}
