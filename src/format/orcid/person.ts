/** The owner of a record: the name under which they publish first, the other names, and where they work. */
import { foldName, parseIdentifier, recordKey } from '../../model/index.ts';
import type { Identifier, IdentifierScheme, InstitutionMention, PersonRecord } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { nameOfParts } from '../text/person-name.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { childOf, childText, childrenOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

interface Surroundings {
  readonly orcid: Identifier | undefined;
  readonly activities: XmlElement;
  readonly line: number;
}

// A person's pages elsewhere that are identifiers; any other address may be a laboratory's.
const PROFILE_SCHEMES: readonly IdentifierScheme[] = ['DBLP', 'OPENALEX', 'SEMANTIC_SCHOLAR'];

export function personOf(
  element: XmlElement,
  { orcid, activities, line }: Surroundings,
  context: ReadContext,
): PersonRecord | undefined {
  const names = namesIn(element);
  const [name, ...others] = names;
  if (name === undefined) return undefined;
  const identifiers = orcid === undefined ? [] : [orcid];
  const affiliations = employersIn(activities, context);
  return {
    kind: 'person',
    key: recordKey('orcid', orcid?.value ?? foldName(name)),
    line,
    name,
    aliases: others,
    identifiers: [...identifiers, ...profilesIn(element)],
    ...(affiliations.length === 0 ? {} : { affiliations }),
  };
}

/** The name beside what the owner entered, where no part of the record tells it. */
export function ownerNameIn(root: XmlElement, orcid: Identifier | undefined): string | undefined {
  if (orcid === undefined) return undefined;
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.name === 'source') {
      const source = childOf(element, 'source-orcid');
      const name = childText(element, 'source-name');
      if (name !== undefined && source !== undefined && childText(source, 'path') === orcid.value) return name;
    }
    for (const child of element.children.toReversed()) if (typeof child !== 'string') open.push(child);
  }
  return undefined;
}

function namesIn(element: XmlElement): string[] {
  const name = childOf(element, 'name') ?? element;
  const credit = childText(name, 'credit-name');
  const family = childText(name, 'family-name');
  const given = childText(name, 'given-names');
  const own = nameOfParts({ family: family ?? '', given });
  const others = [element, ...childrenOf(element, 'other-names')]
    .flatMap((place) => childrenOf(place, 'other-name'))
    .flatMap((other) => childText(other, 'content') ?? []);
  const all = [credit ?? '', own, ...others].filter((text) => text !== '');
  return [...new Set(all)];
}

function profilesIn(element: XmlElement): Identifier[] {
  const urls = [
    ...listed(element, 'external-identifiers', 'external-identifier').flatMap(
      (id) => childText(id, 'external-id-url') ?? [],
    ),
    ...listed(element, 'researcher-urls', 'researcher-url').flatMap((id) => childText(id, 'url') ?? []),
  ];
  const found = new Map<string, Identifier>();
  for (const url of urls) {
    const identifier = parseIdentifier(url);
    if ('invalid' in identifier || !PROFILE_SCHEMES.includes(identifier.scheme)) continue;
    found.set(`${identifier.scheme}:${identifier.value}`, identifier);
  }
  return [...found.values()];
}

function listed(element: XmlElement, list: string, name: string): XmlElement[] {
  return childrenOf(element, list).flatMap((found) => childrenOf(found, name));
}

// Version 3 puts each employment into a group of the same place.
function employersIn(activities: XmlElement, context: ReadContext): InstitutionMention[] {
  const lists = childrenOf(activities, 'employments');
  const groups = lists.flatMap((list) => [list, ...childrenOf(list, 'affiliation-group')]);
  const employers = groups
    .flatMap((group) => [...childrenOf(group, 'employment-summary'), ...childrenOf(group, 'employment')])
    .flatMap((employment) => childOf(employment, 'organization') ?? []);
  const found = new Map<string, InstitutionMention>();
  for (const employer of employers) {
    const mention = institutionOf(employer, context);
    if (mention !== undefined && !found.has(mention.name)) found.set(mention.name, mention);
  }
  return [...found.values()];
}

function institutionOf(organization: XmlElement, context: ReadContext): InstitutionMention | undefined {
  const name = childText(organization, 'name');
  if (name === undefined) return undefined;
  const country = childText(childOf(organization, 'address') ?? organization, 'country');
  const identifiers = new IdentifierList(context, organization.line);
  for (const place of childrenOf(organization, 'disambiguated-organization')) {
    const scheme = childText(place, 'disambiguation-source')?.toUpperCase();
    const value = childText(place, 'disambiguated-organization-identifier') ?? '';
    if (scheme === 'ROR' || scheme === 'GRID') identifiers.add(value, scheme);
  }
  return {
    name,
    identifiers: identifiers.all,
    ...(country !== undefined && /^[A-Z]{2}$/.test(country) ? { countryCode: country } : {}),
  };
}
