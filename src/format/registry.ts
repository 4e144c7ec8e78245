/** The one list of formats, which of them a file is, and the formats that are written. */
import { acl } from './acl.ts';
import { aclNames } from './acl-names.ts';
import { arxiv } from './arxiv.ts';
import { bibtex } from './bibtex.ts';
import { coauthorJsonl } from './coauthor-jsonl.ts';
import { crossref } from './crossref.ts';
import { cslJson } from './csl-json.ts';
import { dblp } from './dblp.ts';
import type { Claim, FileHead, Format } from './format.ts';
import { nbib } from './nbib.ts';
import { openalex } from './openalex.ts';
import { orcid } from './orcid.ts';
import { profilePage } from './profile-page.ts';
import { pubmed } from './pubmed.ts';
import { ris } from './ris.ts';
import { semanticScholar } from './semantic-scholar.ts';
import { unixref } from './unixref.ts';

/** Every format that can be read. Of two equal claims the one listed first wins. */
export const formats: readonly Format[] = [
  profilePage,
  bibtex,
  ris,
  cslJson,
  openalex,
  crossref,
  dblp,
  arxiv,
  semanticScholar,
  acl,
  aclNames,
  pubmed,
  nbib,
  orcid,
  unixref,
  coauthorJsonl,
];

/** A file's format, and why it was taken for that. */
export interface Recognised {
  readonly format: Format;
  readonly claim: Claim;
}

/** The format with the surest claim on a file, or undefined when none claims it. */
export function recognise(head: FileHead): Recognised | undefined {
  let best: Recognised | undefined;
  for (const format of formats) {
    const claim = format.sniff(head);
    if (claim !== undefined && claim.confidence > (best?.claim.confidence ?? 0)) best = { format, claim };
  }
  return best;
}
