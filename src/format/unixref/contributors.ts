/**
 * The people of an item. Whoever has another role than author (editor, chair, translator, reviewer) wrote nothing here;
 * an organisation with the role of an author is a group.
 */
import { mentionDetails } from '../text/mention-details.ts';
import { isGroupName } from '../../model/index.ts';
import type { InstitutionMention, Mention } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { collapse, isEtAl, nameOfParts } from '../text/person-name.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { childOf, childText, childrenOf, textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

export interface Contributors {
  readonly authors: readonly Mention[];
  readonly groupAuthors: readonly string[];
  readonly isComplete: boolean;
  readonly hasEditors: boolean;
}

// Who reviews a paper has not written it, but has written the review, where that is a work with a DOI of its own.
const REVIEW_ROLES = new Set(['reviewer', 'review-assistant', 'stats-reviewer', 'reviewer-external']);

export function contributorsOf(element: XmlElement, context: ReadContext): Contributors {
  const authors: Mention[] = [];
  const groupAuthors: string[] = [];
  let isComplete = true;
  let hasEditors = false;
  for (const entry of entriesOf(element)) {
    const role = entry.attributes['contributor_role'] ?? 'author';
    if (role !== 'author' && !(element.name === 'peer_review' && REVIEW_ROLES.has(role))) {
      hasEditors ||= role === 'editor' || role === 'chair';
      continue;
    }
    if (entry.name === 'anonymous') continue;
    const isPerson = entry.name === 'person_name';
    const name = isPerson ? personName(entry) : organisationName(entry);
    if (name === '') continue;
    if (isEtAl(name)) isComplete = false;
    else if (!isPerson || isNamelessGroup(entry, name)) groupAuthors.push(name);
    else authors.push(mentionOf(entry, name, authors.length + 1, context));
  }
  return { authors, groupAuthors, isComplete, hasEditors };
}

function entriesOf(element: XmlElement): XmlElement[] {
  const people = ['person_name', 'organization', 'anonymous'];
  return childrenOf(element, 'contributors').flatMap((list) =>
    list.children.filter((child): child is XmlElement => typeof child !== 'string' && people.includes(child.name)),
  );
}

function personName(entry: XmlElement): string {
  const given = childText(entry, 'given_name');
  return nameOfParts({ family: childText(entry, 'surname') ?? '', given, suffix: childText(entry, 'suffix') });
}

// Newer records nest the organisation's places and ids in it.
function organisationName(entry: XmlElement): string {
  return childText(entry, 'name') ?? collapse(textOf(entry));
}

// "CMS Collaboration" deposited as a surname.
function isNamelessGroup(entry: XmlElement, name: string): boolean {
  return childText(entry, 'given_name') === undefined && isGroupName(name);
}

function mentionOf(entry: XmlElement, name: string, position: number, context: ReadContext): Mention {
  const identifiers = new IdentifierList(context, entry.line);
  for (const orcid of childrenOf(entry, 'ORCID')) identifiers.add(textOf(orcid), 'ORCID');
  const affiliations = affiliationsOf(entry, context);
  return {
    position,
    name,
    ...mentionDetails(identifiers.all, affiliations),
  };
}

// `<affiliation>text</affiliation>`, and since 2021 `<affiliations><institution>` with a ROR id.
function affiliationsOf(entry: XmlElement, context: ReadContext): InstitutionMention[] {
  const plain = childrenOf(entry, 'affiliation').map((element) => ({ name: textOf(element), identifiers: [] }));
  const list = childOf(entry, 'affiliations');
  const structured = (list === undefined ? [] : childrenOf(list, 'institution')).map((institution) => {
    const identifiers = new IdentifierList(context, institution.line);
    for (const id of childrenOf(institution, 'institution_id')) {
      if (id.attributes['type']?.toLowerCase() === 'ror') identifiers.add(textOf(id), 'ROR');
    }
    return { name: childText(institution, 'institution_name') ?? '', identifiers: identifiers.all };
  });
  return [...plain, ...structured].filter(({ name }) => name !== '');
}
