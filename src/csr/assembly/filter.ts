/** The filter of the walk that goes on. */
import { paperMask, paperTraits } from './memory';

const TESTS_TRAITS: u32 = 1;
const TESTS_MASK: u32 = 2;
const TESTS_AUTHORS: u32 = 4;

let tests: u32 = 0;
let leastYear: u32 = 0;
let yearSpan: u32 = 0;
let mostAuthors: u32 = 0;

/** `newTests` says what is tested: 1 years and number of authors, 2 the mask of papers, 4 flags of authors. */
export function setFilter(newTests: u32, newLeastYear: u32, newYearSpan: u32, newMostAuthors: u32): void {
  tests = newTests;
  leastYear = newLeastYear;
  yearSpan = newYearSpan;
  mostAuthors = newMostAuthors;
}

export function testsPapers(): bool {
  return (tests & (TESTS_TRAITS | TESTS_MASK)) !== 0;
}

export function testsAuthors(): bool {
  return (tests & TESTS_AUTHORS) !== 0;
}

export function passes(paper: u32): bool {
  if ((tests & TESTS_MASK) !== 0 && load<u8>(paperMask + paper) !== 0) return false;
  const traits = load<u32>(paperTraits + (paper << 2));
  return (traits >>> 19) - leastYear <= yearSpan && (traits & 0x3ffff) <= mostAuthors;
}
