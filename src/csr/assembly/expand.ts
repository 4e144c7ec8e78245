/**
 * One level of a breadth-first search over the author–paper arrays, author → paper → author in one step.
 *
 * Authors are taken in blocks. Before a block's lists are copied, the bounds and the first element of every list are
 * read in a tight loop: the reads do not wait for each other, so the processor fetches their cache lines together.
 * It stands in for a prefetch instruction, which WebAssembly does not have.
 */
import {
  authorFlags,
  authorMarks,
  authorOffsets,
  authorPapers,
  AUTHORSHIPS_LEFT,
  MEETINGS,
  MEETING_PAPER,
  meetings,
  paperAuthors,
  paperMarks,
  paperOffsets,
  paperQueue,
  PAPERS_OPENED,
  state,
  stopFlag,
  STOPPED,
} from './memory';
import { passes, testsAuthors, testsPapers } from './filter';

export const BLOCK: u32 = 16;

const SIDE: u8 = 4;
const MET: u8 = 8;
const LISTED: u8 = 32;

const OPENED: u8 = 1;
const REACHED: u8 = 2;
const SHARED: u8 = 3;

// Where the last meeting was found: the paper's place in its queue, and the first author whose papers are not all open.
let meetingPlace: u32 = 0;
let unopenedFrom: u32 = 0;

// What is read ahead must go somewhere, or the compiler leaves the reading out.
let sink: u32 = 0;

/** Keeps what was read ahead from being left out. */
export function keep(ahead: u64): void {
  sink = <u32>(ahead >> 32);
}

/**
 * Reads the bounds and the first entry of the lists of queue[begin, end). In the lower half of what it returns is the
 * number of entries in all of them; the upper half means nothing.
 */
export function readAhead(offsets: usize, entries: usize, queue: usize, begin: u32, end: u32): u64 {
  let count: u32 = 0;
  let ahead: u32 = 0;
  for (let i = begin; i < end; i++) {
    const bounds = offsets + (load<u32>(queue + (i << 2)) << 2);
    const first = load<u32>(bounds);
    count += load<u32>(bounds, 4) - first;
    ahead ^= load<u32>(entries + (first << 2));
  }
  return ((<u64>ahead) << 32) | count;
}

/** Whether a walk must end here: its budget is spent, or somebody wants it to. */
export function isStopped(left: f64): bool {
  if (left >= 0 && load<i32>(stopFlag) === 0) return false;
  store<u32>(state, 1, STOPPED);
  return true;
}

/** Opens the papers of queue[begin, end) that nobody opened and the filter lets pass; returns how many are open then. */
function openPapers(queue: usize, begin: u32, end: u32, open: u32, mark: u8): u32 {
  const tests = testsPapers();
  let opened = open;
  let ahead: u32 = 0;
  for (let i = begin; i < end; i++) {
    const bounds = authorOffsets + (load<u32>(queue + (i << 2)) << 2);
    const last = authorPapers + (load<u32>(bounds, 4) << 2);
    for (let entry = authorPapers + (load<u32>(bounds) << 2); entry < last; entry += 4) {
      const paper = load<u32>(entry);
      if (load<u8>(paperMarks + paper) !== 0) continue;
      if (tests && !passes(paper)) continue;
      store<u8>(paperMarks + paper, mark);
      store<u32>(paperQueue + (opened << 2), paper);
      opened++;
      ahead ^= load<u32>(paperOffsets + (paper << 2));
    }
  }
  sink = ahead;
  return opened;
}

/**
 * Opens the authors queue[begin, end): whom their papers lead to and who has no mark gets `mark` and joins the queue
 * at `tail`. Ends at the first whom the other side marked: the meeting. Returns the queue's new end.
 */
export function expand(queue: usize, begin: u32, end: u32, tail: u32, mark: u8): u32 {
  const side: u8 = mark & SIDE;
  const tests = testsAuthors();
  let opened = load<u32>(state, PAPERS_OPENED);
  let left = load<f64>(state, AUTHORSHIPS_LEFT);
  for (let at = begin; at < end; at += BLOCK) {
    if (isStopped(left)) break;
    const blockEnd = min(at + BLOCK, end);
    const authors = readAhead(authorOffsets, authorPapers, queue, at, blockEnd);
    const blockPapers = opened;
    opened = openPapers(queue, at, blockEnd, opened, OPENED);
    const papers = readAhead(paperOffsets, paperAuthors, paperQueue, blockPapers, opened);
    keep(authors ^ papers);
    left -= <f64>(<u32>authors) + <f64>(<u32>papers);
    for (let i = blockPapers; i < opened; i++) {
      const paper = load<u32>(paperQueue + (i << 2));
      const bounds = paperOffsets + (paper << 2);
      const last = paperAuthors + (load<u32>(bounds, 4) << 2);
      for (let entry = paperAuthors + (load<u32>(bounds) << 2); entry < last; entry += 4) {
        const author = load<u32>(entry);
        const known = load<u8>(authorMarks + author);
        if (known === 0) {
          if (tests && load<u8>(authorFlags + author) !== 0) continue;
          store<u8>(authorMarks + author, mark);
          store<u32>(queue + (tail << 2), author);
          tail++;
        } else if ((known & SIDE) !== side && known < MET) {
          store<u32>(meetings, author);
          store<u32>(state, 1, MEETINGS);
          store<u32>(state, paper, MEETING_PAPER);
          meetingPlace = i;
          unopenedFrom = blockEnd;
          store<u32>(state, opened, PAPERS_OPENED);
          store<f64>(state, left, AUTHORSHIPS_LEFT);
          return tail;
        }
      }
    }
  }
  store<u32>(state, opened, PAPERS_OPENED);
  store<f64>(state, left, AUTHORSHIPS_LEFT);
  return tail;
}

function meet(author: u32, mark: u8): void {
  if ((mark & MET) !== 0) return;
  store<u8>(authorMarks + author, mark | MET);
  const count = load<u32>(state, MEETINGS);
  store<u32>(meetings + (count << 2), author);
  store<u32>(state, count + 1, MEETINGS);
}

/** Whom `mark` marks on the papers paperQueue[begin, end) is a meeting. */
function meetAuthorsOn(begin: u32, end: u32, mark: u8): void {
  for (let i = begin; i < end; i++) {
    const bounds = paperOffsets + (load<u32>(paperQueue + (i << 2)) << 2);
    const last = paperAuthors + (load<u32>(bounds, 4) << 2);
    for (let entry = paperAuthors + (load<u32>(bounds) << 2); entry < last; entry += 4) {
      const author = load<u32>(entry);
      const known = load<u8>(authorMarks + author);
      if ((known & ~MET) === mark) meet(author, known);
    }
  }
}

/** How many authors of the edge that ends at `end` have not opened all their papers when the meeting was found. */
export function unopenedBefore(end: u32): u32 {
  return end - unopenedFrom;
}

/**
 * Goes on where the meeting was found, for meetings alone: on the papers that are open since, and on those that the
 * rest of the edge opens up to `end`, whom `mark` marks is a meeting.
 */
export function meetOnLists(queue: usize, end: u32, mark: u8): void {
  let opened = load<u32>(state, PAPERS_OPENED);
  let left = load<f64>(state, AUTHORSHIPS_LEFT);
  meetAuthorsOn(meetingPlace, opened, mark);
  for (let at = unopenedFrom; at < end; at += BLOCK) {
    const blockEnd = min(at + BLOCK, end);
    const blockPapers = opened;
    const authors = readAhead(authorOffsets, authorPapers, queue, at, blockEnd);
    opened = openPapers(queue, at, blockEnd, opened, OPENED);
    const papers = readAhead(paperOffsets, paperAuthors, paperQueue, blockPapers, opened);
    keep(authors ^ papers);
    left -= <f64>(<u32>authors) + <f64>(<u32>papers);
    meetAuthorsOn(blockPapers, opened, mark);
  }
  store<u32>(state, opened, PAPERS_OPENED);
  store<f64>(state, left, AUTHORSHIPS_LEFT);
}

/**
 * The same meetings found the other way, for a smaller edge on the other side: the papers that `side` has opened in this
 * level, paperQueue[open, …), are shared; those of the other edge, otherQueue[otherBegin, otherEnd), are reached, or
 * lead to a meeting; then the papers of queue[begin, end) that are reached lead to the others.
 */
export function meetOnPapers(
  queue: usize,
  begin: u32,
  end: u32,
  otherQueue: usize,
  otherBegin: u32,
  otherEnd: u32,
  mark: u8,
  open: u32,
): void {
  const opened = load<u32>(state, PAPERS_OPENED);
  for (let i = open; i < opened; i++) store<u8>(paperMarks + load<u32>(paperQueue + (i << 2)), SHARED);
  reachPapers(otherQueue, otherBegin, otherEnd);
  let left = load<f64>(state, AUTHORSHIPS_LEFT);
  for (let at = begin; at < end; at += BLOCK) {
    const blockEnd = min(at + BLOCK, end);
    const authors = readAhead(authorOffsets, authorPapers, queue, at, blockEnd);
    keep(authors);
    left -= <f64>(<u32>authors);
    for (let i = at; i < blockEnd; i++) {
      const bounds = authorOffsets + (load<u32>(queue + (i << 2)) << 2);
      const last = authorPapers + (load<u32>(bounds, 4) << 2);
      for (let entry = authorPapers + (load<u32>(bounds) << 2); entry < last; entry += 4) {
        const paper = load<u32>(entry);
        if (load<u8>(paperMarks + paper) !== REACHED) continue;
        store<u8>(paperMarks + paper, SHARED);
        const paperBounds = paperOffsets + (paper << 2);
        const end = paperAuthors + (load<u32>(paperBounds, 4) << 2);
        for (let place = paperAuthors + (load<u32>(paperBounds) << 2); place < end; place += 4) {
          const author = load<u32>(place);
          const known = load<u8>(authorMarks + author);
          if ((known & ~MET) === mark) meet(author, known);
        }
      }
    }
  }
  store<f64>(state, left, AUTHORSHIPS_LEFT);
}

function reachPapers(queue: usize, begin: u32, end: u32): void {
  const tests = testsPapers();
  let opened = load<u32>(state, PAPERS_OPENED);
  let left = load<f64>(state, AUTHORSHIPS_LEFT);
  for (let at = begin; at < end; at += BLOCK) {
    const blockEnd = min(at + BLOCK, end);
    const authors = readAhead(authorOffsets, authorPapers, queue, at, blockEnd);
    keep(authors);
    left -= <f64>(<u32>authors);
    for (let i = at; i < blockEnd; i++) {
      const author = load<u32>(queue + (i << 2));
      const bounds = authorOffsets + (author << 2);
      const last = authorPapers + (load<u32>(bounds, 4) << 2);
      for (let entry = authorPapers + (load<u32>(bounds) << 2); entry < last; entry += 4) {
        const paper = load<u32>(entry);
        const known = load<u8>(paperMarks + paper);
        if (known === SHARED) meet(author, load<u8>(authorMarks + author));
        if (known !== 0) continue;
        if (tests && !passes(paper)) continue;
        store<u8>(paperMarks + paper, REACHED);
        store<u32>(paperQueue + (opened << 2), paper);
        opened++;
      }
    }
  }
  store<u32>(state, opened, PAPERS_OPENED);
  store<f64>(state, left, AUTHORSHIPS_LEFT);
}

/**
 * Lists in place of the meetings whom `mark` marks on the opened and shared papers of an author, each once; returns how
 * many.
 */
export function below(author: u32, mark: u8): u32 {
  let count: u32 = 0;
  const bounds = authorOffsets + (author << 2);
  const last = authorPapers + (load<u32>(bounds, 4) << 2);
  for (let entry = authorPapers + (load<u32>(bounds) << 2); entry < last; entry += 4) {
    const paper = load<u32>(entry);
    const known = load<u8>(paperMarks + paper);
    if (known !== OPENED && known !== SHARED) continue;
    const paperBounds = paperOffsets + (paper << 2);
    const end = paperAuthors + (load<u32>(paperBounds, 4) << 2);
    for (let place = paperAuthors + (load<u32>(paperBounds) << 2); place < end; place += 4) {
      const found = load<u32>(place);
      const known = load<u8>(authorMarks + found);
      if ((known & ~MET) !== mark) continue;
      store<u8>(authorMarks + found, known | LISTED);
      store<u32>(meetings + (count << 2), found);
      count++;
    }
  }
  for (let i: u32 = 0; i < count; i++) {
    const found = authorMarks + load<u32>(meetings + (i << 2));
    store<u8>(found, load<u8>(found) & ~LISTED);
  }
  return count;
}

/** Takes the marks of everything in a queue back. */
export function unmark(marks: usize, queue: usize, count: u32): void {
  const end = queue + (count << 2);
  for (let entry = queue; entry < end; entry += 4) store<u8>(marks + load<u32>(entry), 0);
}
