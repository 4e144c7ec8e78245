/** What an item or a container is called. */
import { foldText } from '../../model/index.ts';
import { childOf, childText, childrenOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

/** A journal has `full_title`, proceedings `proceedings_title`, a figure only its description. */
export function titleOf(element: XmlElement): string | undefined {
  const titles = childrenOf(element, 'titles');
  for (const group of titles) {
    const title = childText(group, 'title');
    if (title === undefined) continue;
    const subtitle = childText(group, 'subtitle');
    return subtitle === undefined || foldText(title).includes(foldText(subtitle)) ? title : `${title}: ${subtitle}`;
  }
  for (const group of titles) {
    const original = childText(group, 'original_language_title');
    if (original !== undefined) return original;
  }
  for (const name of ['full_title', 'proceedings_title', 'description']) {
    const text = childText(element, name);
    if (text !== undefined) return text;
  }
  // A book in a series or a set describes both.
  for (const name of ['set_metadata', 'series_metadata']) {
    const inner = childOf(element, name);
    const text = inner && titleOf(inner);
    if (text !== undefined) return text;
  }
  return undefined;
}
