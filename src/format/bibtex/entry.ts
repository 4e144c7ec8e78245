/** One entry as it stands in the file, before anything is inherited, decoded or understood. */
export interface Entry {
  /** In lower case, without the `@`: `inproceedings`. */
  readonly type: string;
  /** As printed; '' when the entry has none. */
  readonly key: string;
  /** From 1. */
  readonly line: number;
  /** Names in lower case; values with their LaTeX, macros put in. The first of two equal names counts, as in BibTeX. */
  readonly fields: Map<string, string>;
}

/** The text between two `@`s that begins with an entry. */
export interface RawEntry {
  readonly type: string;
  /** Everything between the delimiters. */
  readonly body: string;
  readonly line: number;
  /** Its end was found. Else the text stops where the next entry begins a line, or with the file. */
  readonly isClosed: boolean;
}
