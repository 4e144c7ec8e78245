/** The root element of an XML file, by which formats recognise their own. */
export interface XmlRoot {
  /** Without a namespace prefix. */
  readonly name: string;
  /** The opening tag as it stands, as far as it is in the text; the document type where that is all there is. */
  readonly tag: string;
  /** What follows the opening tag. */
  readonly rest: string;
}

// Declarations, comments and a document type whose own declarations, if any, are in brackets.
const PROLOG = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)/;
const DOCTYPE = /^<!DOCTYPE\s+(?:[\w.-]+:)?([\w.-]+)[^[>]*(?:\[|>)?/i;
const ROOT = /^<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?:\s[^>]*)?>?/;

/** The root of a file from its beginning; undefined when the text does not begin like XML. */
export function rootOf(head: string): XmlRoot | undefined {
  let text = head.replace(/^\uFEFF/, '');
  for (let prolog = PROLOG.exec(text); prolog !== null; prolog = PROLOG.exec(text)) text = text.slice(prolog[0].length);
  const doctype = DOCTYPE.exec(text);
  if (doctype !== null) {
    const end = doctype[0].endsWith('[') ? /\]\s*>/.exec(text) : undefined;
    const after =
      end === undefined ? text.slice(doctype[0].length) : text.slice((end?.index ?? Infinity) + (end?.[0].length ?? 0));
    return rootOf(after) ?? { name: doctype[1] ?? '', tag: doctype[0], rest: '' };
  }
  const root = ROOT.exec(text);
  if (root === null) return undefined;
  return { name: root[1] ?? '', tag: root[0], rest: text.slice(root[0].length) };
}
