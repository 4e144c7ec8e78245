/** Whether a file is PubMed's XML: its root element says so. */
import type { Claim, FileHead } from '../format.ts';

import { rootOf } from '../text/xml-root.ts';

const ROOTS = new Set([
  'PubmedArticleSet',
  'PubmedBookArticleSet',
  'BookDocumentSet',
  'MedlineCitationSet',
  'PubmedArticle',
  'PubmedBookArticle',
  'MedlineCitation',
  'BookDocument',
]);

export function sniffPubmed({ text }: FileHead): Claim | undefined {
  const root = rootOf(text);
  return root !== undefined && ROOTS.has(root.name)
    ? { confidence: 0.99, reason: `XML with the root element <${root.name}>` }
    : undefined;
}
