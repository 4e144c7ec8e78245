/**
 * Whether a file is MEDLINE tagged text. RIS looks alike from afar (`TY  - JOUR`), and so does Ovid's text; neither has
 * the tags by which a MEDLINE record begins.
 */
import type { Claim, FileHead } from '../format.ts';

const MAX_LINES = 400;
const FIRST_TAG = /^(?:PMID|PMC|PMCR|OWN|STAT|FAU) {0,2}- ?\S/;
const TAG = /^([A-Z][A-Z0-9]{1,3}) {0,3}-/;
// What only the one or the other has.
const RIS_TAG = /^(?:TY|ER) {1,2}- ?/;
const OVID_RECORD = /^<\d+\. ?>/;
const OWN_TAGS = new Set([
  'PMID',
  'OWN',
  'STAT',
  'FAU',
  'JT',
  'TA',
  'DP',
  'LID',
  'AID',
  'EDAT',
  'PST',
  'SO',
  'MHDA',
  'OID',
]);

export function sniffNbib({ text }: FileHead): Claim | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, MAX_LINES);
  const first = lines.findIndex((line) => line.trim() !== '');
  const opening = lines[first];
  if (opening === undefined || !FIRST_TAG.test(opening)) return undefined;
  if (lines.some((line) => RIS_TAG.test(line) || OVID_RECORD.test(line))) return undefined;
  const tags = lines.flatMap((line) => TAG.exec(line)?.[1] ?? []);
  const own = new Set(tags.filter((tag) => OWN_TAGS.has(tag)));
  const untagged = lines.filter((line) => /^\S/.test(line) && !TAG.test(line)).length;
  if (untagged > tags.length || (own.size < 2 && !/^PMID- ?\d/.test(opening))) return undefined;
  const confidence = own.has('PMID') && own.size >= 3 ? 0.97 : 0.85;
  return {
    confidence,
    reason: `begins with "${opening.trim().slice(0, 40)}"; MEDLINE tags ${[...own].slice(0, 5).join(', ')}`,
  };
}
