/** Whether a file is Crossref's Unixref: its root element says so, and for a general name its first children too. */
import type { Claim, FileHead } from '../format.ts';
import { rootOf } from '../text/xml-root.ts';

const ROOTS = new Set(['crossref_result', 'doi_records', 'doi_record', 'crossref']);
const HARVESTED = new Set(['record', 'OAI-PMH', 'ListRecords', 'GetRecord']);
const SCHEMA = /<crossref\s[^>]{0,2000}crossref\.org\/xschema\//;

export function sniffUnixref({ text }: FileHead): Claim | undefined {
  const root = rootOf(text);
  if (root === undefined) return undefined;
  // Harvested records (OAI-PMH) wrap the same element.
  const isWrapped = !ROOTS.has(root.name) && HARVESTED.has(root.name) && SCHEMA.test(text);
  if (isWrapped) return { confidence: 0.95, reason: `XML with <crossref> of Crossref's schema in <${root.name}>` };
  if (!ROOTS.has(root.name)) return undefined;
  const confidence = /<(?:[\w.-]+:)?(?:doi_record|crossref|query)[\s>]/.test(text) ? 0.98 : 0.7;
  return { confidence, reason: `XML with the root element <${root.name}>` };
}
