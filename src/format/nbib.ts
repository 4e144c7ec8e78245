/**
 * MEDLINE tagged text, as PubMed's "Save as PubMed" writes it (.nbib) and ERIC in its own dialect: four letters, a
 * hyphen and a value on each line, long values indented below. The parts are in `nbib/`, begin at `fields.ts`.
 */
import type { Format } from './format.ts';
import { FieldReader } from './nbib/fields.ts';
import { readPaper } from './nbib/paper.ts';
import { sniffNbib } from './nbib/sniff.ts';

export const nbib: Format = {
  name: 'nbib',
  title: 'MEDLINE tagged text (nbib)',
  extensions: ['nbib', 'medline', 'txt'],
  sniff: sniffNbib,
  open: (context) => new FieldReader(context, (record) => readPaper(record, context)),
};
