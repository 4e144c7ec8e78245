/**
 * The people of one publication in a publisher's XML, read without any of our readers: JATS, Elsevier, Wiley, IEEE,
 * Copernicus, DataCite and Dublin Core all have one element per person, with the parts of the name somewhere in it and the
 * ORCID, if any, in a text or an attribute of it.
 */
import { SaxesParser } from 'saxes';

import { XHTML_ENTITIES } from '../../src/format/text/entities.ts';

export interface PrintedPerson {
  readonly name: string;
  readonly orcid?: string;
}

const PERSON = new Set(['contrib', 'ce:author', 'creator', 'dc:creator', 'author']);
const FAMILY = new Set(['surname', 'ce:surname', 'familyName']);
const GIVEN = new Set(['given-names', 'ce:given-name', 'givenNames', 'givenName', 'firstname']);
const WHOLE = new Set(['creatorName', 'name', 'normname', 'dc:creator']);
const NAME = new Set(['name', 'string-name', 'personName']);
const ORCID = /\d{4}-\d{4}-\d{4}-\d{3}[\dXx]/;
// Where other publications are told, and people who wrote nothing.
const OUTSIDE = new Set([
  'selfCitationGroup',
  'ref-list',
  'ce:bibliography',
  'bibliography',
  'contributors',
  'back',
  'sub-article',
]);
const NOBODY = /non-byline|editor|reviewer/;

interface Begun {
  readonly element: string;
  family: string;
  given: string;
  whole: string;
  /** The name has been read; another that follows is the same in another script. */
  isNamed: boolean;
  orcid?: string;
}

export function printedPeople(xml: string): PrintedPerson[] {
  const people: PrintedPerson[] = [];
  const path: string[] = [];
  let begun: Begun | undefined;
  let outside = 0;
  const parser = new SaxesParser();
  parser.ENTITIES = { ...parser.ENTITIES, ...Object.fromEntries(XHTML_ENTITIES) };
  parser.on('error', () => undefined); // markup that is broken elsewhere in the file is not this bench's matter
  const seen = (text: string): void => {
    const orcid = ORCID.exec(text)?.[0];
    if (begun !== undefined && orcid !== undefined) begun.orcid ??= orcid.toUpperCase();
  };
  const text = (more: string): void => {
    const here = path.at(-1) ?? '';
    if (begun === undefined) return;
    if (begun.isNamed) seen(more);
    else if (FAMILY.has(here)) begun.family += more;
    else if (GIVEN.has(here)) begun.given += more;
    else if (WHOLE.has(here)) begun.whole += more;
    seen(more);
  };
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    if (OUTSIDE.has(name)) outside++;
    const role = `${attributes['contrib-type'] ?? ''} ${attributes['creatorRole'] ?? ''}`;
    if (begun === undefined && outside === 0 && PERSON.has(name) && !NOBODY.test(role)) {
      begun = { element: name, family: '', given: '', whole: '', isNamed: false };
    }
    for (const value of Object.values(attributes)) seen(value);
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    path.pop();
    if (OUTSIDE.has(name)) outside--;
    if (begun?.element !== name) {
      if (begun !== undefined && NAME.has(name)) begun.isNamed = true;
      return;
    }
    const { family, given, whole, orcid } = begun;
    begun = undefined;
    const printed = family.trim() === '' ? inOrder(whole) : `${given} ${family}`;
    const plain = printed.replaceAll(/\s+/g, ' ').trim();
    if (plain !== '') people.push({ name: plain, ...(orcid === undefined ? {} : { orcid }) });
  });
  parser.write(xml).close();
  return people;
}

function inOrder(name: string): string {
  const [family, given] = name.split(',');
  return given === undefined ? name : `${given} ${family}`;
}
