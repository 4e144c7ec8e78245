/**
 * Ways to find the words a typo or two away, over the different words of made names: our walk of the sorted words, a look
 * at every word of about that length, a BK-tree (Burkhard & Keller 1973, CACM 16, 230), and what a list of words with
 * letters left out (as SymSpell keeps) would hold.
 *
 *     npx tsx bench/search/typos.ts [names] [seed]
 */
import { Dictionary } from '../../src/corpus/search/dictionary.ts';
import { eachNearWord } from '../../src/corpus/search/near-words.ts';
import { compareText, foldText } from '../../src/model/index.ts';
import { Random } from '../random.ts';
import { madeNames } from './made-names.ts';

interface Branch {
  readonly word: string;
  readonly children: Map<number, Branch>;
}

const [nameCount = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
const random = new Random(seed);
const words = [...new Set([...madeNames(nameCount, seed)].flatMap((name) => foldText(name).split(' ')))].sort(
  compareText,
);
const starts = Uint32Array.from({ length: words.length + 1 });
for (const [at, word] of words.entries()) starts[at + 1] = (starts[at] ?? 0) + word.length;
const dictionary = new Dictionary(Buffer.from(words.join('')), starts);
const tree = treeOf(words);
const long = words.filter((word) => word.length >= 6);
const asked = Array.from({ length: 300 }, () => misspelled(random.pick(long)));
const leftOut = words.reduce((sum, { length }) => sum + length + (length * (length - 1)) / 2, 0);
console.log(`${words.length} words of ${starts.at(-1)} letters; with one or two letters left out: ${leftOut} entries`);
for (const most of [1, 2]) {
  timed(`walk, ${most}`, (text) => {
    let count = 0;
    eachNearWord(dictionary, Buffer.from(text), most, () => count++);
    return count;
  });
  timed(`every word, ${most}`, (text) =>
    words.reduce(
      (count, word) =>
        Math.abs(word.length - text.length) <= most && distance(word, text) <= most ? count + 1 : count,
      0,
    ),
  );
  // Plain distances: a tree needs a metric, which one with turned letters is not.
  timed(`BK-tree, ${most}`, (text) => within(tree, text, most));
}

function treeOf(all: readonly string[]): Branch {
  const root: Branch = { word: all[all.length >> 1] ?? '', children: new Map() };
  for (const word of all) {
    let at = root;
    for (;;) {
      const away = distance(at.word, word);
      if (away === 0) break;
      const next = at.children.get(away);
      if (next === undefined) {
        at.children.set(away, { word, children: new Map() });
        break;
      }
      at = next;
    }
  }
  return root;
}

function within({ word, children }: Branch, text: string, most: number): number {
  const away = distance(word, text);
  let count = away <= most ? 1 : 0;
  for (const [each, child] of children) if (Math.abs(each - away) <= most) count += within(child, text, most);
  return count;
}

// Wagner & Fischer, one row.
function distance(one: string, other: string): number {
  const row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    let diagonal = row[0] ?? 0;
    row[0] = at;
    for (let column = 1; column <= other.length; column++) {
      const above = row[column] ?? 0;
      const same = one.charCodeAt(at - 1) === other.charCodeAt(column - 1) ? 0 : 1;
      row[column] = Math.min(above + 1, (row[column - 1] ?? 0) + 1, diagonal + same);
      diagonal = above;
    }
  }
  return row[other.length] ?? 0;
}

function misspelled(word: string): string {
  const at = random.below(word.length);
  return `${word.slice(0, at)}${String.fromCharCode(97 + random.below(26))}${word.slice(at + 1)}`;
}

function timed(what: string, find: (text: string) => number): void {
  for (const text of asked.slice(0, 20)) find(text);
  let found = 0;
  const times = asked.map((text) => {
    const before = process.cpuUsage();
    found += find(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  const sorted = Float64Array.from(times).sort();
  const [middle = 0, high = 0] = [sorted[sorted.length >> 1], sorted[Math.floor(0.99 * sorted.length)]];
  console.log(`${what}: ${found} found, CPU p50 ${middle.toFixed(2)} ms, p99 ${high.toFixed(2)} ms`);
}
