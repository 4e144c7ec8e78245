/**
 * Papers as CSL-JSON. What CSL has a field for goes there; the rest, which other programs ignore, under
 * `custom.coauthor`, so that what is written reads back as the same papers.
 */
import { identifierText } from '../../model/index.ts';
import type { Identifier, IdentifierScheme, PaperRecord } from '../../model/index.ts';
import { cslNameOf } from '../csl-json/name.ts';
import { CSL_TYPES, cslTypeOf, venueTypeOf } from '../csl-json/type.ts';
import { UNTITLED } from '../text/untitled.ts';
import { tidyText } from '../text/tidy.ts';
import { plainText } from '../text/markup.ts';

/** One list, an item per piece. */
export function* writeCslJson(papers: Iterable<PaperRecord>): Iterable<string> {
  let before = '[\n';
  for (const paper of papers) {
    yield `${before}${JSON.stringify(itemOf(paper))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function itemOf(paper: PaperRecord): object {
  const own = ownFields(paper);
  const { venue } = paper;
  const issn = venue?.identifiers.filter(({ scheme }) => scheme === 'ISSN').map(({ value }) => value) ?? [];
  return {
    id: paper.citationKey ?? paper.key,
    type: cslTypeOf(paper.type),
    ...(paper.title === UNTITLED ? {} : { title: paper.title }),
    ...authorField(paper),
    ...(paper.date.year === undefined ? {} : { issued: { 'date-parts': [dateParts(paper)] } }),
    ...(venue === undefined ? {} : { 'container-title': venue.name }),
    ...(issn.length === 0 ? {} : { ISSN: issn.join(', ') }),
    ...single(paper, 'DOI', 'DOI'),
    ...single(paper, 'PUBMED', 'PMID'),
    ...single(paper, 'PMC', 'PMCID'),
    ...(paper.abstract === undefined ? {} : { abstract: paper.abstract }),
    ...(Object.keys(own).length === 0 ? {} : { custom: { coauthor: own } }),
  };
}

function authorField(paper: PaperRecord): object {
  const people = paper.authors
    .filter(({ position }) => position !== undefined)
    .map(({ name, identifiers = [] }) => {
      const orcid = identifiers.find(({ scheme }) => scheme === 'ORCID');
      return { ...cslNameOf(name), ...(orcid === undefined ? {} : { ORCID: `https://orcid.org/${orcid.value}` }) };
    });
  const groups = paper.groupAuthors.map((literal) => ({ literal }));
  // As pandoc writes a list that was cut.
  const rest = paper.isAuthorListComplete ? [] : [{ literal: 'others' }];
  const author = [...people, ...groups, ...rest];
  return author.length === 0 ? {} : { author };
}

function dateParts({ date }: PaperRecord): readonly number[] {
  return [date.year, date.month, date.month === undefined ? undefined : date.day].filter((part) => part !== undefined);
}

function single(paper: PaperRecord, scheme: IdentifierScheme, field: string): object {
  const identifier = paper.identifiers.find((candidate) => candidate.scheme === scheme);
  return identifier === undefined ? {} : { [field]: identifier.value };
}

const FIELDS: readonly IdentifierScheme[] = ['DOI', 'PUBMED', 'PMC'];

/** What the reader would not find, or not find alike, in CSL's own fields. */
function ownFields(paper: PaperRecord): Readonly<Record<string, unknown>> {
  const { date, venue, type, abstract = '' } = paper;
  const isPlainDate = date.year !== undefined || (date.month === undefined && date.day === undefined);
  const hidden = paper.authors.filter(({ position }) => position === undefined).map(({ name }) => name);
  const isIssnOnly = venue?.identifiers.every(({ scheme }) => scheme === 'ISSN') ?? true;
  return {
    ...(isPlain(paper.title) ? {} : { title: paper.title }),
    ...(isPlain(abstract) ? {} : { abstract }),
    ...(type === CSL_TYPES[cslTypeOf(type)] ? {} : { type }),
    ...(isPlainDate ? {} : { date }),
    ...(paper.isYearInferred ? { isYearInferred: true } : {}),
    ...(hidden.length === 0 ? {} : { unlistedAuthors: hidden }),
    ...(paper.authorCount === undefined ? {} : { authorCount: paper.authorCount }),
    ...someOf('identifiers', unlessPlain(paper.identifiers, FIELDS)),
    ...(venue === undefined || isPlain(venue.name) ? {} : { venue: venue.name }),
    ...(venue === undefined || venue.type === venueTypeOf(type) ? {} : { venueType: venue.type ?? null }),
    ...someOf('venueIdentifiers', isIssnOnly ? [] : (venue?.identifiers.map(identifierText) ?? [])),
    ...someOf(
      'categories',
      paper.categories.map(({ code }) => code),
    ),
    ...someOf('institutions', paper.institutions),
    ...(paper.citationCount === undefined ? {} : { citationCount: paper.citationCount }),
    ...(paper.isRetracted === undefined ? {} : { isRetracted: paper.isRetracted }),
  };
}

/** Nothing where CSL's own fields say it all, in their order; else the whole list. */
function unlessPlain(identifiers: readonly Identifier[], fields: readonly IdentifierScheme[]): readonly string[] {
  const places = identifiers.map(({ scheme }) => fields.indexOf(scheme));
  const isPlain = places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? -1)));
  return isPlain ? [] : identifiers.map(identifierText);
}

/** The reader takes markup out of text and collapses its blanks. */
function isPlain(text: string): boolean {
  return plainText(tidyText(text)) === text;
}

function someOf(key: string, list: readonly string[]): object {
  return list.length === 0 ? {} : { [key]: list };
}
