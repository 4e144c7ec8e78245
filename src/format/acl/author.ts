/**
 * Authors of the Anthology: always people, also `Mausam` with an empty first name. `id` is given only where the name
 * alone would not tell who it is. The name in another script stands beside it.
 */
import { mentionDetails } from '../text/mention-details.ts';
import type { InstitutionMention, Mention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { childOf, childText, childrenOf, textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

/** Undefined when no name is printed. */
export function mentionOf(author: XmlElement, position: number, context: ReadContext): Mention | undefined {
  const name = printedName(author);
  if (name === '') return undefined;
  const identifiers = new IdentifierList(context, author.line)
    .add(author.attributes['id'], 'ACL')
    .add(author.attributes['orcid'], 'ORCID').all;
  const affiliations = affiliationsOf(author);
  const nativeName = nativeNameOf(author);
  return {
    position,
    name,
    ...mentionDetails(identifiers, affiliations),
    // Where no id is given the Anthology itself goes by the name in its two parts.
    ...(author.attributes['id'] === undefined ? { personKey: nameKey(author) } : {}),
    ...(nativeName === undefined ? {} : { nativeName }),
  };
}

function printedName(author: XmlElement): string {
  const hasParts = childOf(author, 'first') !== undefined || childOf(author, 'last') !== undefined;
  if (!hasParts) return textOf(author);
  return [childText(author, 'first'), childText(author, 'last')].filter(Boolean).join(' ');
}

function nameKey(author: XmlElement): string {
  return [childText(author, 'last') ?? textOf(author), childText(author, 'first')].filter(Boolean).join(', ');
}

function nativeNameOf(author: XmlElement): string | undefined {
  const variant = childOf(author, 'variant');
  if (variant === undefined) return undefined;
  // Chinese, Japanese and Korean names are written family first, without a space.
  const isHan = variant.attributes['script']?.startsWith('han') === true;
  const parts = [childText(variant, 'first'), childText(variant, 'last')].filter((part) => part !== undefined);
  return (isHan ? parts.reverse().join('') : parts.join(' ')) || undefined;
}

function affiliationsOf(author: XmlElement): InstitutionMention[] {
  const names = new Set(childrenOf(author, 'affiliation').map(textOf));
  return [...names].filter(Boolean).map((name) => ({ name, identifiers: [] }));
}
