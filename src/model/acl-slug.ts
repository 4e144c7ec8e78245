/**
 * The Anthology's name for a person that it has no other id for: `Hinrich Schütze` is `hinrich-schutze`. It is made as
 * the Anthology makes it (python-slugify over unidecode), since the slug is what people cite and look up.
 */
import anyAscii from 'any-ascii';

/** Lower case ASCII, hyphens between words; `none` where nothing is left. */
export function nameSlug(name: string): string {
  const ascii = anyAscii(name.replaceAll("'", '-').normalize('NFKD').replace(/\p{M}/gu, ''));
  const slug = ascii
    .toLowerCase()
    // Those that transliteration made of other apostrophes: "AbuRa’ed" is one word.
    .replaceAll("'", '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'none' : slug;
}
