/**
 * Makes a corpus that nobody wrote, the same bytes for the same seed: 20,000 papers (S), a million (M), or as many as
 * dblp has (L: 7.5 million papers, 4.2 million authors, 26 million authorships).
 *
 *     npx tsx bench/corpora/make.ts --size S --as openalex --out works.jsonl
 *     npx tsx bench/corpora/make.ts --size M --as dblp --out dblp.xml
 *     npx tsx bench/corpora/make.ts --size L --as arrays --out folder
 */
import { parseArgs } from 'node:util';

import { writeArrays } from './array-files.ts';
import { isSize, makePapers, SIZES } from './made-papers.ts';
import { FORMATS, isFormat, writeRecords } from './record-file.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'S' },
    as: { type: 'string', default: 'openalex' },
    seed: { type: 'string', default: '42' },
    out: { type: 'string' },
  },
});
const { size, as, out } = values;
const seed = Number(values.seed);
const forms = ['arrays', ...Object.keys(FORMATS)];
if (!isSize(size)) throw new Error(`There is no size "${size}": ${SIZES.join(', ')}.`);
if (!forms.includes(as)) throw new Error(`Nothing is made as "${as}": ${forms.join(', ')}.`);
if (out === undefined) throw new Error('Where to? Name a file, or a folder for arrays, with --out.');

const papers = makePapers(size, seed);
if (isFormat(as)) {
  const bytes = writeRecords(out, as, papers, seed);
  console.error(`${Math.round(bytes / 1e6).toLocaleString('en-US')} MB`);
} else {
  writeArrays(out, papers, seed);
}
const counts = [papers.years.length, papers.authors, papers.paperAuthors.length].map((count) =>
  count.toLocaleString('en-US'),
);
console.error(`${counts[0]} papers, ${counts[1]} authors, ${counts[2]} authorships: ${out}`);
