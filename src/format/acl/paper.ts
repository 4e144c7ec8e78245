/** One paper of a volume. Its editors are not its authors, and its videos, data sets and revisions are no papers. */
import { UNTITLED } from '../text/untitled.ts';
import { recordKey } from '../../model/index.ts';
import type { Mention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { childOf, childText, childrenOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { paperId } from './anthology-id.ts';
import { mentionOf } from './author.ts';
import { dateOf } from './volume.ts';
import type { Volume } from './volume.ts';

export function readPaper(element: XmlElement, volume: Volume, context: ReadContext): void {
  const { file } = context;
  const { line } = element;
  const number = element.attributes['id'];
  if (number === undefined) {
    const message = 'A paper has no id within its volume.';
    context.problem({ kind: 'malformed-record', file, line, message, kept: 'nothing of the paper' });
    return;
  }
  const id = paperId(volume.collection, volume.id, number);
  const title = childText(element, 'title');
  if (title === undefined) {
    const message = `The paper ${id} has no title.`;
    context.problem({ kind: 'missing-title', file, line, message, kept: 'the rest of it' });
  }
  const abstract = childText(element, 'abstract');
  const printed = dateOf(element);
  const identifiers = new IdentifierList(context, line).add(id, 'ACL').add(childText(element, 'doi'), 'DOI').all;
  const isRetracted = childOf(element, 'retracted') !== undefined || childOf(element, 'removed') !== undefined;
  context.record({
    kind: 'paper',
    key: recordKey('acl', id),
    catalogue: 'acl',
    line,
    title: title ?? UNTITLED,
    ...(abstract === undefined ? {} : { abstract }),
    date: printed.year === undefined ? { ...volume.date, ...printed } : printed,
    isYearInferred: volume.isYearInferred && printed.year === undefined,
    categories: [],
    identifiers,
    authors: authorsOf(element, context),
    isAuthorListComplete: true,
    groupAuthors: [],
    institutions: [],
    type: volume.type,
    ...(volume.venue === undefined ? {} : { venue: volume.venue }),
    ...(isRetracted ? { isRetracted: true } : {}),
  });
}

function authorsOf(element: XmlElement, context: ReadContext): Mention[] {
  const authors: Mention[] = [];
  for (const author of childrenOf(element, 'author')) {
    const mention = mentionOf(author, authors.length + 1, context);
    if (mention !== undefined) authors.push(mention);
    else {
      const message = 'An author has no name.';
      context.problem({ kind: 'malformed-record', file: context.file, line: author.line, message, kept: 'the others' });
    }
  }
  return authors;
}
