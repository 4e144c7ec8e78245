/** Something in the input that could not be taken as it stood. Nothing is lost silently: each says what was kept. */
export interface Problem {
  readonly kind: ProblemKind;
  /** The file's name as the person gave it. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** Where in the content, from 0; of a packed file in what it unpacks to, as lines are. What stands before was read. */
  readonly byte?: number;
  readonly message: string;
  readonly found?: string;
  readonly kept?: string;
}

/** What can go wrong with an input, with the sentence that docs and clients show for it. */
export const PROBLEM_KINDS = {
  'not-recognised': 'No reader recognises the file.',
  'empty-file': 'The file holds nothing.',
  'binary-file': 'The file is not text.',
  'unreadable-file': 'The file could not be opened or read to its end.',
  'wrong-encoding': 'The file is not the encoding it claims; it was read as another.',
  'count-mismatch': 'The page announces another number of papers than it holds.',
  'cut-record': 'A record stops before its end.',
  'lost-text': 'A stretch of text belongs to no record that could be read.',
  'mangled-date': 'A date could not be read.',
  'impossible-date': 'A date names a day that does not exist.',
  'unknown-year': 'A date has no year and nothing on the page tells it.',
  'missing-category': 'A paper carries no category code.',
  'missing-authors': 'A paper has no line of authors.',
  'missing-abstract': 'A paper has no abstract.',
  'missing-owner': 'A page does not begin with the name of its owner.',
  'owner-not-listed': 'The page’s owner is not in an author list that claims to be complete.',
  'repeated-record': 'One file tells the same paper twice.',
  'shared-identifier': 'One identifier stands on two papers, one of which has it by mistake.',
  'repeated-name': 'One name stands twice in the author list of a paper.',
  'mangled-figure': 'A figure of the page’s head could not be read.',
  'malformed-record': 'A record does not follow the syntax of its format.',
  'truncated-file': 'The file stops before its end.',
  'damaged-archive': 'A packed file contradicts itself; what came before could be read.',
  'changed-file': 'The file changed while it was read.',
  'too-long': 'A line or record is longer than any real one.',
  'unknown-entity': 'A named character that no table knows.',
  'bad-identifier': 'An identifier is malformed or fails its checksum.',
  'missing-title': 'A record has no title.',
  'unknown-key': 'A record refers to another that is not in the file.',
  'bad-decision': 'A line of the decisions log is no decision.',
  'idle-decision': 'A decision fits nothing here any more, or changes nothing.',
} as const;

export type ProblemKind = keyof typeof PROBLEM_KINDS;
