/** Where an item appeared: the journal, the book, the proceedings, the preprint server that its containers name. */
import type { VenueMention, VenueType } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { childOf, childText, childrenOf, textOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { titleOf } from './title.ts';

const TYPES: Readonly<Record<string, VenueType>> = {
  journal_metadata: 'JOURNAL',
  proceedings_metadata: 'CONFERENCE',
  proceedings_series_metadata: 'CONFERENCE',
  database_metadata: 'REPOSITORY',
};

export function venueOf(
  element: XmlElement,
  containers: readonly XmlElement[],
  context: ReadContext,
): VenueMention | undefined {
  if (element.name === 'posted_content') return repositoryOf(element);
  for (const container of containers) {
    const name = titleOf(container);
    if (name === undefined || container.name === 'event_metadata') continue;
    const identifiers = new IdentifierList(context, container.line);
    // A series' ISSN stays with the series: it would make one venue of all its books.
    for (const issn of childrenOf(container, 'issn')) identifiers.add(textOf(issn), 'ISSN');
    for (const isbn of childrenOf(container, 'isbn')) identifiers.add(textOf(isbn), 'ISBN');
    return { name, type: TYPES[container.name] ?? 'OTHER', identifiers: identifiers.all };
  }
  return seriesOf(element, context);
}

// A preprint names its server as an institution; `group_title` is a subject, or the server's name in older records.
function repositoryOf(element: XmlElement): VenueMention | undefined {
  const institution = childOf(element, 'institution');
  const name = (institution && childText(institution, 'institution_name')) ?? childText(element, 'group_title');
  return name === undefined ? undefined : { name, type: 'REPOSITORY', identifiers: [] };
}

function seriesOf(element: XmlElement, context: ReadContext): VenueMention | undefined {
  const series = childOf(element, 'series_metadata');
  const name = series && titleOf(series);
  if (series === undefined || name === undefined || name === titleOf(element)) return undefined;
  const identifiers = new IdentifierList(context, series.line);
  for (const issn of childrenOf(series, 'issn')) identifiers.add(textOf(issn), 'ISSN');
  return { name, type: 'SERIES', identifiers: identifiers.all };
}
