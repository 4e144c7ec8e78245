/** Where a paper stands in the input. A record's key that is one of the paper's identifiers is kept as its place there. */
import { identifierText } from '../../model/index.ts';
import type { Identifier, RecordKey, SourceMention } from '../../model/index.ts';

export interface KeptMention extends Omit<SourceMention, 'recordKey'> {
  readonly recordKey?: RecordKey;
  /** Instead of the key: place of the identifier that it is, from 0. */
  readonly identifier?: number;
}

export function keptMentions(
  sources: readonly SourceMention[],
  identifiers: readonly Identifier[],
): readonly KeptMention[] {
  const texts: readonly string[] = identifiers.map(identifierText);
  return sources.map(({ recordKey, ...rest }) => {
    const identifier = texts.indexOf(recordKey);
    return identifier === -1 ? { ...rest, recordKey } : { ...rest, identifier };
  });
}

export function toldMentions(
  kept: readonly KeptMention[],
  identifiers: () => readonly Identifier[],
): readonly SourceMention[] {
  return kept.map(({ identifier, recordKey, ...rest }) => {
    const same = identifier === undefined ? undefined : identifiers()[identifier];
    const key = same === undefined ? recordKey : identifierText(same);
    return { ...rest, recordKey: key as RecordKey }; // one of the two is there
  });
}
