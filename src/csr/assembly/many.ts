/**
 * One level of up to 64 breadth-first searches at once, a bit for each: see `expandMany` in ../steps.ts. What a paper
 * brings is gathered from all its authors at the edge before its list is read once for all of them.
 *
 * A small edge pushes its bits to papers and on to authors. Of a wide one, papers and authors pull theirs instead: both
 * are gone through in order of number, so that memory is read forwards, and whoever all searches have seen is passed
 * over (S. Beamer, K. Asanović and D. Patterson, "Direction-optimizing breadth-first search", SC 2012).
 */
import { BLOCK, isStopped, keep, readAhead } from './expand';
import { passes, testsAuthors, testsPapers } from './filter';
import {
  authorCount,
  authorFlags,
  authorOffsets,
  authorPapers,
  AUTHORSHIPS_LEFT,
  authorsAtEdge,
  authorsNext,
  authorsSeen,
  farQueue,
  laneCounts,
  lanes,
  nearQueue,
  paperAuthors,
  paperCount,
  paperOffsets,
  paperQueue,
  papersNext,
  papersSeen,
  state,
} from './memory';

const NOBODY: u64 = 0;
const LANES: u32 = 64;
/** An edge of more than this part of all authors is wide. */
const WIDE: u32 = 32;

export function expandMany(count: u32): u32 {
  for (let lane: u32 = 0; lane < LANES; lane++) store<u32>(laneCounts + (lane << 2), 0);
  let left = load<f64>(state, AUTHORSHIPS_LEFT);
  if (isStopped(left)) return count;
  if (count > authorCount / WIDE) {
    pullToPapers();
    return pullToAuthors();
  }
  const papers = gather(count);
  const found = spread(papers);
  for (let i: u32 = 0; i < found; i++) {
    const author = load<u32>(farQueue + (i << 2));
    const bits = load<u64>(authorsNext + (author << 3));
    store<u64>(authorsNext + (author << 3), NOBODY);
    const seen = authorsSeen + (author << 3);
    store<u64>(seen, load<u64>(seen) | bits);
    store<u64>(authorsAtEdge + (author << 3), bits);
    store<u32>(nearQueue + (i << 2), author);
    countLanes(bits);
  }
  return found;
}

function countLanes(found: u64): void {
  for (let bits = found; bits !== 0; bits &= bits - 1) {
    const lane = laneCounts + ((<u32>ctz(bits)) << 2);
    store<u32>(lane, load<u32>(lane) + 1);
  }
}

function pullToPapers(): void {
  const tests = testsPapers();
  let read: u32 = 0;
  for (let paper: u32 = 0; paper < paperCount; paper++) {
    const next = papersNext + (paper << 3);
    const seen = papersSeen + (paper << 3);
    const known = load<u64>(seen);
    if ((known & lanes) === lanes || (tests && !passes(paper))) continue;
    const bounds = paperOffsets + (paper << 2);
    const last = paperAuthors + (load<u32>(bounds, 4) << 2);
    let bits: u64 = 0;
    for (let entry = paperAuthors + (load<u32>(bounds) << 2); entry < last; entry += 4) {
      bits |= load<u64>(authorsAtEdge + (load<u32>(entry) << 3));
      read++;
    }
    store<u64>(next, bits & ~known);
    store<u64>(seen, known | bits);
  }
  store<f64>(state, load<f64>(state, AUTHORSHIPS_LEFT) - <f64>read, AUTHORSHIPS_LEFT);
}

function pullToAuthors(): u32 {
  const tests = testsAuthors();
  let read: u32 = 0;
  let found: u32 = 0;
  for (let author: u32 = 0; author < authorCount; author++) {
    const edge = authorsAtEdge + (author << 3);
    const seen = authorsSeen + (author << 3);
    const known = load<u64>(seen);
    store<u64>(edge, NOBODY);
    if ((known & lanes) === lanes || (tests && load<u8>(authorFlags + author) !== 0)) continue;
    const bounds = authorOffsets + (author << 2);
    const last = authorPapers + (load<u32>(bounds, 4) << 2);
    let bits: u64 = 0;
    for (let entry = authorPapers + (load<u32>(bounds) << 2); entry < last; entry += 4) {
      bits |= load<u64>(papersNext + (load<u32>(entry) << 3));
      read++;
    }
    bits &= ~known;
    if (bits === 0) continue;
    store<u64>(edge, bits);
    store<u64>(seen, known | bits);
    store<u32>(nearQueue + (found << 2), author);
    found++;
    countLanes(bits);
  }
  memory.fill(papersNext, 0, (<usize>paperCount) << 3);
  store<f64>(state, load<f64>(state, AUTHORSHIPS_LEFT) - <f64>read, AUTHORSHIPS_LEFT);
  return found;
}

/** From the authors at the edge to their papers, which it lists. */
function gather(count: u32): u32 {
  const tests = testsPapers();
  let left = load<f64>(state, AUTHORSHIPS_LEFT);
  let papers: u32 = 0;
  for (let at: u32 = 0; at < count; at += BLOCK) {
    const blockEnd = min(at + BLOCK, count);
    const read = readAhead(authorOffsets, authorPapers, nearQueue, at, blockEnd);
    keep(read);
    left -= <f64>(<u32>read);
    for (let i = at; i < blockEnd; i++) {
      const author = load<u32>(nearQueue + (i << 2));
      const bits = load<u64>(authorsAtEdge + (author << 3));
      store<u64>(authorsAtEdge + (author << 3), NOBODY);
      const bounds = authorOffsets + (author << 2);
      const last = authorPapers + (load<u32>(bounds, 4) << 2);
      for (let entry = authorPapers + (load<u32>(bounds) << 2); entry < last; entry += 4) {
        const paper = load<u32>(entry);
        const fresh = bits & ~load<u64>(papersSeen + (paper << 3));
        if (fresh === 0) continue;
        const next = papersNext + (paper << 3);
        const known = load<u64>(next);
        if (known === 0) {
          if (tests && !passes(paper)) continue;
          store<u32>(paperQueue + (papers << 2), paper);
          papers++;
        }
        store<u64>(next, known | fresh);
      }
    }
  }
  store<f64>(state, left, AUTHORSHIPS_LEFT);
  return papers;
}

/** From the papers gathered to those of their authors whom a search has not seen; lists them in the other queue. */
function spread(papers: u32): u32 {
  const tests = testsAuthors();
  let left = load<f64>(state, AUTHORSHIPS_LEFT);
  let found: u32 = 0;
  for (let at: u32 = 0; at < papers; at += BLOCK) {
    const blockEnd = min(at + BLOCK, papers);
    const read = readAhead(paperOffsets, paperAuthors, paperQueue, at, blockEnd);
    keep(read);
    left -= <f64>(<u32>read);
    for (let i = at; i < blockEnd; i++) {
      const paper = load<u32>(paperQueue + (i << 2));
      const next = papersNext + (paper << 3);
      const bits = load<u64>(next);
      store<u64>(next, NOBODY);
      const seen = papersSeen + (paper << 3);
      store<u64>(seen, load<u64>(seen) | bits);
      const bounds = paperOffsets + (paper << 2);
      const last = paperAuthors + (load<u32>(bounds, 4) << 2);
      for (let entry = paperAuthors + (load<u32>(bounds) << 2); entry < last; entry += 4) {
        const author = load<u32>(entry);
        const fresh = bits & ~load<u64>(authorsSeen + (author << 3));
        if (fresh === 0) continue;
        if (tests && load<u8>(authorFlags + author) !== 0) continue;
        const known = load<u64>(authorsNext + (author << 3));
        if (known === 0) {
          store<u32>(farQueue + (found << 2), author);
          found++;
        }
        store<u64>(authorsNext + (author << 3), known | fresh);
      }
    }
  }
  store<f64>(state, left, AUTHORSHIPS_LEFT);
  return found;
}
