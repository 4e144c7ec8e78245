/**
 * Names as dblp prints them. People of one name are told apart by a number after it (`Wei Wang 0001`), which is no part
 * of the name. The text with its number is what identifies a person: it is equal to one on the person's home page record.
 */
import { mentionDetails } from '../text/mention-details.ts';
import type { Mention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import type { XmlElement } from '../text/xml/element.ts';

const NUMBER = /\s\d{4}$/;
const ZERO = 0x30;
const NINE = 0x39;

export function displayName(printed: string): string {
  const last = printed.charCodeAt(printed.length - 1);
  return last >= ZERO && last <= NINE ? printed.replace(NUMBER, '') : printed;
}

export function mentionOf(author: XmlElement, printed: string, position: number, context: ReadContext): Mention {
  const name = displayName(printed);
  const { pid, orcid } = author.attributes;
  if (pid === undefined && orcid === undefined) return { position, name, personKey: printed };
  const identifiers = new IdentifierList(context, author.line).add(pid, 'DBLP').add(orcid, 'ORCID').all;
  return { position, name, personKey: printed, ...mentionDetails(identifiers) };
}
