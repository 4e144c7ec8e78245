/**
 * One ORCID document. A whole record tells who its owner is; a list of works only the owner's number, in its path, and
 * sometimes the name, beside the works that the owner entered. The owner wrote every work.
 */
import { recordKey } from '../../model/index.ts';
import type { Identifier } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { identifierOf } from './one-identifier.ts';
import { childOf, childText } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { ownerNameIn, personOf } from './person.ts';
import { emitWork, worksIn } from './works.ts';

/** Whose record it is, as far as the document tells. */
export interface Owner {
  readonly orcid?: Identifier | undefined;
  readonly name?: string | undefined;
  readonly aliases: readonly string[];
}

export function readOrcid(root: XmlElement, context: ReadContext): void {
  if (redirectOf(root, context)) return;
  const orcid = orcidOf(root, context);
  const personElement = root.name === 'person' || root.name === 'personal-details' ? root : childOf(root, 'person');
  const activities = childOf(root, 'activities-summary') ?? root;
  const person = personElement && personOf(personElement, { orcid, activities, line: root.line }, context);
  if (person !== undefined) context.record(person);
  const works = worksIn(root);
  const name = person?.name ?? (works.length > 0 ? ownerNameIn(root, orcid) : undefined);
  const owner: Owner = { orcid, name, aliases: person?.aliases ?? [] };
  if (works.length > 0 && name === undefined) tellOwnerless(root, orcid, context);
  for (const work of works) emitWork(work, owner, context);
  if (person === undefined && works.length === 0) tellEmpty(root, context);
}

// `orcid-identifier`, else the path: `/0000-0002-1825-0097/works`.
function orcidOf(root: XmlElement, context: ReadContext): Identifier | undefined {
  const identifier = childOf(root, 'orcid-identifier');
  const inPath = (root.attributes['path'] ?? '').match(/\d{4}-\d{4}-\d{4}-\d{3}[\dX]/i)?.[0];
  const text = (identifier && (childText(identifier, 'path') ?? childText(identifier, 'uri'))) ?? inPath;
  return text === undefined ? undefined : identifierOf(text, 'ORCID', context, root.line);
}

// A record that was given up for another of the same person.
function redirectOf(root: XmlElement, context: ReadContext): boolean {
  const deprecated = childOf(root, 'deprecated');
  const primary = deprecated && (childOf(deprecated, 'primary-record') ?? deprecated);
  const target = primary && orcidOf(primary, context);
  const own = target && orcidOf(root, context);
  if (own === undefined || target === undefined) return false;
  const [key, targetKey] = [own, target].map(({ value }) => recordKey('orcid', value));
  if (key === undefined || targetKey === undefined) return false;
  context.record({ kind: 'redirect', key, line: root.line, target: targetKey });
  return true;
}

function tellOwnerless(root: XmlElement, orcid: Identifier | undefined, { file, problem }: ReadContext): void {
  problem({
    kind: 'missing-owner',
    file,
    line: root.line,
    message: 'The works do not tell the name of the person whose record they are of.',
    ...(orcid === undefined ? {} : { found: orcid.value }),
    kept: 'the works, with the contributors they name',
  });
}

function tellEmpty(root: XmlElement, { file, problem }: ReadContext): void {
  const said = childText(root, 'developer-message') ?? childText(root, 'user-message');
  problem({
    kind: 'lost-text',
    file,
    line: root.line,
    message: `<${root.name}> of an ORCID record holds neither a person's name nor works.`,
    ...(said === undefined ? {} : { found: said.slice(0, 200) }),
    kept: 'nothing',
  });
}
