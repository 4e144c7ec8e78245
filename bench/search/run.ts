/**
 * What an index of names and titles costs: bytes a document, time to build, and time to answer.
 *
 *     npx tsx --expose-gc bench/search/run.ts [authors] [papers] [seed]
 */
import { KindBuilder } from '../../src/corpus/search/kind-builder.ts';
import { KindIndex } from '../../src/corpus/search/kind-index.ts';
import { SearchIndex } from '../../src/corpus/search/search-index.ts';
import type { SearchKind } from '../../src/corpus/search/words.ts';
import { Random } from '../random.ts';
import { madeNames, madeTitles } from './made-names.ts';

const [authorCount = 1_000_000, paperCount = 0, seed = 1] = process.argv.slice(2).map(Number);
const ASKED = 2000;
const random = new Random(seed);
const samples = { AUTHOR: [] as string[], PAPER: [] as string[] };

const authors = built('AUTHOR', authorCount, madeNames(authorCount, seed));
const papers = built('PAPER', paperCount, madeTitles(paperCount, seed));
const index = new SearchIndex({
  AUTHOR: authors,
  PAPER: papers,
  INSTITUTION: built('INSTITUTION', 0, []),
  VENUE: built('VENUE', 0, []),
});
const all = sizeOf(authors) + sizeOf(papers);
console.log(`both: ${megabytes(all)}; the whole process has ${megabytes(process.memoryUsage().rss)}`);

const typed = [...pickedPrefixes()];
timed(`suggest among people, each key of ${ASKED / 10} names`, typed, (text) => index.suggest(text, ['AUTHOR'], 10));
timed('suggest among all', typed, (text) => index.suggest(text, [], 10));
timed('search a name', picked('AUTHOR'), (text) => index.search(text, ['AUTHOR']).best(20));
timed('search a name with a typo', picked('AUTHOR').map(misspelled), (text) => index.search(text, ['AUTHOR']).best(20));
timed('search a word of a name', picked('AUTHOR').map(lastWord), (text) => index.search(text, ['AUTHOR']).best(20));
if (paperCount > 0) {
  timed('search a title', picked('PAPER'), (text) => index.search(text, ['PAPER']).best(20));
  timed('search two words of a title', picked('PAPER').map(twoWords), (text) => index.search(text, ['PAPER']).best(20));
  timed('search a word of a title', picked('PAPER').map(lastWord).slice(0, 200), (text) =>
    index.search(text, ['PAPER']).best(20),
  );
}

function built(kind: SearchKind, count: number, texts: Iterable<string>): KindIndex {
  const start = performance.now();
  const builder = new KindBuilder(kind);
  let at = 0;
  for (const text of texts) {
    // Few have most: weights fall as the rank's inverse.
    builder.add({ id: madeId(kind, at), texts: [text], weight: Math.ceil(2000 / (at + 1) ** 0.5) });
    if ((kind === 'AUTHOR' || kind === 'PAPER') && random.chance((2 * ASKED) / count)) samples[kind].push(text);
    at++;
  }
  const index = new KindIndex(kind, builder.arrays());
  if (count === 0) return index;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const bytes = sizeOf(index);
  const words = `${index.dictionary.length} different words`;
  console.log(
    `${count} of ${kind}, ${words}: ${megabytes(bytes)}, ${Math.round(bytes / count)} bytes each, ${seconds} s`,
  );
  const parts = Object.entries(index.arrays).map(
    ([name, array]: [string, Uint8Array]) => `${name} ${megabytes(array.byteLength)}`,
  );
  console.log(`  ${parts.join(', ')}`);
  return index;
}

// What the index holds beside the arrays that are saved: the first document of each word.
function sizeOf({ arrays, dictionary }: KindIndex): number {
  const saved = Object.values(arrays as unknown as Record<string, Uint8Array>);
  return saved.reduce((sum, { byteLength }) => sum + byteLength, 4 * dictionary.length);
}

function madeId(kind: SearchKind, at: number): string {
  return `${kind[0]}_${String(at).padStart(kind === 'AUTHOR' ? 24 : 16, '0')}`;
}

function picked(kind: 'AUTHOR' | 'PAPER'): string[] {
  return samples[kind].slice(0, ASKED);
}

function* pickedPrefixes(): Iterable<string> {
  for (const name of samples.AUTHOR.slice(0, ASKED / 10)) {
    for (let length = 1; length <= name.length; length++) yield name.slice(0, length);
  }
}

function misspelled(name: string): string {
  const at = name.length - 2 - random.below(Math.min(4, name.length - 2));
  const letter = String.fromCharCode(97 + random.below(26));
  return random.chance(0.5) ? name.slice(0, at) + name.slice(at + 1) : name.slice(0, at) + letter + name.slice(at);
}

function lastWord(text: string): string {
  return text.split(' ').at(-1) ?? '';
}

function twoWords(title: string): string {
  const words = title.split(' ');
  return `${random.pick(words)} ${random.pick(words)}`;
}

// Wall time and, because other programs may run, what the process itself worked.
function timed(what: string, texts: readonly string[], ask: (text: string) => unknown): void {
  for (const text of texts.slice(0, 100)) ask(text); // until it is compiled
  const wall: number[] = [];
  const worked: number[] = [];
  for (const text of texts) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    ask(text);
    const { user, system } = process.cpuUsage(before);
    wall.push(performance.now() - start);
    worked.push((user + system) / 1000);
  }
  console.log(`${what}: ${texts.length} asked, ${shares(wall)}; CPU ${shares(worked)}`);
}

function shares(times: readonly number[]): string {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
