/**
 * The identifiers of one record, each once. What claims to be one and is none becomes a problem and is left out; the
 * record stays.
 */
import { parseIdentifier, remembered } from '../../model/index.ts';
import type { Identifier, IdentifierScheme } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { DistinctIdentifiers } from './distinct-identifiers.ts';

/** Papers of one journal all have its ISSN. */
const issnOf = remembered((text) => parseIdentifier(text, 'ISSN'));

export class IdentifierList {
  readonly #context: Pick<ReadContext, 'file' | 'problem'>;
  readonly #line: number;
  readonly #found = new DistinctIdentifiers();

  constructor(context: Pick<ReadContext, 'file' | 'problem'>, line: number) {
    this.#context = context;
    this.#line = line;
  }

  /** Adds what the source says is an identifier of that scheme; absent text is nothing. */
  add(text: string | undefined, scheme: IdentifierScheme): this {
    if (text === undefined || text === '') return this;
    const parsed = scheme === 'ISSN' ? issnOf(text) : parseIdentifier(text, scheme);
    if ('invalid' in parsed) {
      this.#context.problem({
        kind: 'bad-identifier',
        file: this.#context.file,
        line: this.#line,
        message: parsed.invalid,
        found: text,
        kept: 'the record without it',
      });
    } else this.#found.add(parsed);
    return this;
  }

  /** Adds what the reader has checked itself and given its one form. */
  addKnown(identifier: Identifier): this {
    this.#found.add(identifier);
    return this;
  }

  /** Adds the record's own key, where it has the shape of an identifier: a key that has not is no mistake. */
  addKey(key: string, scheme: IdentifierScheme): this {
    const parsed = parseIdentifier(key, scheme);
    if (!('invalid' in parsed)) this.#found.add(parsed);
    return this;
  }

  /** In the order added. */
  get all(): readonly Identifier[] {
    return this.#found.all;
  }
}
