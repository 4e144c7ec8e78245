/**
 * PubMed's XML: articles and books, in their sets (`efetch`, the yearly baseline) or bare. The parts are in `pubmed/`,
 * begin at `article.ts`.
 */
import type { Format, ReadContext, TextReader } from './format.ts';
import { readArticle } from './pubmed/article.ts';
import { readBook } from './pubmed/book.ts';
import { RootChoice } from './text/root-choice.ts';
import { sniffPubmed } from './pubmed/sniff.ts';
import { Gathered } from './text/gathered.ts';
import { XHTML_ENTITIES } from './text/entities.ts';
import { XmlRecords } from './text/xml.ts';
import type { XmlElement } from './text/xml/element.ts';

const WRAPPED = ['PubmedArticle', 'PubmedBookArticle', 'DeleteCitation', 'DeleteDocument'];
const BARE = ['MedlineCitation', 'BookDocument'];
const CONTAINERS = ['PubmedArticleSet', 'PubmedBookArticleSet', 'BookDocumentSet', 'MedlineCitationSet'];

export const pubmed: Format = {
  name: 'pubmed',
  title: 'PubMed XML',
  extensions: ['xml'],
  sniff: sniffPubmed,
  open(context) {
    return new Gathered(new RootChoice([...WRAPPED, ...BARE], (first) => openRecords(first, context)));
  },
};

function openRecords(first: string | undefined, context: ReadContext): TextReader {
  const records = first !== undefined && BARE.includes(first) ? BARE : WRAPPED;
  const shape = { records, containers: CONTAINERS, entities: XHTML_ENTITIES };
  return new XmlRecords(shape, { record: (element) => readRecord(element, context) }, context);
}

function readRecord(element: XmlElement, context: ReadContext): void {
  switch (element.name) {
    case 'PubmedArticle':
    case 'MedlineCitation':
      readArticle(element, context);
      break;
    case 'PubmedBookArticle':
    case 'BookDocument':
      readBook(element, context);
      break;
    default:
      tellDeletion(element, context);
  }
}

// The daily update files also list what PubMed took back.
function tellDeletion({ line, children }: XmlElement, { file, problem }: ReadContext): void {
  const count = children.filter((child) => typeof child !== 'string').length;
  const message = `PubMed takes back ${count} ${count === 1 ? 'record' : 'records'} here; readers only add.`;
  problem({ kind: 'lost-text', file, line, message, kept: 'the records, where other files tell them' });
}
