/**
 * What articles and books have in common: the record's key and identifiers, its title or what stands for it, and the
 * order of its fields.
 */
import { foldText, recordKey } from '../../model/index.ts';
import type { PaperRecord, PartialDate } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { childText, childrenOf, textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import type { AuthorList } from './authors.ts';
import { isRetractedType } from './publication-type.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { UNTITLED } from '../text/untitled.ts';

export interface PaperParts {
  readonly line: number;
  readonly pmid?: string | undefined;
  readonly identifiers: IdentifierList;
  readonly title: string | undefined;
  readonly abstract: string | undefined;
  readonly date: PartialDate;
  readonly list: AuthorList;
  readonly publicationTypes: readonly string[];
  readonly type: PaperRecord['type'];
  readonly venue: PaperRecord['venue'];
  readonly isRetracted?: boolean;
  readonly revision: string | undefined;
}

/** Hands the paper on, unless it is empty: without title, people and identifier there is nothing to keep. */
export function emitPaper(parts: PaperParts, { file, record, problem }: ReadContext): void {
  const { line, identifiers, list, type, venue, abstract, revision } = parts;
  const hasContent = list.authors.length + list.groupAuthors.length + identifiers.all.length > 0;
  if (parts.title === undefined) {
    const kept = hasContent
      ? `the record as ${UNTITLED}`
      : 'nothing: the record has no author and no identifier either';
    const message = 'A record has no title.';
    problem({
      kind: 'missing-title',
      file,
      line,
      message,
      ...(parts.pmid ? { found: `PMID ${parts.pmid}` } : {}),
      kept,
    });
    if (!hasContent) return;
  }
  const title = parts.title ?? UNTITLED;
  const isRetracted = parts.isRetracted === true || isRetractedType(parts.publicationTypes);
  record({
    kind: 'paper',
    key: recordKey('pubmed', keyOf(parts, title)),
    catalogue: 'pubmed',
    line,
    title,
    ...(abstract === undefined ? {} : { abstract }),
    date: parts.date,
    isYearInferred: false,
    categories: [],
    identifiers: identifiers.all,
    authors: list.authors,
    isAuthorListComplete: list.isComplete,
    groupAuthors: list.groupAuthors,
    institutions: [],
    ...(type === undefined ? {} : { type }),
    ...(venue === undefined ? {} : { venue }),
    ...(isRetracted ? { isRetracted } : {}),
    ...(revision === undefined ? {} : { revision }),
  });
}

// PubMed's number where there is one, in nbib the same; else another identifier; else what the record says.
function keyOf({ pmid, identifiers, date }: PaperParts, title: string): string {
  if (pmid !== undefined && /^0*[1-9]\d{0,11}$/.test(pmid)) return String(Number(pmid));
  const [first] = identifiers.all;
  return first === undefined ? `${foldText(title)}|${date.year ?? ''}` : first.value.toLowerCase();
}

/** The identifiers of an article's own lists, PubMed's number first. */
export function identifiersOf(
  pmid: string | undefined,
  lists: readonly (XmlElement | undefined)[],
  { context, line }: { readonly context: ReadContext; readonly line: number },
): IdentifierList {
  const identifiers = new IdentifierList(context, line);
  if (pmid !== undefined) identifiers.add(pmid, 'PUBMED');
  for (const place of lists) {
    if (place === undefined) continue;
    // ELocationID stands beside the title, ArticleId in a list of its own.
    for (const id of [...childrenOf(place, 'ELocationID'), ...childrenOf(place, 'ArticleId')]) {
      const type = (id.attributes['EIdType'] ?? id.attributes['IdType'] ?? 'pubmed').toLowerCase();
      if (id.attributes['ValidYN'] === 'N') continue;
      if (type === 'doi') identifiers.add(textOf(id), 'DOI');
      if (type === 'pmc') identifiers.add(textOf(id), 'PMC');
    }
  }
  return identifiers;
}

/** Structured abstracts become one line for each part: `METHODS: …`. */
export function abstractOf(parent: XmlElement): string | undefined {
  const parts = childrenOf(parent, 'Abstract').flatMap((abstract) => childrenOf(abstract, 'AbstractText'));
  const lines = parts.flatMap((part) => {
    const text = textOf(part);
    const label = part.attributes['Label']?.trim() ?? '';
    if (text === '') return [];
    return label === '' || label.toUpperCase() === 'UNLABELLED' ? [text] : [`${label}: ${text}`];
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** The day a record was last revised, as sortable text: of two copies the later one is the better. */
export function revisionOf(parent: XmlElement): string | undefined {
  const [revised] = childrenOf(parent, 'DateRevised');
  const year = revised === undefined ? undefined : childText(revised, 'Year');
  if (revised === undefined || year === undefined) return undefined;
  const two = (name: string): string => (childText(revised, name) ?? '').padStart(2, '0');
  return `${year}${two('Month')}${two('Day')}`;
}

export function publicationTypesOf(parent: XmlElement): string[] {
  return childrenOf(parent, 'PublicationType').map(textOf);
}
