/**
 * One `PubmedBookArticle`, or a `BookDocument` that stands alone: a book, or with `ArticleTitle` a chapter of one. The
 * chapter's people stand in the document, the book's in `Book`; editors are no authors of either.
 */
import type { PaperRecord, VenueMention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { childOf, childText, childrenOf, textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { authorsOf, isEditorList } from './authors.ts';
import type { AuthorList } from './authors.ts';
import { abstractOf, emitPaper, identifiersOf, publicationTypesOf, revisionOf } from './emit.ts';
import { medlineTitle, plainTitle } from './medline-title.ts';
import { firstDate } from './pub-date.ts';
import { IdentifierList } from '../text/identifier-list.ts';

const EMPTY: XmlElement = { name: '', attributes: {}, children: [], line: 1 };

export function readBook(element: XmlElement, context: ReadContext): void {
  const { line } = element;
  const document = element.name === 'BookDocument' ? element : (childOf(element, 'BookDocument') ?? EMPTY);
  const book = childOf(document, 'Book') ?? EMPTY;
  const data = childOf(childOf(element, 'PubmedBookData') ?? EMPTY, 'ArticleIdList');
  const chapterTitle = medlineTitle(
    childText(document, 'ArticleTitle') ?? '',
    childText(document, 'VernacularTitle') ?? '',
  );
  const bookTitle = childText(book, 'BookTitle');
  const isChapter = chapterTitle !== undefined && plainTitle(bookTitle ?? '') !== chapterTitle;
  const pmid = childText(document, 'PMID');
  const places = [document, childOf(document, 'ArticleIdList'), data, ...(isChapter ? [] : [book])];
  const identifiers = identifiersOf(pmid, places, { context, line });
  if (!isChapter) for (const isbn of childrenOf(book, 'Isbn')) identifiers.add(textOf(isbn), 'ISBN');
  const lists = [document, book].map((place) => childrenOf(place, 'AuthorList'));
  emitPaper(
    {
      line,
      pmid,
      identifiers,
      title: chapterTitle ?? (bookTitle === undefined ? undefined : plainTitle(bookTitle)),
      abstract: abstractOf(document),
      date: firstDate(
        [childOf(book, 'PubDate'), childOf(document, 'ContributionDate'), childOf(book, 'BeginningDate')],
        context,
      ),
      list: peopleOf(lists, isChapter, context),
      publicationTypes: publicationTypesOf(document),
      type: typeOf(lists, isChapter),
      venue: venueOf(book, isChapter, context),
      revision: revisionOf(document),
    },
    context,
  );
}

// A chapter without people of its own may be by anybody of the book: nobody is guessed.
function peopleOf(
  [ofDocument = [], ofBook = []]: readonly (readonly XmlElement[])[],
  isChapter: boolean,
  context: ReadContext,
): AuthorList {
  const own = authorsOf(ofDocument, context);
  if (isChapter || own.authors.length + own.groupAuthors.length > 0) return own;
  return authorsOf(ofBook, context);
}

function typeOf(lists: readonly (readonly XmlElement[])[], isChapter: boolean): PaperRecord['type'] {
  if (isChapter) return 'CHAPTER';
  const all = lists.flat();
  return all.length > 0 && all.every(isEditorList) ? 'EDITED_VOLUME' : 'BOOK';
}

function venueOf(book: XmlElement, isChapter: boolean, context: ReadContext): VenueMention | undefined {
  const name = childText(book, isChapter ? 'BookTitle' : 'CollectionTitle');
  if (name === undefined) return undefined;
  if (!isChapter) return { name: plainTitle(name), type: 'SERIES', identifiers: [] };
  const identifiers = new IdentifierList(context, book.line);
  for (const isbn of childrenOf(book, 'Isbn')) identifiers.add(textOf(isbn), 'ISBN');
  return { name: plainTitle(name), type: 'OTHER', identifiers: identifiers.all };
}
