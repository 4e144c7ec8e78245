/**
 * `crossref` and `xdata`: what an entry takes over from another, which may stand before or after it. A child that has
 * all we ask for goes on at once; another waits, with nothing kept but itself. Of entries that may become parents
 * (proceedings, collections, books) only the fields that are inherited are remembered. Both tables are bounded: beyond
 * that the oldest parent is forgotten, and the oldest child goes on as it is.
 */
import type { Entry } from './entry.ts';

export interface InheritanceEvents {
  readonly ready: (entry: Entry) => void;
  /** The parent is not in the file. */
  readonly orphan: (entry: Entry, parent: string) => void;
}

interface Waiting {
  readonly entry: Entry;
  /** Parents still to take from, the next first. */
  readonly parents: Parent[];
  steps: number;
}

interface Parent {
  readonly key: string;
  readonly isData: boolean;
}

const MOST_PARENTS = 10_000; // in each of two generations
const MOST_WAITING = 50_000;
const MOST_STEPS = 8;
const PARENT_TYPES =
  /^(?:mv)?(?:proceedings|collection|book|reference)$|^(?:xdata|periodical|inbook|inproceedings|manual|booklet)$/;
const INHERITED = [
  'author',
  'title',
  'subtitle',
  'booktitle',
  'booksubtitle',
  'year',
  'month',
  'day',
  'date',
  'journal',
  'journaltitle',
  'issn',
  'series',
  'crossref',
  'xdata',
] as const;
const IN_ANOTHER = /^(?:in|suppbook|suppcollection|bookinbook|conference)/;

export class Inheritance {
  readonly #events: InheritanceEvents;
  // Two generations of parents: when the young one is full, the old one is forgotten at once. Forgetting one by one
  // costs more than all the remembering.
  #parents = new Map<string, Entry>();
  #olderParents = new Map<string, Entry>();
  readonly #waiting = new Map<string, Set<Waiting>>();
  readonly #queue = new Set<Waiting>();

  constructor(events: InheritanceEvents) {
    this.#events = events;
  }

  add(entry: Entry): void {
    this.#remember(entry);
    if (entry.type !== 'xdata') this.#advance({ entry, parents: parentsOf(entry), steps: 0 });
    const key = entry.key.toLowerCase();
    const children = this.#waiting.get(key);
    if (children === undefined) return;
    this.#waiting.delete(key);
    for (const child of children) {
      this.#queue.delete(child);
      this.#advance(child, entry);
    }
  }

  /** The file is over: who still waits goes on without. */
  end(): void {
    for (const waiting of this.#queue) this.#giveUp(waiting);
    this.#queue.clear();
    this.#waiting.clear();
  }

  /** Takes from each parent that is known; waits for the first that is not. */
  #advance(waiting: Waiting, arrived?: Entry): void {
    const { entry, parents } = waiting;
    for (let next = parents[0]; next !== undefined; next = parents[0]) {
      if (!next.isData && !isInNeed(entry)) break;
      const key = next.key.toLowerCase();
      const parent = key === arrived?.key.toLowerCase() ? arrived : this.#parent(key);
      if (parent === undefined) return this.#wait(waiting, key);
      parents.shift();
      if (parent.key === entry.key || ++waiting.steps > MOST_STEPS) continue;
      inherit(entry, parent, next.isData);
      parents.unshift(...parentsOf(parent));
    }
    this.#events.ready(entry);
  }

  #wait(waiting: Waiting, key: string): void {
    const children = this.#waiting.get(key);
    if (children === undefined) this.#waiting.set(key, new Set([waiting]));
    else children.add(waiting);
    this.#queue.add(waiting);
    if (this.#queue.size <= MOST_WAITING) return;
    const [oldest] = this.#queue;
    if (oldest === undefined) return;
    this.#queue.delete(oldest);
    const key0 = oldest.parents[0]?.key.toLowerCase() ?? '';
    const siblings = this.#waiting.get(key0);
    siblings?.delete(oldest);
    if (siblings?.size === 0) this.#waiting.delete(key0);
    this.#giveUp(oldest);
  }

  #giveUp({ entry, parents }: Waiting): void {
    this.#events.orphan(entry, parents[0]?.key ?? '');
    this.#events.ready(entry);
  }

  #remember(entry: Entry): void {
    if (entry.key === '' || !PARENT_TYPES.test(entry.type)) return;
    const fields = new Map<string, string>();
    const names = entry.type === 'xdata' ? entry.fields.keys() : INHERITED;
    for (const name of names) {
      const value = entry.fields.get(name);
      if (value !== undefined && (value.length < 2_000 || entry.type === 'xdata')) fields.set(name, copied(value));
    }
    const key = copied(entry.key);
    this.#parents.set(key.toLowerCase(), { ...entry, key, fields });
    if (this.#parents.size < MOST_PARENTS) return;
    this.#olderParents = this.#parents;
    this.#parents = new Map();
  }

  #parent(key: string): Entry | undefined {
    return this.#parents.get(key) ?? this.#olderParents.get(key);
  }
}

// A piece cut out of a text keeps the whole text alive as long as it lives itself.
function copied(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function parentsOf({ fields }: Entry): Parent[] {
  const data = (fields.get('xdata') ?? '').split(',').map((key) => ({ key: key.trim(), isData: true }));
  const parent = { key: (fields.get('crossref') ?? '').trim(), isData: false };
  return [...data, parent].filter(({ key }) => key !== '');
}

/** Whether an entry lacks something that a crossref may give: DBLP's entries have it all, and need not wait. */
function isInNeed({ type, fields }: Entry): boolean {
  const hasDate = fields.has('year') || fields.has('date');
  const hasVenue = fields.has('booktitle') || fields.has('journal') || fields.has('journaltitle');
  return !hasDate || !hasVenue || !fields.has('title') || (!fields.has('author') && type !== 'proceedings');
}

function inherit(entry: Entry, parent: Entry, isData: boolean): void {
  const names = isData ? parent.fields.keys() : INHERITED;
  const isPart = !isData && IN_ANOTHER.test(entry.type);
  const before = new Set(entry.fields.keys());
  for (const name of names) {
    if (name === 'crossref' || name === 'xdata' || before.has(name)) continue;
    const isDate = name === 'year' || name === 'month' || name === 'day' || name === 'date';
    if (isDate && (before.has('year') || before.has('date'))) continue;
    if (isPart && (name === 'title' || name === 'subtitle')) continue;
    if (name === 'author' && isPart && entry.type !== 'inbook') continue;
    const value = parent.fields.get(name);
    if (value !== undefined) entry.fields.set(name, value);
  }
  if (!isPart || entry.fields.has('booktitle')) return;
  const title = parent.fields.get('title');
  if (title !== undefined) entry.fields.set('booktitle', title);
}
