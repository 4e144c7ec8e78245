/**
 * LaTeX as it stands in bibliographies, to plain text: accents, special letters, dashes, quotes and symbols become the
 * characters they print, markup goes and its content stays. No TeX is run; one pass from left to right is enough,
 * because braces only group: an accent waits for the next letter, however many braces and commands lie between
 * (`\'{\i}`, `{\'\i}`, `\'i`). So the cost is linear and there is no nesting to overflow.
 */
import { ACCENTS, DROPPED_ARGUMENTS, SILENT, SYMBOLS } from './latex-tables.ts';

const SPECIAL = /[\\{}$~`]|''|--/;
/** What SPECIAL matches: in a long text eight searches cost a fraction of a look at every character. */
const SIGNS = ['\\', '{', '}', '$', '~', '`', "''", '--'];
const LONG = 100;
const NOT_PLAIN = /[\\{}$~`'^_-]/g;
const COMMAND = /[A-Za-z]+\*?/y;
const SPACES = /\s*/y;
const OPTION = /\s*\[[^\][{}]{0,200}\](?=\s*[{[])/y;
const CHARACTER_CODE = /\s*(?:"([0-9A-Fa-f]{1,6})|'([0-7]{1,7})|(\d{1,7}))\s?/y;
const LONGEST_DROPPED = 500;
/** Behind a backslash too many: a special letter alone in its braces, or an accent in letters with the letter it takes. */
const DOUBLED_LETTER = /(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j|dj|DJ|dh|DH|th|TH|ng|NG)\s?\}/y;
const DOUBLED_ACCENT = /(["'`^~=])\{?(?:\\{1,2}[ij]\b|\p{L})|([vckurHdb])\{(?:\\{1,2}[ij]|\p{L})\}/uy;
const LETTER = /^\p{L}/u;
const LOGO = /^(?=.*[A-Z].*[A-Z])[A-Za-z]+$/;

/**
 * The text that LaTeX would print: `decodeLatex(String.raw`G{\"o}del's \emph{proof}`)` is `Gödel's proof`. Unknown
 * commands are dropped and their arguments kept; math keeps its letters and loses its signs (`H$_2$O` is `H2O`).
 * White space stays as it is. Never throws.
 */
export function decodeLatex(text: string): string {
  return isSpecial(text) ? new Decoder(text).run() : text;
}

function isSpecial(text: string): boolean {
  return text.length < LONG ? SPECIAL.test(text) : SIGNS.some((sign) => text.includes(sign));
}

class Decoder {
  readonly #text: string;
  #output = '';
  #at = 0;
  /** Combining marks that the next letter takes, the innermost last. */
  #marks: string[] = [];
  #isMath = false;
  #hasMoreDollars = true;
  #openQuotes = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): string {
    const text = this.#text;
    while (this.#at < text.length) {
      if (this.#marks.length > 0 && this.#takeMarked()) continue;
      NOT_PLAIN.lastIndex = this.#at;
      const next = NOT_PLAIN.test(text) ? NOT_PLAIN.lastIndex - 1 : text.length;
      if (next > this.#at) this.#output += text.slice(this.#at, next);
      this.#at = next + 1;
      if (next < text.length) this.#special(text.charAt(next));
    }
    this.#printMarks();
    return this.#output;
  }

  /** While marks wait: the next letter takes them, spaces and braces are passed over. False: it is a command. */
  #takeMarked(): boolean {
    SPACES.lastIndex = this.#at;
    SPACES.test(this.#text);
    const at = SPACES.lastIndex;
    const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 32);
    if (character === '\\') {
      this.#at = at;
      return false;
    }
    if (character === '{') {
      this.#at = at + 1;
      return true;
    }
    if (!LETTER.test(character)) {
      this.#printMarks();
      return false;
    }
    this.#at = at + character.length;
    this.#emit(character);
    return true;
  }

  #special(character: string): void {
    switch (character) {
      case '\\':
        this.#command();
        break;
      case '{':
      case '}':
        break;
      case '~':
        this.#emit(' ');
        break;
      case '$':
        this.#dollar();
        break;
      case '^':
      case '_':
        if (!this.#isMath) this.#emit(character);
        break;
      case '-':
        this.#dash();
        break;
      default:
        this.#quote(character);
    }
  }

  /** One printed character or symbol; it takes the marks that wait. */
  #emit(printed: string): void {
    if (this.#marks.length === 0) {
      this.#output += printed;
      return;
    }
    if (!LETTER.test(printed)) {
      this.#printMarks();
      this.#output += printed;
      return;
    }
    const length = String.fromCodePoint(printed.codePointAt(0) ?? 32).length;
    const first = printed.slice(0, length);
    const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
    this.#output += composed(base, this.#marks) + printed.slice(length);
    this.#marks = [];
  }

  /** Marks that found no letter print alone: `\~{}` is a tilde. */
  #printMarks(): void {
    for (const mark of this.#marks) this.#output += SPACING[mark] ?? '';
    this.#marks = [];
  }

  #dollar(): void {
    if (this.#isMath) {
      this.#isMath = false;
      return;
    }
    // A dollar without a second one is money.
    this.#hasMoreDollars &&= this.#text.includes('$', this.#at);
    if (this.#hasMoreDollars) this.#isMath = true;
    else this.#emit('$');
  }

  #dash(): void {
    if (!this.#skip('-')) this.#output += '-';
    else this.#output += this.#skip('-') ? '—' : '–';
  }

  #quote(character: string): void {
    if (character === '`') {
      if (this.#skip('`')) this.#output += '“';
      else {
        this.#openQuotes++;
        this.#output += '‘';
      }
      return;
    }
    if (this.#isMath) this.#output += '′';
    else if (this.#skip("'")) this.#output += '”';
    else if (this.#openQuotes > 0 && !LETTER.test(this.#text.slice(this.#at, this.#at + 2))) {
      this.#openQuotes--;
      this.#output += '’';
    } else this.#output += "'";
  }

  #command(): void {
    COMMAND.lastIndex = this.#at;
    const word = COMMAND.exec(this.#text)?.[0];
    if (word === undefined) {
      const sign = this.#text.charAt(this.#at);
      this.#at += sign.length;
      this.#controlSign(sign);
      return;
    }
    this.#at += word.length;
    const name = word.endsWith('*') ? word.slice(0, -1) : word;
    const mark = ACCENTS.get(name);
    const symbol = SYMBOLS.get(name);
    if (name === 'char') return this.#characterCode();
    if (mark === undefined && symbol === undefined && this.#isLogo(name)) return this.#emit(name);
    this.#match(OPTION);
    this.#match(SPACES);
    if (mark !== undefined) this.#marks.push(mark);
    else if (symbol !== undefined) this.#emit(symbol);
    else for (let left = DROPPED_ARGUMENTS.get(name) ?? 0; left > 0; left--) this.#dropArgument();
  }

  /** An unknown command in capitals that wraps nothing stands for a name (`\METAFONT`, `\AmSTeX{}`). */
  #isLogo(name: string): boolean {
    if (!LOGO.test(name) || SILENT.has(name) || DROPPED_ARGUMENTS.has(name)) return false;
    return this.#text.charAt(this.#at) !== '{' || this.#text.charAt(this.#at + 1) === '}';
  }

  #controlSign(sign: string): void {
    const mark = ACCENTS.get(sign);
    if (mark !== undefined) this.#marks.push(mark);
    else if (sign === '\\' && this.#isDoubled()) this.#command();
    else if (/[\s\\,;:]/.test(sign)) this.#emit(' ');
    else if (sign === '(' || sign === '[') this.#isMath = true;
    else if (sign === ')' || sign === ']') this.#isMath = false;
    else if (!/[!/@>+-]/.test(sign)) this.#emit(sign);
  }

  /** Text that some program escaped once too often: `Swe{\\i}g` and `D\\'ecoret` break no line, they spell a letter. */
  #isDoubled(): boolean {
    const at = this.#at;
    DOUBLED_LETTER.lastIndex = at;
    if (this.#marks.length > 0 && /^[ij](?![A-Za-z])/.test(this.#text.slice(at, at + 2))) return true;
    if (this.#text.charAt(at - 3) === '{' && DOUBLED_LETTER.test(this.#text)) return true;
    DOUBLED_ACCENT.lastIndex = at;
    const match = DOUBLED_ACCENT.exec(this.#text);
    if (match === null) return false;
    // A quotation may begin behind a line break, but not on a letter that takes the accent.
    const mark = ACCENTS.get(match[1] ?? match[2] ?? '') ?? '';
    const letter = /([\p{L}])\}?$/u.exec(match[0])?.[1] ?? '';
    return [...(letter + mark).normalize('NFC')].length === 1;
  }

  #characterCode(): void {
    CHARACTER_CODE.lastIndex = this.#at;
    const match = CHARACTER_CODE.exec(this.#text);
    if (match === null) return;
    this.#at = CHARACTER_CODE.lastIndex;
    const [, hexadecimal, octal, decimal] = match;
    const code = Number.parseInt(hexadecimal ?? octal ?? decimal ?? '', hexadecimal ? 16 : octal ? 8 : 10);
    if (code >= 32 && code <= 0x10ffff) this.#emit(String.fromCodePoint(code));
  }

  /** Passes over one group, which is not meant to be read: a colour, an address behind a text, a sorting key. */
  #dropArgument(): void {
    this.#match(SPACES);
    if (this.#text.charAt(this.#at) !== '{') return;
    let depth = 0;
    const end = Math.min(this.#text.length, this.#at + LONGEST_DROPPED);
    for (let at = this.#at; at < end; at++) {
      const character = this.#text.charAt(at);
      if (character === '\\') at++;
      else if (character === '{') depth++;
      else if (character === '}' && --depth === 0) {
        this.#at = at + 1;
        return;
      }
    }
    // The group never ends, or holds a text: better read than lost. (A look without bound would not be linear.)
  }

  #match(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    if (pattern.test(this.#text)) this.#at = pattern.lastIndex;
  }

  #skip(character: string): boolean {
    const isThere = this.#text.charAt(this.#at) === character;
    if (isThere) this.#at++;
    return isThere;
  }
}

/** Letters with one mark, the few that there are, each composed once: Unicode's rules take longer than all the rest. */
const COMPOSED = new Map<string, string>();
const MOST_COMPOSED = 1000;

function composed(base: string, marks: readonly string[]): string {
  const parts = marks.length === 1 ? `${base}${marks[0]}` : base + marks.toReversed().join('');
  const known = COMPOSED.get(parts);
  if (known !== undefined) return known;
  const letter = parts.normalize('NFC');
  if (COMPOSED.size < MOST_COMPOSED) COMPOSED.set(parts, letter);
  return letter;
}

const SPACING: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': '´',
  '\u0302': '^',
  '\u0303': '~',
  '\u0308': '¨',
  '\u0304': '¯',
};
