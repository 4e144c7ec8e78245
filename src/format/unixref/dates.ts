/**
 * When an item appeared: the earliest of its dates of publication, online or in print, as Crossref itself reckons. An
 * item without one has its container's; the day a manuscript was accepted is none.
 */
import type { PartialDate } from '../../model/index.ts';
import { partialDate } from '../text/medline-date.ts';
import { childOf, childText, childrenOf } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

const NAMES = ['publication_date', 'posted_date', 'review_date', 'approval_date', 'completion_date'];

/** The date of the first of the places that tells one. */
export function earliestDate(places: readonly XmlElement[]): PartialDate {
  for (const place of places) {
    const dates = datesIn(place).sort(byTime);
    const [earliest] = dates;
    if (earliest !== undefined) return earliest;
  }
  return {};
}

function datesIn(place: XmlElement): PartialDate[] {
  // A data set keeps its dates one level deeper.
  const places = [place, childOf(place, 'database_date')].filter((element) => element !== undefined);
  return places.flatMap((element) =>
    NAMES.flatMap((name) => childrenOf(element, name)).flatMap(
      (date) => partialDate(childText(date, 'year'), childText(date, 'month'), childText(date, 'day')) ?? [],
    ),
  );
}

// Of one year the date that tells more comes first: "2009" is not earlier than "March 2009".
function byTime(a: PartialDate, b: PartialDate): number {
  return (a.year ?? 0) - (b.year ?? 0) || (a.month ?? 13) - (b.month ?? 13) || (a.day ?? 32) - (b.day ?? 32);
}
