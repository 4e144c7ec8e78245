/** `PubDate` and its kin: parts (`<Year>2008</Year><Month>Feb</Month>`), or MEDLINE's own words where those do not fit. */
import type { PartialDate } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { childText } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { isImpossible, parseMedlineDate, partialDate } from '../text/medline-date.ts';

/** The first of the elements that tells a date. The places are tried in order; a date in none of them is a problem. */
export function firstDate(places: readonly (XmlElement | undefined)[], context: ReadContext): PartialDate {
  for (const place of places) {
    if (place === undefined) continue;
    const date = dateIn(place, context);
    if (date !== undefined) return date;
  }
  const printed = places.flatMap((place) => (place === undefined ? [] : (childText(place, 'MedlineDate') ?? [])));
  const [found] = printed;
  if (found !== undefined) {
    context.problem({
      kind: 'mangled-date',
      file: context.file,
      line: places.find((place) => place !== undefined)?.line ?? 1,
      message: 'A date of publication holds no year.',
      found: found.slice(0, 200),
      kept: 'no date',
    });
  }
  return {};
}

function dateIn(place: XmlElement, { file, problem }: ReadContext): PartialDate | undefined {
  const [year, month, day] = ['Year', 'Month', 'Day'].map((name) => childText(place, name));
  const parts = partialDate(year, month, day);
  if (parts !== undefined && isImpossible(parts, day)) {
    const message = 'A date names a day that does not exist.';
    const found = `${year} ${month} ${day}`;
    problem({ kind: 'impossible-date', file, line: place.line, message, found, kept: 'year and month' });
  }
  if (parts !== undefined) return parts;
  const words = childText(place, 'MedlineDate');
  return words === undefined ? undefined : parseMedlineDate(words.slice(0, 200));
}
