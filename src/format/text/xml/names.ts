/**
 * Names of elements and attributes, each made once: a file has a few dozen, and repeats them millions of times. A table
 * of fixed size, so that a file of nothing but different names costs no memory.
 */
import type { XmlShape } from './shape.ts';

export interface XmlName {
  readonly printed: string;
  /** Those of `printed`. */
  readonly codes: Uint16Array;
  /** Without a namespace prefix. */
  readonly local: string;
  readonly isRecord: boolean;
  /** Records and containers stand in no record. */
  readonly isOuter: boolean;
}

const SLOTS = 1024;
const LONGEST = 64;
// ASCII's name characters; 2 for those that begin no name. Names with others are left to the parser.
const NAME = new Uint8Array(0x10000);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_') NAME[letter.charCodeAt(0)] = 1;
for (const sign of '0123456789.-:') NAME[sign.charCodeAt(0)] = 2;

export class XmlNames {
  readonly #records: ReadonlySet<string>;
  readonly #containers: ReadonlySet<string>;
  readonly #slots: (XmlName | undefined)[] = Array.from({ length: SLOTS });

  constructor(shape: Pick<XmlShape, 'records' | 'containers'>) {
    this.#records = new Set(shape.records);
    this.#containers = new Set(shape.containers);
  }

  /** The name that begins there; undefined when none does, or an unusual one. `codes` are those of `text`. */
  at(codes: Uint16Array, text: string, from: number): XmlName | undefined {
    if (NAME[codes[from] ?? 0] !== 1) return undefined;
    let hash = 0;
    let end = from;
    for (let code = codes[end] ?? 0; NAME[code] !== 0; code = codes[++end] ?? 0) {
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    const length = end - from;
    if (length > LONGEST) return undefined;
    const slot = hash & (SLOTS - 1);
    const known = this.#slots[slot];
    if (known?.printed.length === length && standsAt(codes, from, known)) return known;
    const made = this.#made(text.slice(from, end));
    this.#slots[slot] = made;
    return made;
  }

  #made(sliced: string): XmlName {
    const printed = asKey(sliced);
    const local = asKey(printed.slice(printed.indexOf(':') + 1));
    const isRecord = this.#records.has(local);
    const codes = Uint16Array.from(printed, (character) => character.charCodeAt(0));
    return { printed, codes, local, isRecord, isOuter: isRecord || this.#containers.has(local) };
  }
}

/** Whether the name stands there, whatever follows it. */
export function standsAt(codes: Uint16Array, from: number, name: XmlName): boolean {
  const expected = name.codes;
  for (let at = 0; at < expected.length; at++) if (codes[from + at] !== expected[at]) return false;
  return true;
}

// The engine keeps a key once: it is compared by its address, and holds nothing of the text that it was cut from.
function asKey(name: string): string {
  return Object.keys({ [name]: true })[0] ?? name;
}
