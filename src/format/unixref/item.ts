/** One item of a Unixref record as one paper, with what it inherits from the containers around it. */
import { foldText, recordKey } from '../../model/index.ts';
import type { PaperType } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { UNTITLED } from '../text/untitled.ts';
import { childOf, childText, childrenOf, textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { contributorsOf } from './contributors.ts';
import { earliestDate } from './dates.ts';
import { titleOf } from './title.ts';
import { venueOf } from './venue.ts';

export interface Item {
  readonly element: XmlElement;
  readonly type: PaperType;
  /** The elements that describe what is around it, outermost first. */
  readonly containers: readonly XmlElement[];
  readonly citationCount: number | undefined;
}

const NON_ABSTRACT = new Set(['title', 'label']);

export function emitItem(item: Item, context: ReadContext): void {
  const { element, containers, citationCount } = item;
  const { line } = element;
  const identifiers = new IdentifierList(context, line);
  const doi = childText(childOf(element, 'doi_data') ?? element, 'doi');
  if (doi !== undefined) identifiers.add(doi, 'DOI');
  for (const isbn of childrenOf(element, 'isbn')) identifiers.add(textOf(isbn), 'ISBN');
  const list = contributorsOf(element, context);
  const printedTitle = titleOf(element);
  const hasContent = list.authors.length + list.groupAuthors.length + identifiers.all.length > 0;
  if (printedTitle === undefined) {
    tellUntitled(item, doi, hasContent, context);
    if (!hasContent) return;
  }
  const title = printedTitle ?? UNTITLED;
  const date = earliestDate([element, ...[...containers].reverse()]);
  const venue = venueOf(element, containers, context);
  const abstract = abstractOf(element);
  const [first] = identifiers.all;
  const key = first === undefined ? `${foldText(title)}|${date.year ?? ''}` : first.value.toLowerCase();
  context.record({
    kind: 'paper',
    key: recordKey('crossref', key),
    catalogue: 'crossref',
    line,
    title,
    ...(abstract === undefined ? {} : { abstract }),
    date,
    isYearInferred: false,
    categories: [],
    identifiers: identifiers.all,
    authors: list.authors,
    isAuthorListComplete: list.isComplete,
    groupAuthors: list.groupAuthors,
    institutions: [],
    type: typeOf(item, list.authors.length + list.groupAuthors.length > 0, list.hasEditors),
    ...(venue === undefined ? {} : { venue }),
    ...(citationCount === undefined ? {} : { citationCount }),
  });
}

// A book that names editors and nobody who wrote it is a volume of other people's papers.
function typeOf({ type, element }: Item, hasAuthors: boolean, hasEditors: boolean): PaperType {
  if (type === 'BOOK' && !hasAuthors && hasEditors) return 'EDITED_VOLUME';
  if (element.name === 'content_item' && element.attributes['component_type'] === 'other') return 'OTHER';
  return type;
}

// Several abstracts are one in several languages or lengths; the first is the paper's own.
function abstractOf(element: XmlElement): string | undefined {
  const abstract = childOf(element, 'abstract');
  if (abstract === undefined) return undefined;
  const paragraphs = abstract.children.flatMap((child) => {
    if (typeof child === 'string') return [child.replace(/\s+/gu, ' ').trim()];
    return NON_ABSTRACT.has(child.name) ? [] : [sectionText(child)];
  });
  return paragraphs.filter((text) => text !== '').join('\n') || undefined;
}

// `<sec><title>Methods</title><p>…</p></sec>` is "Methods: …".
function sectionText(element: XmlElement): string {
  const heading = element.name === 'sec' ? childText(element, 'title') : undefined;
  if (heading === undefined) return textOf(element);
  const rest = element.children.filter((child) => typeof child === 'string' || child.name !== 'title');
  return `${heading}: ${textOf({ ...element, children: rest })}`;
}

function tellUntitled(item: Item, doi: string | undefined, isKept: boolean, { file, problem }: ReadContext): void {
  problem({
    kind: 'missing-title',
    file,
    line: item.element.line,
    message: `A <${item.element.name}> has no title.`,
    ...(doi === undefined ? {} : { found: doi.slice(0, 200) }),
    kept: isKept ? `the record as ${UNTITLED}` : 'nothing: the record has no author and no identifier either',
  });
}
