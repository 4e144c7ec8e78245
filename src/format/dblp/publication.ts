/** One publication of dblp: its fields may stand in any order and be repeated. */
import { UNTITLED } from '../text/untitled.ts';
import { isGroupName, recordKey } from '../../model/index.ts';
import type { Identifier, Mention, PaperRecord, PartialDate } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { monthOf } from '../text/month.ts';
import { childText, childrenOf, textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { mentionOf } from './author.ts';
import { told } from './told.ts';
import { typeOf, venueOf } from './type.ts';

export function readPublication(element: XmlElement, context: ReadContext): void {
  const { key, mdate, publtype } = element.attributes;
  if (key === undefined) {
    const message = `<${element.name}> has no key.`;
    context.problem(told(context, element, 'malformed-record', message, 'nothing of the record'));
    return;
  }
  const { authors, groupAuthors } = authorsOf(element, context);
  const title = titleOf(element);
  if (title === undefined) {
    context.problem(told(context, element, 'missing-title', `The record ${key} has no title.`, 'the rest of it'));
  }
  const venue = venueOf(element);
  const school = childText(element, 'school');
  const record: PaperRecord = {
    kind: 'paper',
    key: recordKey('dblp', key),
    catalogue: 'dblp',
    line: element.line,
    title: title ?? UNTITLED,
    date: dateOf(element, context),
    isYearInferred: false,
    categories: [],
    identifiers: identifiersOf(element, key, context),
    authors,
    isAuthorListComplete: true,
    groupAuthors,
    institutions: school === undefined ? [] : [school],
    type: typeOf(element),
    ...(venue === undefined ? {} : { venue }),
    ...(publtype?.includes('withdrawn') === true ? { isRetracted: true } : {}),
    ...(mdate === undefined ? {} : { revision: mdate }),
  };
  context.record(record);
}

// dblp ends every title with a full stop of its own.
function titleOf(element: XmlElement): string | undefined {
  const printed = childText(element, 'title');
  const hasStop = printed?.endsWith('.') === true && !printed.endsWith('..');
  return (hasStop ? printed.slice(0, -1).trim() : printed) || undefined;
}

function authorsOf(element: XmlElement, context: ReadContext): { authors: Mention[]; groupAuthors: string[] } {
  const authors: Mention[] = [];
  const groupAuthors: string[] = [];
  for (const author of childrenOf(element, 'author')) {
    const name = textOf(author);
    if (name === '') {
      context.problem(told(context, author, 'malformed-record', 'An author has no name.', 'the other authors'));
    } else if (isGroupName(name)) groupAuthors.push(name);
    else authors.push(mentionOf(author, name, authors.length + 1, context));
  }
  return { authors, groupAuthors };
}

function dateOf(element: XmlElement, context: ReadContext): PartialDate {
  const printed = childText(element, 'year');
  const year = /^\d{4}$/.test(printed ?? '') ? Number(printed) : undefined;
  if (printed !== undefined && year === undefined) {
    context.problem(told(context, element, 'mangled-date', 'The year is none.', 'the record without it', printed));
  }
  const printedMonth = childText(element, 'month');
  const month = printedMonth === undefined ? undefined : monthOf(printedMonth);
  return { ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month }) };
}

// Some have both: https://doi.org/doi:10.1162/…
const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/)?(?:doi:\s*)?(?=10\.)|^https?:\/\/(?:dx\.)?doi\.org\//i;
const ARXIV = /^https?:\/\/arxiv\.org\/(?:abs|pdf)\//i;
const ACL =
  /^https?:\/\/(?:aclanthology\.org|(?:www\.)?aclweb\.org\/anthology|aclanthology\.info\/papers)\/[\w.-]+\/?$/i;

const WITH_ISBN: ReadonlySet<string> = new Set(['book', 'proceedings', 'phdthesis', 'mastersthesis']);

function identifiersOf(element: XmlElement, key: string, context: ReadContext): readonly Identifier[] {
  const list = new IdentifierList(context, element.line).addKey(key, 'DBLP');
  for (const place of childrenOf(element, 'ee')) addLink(textOf(place), list);
  for (const place of childrenOf(element, 'url')) addLink(textOf(place), list);
  // A chapter's or paper's ISBN is that of the whole book.
  if (WITH_ISBN.has(element.name)) for (const isbn of childrenOf(element, 'isbn')) list.add(textOf(isbn), 'ISBN');
  // CoRR is arXiv, and its volume the number there.
  if (childText(element, 'journal') === 'CoRR') {
    list.add(/^abs\/(\S+)$/.exec(childText(element, 'volume') ?? '')?.[1], 'ARXIV');
  }
  return list.all;
}

function addLink(link: string, list: IdentifierList): void {
  // Nearly every `url` is a place within dblp.
  if (link.startsWith('db/')) return;
  if (DOI.test(link)) list.add(link.replace(DOI, ''), 'DOI');
  else if (ARXIV.test(link)) list.add(link, 'ARXIV');
  else if (ACL.test(link)) list.add(link, 'ACL');
}
