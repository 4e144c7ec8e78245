/**
 * Names as dblp prints them. People of one name are told apart by a number after it (`Wei Wang 0001`), which is no part
 * of the name. The text with its number is what identifies a person: it is equal to one on the person's home page record.
 */
import { mentionDetails } from '../text/mention-details.ts';
import type { Mention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

const NUMBER = /\s\d{4}$/;

export function displayName(printed: string): string {
  return printed.replace(NUMBER, '');
}

export function mentionOf(author: XmlElement, position: number, context: ReadContext): Mention {
  const printed = textOf(author);
  const identifiers = new IdentifierList(context, author.line)
    .add(author.attributes['pid'], 'DBLP')
    .add(author.attributes['orcid'], 'ORCID').all;
  return {
    position,
    name: displayName(printed),
    personKey: printed,
    ...mentionDetails(identifiers),
  };
}
