import { foldText } from '../../model/index.ts';

/**
 * What names a record of a personal file, wherever the file lies: its citation key with title and year; without a
 * citation key its title, year and authors.
 */
export function contentKey(
  citationKey: string,
  title: string,
  year: number | undefined,
  people: readonly string[],
): string {
  const content = `${citationKey}|${foldText(title)}|${year ?? ''}`;
  return citationKey === '' ? `${content}|${people.map(foldText).join(';')}` : content;
}
