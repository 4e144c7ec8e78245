/**
 * The people of an author list. `CollectiveName` is a group, also where its members stand elsewhere as investigators,
 * who are no authors. `ValidYN="N"` marks a misprinted name whose corrected form stands in the list too.
 */
import { mentionDetails } from '../text/mention-details.ts';
import { isGroupName } from '../../model/index.ts';
import type { Identifier, InstitutionMention, Mention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { childText, childrenOf, textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { isEtAl, nameOfParts, spacedInitials } from '../text/person-name.ts';
import { IdentifierList } from '../text/identifier-list.ts';

export interface AuthorList {
  readonly authors: readonly Mention[];
  readonly groupAuthors: readonly string[];
  readonly isComplete: boolean;
}

/** Reads the author lists of one paper as one list; a list of editors is none. */
export function authorsOf(lists: readonly XmlElement[], context: ReadContext): AuthorList {
  const authorLists = lists.filter((list) => !isEditorList(list));
  const entries = authorLists.flatMap((list) => childrenOf(list, 'Author'));
  const hasValid = entries.some(isValid);
  const authors: Mention[] = [];
  const groupAuthors: string[] = [];
  let isComplete = authorLists.every((list) => list.attributes['CompleteYN'] !== 'N');
  for (const entry of entries) {
    if (hasValid && !isValid(entry)) continue;
    const group = childText(entry, 'CollectiveName');
    const name = group ?? nameOf(entry);
    if (name === undefined) continue;
    const isWithoutGiven = childText(entry, 'ForeName') === undefined && childText(entry, 'Initials') === undefined;
    if (isEtAl(name)) isComplete = false;
    else if (group !== undefined || (isWithoutGiven && isGroupName(name))) groupAuthors.push(name);
    else authors.push(mentionOf(entry, name, authors.length + 1, context));
  }
  return { authors, groupAuthors, isComplete };
}

/** Whether the source itself says that these are the editors of a book. */
export function isEditorList(list: XmlElement): boolean {
  return list.attributes['Type']?.toLowerCase() === 'editors';
}

function isValid(entry: XmlElement): boolean {
  return entry.attributes['ValidYN'] !== 'N';
}

// Very old records spell ForeName as FirstName and MiddleName.
function nameOf(entry: XmlElement): string | undefined {
  const family = childText(entry, 'LastName');
  const spelled = [childText(entry, 'FirstName'), childText(entry, 'MiddleName')].filter((part) => part !== undefined);
  const initials = childText(entry, 'Initials');
  const given =
    childText(entry, 'ForeName') ??
    (spelled.length > 0 ? spelled.join(' ') : initials === undefined ? undefined : spacedInitials(initials));
  const name = nameOfParts({ family: family ?? '', given, suffix: childText(entry, 'Suffix') });
  return name === '' ? undefined : name;
}

function mentionOf(entry: XmlElement, name: string, position: number, context: ReadContext): Mention {
  const identifiers = new IdentifierList(context, entry.line);
  for (const identifier of childrenOf(entry, 'Identifier')) {
    if (identifier.attributes['Source']?.toUpperCase() === 'ORCID') identifiers.add(textOf(identifier), 'ORCID');
  }
  const affiliations = affiliationsOf(entry, context);
  return {
    position,
    name,
    ...mentionDetails(identifiers.all, affiliations),
  };
}

// Before 2015 the affiliation stood in the author itself.
function affiliationsOf(entry: XmlElement, context: ReadContext): InstitutionMention[] {
  return [entry, ...childrenOf(entry, 'AffiliationInfo')].flatMap((place) => {
    const name = childText(place, 'Affiliation');
    if (name === undefined) return [];
    return [{ name, identifiers: place === entry ? [] : institutionIdentifiers(place, context) }];
  });
}

function institutionIdentifiers(place: XmlElement, context: ReadContext): readonly Identifier[] {
  const identifiers = new IdentifierList(context, place.line);
  for (const identifier of childrenOf(place, 'Identifier')) {
    const scheme = identifier.attributes['Source']?.toUpperCase();
    if (scheme === 'ROR' || scheme === 'GRID') identifiers.add(textOf(identifier), scheme);
  }
  return identifiers.all;
}
