/**
 * One record of Crossref: a container (a journal, a book, a conference's proceedings) around the item that was asked
 * for. The items are the papers; a container that holds none is itself what was asked for.
 */
import type { PaperType } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { childOf, childText, childrenOf, textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { emitItem } from './item.ts';
import type { Item } from './item.ts';

/** Elements that describe what is around an item. */
const CONTAINER_METADATA: Readonly<Record<string, PaperType>> = {
  journal_metadata: 'OTHER',
  journal_issue: 'OTHER',
  journal_volume: 'OTHER',
  book_metadata: 'BOOK',
  book_series_metadata: 'BOOK',
  book_set_metadata: 'BOOK',
  event_metadata: 'OTHER',
  proceedings_metadata: 'EDITED_VOLUME',
  proceedings_series_metadata: 'EDITED_VOLUME',
  'report-paper_metadata': 'REPORT',
  'report-paper_series_metadata': 'REPORT',
  standard_metadata: 'OTHER',
  standard_series_metadata: 'OTHER',
  database_metadata: 'DATASET',
  pending_publication: 'ARTICLE',
};

/** Elements that are papers themselves. */
const ITEMS: Readonly<Record<string, PaperType>> = {
  journal_article: 'ARTICLE',
  conference_paper: 'CONFERENCE_PAPER',
  content_item: 'CHAPTER',
  posted_content: 'OTHER',
  dissertation: 'THESIS',
  dataset: 'DATASET',
  peer_review: 'REVIEW',
  grant: 'OTHER',
};

/** What an item that is posted before or beside publication calls itself. */
const POSTED: Readonly<Record<string, PaperType>> = {
  preprint: 'PREPRINT',
  working_paper: 'REPORT',
  report: 'REPORT',
  dissertation: 'THESIS',
};

export function readUnixref(element: XmlElement, context: ReadContext): void {
  const crossref = element.name === 'crossref' ? element : crossrefIn(element);
  const citationCount = citationsIn(element);
  const containers: XmlElement[] = [];
  const items: Item[] = [];
  for (const work of crossref === undefined ? [] : elementsOf(crossref)) {
    // A work is an item itself (`posted_content`) or a container with items in it.
    for (const part of ITEMS[work.name] === undefined ? [work, ...elementsOf(work)] : [work]) {
      const type = ITEMS[part.name];
      if (type !== undefined) items.push({ element: part, type: itemType(part, type), containers, citationCount });
      else if (part.name === 'component_list') items.push(...componentsOf(part, containers, citationCount));
      else if (CONTAINER_METADATA[part.name] !== undefined) containers.push(part);
    }
  }
  const [container] = askedFor(containers);
  if (items.length === 0 && container !== undefined) {
    const type = CONTAINER_METADATA[container.name] ?? 'OTHER';
    items.push({
      element: container,
      type,
      containers: containers.filter((other) => other !== container),
      citationCount,
    });
  }
  if (items.length === 0) tellEmpty(element, crossref, context);
  for (const item of items) emitItem(item, context);
}

function crossrefIn(element: XmlElement): XmlElement | undefined {
  const record = element.name === 'doi_record' ? element : childOf(element, 'doi_record');
  return record && (childOf(record, 'crossref') ?? record);
}

// Only the query service counts citations.
function citationsIn(element: XmlElement): number | undefined {
  const item = childrenOf(element, 'crm-item').find(({ attributes }) => attributes['name'] === 'citedby-count');
  const text = item === undefined ? '' : textOf(item);
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function itemType(element: XmlElement, type: PaperType): PaperType {
  if (element.name !== 'posted_content') return type;
  return POSTED[element.attributes['type'] ?? 'preprint'] ?? 'OTHER';
}

// Figures and supplements with DOIs of their own; within an article they are parts of it, and not looked at.
function componentsOf(list: XmlElement, containers: readonly XmlElement[], citationCount: number | undefined): Item[] {
  return childrenOf(list, 'component').map((element) => ({
    element,
    type: 'OTHER' as const,
    containers,
    citationCount,
  }));
}

// The innermost that has a DOI of its own, else the innermost.
function askedFor(containers: readonly XmlElement[]): XmlElement[] {
  const inner = containers.filter(({ name }) => name !== 'event_metadata').reverse();
  const withDoi = inner.filter((container) => doiOf(container) !== undefined);
  return withDoi.length > 0 ? withDoi : inner;
}

function doiOf(element: XmlElement): string | undefined {
  const data = childOf(element, 'doi_data');
  return data === undefined ? undefined : childText(data, 'doi');
}

function tellEmpty(element: XmlElement, crossref: XmlElement | undefined, { file, problem }: ReadContext): void {
  const said =
    (crossref && childText(crossref, 'error')) ?? childText(element, 'msg') ?? childText(element, 'error') ?? undefined;
  const doi = childText(element, 'doi');
  problem({
    kind: 'malformed-record',
    file,
    line: element.line,
    message:
      said === undefined ? 'The record holds no work.' : `Crossref answered without a work: ${said.slice(0, 200)}`,
    ...(doi === undefined ? {} : { found: doi.slice(0, 200) }),
    kept: 'nothing',
  });
}

function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== 'string');
}
