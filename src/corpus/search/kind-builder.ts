/** Takes documents in, in their order, and makes the arrays of one kind. See `kind-arrays.ts`. */
import { compareText } from '../../model/index.ts';
import { MAX_WORDS, WORD_BYTES, wordAt } from './kind-arrays.ts';
import type { KindArrays } from './kind-arrays.ts';
import { NumberList } from './number-list.ts';
import { PackedIds } from './packed-ids.ts';
import { varintLength, writeVarint } from './varint.ts';
import { wordsOf } from './words.ts';
import type { SearchKind } from './words.ts';

export interface SearchDocument {
  readonly id: string;
  /** What it is found by: the first is its name or title, the others are variants in the record's order. */
  readonly texts: readonly string[];
  readonly weight: number;
}

export class KindBuilder {
  readonly #kind: SearchKind;
  /** Numbers in the order of meeting, from 1. */
  readonly #numbers = new Map<string, number>();
  readonly #texts = new NumberList();
  readonly #textStarts = new NumberList();
  readonly #weights = new NumberList();
  readonly #ids: PackedIds;

  constructor(kind: SearchKind) {
    this.#kind = kind;
    this.#ids = new PackedIds(kind);
  }

  /** Documents come by falling weight, then id: whoever adds them in another order gets no index. */
  add({ id, texts, weight }: SearchDocument): void {
    const before = this.#weights.at(this.#weights.length - 1);
    if (this.#weights.length > 0 && before < weight) throw new Error(`${id} weighs more than the one before it.`);
    this.#textStarts.push(this.#texts.length);
    for (const text of texts) {
      for (const word of wordsOf(text, this.#kind)) this.#texts.push(this.#number(word));
      this.#texts.push(0);
    }
    this.#ids.push(id);
    this.#weights.push(weight);
  }

  arrays(): KindArrays {
    this.#textStarts.push(this.#texts.length);
    const ranked = [...this.#numbers.keys()].sort(compareText);
    if (ranked.length > MAX_WORDS) throw new RangeError(`Texts have ${ranked.length} different words: too many.`);
    const rankOf = new Uint32Array(ranked.length + 1);
    for (const [at, word] of ranked.entries()) rankOf[this.#numbers.get(word) ?? 0] = at + 1;
    this.#numbers.clear();
    const textStarts = this.#textStarts.whole();
    const texts = packedTexts(this.#texts, rankOf);
    return {
      ...dictionary(ranked),
      ...postingsOf(texts, textStarts, ranked.length),
      texts,
      textStarts,
      ids: this.#ids.whole(),
      weights: this.#weights.whole(),
    };
  }

  #number(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) this.#numbers.set(word, (number = this.#numbers.size + 1));
    return number;
  }
}

function dictionary(ranked: readonly string[]): Pick<KindArrays, 'words' | 'wordStarts'> {
  const wordStarts = new Uint32Array(ranked.length + 1);
  let end = 0;
  for (const [at, word] of ranked.entries()) wordStarts[at + 1] = end += Buffer.byteLength(word);
  const words = Buffer.alloc(end);
  for (const [at, word] of ranked.entries()) words.write(word, wordStarts[at] ?? 0);
  return { words, wordStarts };
}

function packedTexts(texts: NumberList, rankOf: Uint32Array): Uint8Array {
  const packed = new Uint8Array(WORD_BYTES * texts.length);
  for (let at = 0, byte = 0; at < texts.length; at++) {
    const rank = rankOf[texts.at(at)] ?? 0;
    packed[byte++] = rank;
    packed[byte++] = rank >>> 8;
    packed[byte++] = rank >>> 16;
  }
  return packed;
}

// Twice over the texts: once for the length of each list, once to write it in its place.
function postingsOf(
  texts: Uint8Array,
  textStarts: Uint32Array,
  wordCount: number,
): Pick<KindArrays, 'postings' | 'postingStarts' | 'counts'> {
  const counts = new Uint32Array(wordCount);
  const postingStarts = new Uint32Array(wordCount + 1);
  eachPosting(texts, textStarts, wordCount, (word, gap) => {
    counts[word] = (counts[word] ?? 0) + 1;
    postingStarts[word + 1] = (postingStarts[word + 1] ?? 0) + varintLength(gap);
  });
  let end = 0;
  for (let word = 0; word < wordCount; word++) {
    end += postingStarts[word + 1] ?? 0;
    if (end > 0xffffffff) throw new RangeError('Lists of documents take more than 4 GB.');
    postingStarts[word + 1] = end;
  }
  const postings = new Uint8Array(end);
  const next = postingStarts.slice();
  eachPosting(texts, textStarts, wordCount, (word, gap) => {
    next[word] = writeVarint(postings, next[word] ?? 0, gap);
  });
  return { postings, postingStarts, counts };
}

function eachPosting(
  texts: Uint8Array,
  textStarts: Uint32Array,
  wordCount: number,
  tell: (word: number, gap: number) => void,
): void {
  const last = new Uint32Array(wordCount); // documents counted from 1; 0: none yet
  for (let document = 1; document < textStarts.length; document++) {
    const end = WORD_BYTES * (textStarts[document] ?? 0);
    for (let byte = WORD_BYTES * (textStarts[document - 1] ?? 0); byte < end; byte += WORD_BYTES) {
      const word = wordAt(texts, byte);
      const before = last[word];
      if (before === undefined || before === document) continue; // the end of a text, or a word that comes again
      tell(word, document - before);
      last[word] = document;
    }
  }
}
