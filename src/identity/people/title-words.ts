/** Numbers for the words that titles are compared by: their stems, without those that stand in any title. */

const STOP_WORDS = new Set(
  'a an and are as at be by can do for from how in into is it its new not of on or our over the their this to toward towards under using via versus we what when which with without based approach method'.split(
    ' ',
  ),
);
const NO_NUMBER = -1;

export class TitleWords {
  /** By stem. */
  readonly #numbers = new Map<string, number>();
  /** By word as it is printed, folded: titles have few words, and each is stemmed once. */
  readonly #numberOfWord = new Map<string, number>();
  readonly #next: (text: string) => number;

  /** @param next the number of what is met for the first time, printed so */
  constructor(next: (text: string) => number) {
    this.#next = next;
  }

  /** Adds the number of each word that says something. @param title folded */
  add(title: string, numbers: number[]): void {
    for (let [from, to] = [0, 0]; to < title.length; from = to + 1) {
      to = title.indexOf(' ', from);
      if (to < 0) to = title.length;
      const word = title.slice(from, to);
      let number = this.#numberOfWord.get(word);
      if (number === undefined) {
        const isTelling = word.length > 2 && !STOP_WORDS.has(word);
        number = isTelling ? this.numberOf(stem(word), word) : NO_NUMBER;
        this.#numberOfWord.set(word, number);
      }
      if (number !== NO_NUMBER) numbers.push(number);
    }
  }

  numberOf(stemmed: string, text: string): number {
    let number = this.#numbers.get(stemmed);
    if (number === undefined) {
      number = this.#next(text);
      this.#numbers.set(stemmed, number);
    }
    return number;
  }
}

// English endings that titles vary in; enough to bring "networks" to "network" and "learning" to "learn".
function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  for (const ending of ['ing', 'es', 'ed', 's']) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) return word.slice(0, -ending.length);
  }
  return word;
}
