/**
 * The names of all nodes, each distinct one with a number and looked at once: its parts, how many people may bear it, and
 * the block of names that can be one person's.
 */
import type { PersonRecord } from '../../model/index.ts';

import { foldedOnce, nameForm } from '../name-match.ts';
import type { NameForm } from '../name-match.ts';
import type { Sourced } from '../sourced.ts';

import type { Places } from './places.ts';
import { expectedNamesakes } from './rarity.ts';

/** Of each node the name that is printed first, folded. */
export interface FoldedNames {
  readonly texts: readonly string[];
  readonly firstAt: (node: number) => number;
  readonly at: (node: number) => string;
}

export class Names {
  readonly #byPrinting = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #forms: NameForm[] = [];
  readonly #namesakes: number[] = [];
  readonly #blocks: number[] = [];
  readonly #blockNumbers = new Map<string, number>();
  /** By name, a list of it alone, and one of its block: what most nodes have. */
  readonly #alone: (readonly number[])[] = [];
  readonly #blockAlone: (readonly number[])[] = [];
  /** Of each node its first name; most have one. */
  readonly #first: Int32Array;
  /** Of the nodes that have several: all of them. */
  readonly #all = new Map<number, readonly number[]>();

  constructor(places: Places, persons: readonly Sourced<PersonRecord>[]) {
    this.#first = new Int32Array(places.length + persons.length);
    let last = -1;
    places.forEach((place, _, mention) => {
      const number = this.#number(mention.name);
      if (place !== last) this.#first[place] = number;
      else if (number !== this.#first[place]) this.#all.set(place, [...new Set([...this.at(place), number])]);
      last = place;
    });
    for (const [at, { record }] of persons.entries()) {
      const own = [record.name, ...record.aliases].map((name) => this.#number(name));
      this.#first[places.length + at] = own[0] ?? 0;
      if (own.length > 1) this.#all.set(places.length + at, [...new Set(own)]);
    }
  }

  get count(): number {
    return this.#forms.length;
  }

  get blockCount(): number {
    return this.#blockNumbers.size;
  }

  /** The numbers of a node's names, each once. */
  at(node: number): readonly number[] {
    return this.#all.get(node) ?? this.#alone[this.firstAt(node)] ?? NO_NAMES;
  }

  /** The blocks of a node's names. */
  blocksAt(node: number): readonly number[] {
    const all = this.#all.get(node);
    return all?.map((name) => this.block(name)) ?? this.#blockAlone[this.firstAt(node)] ?? NO_NAMES;
  }

  /** The one that is printed first. */
  firstAt(node: number): number {
    return this.#first[node] ?? 0;
  }

  /** The parts, of the first printing that folds so. */
  form(name: number): NameForm {
    return this.#forms[name] as NameForm; // numbers are given here
  }

  /** How many people may bear it beside one who does. */
  namesakes(name: number): number {
    return this.#namesakes[name] ?? 0;
  }

  /** Names of one family and one first letter. */
  block(name: number): number {
    return this.#blocks[name] ?? 0;
  }

  /** The folded texts alone, for when the rest is not needed any more. */
  folded(): FoldedNames {
    const [texts, first] = [this.#texts, this.#first];
    const firstAt = (node: number): number => first[node] ?? 0;
    return { texts, firstAt, at: (node) => texts[firstAt(node)] ?? '' };
  }

  // Printed names come again as they are; few are folded more than once.
  #number(printed: string): number {
    let number = this.#byPrinting.get(printed);
    if (number === undefined) {
      const folded = foldedOnce(printed);
      number = this.#numbers.get(folded) ?? this.#add(folded, printed);
      this.#byPrinting.set(printed, number);
    }
    return number;
  }

  #add(folded: string, printed: string): number {
    const form = nameForm(printed);
    const number = this.#forms.push(form) - 1;
    this.#texts.push(folded);
    this.#numbers.set(folded, number);
    this.#namesakes.push(expectedNamesakes(form));
    const block = `${form.family.replaceAll(' ', '')} ${form.givens[0]?.[0] ?? ''}`;
    const blockNumber = this.#blockNumbers.get(block) ?? this.#blockNumbers.size;
    this.#blockNumbers.set(block, blockNumber);
    this.#blocks.push(blockNumber);
    this.#alone.push([number]);
    this.#blockAlone.push([blockNumber]);
    return number;
  }
}

const NO_NAMES: readonly number[] = [];
