/** One record of an XML file as a small tree, and what formats ask of it. */
import { tidyText } from '../tidy.ts';

export interface XmlElement {
  /** Without a namespace prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and stretches of text, in order. No stretch is empty; two may stand side by side. */
  readonly children: readonly (XmlElement | string)[];
  /** The line on which its opening tag ends, from 1; of a record, the line on which it begins. */
  readonly line: number;
}

/** The children of that name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) found.push(child);
  return found;
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** All text within, markup dropped, white space collapsed: `<title>On <i>n</i><sup>2</sup></title>` is `On n2`. */
export function textOf(element: XmlElement): string {
  const [first] = element.children;
  const raw = element.children.length === 1 && typeof first === 'string' ? first : rawTextOf(element);
  return tidyText(raw);
}

/** The text of the first child of that name, or undefined when there is none or it holds no text. */
export function childText(element: XmlElement, name: string): string | undefined {
  const child = childOf(element, name);
  return child === undefined ? undefined : textOf(child) || undefined;
}

/** All text within, as it stands. No tree is deeper than the reader allows. */
export function rawTextOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : rawTextOf(child);
  return text;
}
