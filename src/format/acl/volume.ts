/** What a volume says of all its papers: where and when they appeared. */
import type { PaperType, PartialDate, VenueMention } from '../../model/index.ts';
import { monthOf } from '../text/month.ts';
import { childOf, childText } from '../text/xml/element.ts';
import type { XmlElement } from '../text/xml/element.ts';

import { yearOfName } from './anthology-id.ts';

export interface Volume {
  readonly id: string;
  readonly collection: string;
  readonly type: PaperType;
  readonly date: PartialDate;
  /** No year is printed; the collection's name tells it. */
  readonly isYearInferred: boolean;
  readonly venue?: VenueMention;
}

// Before volumes said so themselves: Computational Linguistics and its Transactions.
const JOURNAL_COLLECTION = /^[JQ]\d\d$|\.(?:cl|tacl)$/;
// "Computational Linguistics, Volume 46, Issue 1 - March 2020" and "… (December 1978)" are issues of one journal.
const ISSUE = /\s*(?:,\s*(?:Volume|Number|Issue)\b.*|\([^()]*\d{4}\))$/i;

export interface VolumePlace {
  readonly collection: string;
  readonly volume: string;
  readonly volumeType: string | undefined;
  /** The file's name, for a collection whose own tells no year. */
  readonly file: string;
}

export function volumeOf({ collection, volume, volumeType, file }: VolumePlace, meta: XmlElement | undefined): Volume {
  const journal = meta === undefined ? undefined : childText(meta, 'journal-title');
  const isJournal = journal !== undefined || volumeType === 'journal' || JOURNAL_COLLECTION.test(collection);
  const booktitle = meta === undefined ? undefined : childText(meta, 'booktitle');
  const venue = journal ?? (isJournal ? booktitle?.replace(ISSUE, '') : booktitle);
  const printed = meta === undefined ? {} : dateOf(meta);
  const year = printed.year ?? yearOfName(collection) ?? yearOfName(file.replace(/^.*[\\/]/, ''));
  return {
    id: volume,
    collection,
    type: isJournal ? 'ARTICLE' : 'CONFERENCE_PAPER',
    date: { ...printed, ...(year === undefined ? {} : { year }) },
    isYearInferred: printed.year === undefined && year !== undefined,
    ...(venue === undefined
      ? {}
      : { venue: { name: venue, type: isJournal ? 'JOURNAL' : 'CONFERENCE', identifiers: [] } }),
  };
}

/** The date that a volume's or a paper's own fields print. */
export function dateOf(element: XmlElement): PartialDate {
  const year = /^\d{4}$/.exec(childText(element, 'year') ?? '')?.[0];
  const month = childOf(element, 'month') === undefined ? undefined : monthOf(childText(element, 'month') ?? '');
  return { ...(year === undefined ? {} : { year: Number(year) }), ...(month === undefined ? {} : { month }) };
}
