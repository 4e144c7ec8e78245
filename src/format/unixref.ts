/**
 * Crossref's Unixref XML: what the query service answers (`crossref_result`), what DOI content negotiation answers
 * (`doi_records`), or a bare `crossref` element. The parts are in `unixref/`, begin at `record.ts`.
 */
import type { Format, ReadContext, TextReader } from './format.ts';
import { Gathered } from './text/gathered.ts';
import { RootChoice } from './text/root-choice.ts';
import { XHTML_ENTITIES } from './text/entities.ts';
import { XmlRecords } from './text/xml.ts';
import type { XmlElement } from './text/xml/element.ts';
import { readUnixref } from './unixref/record.ts';
import { sniffUnixref } from './unixref/sniff.ts';

// From the outside in: the outermost that the file has is its record.
const RECORDS = ['query', 'doi_record', 'crossref'] as const;
const HEADS = ['head', 'header'];
const CONTAINERS = ['crossref_result', 'query_result', 'doi_records'];

export const unixref: Format = {
  name: 'unixref',
  title: 'Crossref Unixref XML',
  extensions: ['xml', 'unixref'],
  sniff: sniffUnixref,
  open(context) {
    return new Gathered(new RootChoice(RECORDS, (first) => openRecords(first ?? 'crossref', context)));
  },
};

function openRecords(name: string, context: ReadContext): TextReader {
  // A reply's head holds the name of the batch, a harvested record's header its date: neither is news.
  const shape = { records: [name, ...HEADS], containers: CONTAINERS, entities: XHTML_ENTITIES };
  const record = (element: XmlElement): void => void (!HEADS.includes(element.name) && readUnixref(element, context));
  return new XmlRecords(shape, { record }, context);
}
