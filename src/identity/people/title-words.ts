/** Numbers for the words that titles are compared by: their stems, without those that stand in any title. */
import { foldText } from '../../model/index.ts';

import { GrowingNumbers } from './growing-numbers.ts';
import { TextPool } from './text-pool.ts';

const STOP_WORDS =
  'a an and are as at be by can do for from how in into is it its new not of on or our over the their this to toward towards under using via versus we what when which with without based approach method'.split(
    ' ',
  );
const SHORTEST = 3;
const ASCII = /^[\x20-\x7e]*$/;

export class TitleWords {
  readonly #stopWords = new TextPool();
  readonly #stems = new TextPool();
  /** By stem. */
  readonly #numbers = new GrowingNumbers();
  readonly #next: (text: string) => number;
  /** The word that is being read. */
  #word = new Uint16Array(256);

  /** @param next the number of what is met for the first time, printed so */
  constructor(next: (text: string) => number) {
    this.#next = next;
    for (const word of STOP_WORDS) this.#stopWords.add(this.#word, this.#spell(word));
  }

  /** Adds the number of each word that says something. @param title as it is printed */
  add(title: string, numbers: number[]): void {
    if (this.#addWords(ASCII.test(title) ? title : foldText(title), numbers)) return;
    // Of nothing but signs.
    for (const word of foldText(title).split(' ')) this.#addWord(this.#spell(word), numbers);
  }

  /** Of a text that is compared as a whole. */
  numberOf(text: string): number {
    const length = this.#spell(text);
    return this.#numberOf(length, length);
  }

  // Reads letter by letter what `foldText` would fold and divide, for no word needs to be a text of its own. Tells
  // whether there is any word.
  #addWords(title: string, numbers: number[]): boolean {
    this.#makeRoom(title.length);
    const word = this.#word;
    let [length, hasWord] = [0, false];
    for (let at = 0; at <= title.length; at++) {
      const letter = at < title.length ? title.charCodeAt(at) : BLANK;
      if ((letter >= SMALL_A && letter <= SMALL_Z) || (letter >= ZERO && letter <= NINE)) word[length++] = letter;
      else if (letter >= CAPITAL_A && letter <= CAPITAL_Z) word[length++] = letter + SMALL_A - CAPITAL_A;
      else if (letter !== APOSTROPHE && letter !== ACCENT && length > 0) {
        hasWord = true;
        this.#addWord(length, numbers);
        length = 0;
      }
    }
    return hasWord;
  }

  #addWord(length: number, numbers: number[]): void {
    if (length < SHORTEST || this.#stopWords.find(this.#word, length) >= 0) return;
    numbers.push(this.#numberOf(stemOf(this.#word, length), length));
  }

  // Of the first letters of the word, in which -ies ends as -y.
  #numberOf(stem: number, length: number): number {
    const word = this.#word;
    const last = word[stem - 1] ?? 0;
    const endsInY = length - stem === 2 && last === SMALL_I && isEnding(word, length, IES);
    if (endsInY) word[stem - 1] = SMALL_Y;
    const known = this.#stems.find(word, stem);
    const added = known < 0 ? this.#stems.add(word, stem) : known;
    if (endsInY) word[stem - 1] = last;
    if (known < 0) this.#numbers.push(this.#next(String.fromCharCode(...word.subarray(0, length))));
    return this.#numbers.at(added);
  }

  #spell(text: string): number {
    this.#makeRoom(text.length);
    for (let at = 0; at < text.length; at++) this.#word[at] = text.charCodeAt(at);
    return text.length;
  }

  #makeRoom(length: number): void {
    if (length > this.#word.length) this.#word = new Uint16Array(2 * length);
  }
}

const [BLANK, APOSTROPHE, ACCENT] = [0x20, 0x27, 0x60];
const [ZERO, NINE, CAPITAL_A, CAPITAL_Z, SMALL_A, SMALL_Z] = [0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a];
const [SMALL_I, SMALL_Y] = [0x69, 0x79];
const IES = lettersOf('ies');
const ENDINGS = ['ing', 'es', 'ed', 's'].map(lettersOf);
const SHORTEST_STEM = 4;

// How many letters are left without the English endings that titles vary in; enough to bring "networks" to "network"
// and "learning" to "learn". Of -ies the i is left, which stands for y.
function stemOf(word: Uint16Array, length: number): number {
  if (length > 5 && isEnding(word, length, IES)) return length - 2;
  for (const ending of ENDINGS) {
    if (length - ending.length >= SHORTEST_STEM && isEnding(word, length, ending)) return length - ending.length;
  }
  return length;
}

function isEnding(word: Uint16Array, length: number, ending: readonly number[]): boolean {
  const from = length - ending.length;
  for (let at = 0; at < ending.length; at++) if (word[from + at] !== ending[at]) return false;
  return from >= 0;
}

function lettersOf(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
