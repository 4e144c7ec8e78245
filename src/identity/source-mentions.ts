/** Where records stand in the input, each told by one object, however many papers and people share it. */
import type { SourceMention } from '../model/index.ts';

import { mentionOf } from './sourced.ts';
import type { Sourced } from './sourced.ts';

export class SourceMentions {
  readonly #alone = new Map<Sourced, readonly [SourceMention]>();

  of(sourced: Sourced): SourceMention {
    return this.alone(sourced)[0];
  }

  /** In a list of its own, which is all the sources that most papers and people have. */
  alone(sourced: Sourced): readonly [SourceMention] {
    let alone = this.#alone.get(sourced);
    if (alone === undefined) this.#alone.set(sourced, (alone = [mentionOf(sourced)]));
    return alone;
  }
}
