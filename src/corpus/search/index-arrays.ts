/** An index as arrays with names, to be saved beside the corpus, and back. */
import { ColumnFileError } from '../../store/index.ts';
import type { NumberArray } from '../../store/index.ts';
import type { KindArrays } from './kind-arrays.ts';
import { KindIndex } from './kind-index.ts';
import { idCount } from './packed-ids.ts';
import { SearchIndex } from './search-index.ts';
import { SEARCH_KINDS } from './words.ts';
import type { SearchKind } from './words.ts';

/** `author-words`, `author-wordStarts`, … of every kind. */
export function indexArrays({ kinds }: SearchIndex): Readonly<Record<string, Uint8Array | Uint32Array>> {
  return Object.fromEntries(
    SEARCH_KINDS.flatMap((kind) =>
      Object.entries(kinds[kind].arrays as Readonly<Record<keyof KindArrays, Uint8Array | Uint32Array>>).map(
        ([name, array]) => [nameOf(kind, name), array] as const,
      ),
    ),
  );
}

/** Throws a `ColumnFileError` where an array is missing or does not fit the others. */
export function indexFrom(arrays: Readonly<Record<string, NumberArray>>): SearchIndex {
  return new SearchIndex({
    AUTHOR: kindFrom('AUTHOR', arrays),
    PAPER: kindFrom('PAPER', arrays),
    INSTITUTION: kindFrom('INSTITUTION', arrays),
    VENUE: kindFrom('VENUE', arrays),
  });
}

function kindFrom(kind: SearchKind, arrays: Readonly<Record<string, NumberArray>>): KindIndex {
  const bytes = (name: keyof KindArrays): Uint8Array => {
    const array = arrays[nameOf(kind, name)];
    if (array instanceof Uint8Array) return array;
    throw new ColumnFileError(`it has no array "${nameOf(kind, name)}" of bytes`);
  };
  const numbers = (name: keyof KindArrays): Uint32Array => {
    const array = arrays[nameOf(kind, name)];
    if (array instanceof Uint32Array) return array;
    throw new ColumnFileError(`it has no array "${nameOf(kind, name)}" of 32-bit numbers`);
  };
  const found: KindArrays = {
    words: bytes('words'),
    wordStarts: numbers('wordStarts'),
    postings: bytes('postings'),
    postingStarts: numbers('postingStarts'),
    counts: numbers('counts'),
    texts: bytes('texts'),
    textStarts: numbers('textStarts'),
    ids: bytes('ids'),
    weights: numbers('weights'),
  };
  const { length } = found.weights;
  const words = found.counts.length;
  const fits =
    found.wordStarts.length === words + 1 &&
    found.postingStarts.length === words + 1 &&
    found.textStarts.length === length + 1 &&
    idCount(kind, found.ids) === length &&
    found.wordStarts[words] === found.words.length &&
    found.postingStarts[words] === found.postings.length;
  if (!fits) throw new ColumnFileError(`its arrays of ${kind.toLowerCase()}s do not fit each other`);
  return new KindIndex(kind, found);
}

function nameOf(kind: SearchKind, name: string): string {
  return `${kind.toLowerCase()}-${name}`;
}
