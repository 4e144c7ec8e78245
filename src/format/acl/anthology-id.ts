/**
 * Ids as the Anthology builds them: `2020.acl-main.1` of the collections since 2020, `P19-1001` before. The old ids have
 * four digits for volume and paper: one and three, or two and two for workshops and two oddities.
 */

/** The full id of a paper. */
export function paperId(collection: string, volume: string, paper: string): string {
  if (!isLegacy(collection)) return `${collection}-${volume}.${paper}`;
  const volumeDigits = hasManyVolumes(collection, Number(volume)) ? 2 : 1;
  return `${collection}-${volume.padStart(volumeDigits, '0')}${paper.padStart(4 - volumeDigits, '0')}`;
}

/** The year a collection's or file's name tells: 2000 of `A00`, 1979 of `P79`, 2020 of `2020.acl`. */
export function yearOfName(name: string): number | undefined {
  const [, legacy, full] = /^(?:[A-Z](\d\d)|(\d{4})\.\w+)(?![\w-])/.exec(name) ?? [];
  if (full !== undefined) return Number(full);
  if (legacy === undefined) return undefined;
  return Number(legacy) + (Number(legacy) >= 60 ? 1900 : 2000);
}

function isLegacy(collection: string): boolean {
  return /^[A-Z]\d\d$/.test(collection);
}

function hasManyVolumes(collection: string, volume: number): boolean {
  return collection.startsWith('W') || collection === 'C69' || (collection === 'D19' && volume >= 5);
}
