/** Where the arrays lie in the shared memory, in bytes; each thread has its own instance, so its own scratch. */

export let authorCount: u32 = 0;
export let paperCount: u32 = 0;
export let authorOffsets: usize = 0;
export let authorPapers: usize = 0;
export let paperOffsets: usize = 0;
export let paperAuthors: usize = 0;
export let paperTraits: usize = 0;
export let authorFlags: usize = 0;

export let state: usize = 0;
/** Walks stop when the 32-bit number there is not 0. */
export let stopFlag: usize = 0;
export let authorMarks: usize = 0;
export let paperMarks: usize = 0;
export let nearQueue: usize = 0;
export let farQueue: usize = 0;
export let paperQueue: usize = 0;
export let meetings: usize = 0;
export let paperMask: usize = 0;
export let authorsSeen: usize = 0;
export let authorsAtEdge: usize = 0;
export let authorsNext: usize = 0;
export let papersSeen: usize = 0;
export let papersNext: usize = 0;
export let laneCounts: usize = 0;
/** A bit for each search that goes on at once. */
export let lanes: u64 = 0;

/** Bytes into `state`. */
export const AUTHORSHIPS_LEFT: usize = 0;
export const PAPERS_OPENED: usize = 8;
export const MEETINGS: usize = 12;
export const MEETING_PAPER: usize = 16;
export const STOPPED: usize = 20;

export function setSize(newAuthorCount: u32, newPaperCount: u32): void {
  authorCount = newAuthorCount;
  paperCount = newPaperCount;
}

export function setGraph(
  newAuthorOffsets: usize,
  newAuthorPapers: usize,
  newPaperOffsets: usize,
  newPaperAuthors: usize,
  newPaperTraits: usize,
  newAuthorFlags: usize,
): void {
  authorOffsets = newAuthorOffsets;
  authorPapers = newAuthorPapers;
  paperOffsets = newPaperOffsets;
  paperAuthors = newPaperAuthors;
  paperTraits = newPaperTraits;
  authorFlags = newAuthorFlags;
}

export function setScratch(
  newState: usize,
  newStopFlag: usize,
  newAuthorMarks: usize,
  newPaperMarks: usize,
  newNearQueue: usize,
  newFarQueue: usize,
  newPaperQueue: usize,
  newMeetings: usize,
  newPaperMask: usize,
): void {
  state = newState;
  stopFlag = newStopFlag;
  authorMarks = newAuthorMarks;
  paperMarks = newPaperMarks;
  nearQueue = newNearQueue;
  farQueue = newFarQueue;
  paperQueue = newPaperQueue;
  meetings = newMeetings;
  paperMask = newPaperMask;
}

export function setLanes(
  newAuthorsSeen: usize,
  newAuthorsAtEdge: usize,
  newAuthorsNext: usize,
  newPapersSeen: usize,
  newPapersNext: usize,
  newLaneCounts: usize,
): void {
  authorsSeen = newAuthorsSeen;
  authorsAtEdge = newAuthorsAtEdge;
  authorsNext = newAuthorsNext;
  papersSeen = newPapersSeen;
  papersNext = newPapersNext;
  laneCounts = newLaneCounts;
}

export function setLaneCount(count: u32): void {
  lanes = count < 64 ? ((<u64>1) << count) - 1 : ~(<u64>0);
}
