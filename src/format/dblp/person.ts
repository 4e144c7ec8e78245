/**
 * Home page records: `<www key="homepages/65/9612">` in the dump, `<person>` in a person's own file. The first name is
 * the one dblp prefers, the others are the same person's. A record with nothing but a `crossref` was joined to another.
 */
import { recordKey } from '../../model/index.ts';
import type { InstitutionMention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { childText, childrenOf, textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { displayName } from './author.ts';
import { told } from './told.ts';

const ORCID_URL = /^https?:\/\/(?:www\.)?orcid\.org\//i;
// A note of nothing but such letters is the person's name in their own script.
const NATIVE_NAME = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\s·・]{2,30}$/u;

export function readPerson(element: XmlElement, context: ReadContext): void {
  const { attributes, line } = element;
  const key = attributes['key'];
  if (key === undefined) {
    context.problem(told(context, element, 'malformed-record', 'A person record has no key.', 'nothing of it'));
    return;
  }
  const target = childText(element, 'crossref');
  if (target !== undefined) {
    context.record({ kind: 'redirect', key: recordKey('dblp', key), line, target: recordKey('dblp', target) });
    return;
  }
  const personKeys = unique(childrenOf(element, 'author').map(textOf));
  const names = unique([...personKeys.map(displayName), ...nativeNames(element)]);
  const [name, ...aliases] = names;
  if (name === undefined) {
    context.problem(
      told(context, element, 'malformed-record', `The person record ${key} names nobody.`, 'nothing of it'),
    );
    return;
  }
  const affiliations = affiliationsOf(element);
  const { mdate } = attributes;
  context.record({
    kind: 'person',
    key: recordKey('dblp', key),
    line,
    name,
    aliases,
    identifiers: identifiersOf(element, key, context),
    personKeys,
    ...(affiliations.length === 0 ? {} : { affiliations }),
    ...(attributes['publtype'] === 'disambiguation' ? { isDisambiguation: true } : {}),
    ...(mdate === undefined ? {} : { revision: mdate }),
  });
}

function identifiersOf(element: XmlElement, key: string, context: ReadContext): IdentifierList['all'] {
  const list = new IdentifierList(context, element.line).addKey(key, 'DBLP');
  for (const url of childrenOf(element, 'url').map(textOf)) if (ORCID_URL.test(url)) list.add(url, 'ORCID');
  return list.all;
}

function affiliationsOf(element: XmlElement): InstitutionMention[] {
  const notes = childrenOf(element, 'note').filter((note) => note.attributes['type'] === 'affiliation');
  return unique(notes.map(textOf)).map((name) => ({ name, identifiers: [] }));
}

function nativeNames(element: XmlElement): string[] {
  const notes = childrenOf(element, 'note').filter((note) => note.attributes['type'] === undefined);
  return notes.map(textOf).filter((text) => NATIVE_NAME.test(text));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
