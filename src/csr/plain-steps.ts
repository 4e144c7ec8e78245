/** The plain twin of the kernels: what tests hold them to, and what walks arrays that WebAssembly cannot reach. */
import { at } from './at.ts';
import { paperTest } from './filter.ts';
import type { PaperTest, WalkFilter } from './filter.ts';
import type { GraphViews } from './graph-arrays.ts';
import type { View } from './memory.ts';
import { FAR, LANES, LISTED, MET, PAPER, STATE } from './scratch.ts';
import type { Scratch } from './scratch.ts';
import type { Edge, Side, Steps } from './steps.ts';

const BLOCK = 16;

export class PlainSteps implements Steps {
  readonly graph: GraphViews;
  readonly scratch: Scratch;
  readonly #left: Float64Array;
  #passes: PaperTest = () => true;
  #excludesFlagged = false;

  constructor(graph: GraphViews, scratch: Scratch) {
    this.graph = graph;
    this.scratch = scratch;
    this.#left = new Float64Array(scratch.state.buffer, scratch.state.byteOffset, 1);
  }

  setFilter(filter: WalkFilter): void {
    this.#passes = paperTest(this.graph, filter);
    this.#excludesFlagged = filter.excludesFlagged === true;
  }

  expand(side: Side, begin: number, end: number, tail: number, mark: number): number {
    const { authorOffsets, authorPapers, paperOffsets, paperAuthors } = this.graph;
    const { state, abort, authorMarks, paperMarks, paperQueue, meetings } = this.scratch;
    const queue = this.#queue(side);
    for (let place = begin; place < end; place++) {
      if ((place - begin) % BLOCK === 0 && (at(this.#left, 0) < 0 || abort[0] !== 0)) {
        state[STATE.stopped] = 1;
        return tail;
      }
      const author = at(queue, place);
      const lastEntry = at(authorOffsets, author + 1);
      this.#read(lastEntry - at(authorOffsets, author));
      for (let entry = at(authorOffsets, author); entry < lastEntry; entry++) {
        const paper = at(authorPapers, entry);
        if (paperMarks[paper] !== 0 || !this.#passes(paper)) continue;
        paperMarks[paper] = PAPER.opened;
        push(paperQueue, state, STATE.papersOpened, paper);
        const first = at(paperOffsets, paper);
        const last = at(paperOffsets, paper + 1);
        this.#read(last - first);
        for (let seat = first; seat < last; seat++) {
          const found = at(paperAuthors, seat);
          const known = at(authorMarks, found);
          if (known === 0) {
            if (!this.#mayEnter(found)) continue;
            authorMarks[found] = mark;
            queue[tail++] = found;
          } else if ((known & FAR) !== (mark & FAR) && known < MET) {
            meetings[0] = found;
            state[STATE.meetings] = 1;
            state[STATE.meetingPaper] = paper;
            return tail;
          }
        }
      }
    }
    return tail;
  }

  meetAll(side: Side, edge: Edge, otherEdge: Edge, otherMark: number, opened: number): void {
    const { state, authorMarks, paperMarks, paperQueue } = this.scratch;
    const { paperOffsets, paperAuthors } = this.graph;
    for (let place = opened; place < at(state, STATE.papersOpened); place++) {
      paperMarks[at(paperQueue, place)] = PAPER.shared;
    }
    state[STATE.meetings] = 0;
    this.#eachPaper(side === 'near' ? 'far' : 'near', otherEdge, (paper, author) => {
      const known = at(paperMarks, paper);
      if (known === PAPER.shared) this.#meet(author);
      if (known !== 0 || !this.#passes(paper)) return;
      paperMarks[paper] = PAPER.reached;
      push(paperQueue, state, STATE.papersOpened, paper);
    });
    this.#eachPaper(side, edge, (paper) => {
      if (paperMarks[paper] !== PAPER.reached) return;
      paperMarks[paper] = PAPER.shared;
      const last = at(paperOffsets, paper + 1);
      for (let place = at(paperOffsets, paper); place < last; place++) {
        const author = at(paperAuthors, place);
        if ((at(authorMarks, author) & ~MET) === otherMark) this.#meet(author);
      }
    });
  }

  below(author: number, mark: number): number {
    const { authorOffsets, authorPapers, paperOffsets, paperAuthors } = this.graph;
    const { authorMarks, paperMarks, meetings } = this.scratch;
    let count = 0;
    const lastEntry = at(authorOffsets, author + 1);
    for (let entry = at(authorOffsets, author); entry < lastEntry; entry++) {
      const paper = at(authorPapers, entry);
      if (paperMarks[paper] !== PAPER.opened && paperMarks[paper] !== PAPER.shared) continue;
      const last = at(paperOffsets, paper + 1);
      for (let place = at(paperOffsets, paper); place < last; place++) {
        const found = at(paperAuthors, place);
        const known = at(authorMarks, found);
        if ((known & ~MET) !== mark) continue;
        authorMarks[found] = known | LISTED;
        meetings[count++] = found;
      }
    }
    for (let place = 0; place < count; place++) {
      const found = at(meetings, place);
      authorMarks[found] = at(authorMarks, found) & ~LISTED;
    }
    return count;
  }

  expandMany(count: number): number {
    const { state, abort, nearQueue, farQueue, paperQueue, laneCounts, ...lanes } = this.scratch;
    const { authorsSeen, authorsAtEdge, authorsNext, papersSeen, papersNext } = lanes;
    laneCounts.fill(0);
    if (at(this.#left, 0) < 0 || abort[0] !== 0) {
      state[STATE.stopped] = 1;
      return count;
    }
    let papers = 0;
    this.#eachPaper('near', { begin: 0, end: count }, (paper, author) => {
      const added = freshBits(authorsAtEdge, author, papersSeen, papersNext, paper, () => this.#passes(paper));
      if (added) paperQueue[papers++] = paper;
    });
    for (let place = 0; place < count; place++)
      authorsAtEdge.fill(0, 2 * at(nearQueue, place), 2 * at(nearQueue, place) + 2);
    let found = 0;
    for (let place = 0; place < papers; place++) {
      const paper = at(paperQueue, place);
      const first = at(this.graph.paperOffsets, paper);
      const last = at(this.graph.paperOffsets, paper + 1);
      this.#read(last - first);
      for (let seat = first; seat < last; seat++) {
        const author = at(this.graph.paperAuthors, seat);
        const added = freshBits(papersNext, paper, authorsSeen, authorsNext, author, () => this.#mayEnter(author));
        if (added) farQueue[found++] = author;
      }
      moveBits(papersNext, papersSeen, paper);
    }
    for (let place = 0; place < found; place++) {
      const author = at(farQueue, place);
      nearQueue[place] = author;
      for (let lane = 0; lane < LANES; lane++) {
        const word = 2 * author + (lane >> 5);
        if (((at(authorsNext, word) >>> (lane & 31)) & 1) === 1) laneCounts[lane] = at(laneCounts, lane) + 1;
      }
      for (const word of [2 * author, 2 * author + 1]) authorsAtEdge[word] = at(authorsNext, word);
      moveBits(authorsNext, authorsSeen, author);
    }
    return found;
  }

  #mayEnter(author: number): boolean {
    return !this.#excludesFlagged || this.graph.authorFlags[author] === 0;
  }

  #eachPaper(side: Side, { begin, end }: Edge, visit: (paper: number, author: number) => void): void {
    const queue = this.#queue(side);
    for (let place = begin; place < end; place++) {
      const author = at(queue, place);
      const last = at(this.graph.authorOffsets, author + 1);
      this.#read(last - at(this.graph.authorOffsets, author));
      for (let entry = at(this.graph.authorOffsets, author); entry < last; entry++) {
        visit(at(this.graph.authorPapers, entry), author);
      }
    }
  }

  #meet(author: number): void {
    const { state, authorMarks, meetings } = this.scratch;
    const known = at(authorMarks, author);
    if ((known & MET) !== 0) return;
    authorMarks[author] = known | MET;
    push(meetings, state, STATE.meetings, author);
  }

  #queue(side: Side): View<'u32'> {
    return side === 'near' ? this.scratch.nearQueue : this.scratch.farQueue;
  }

  clear(nearCount: number, farCount: number): void {
    const { state, authorMarks, paperMarks, nearQueue, farQueue, paperQueue } = this.scratch;
    unmark(authorMarks, nearQueue, nearCount);
    unmark(authorMarks, farQueue, farCount);
    unmark(paperMarks, paperQueue, at(state, STATE.papersOpened));
  }

  #read(authorships: number): void {
    this.#left[0] = at(this.#left, 0) - authorships;
  }
}

// Adds to `next` of one thing the bits that stand at another and that it has not seen. True where it had none before;
// one that may not be entered keeps none.
function freshBits(
  from: View<'u32'>,
  source: number,
  seen: View<'u32'>,
  next: View<'u32'>,
  target: number,
  mayEnter: () => boolean,
): boolean {
  const low = (at(from, 2 * source) & ~at(seen, 2 * target)) >>> 0;
  const high = (at(from, 2 * source + 1) & ~at(seen, 2 * target + 1)) >>> 0;
  if (low === 0 && high === 0) return false;
  const isFirst = next[2 * target] === 0 && next[2 * target + 1] === 0;
  if (isFirst && !mayEnter()) return false;
  next[2 * target] = at(next, 2 * target) | low;
  next[2 * target + 1] = at(next, 2 * target + 1) | high;
  return isFirst;
}

function moveBits(from: View<'u32'>, to: View<'u32'>, item: number): void {
  for (const word of [2 * item, 2 * item + 1]) {
    to[word] = at(to, word) | at(from, word);
    from[word] = 0;
  }
}

function unmark(marks: View<'u8'>, queue: View<'u32'>, count: number): void {
  for (let place = 0; place < count; place++) marks[at(queue, place)] = 0;
}

function push(list: View<'u32'>, state: View<'u32'>, counter: number, item: number): void {
  const count = at(state, counter);
  list[count] = item;
  state[counter] = count + 1;
}
