/**
 * One `PubmedArticle`, or a `MedlineCitation` that stands alone. Only direct children are read: the references at the
 * end and the comments on a paper hold PMIDs, DOIs and names of other papers.
 */
import type { VenueMention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { childOf, childText, childrenOf, textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { authorsOf } from './authors.ts';
import { abstractOf, emitPaper, identifiersOf, publicationTypesOf, revisionOf } from './emit.ts';
import { medlineTitle } from './medline-title.ts';
import { firstDate } from './pub-date.ts';
import { paperTypeOf } from './publication-type.ts';
import { IdentifierList } from '../text/identifier-list.ts';

const EMPTY: XmlElement = { name: '', attributes: {}, children: [], line: 1 };

export function readArticle(element: XmlElement, context: ReadContext): void {
  const { line } = element;
  const citation = element.name === 'MedlineCitation' ? element : (childOf(element, 'MedlineCitation') ?? EMPTY);
  const article = childOf(citation, 'Article') ?? EMPTY;
  const journal = childOf(article, 'Journal') ?? EMPTY;
  const issue = childOf(journal, 'JournalIssue') ?? EMPTY;
  const ids = childOf(childOf(element, 'PubmedData') ?? EMPTY, 'ArticleIdList');
  const pmid = childText(citation, 'PMID') ?? pubmedIn(ids);
  const publicationTypes = publicationTypesOf(childOf(article, 'PublicationTypeList') ?? EMPTY);
  const type = paperTypeOf(publicationTypes);
  emitPaper(
    {
      line,
      pmid,
      identifiers: identifiersOf(pmid, [article, ids], { context, line }),
      title: medlineTitle(childText(article, 'ArticleTitle') ?? '', childText(article, 'VernacularTitle') ?? ''),
      abstract: abstractOf(article),
      date: firstDate([childOf(issue, 'PubDate'), childOf(article, 'ArticleDate')], context),
      list: authorsOf(childrenOf(article, 'AuthorList'), context),
      publicationTypes,
      type,
      venue: venueOf(journal, childOf(citation, 'MedlineJournalInfo') ?? EMPTY, type === 'PREPRINT', context),
      isRetracted: isRetracted(citation),
      revision: revisionOf(citation),
    },
    context,
  );
}

function pubmedIn(ids: XmlElement | undefined): string | undefined {
  const id = ids && childrenOf(ids, 'ArticleId').find(({ attributes }) => attributes['IdType'] === 'pubmed');
  return id === undefined ? undefined : textOf(id) || undefined;
}

function isRetracted(citation: XmlElement): boolean {
  const comments = childrenOf(citation, 'CommentsCorrectionsList').flatMap((list) =>
    childrenOf(list, 'CommentsCorrections'),
  );
  return comments.some(({ attributes }) => attributes['RefType'] === 'RetractionIn');
}

function venueOf(
  journal: XmlElement,
  info: XmlElement,
  isPreprint: boolean,
  context: ReadContext,
): VenueMention | undefined {
  const name = childText(journal, 'Title') ?? childText(journal, 'ISOAbbreviation') ?? childText(info, 'MedlineTA');
  if (name === undefined) return undefined;
  const identifiers = new IdentifierList(context, journal.line);
  for (const issn of childrenOf(journal, 'ISSN')) identifiers.add(textOf(issn), 'ISSN');
  for (const issn of childrenOf(info, 'ISSNLinking')) identifiers.add(textOf(issn), 'ISSN');
  return { name, type: isPreprint ? 'REPOSITORY' : 'JOURNAL', identifiers: identifiers.all };
}
