/** Where records stand in the input, each told by one object, however many papers and people share it. */
import type { SourceMention, SourceRecord } from '../model/index.ts';

import { mentionOf } from './sourced.ts';
import type { Sourced } from './sourced.ts';

/** One that carries its mention with it, for there are millions of them. */
interface Noted {
  readonly alone?: readonly [SourceMention];
}

/** The same, with where it stands noted once. */
export function noted<T extends SourceRecord>(sourced: Sourced<T>): Sourced<T> & Noted {
  const { sourceId, file, record } = sourced;
  return { sourceId, file, record, alone: [mentionOf(sourced)] };
}

export class SourceMentions {
  /** Of those that do not carry it. */
  readonly #alone = new Map<Sourced, readonly [SourceMention]>();

  of(sourced: Sourced): SourceMention {
    return this.alone(sourced)[0];
  }

  /** In a list of its own, which is all the sources that most papers and people have. */
  alone(sourced: Sourced & Noted): readonly [SourceMention] {
    let alone = sourced.alone ?? this.#alone.get(sourced);
    if (alone === undefined) this.#alone.set(sourced, (alone = [mentionOf(sourced)]));
    return alone;
  }
}
