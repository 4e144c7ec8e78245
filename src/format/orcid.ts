/**
 * ORCID's record XML, versions 2 and 3: one person, the name and identifiers, the places of work, and the works. Parts of
 * a record (`works`, `person`, a single `work`) are read too. The parts are in `orcid/`, begin at `record.ts`.
 */
import type { Format, ReadContext, TextReader } from './format.ts';
import { readOrcid } from './orcid/record.ts';
import { ROOTS } from './orcid/roots.ts';
import { sniffOrcid } from './orcid/sniff.ts';
import { Gathered } from './text/gathered.ts';
import { RootChoice } from './text/root-choice.ts';
import { XML_ENTITIES } from './text/entities.ts';
import { XmlRecords } from './text/xml.ts';

// A file is one record. The longest known, of people with ten thousand works, have some 30 million characters.
const LONGEST_RECORD = 2 ** 26;

export const orcid: Format = {
  name: 'orcid',
  title: 'ORCID record XML',
  extensions: ['xml'],
  sniff: sniffOrcid,
  open: (context) => new Gathered(new RootChoice('any', (root) => openRecord(root ?? 'record', context))),
};

function openRecord(root: string, context: ReadContext): TextReader {
  if (!ROOTS.has(root)) return unreadPart(root, context);
  const shape = { records: [root], containers: [], entities: XML_ENTITIES, longestRecord: LONGEST_RECORD };
  return new XmlRecords(shape, { record: (element) => readOrcid(element, context) }, context);
}

function unreadPart(root: string, { file, problem }: ReadContext): TextReader {
  const message = `<${root}> of an ORCID record holds neither a person's name nor works.`;
  return {
    write: () => undefined,
    end: () => problem({ kind: 'lost-text', file, line: 1, message, found: `<${root}>`, kept: 'nothing' }),
  };
}
