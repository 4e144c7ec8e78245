/** Whether a file is ORCID's XML: its root element is in one of ORCID's own namespaces. */
import type { Claim, FileHead } from '../format.ts';
import { rootOf } from '../text/xml-root.ts';

import { ROOTS } from './roots.ts';

const NAMESPACE = /\bxmlns(?::[\w.-]+)?\s*=\s*["']http:\/\/www\.orcid\.org\/ns\/([\w-]+)["']/g;
export function sniffOrcid({ text }: FileHead): Claim | undefined {
  const root = rootOf(text);
  if (root === undefined) return undefined;
  const [first] = root.tag.matchAll(NAMESPACE);
  if (first === undefined) return undefined;
  const confidence = ROOTS.has(root.name) ? 0.99 : 0.6;
  return { confidence, reason: `XML with the root element <${root.name}> in ORCID's namespaces` };
}
