/** A query among the texts of one kind: which documents may fit it, and how well each does. */
import { bestAssignment } from './assignment.ts';
import { WORD_BYTES, wordAt } from './kind-arrays.ts';
import type { KindIndex } from './kind-index.ts';
import { Reading } from './reading.ts';
import type { WordRange } from './reading.ts';
import { wordsOf } from './words.ts';

export interface QuestionOptions {
  /** How many typos a word may have at most that fits. */
  readonly mostTypos: number;
  /** Whether its last word is still being typed. */
  readonly isUnfinished: boolean;
}

export interface Fit {
  readonly score: number;
  /** Which of the document's texts fits best, from 0. */
  readonly text: number;
}

/** The parts of a score, which docs/search.md explains. */
const SHARE_OF_LENGTH = 0.3;
const ORDER_BONUS = 0.05;
const WEIGHT_BONUS = 0.02;
const PRECISION = 1e6;

/** Documents among which a first round looks; each next one looks at 32 times as many. */
const FIRST_ROUND = 4096;
const GROWTH = 32;
/** Share of the documents with the rarest word, below which those that have it as it stands come first. */
const FEW = 1 / 8;
/** Documents of a list that are read in the time in which one document is looked at. */
const WORTH_READING = 16;

export class Question {
  readonly #index: KindIndex;
  readonly #readings: readonly Reading[];
  /** How much each word counts; together 1. */
  readonly #shares: readonly number[];
  /** Documents that have a word that fits, of each word; too many where some have several such. */
  readonly #counts: readonly number[];
  /** Which of the words is the rarest; -1 where there is none. */
  readonly #rarest: number;
  readonly #isOfInitials: boolean;
  /** Those of the document looked at. */
  #words = new Uint32Array(32);
  /** How well each word of the query fits each of them. */
  #values: Float64Array;

  constructor(index: KindIndex, query: string, { mostTypos, isUnfinished }: QuestionOptions) {
    this.#index = index;
    const words = wordsOf(query, index.kind);
    this.#readings = words.map(
      (word, at) => new Reading(index, word, { mostTypos, isUnfinished: isUnfinished && at === words.length - 1 }),
    );
    const counts = this.#readings.map((reading) => countOf(reading, index));
    const weights = counts.map((count) => Math.log(1 + (index.length - count + 0.5) / (count + 0.5)));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    this.#shares = weights.map((weight) => weight / sum);
    this.#values = new Float64Array(words.length * this.#words.length);
    this.#isOfInitials = this.#readings.every(({ letters }) => letters === 1);
    this.#counts = counts;
    this.#rarest = counts.indexOf(Math.min(...counts));
  }

  /**
   * Tells the documents that may fit, each once, until `look` says that it is enough: the weightiest first. Where few of
   * those that have the rarest word have it as it stands, these come before all others.
   */
  eachCandidate(look: (document: number) => boolean): void {
    const [reading, count] = [this.#readings[this.#rarest], this.#counts[this.#rarest] ?? 0];
    if (reading === undefined) return;
    const { same } = reading;
    const seen = new Uint32Array((this.#index.length + 31) >>> 5);
    const isWord = same !== undefined && reading.letters > 1; // one letter is as good as any word that begins so
    if (isWord && this.#index.countOf(same) < FEW * count) {
      const sought = [[[same, same + 1] as const], ...this.#alsoSought(this.#index.countOf(same))];
      if (!this.#eachWithAll(sought, seen, look)) return;
    }
    this.#eachWithAll([reading.ranges(), ...this.#alsoSought(count)], seen, look);
  }

  /** How well the document fits; undefined where some word of the query finds none of its own in any text. */
  fit(document: number): Fit | undefined {
    const { texts, textStarts } = this.#index.arrays;
    const end = WORD_BYTES * (textStarts[document + 1] ?? 0);
    let best = 0;
    let bestText = 0;
    let text = 0;
    let count = 0;
    for (let byte = WORD_BYTES * (textStarts[document] ?? 0); byte < end; byte += WORD_BYTES) {
      const word = wordAt(texts, byte);
      if (word >= 0) {
        if (count === this.#words.length) this.#makeRoom();
        this.#words[count++] = word;
        continue;
      }
      const score = this.#score(count);
      if (score > best) [best, bestText] = [score, text];
      count = 0;
      text++;
    }
    if (best === 0) return undefined;
    const bonus = WEIGHT_BONUS * Math.log10(1 + this.#index.weightAt(document));
    return { score: Math.round((best + bonus) * PRECISION) / PRECISION, text: bestText };
  }

  // Of the text of the first words in `#words`; 0: it does not fit.
  #score(columns: number): number {
    const [readings, words, values] = [this.#readings, this.#words, this.#values];
    const rows = readings.length;
    if (rows === 0 || rows > columns) return 0;
    // Initials alone find nobody: "John Smith" is not J. S. Bach. A query of nothing but initials asks for just that.
    let isMore = this.#isOfInitials;
    for (let row = 0; row < rows; row++) {
      const reading = readings[row];
      const share = this.#shares[row] ?? 0;
      let isFound = false;
      for (let column = 0; column < columns; column++) {
        const word = words[column] ?? 0;
        const fit = reading?.fit(word) ?? 0;
        if (fit > 0) {
          isFound = true;
          if (reading !== undefined && reading.letters > 1 && word !== reading.initial) isMore = true;
        }
        values[row * columns + column] = share * fit;
      }
      if (!isFound) return 0;
    }
    const columnOf = isMore ? bestAssignment(values, rows, columns) : undefined;
    if (columnOf === undefined) return 0;
    let fit = 0;
    let inOrder = 0;
    for (const [row, column] of columnOf.entries()) {
      fit += values[row * columns + column] ?? 0;
      if (row > 0 && column === (columnOf[row - 1] ?? 0) + 1) inOrder++;
    }
    const order = rows === 1 ? 1 : inOrder / (rows - 1);
    return fit * (1 - SHARE_OF_LENGTH + (SHARE_OF_LENGTH * rows) / columns) + ORDER_BONUS * order;
  }

  // The other words whose lists are short enough to be read too, so that what has not all is never looked at.
  #alsoSought(count: number): WordRange[][] {
    const isWorth = (_: unknown, at: number): boolean =>
      at !== this.#rarest && (this.#counts[at] ?? 0) <= WORTH_READING * count;
    return this.#readings.filter(isWorth).map((reading) => reading.ranges());
  }

  // A stretch of documents at a time, because they are numbered by falling weight: who wants a few reads few. Whether all
  // were looked at.
  #eachWithAll(
    sought: readonly (readonly WordRange[])[],
    seen: Uint32Array,
    look: (document: number) => boolean,
  ): boolean {
    const { length } = this.#index;
    const marks = sought.map((ranges) => ({ ranges, bits: new Uint32Array(seen.length) }));
    for (let from = 0, end = FIRST_ROUND; from < length; from = end, end *= GROWTH) {
      const stop = Math.min(end, length);
      for (const { ranges, bits } of marks) this.#index.mark(ranges, from, stop, bits);
      for (let block = from >>> 5; block << 5 < stop; block++) {
        let rest = ~(seen[block] ?? 0);
        for (const { bits } of marks) rest &= bits[block] ?? 0;
        seen[block] = (seen[block] ?? 0) | rest;
        for (; rest !== 0; rest &= rest - 1) {
          if (!look((block << 5) + 31 - Math.clz32(rest & -rest))) return false;
        }
      }
    }
    return true;
  }

  #makeRoom(): void {
    const next = new Uint32Array(2 * this.#words.length);
    next.set(this.#words);
    this.#words = next;
    this.#values = new Float64Array(this.#readings.length * next.length);
  }
}

function countOf(reading: Reading, index: KindIndex): number {
  let count = 0;
  for (const [first, end] of reading.ranges()) for (let word = first; word < end; word++) count += index.countOf(word);
  return Math.min(count, index.length);
}
