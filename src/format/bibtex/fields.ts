/**
 * The fields of one entry: `name = {…} # macro # "…",`. Values keep their LaTeX; only the delimiters go. Damage costs
 * a field, not the entry: a missing comma is none, a value that never ends ends where the next field begins a line.
 */
import type { Macros } from './macros.ts';

export interface FieldsRead {
  readonly key: string;
  readonly fields: Map<string, string>;
  /** What did not follow the syntax, in words. */
  readonly damage: readonly string[];
  /** Macros that nobody defined; their names stand in the values. */
  readonly unknownMacros: readonly string[];
}

const KEY = /([^\s,{}]*)\s*(?:,|$)/y;
const KEY_WITH_SPACES = /([^,={}"]{1,200}?)\s{0,40}(?:,|$)/y;
const KEY_WITHOUT_COMMA = /([^\s,={}"]{1,200})\s{1,40}(?=[A-Za-z][\w-]{0,60}\s{0,40}=)/y;
const SPACES = /\s*/y;
const FIELD_AS_KEY = /^[A-Za-z][\w-]*=["\d]/;
const NAME = /[\s,})]*(?:%[^\n]*\n[\s,})]*)*([A-Za-z_][^\s={},"#%]*)\s*=\s*/y;
const STRAY = /[\s,})]*/y;
const TRAILING = /["},\s]/;
const NEXT_FIELD = /[\n\r,]\s{0,40}[A-Za-z_][^\s={},"#%]{0,60}\s{0,40}=\s{0,40}["{\w]/g;
/** Damage costs a look at the rest of the entry each time; beyond this much of it the rest is left. */
const MOST_DAMAGE = 20;
const PLAIN = /[^\s,#{}"=]+/y;
const JOIN = /\s*#\s*/y;

export function readFields(body: string, macros: Macros): FieldsRead {
  return new FieldReader(body, macros).read(true);
}

/** Reads `name = value` of an `@string`. */
export function readDefinitions(body: string, macros: Macros): FieldsRead {
  return new FieldReader(body, macros).read(false);
}

class FieldReader {
  readonly #body: string;
  readonly #macros: Macros;
  readonly #fields = new Map<string, string>();
  readonly #damage: string[] = [];
  readonly #unknownMacros: string[] = [];
  #at = 0;

  constructor(body: string, macros: Macros) {
    this.#body = body;
    this.#macros = macros;
  }

  read(hasKey: boolean): FieldsRead {
    const key = hasKey ? this.#key() : '';
    while (this.#at < this.#body.length && this.#damage.length < MOST_DAMAGE) {
      const match = this.#match(NAME);
      if (match !== null) this.#field((match[1] ?? '').toLowerCase());
      else if (!this.#skipDamage()) break;
    }
    return { key, fields: this.#fields, damage: this.#damage, unknownMacros: this.#unknownMacros };
  }

  #key(): string {
    this.#match(SPACES);
    const start = this.#at;
    const match = this.#match(KEY);
    if (match !== null && !FIELD_AS_KEY.test(match[1] ?? '')) return match[1] ?? '';
    this.#at = start;
    return (this.#match(KEY_WITH_SPACES) ?? this.#match(KEY_WITHOUT_COMMA))?.[1] ?? '';
  }

  #field(name: string): void {
    const value = this.#value();
    const before = this.#fields.get(name);
    if (before === undefined) this.#fields.set(name, value);
    else if (before !== value && (name === 'author' || name === 'title')) {
      this.#damage.push(`a second ${name} was left out`);
    }
  }

  #value(): string {
    let value = this.#part();
    while (this.#match(JOIN) !== null) value += this.#part();
    return value;
  }

  #part(): string {
    const opening = this.#body.charAt(this.#at);
    if (opening === '{' || opening === '"') return this.#delimited(opening);
    const word = this.#match(PLAIN)?.[0] ?? '';
    if (word === '' || /^\d+$/.test(word)) return word;
    const value = this.#macros.get(word);
    if (value === undefined) this.#unknownMacros.push(word);
    return value ?? word;
  }

  #delimited(opening: '{' | '"'): string {
    const body = this.#body;
    const start = this.#at + 1;
    let depth = 0;
    for (let at = start; at < body.length; at++) {
      const code = body.charCodeAt(at);
      if (code === 123) depth++;
      else if (code === 125) {
        if (depth === 0 && opening === '{') return this.#take(start, at);
        if (depth > 0) depth--;
      } else if (code === 34 && opening === '"' && depth === 0) return this.#take(start, at);
    }
    return this.#unclosed(start);
  }

  #take(start: number, end: number): string {
    this.#at = end + 1;
    return this.#body.slice(start, end);
  }

  #unclosed(start: number): string {
    NEXT_FIELD.lastIndex = start;
    const end = NEXT_FIELD.exec(this.#body)?.index ?? this.#body.length;
    this.#damage.push('a value has no end');
    this.#at = end;
    let last = end;
    while (last > start && TRAILING.test(this.#body[last - 1] ?? '')) last--;
    return this.#body.slice(start, last);
  }

  /** Passes over what is no field. False when there is none left. */
  #skipDamage(): boolean {
    this.#match(STRAY);
    if (this.#at >= this.#body.length) return false;
    const start = this.#at;
    NEXT_FIELD.lastIndex = start;
    const next = NEXT_FIELD.exec(this.#body);
    this.#at = next?.index ?? this.#body.length;
    const lost = this.#body.slice(start, Math.min(this.#at, start + 60)).trim();
    if (lost !== '' && !lost.startsWith('%')) this.#damage.push(`"${lost}" is no field`);
    return next !== null;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#body);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }
}
