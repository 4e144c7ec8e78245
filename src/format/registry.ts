/** The one list of formats, and which of them a file is. */
import type { Claim, FileHead, Format } from './format.ts';
import { profilePage } from './profile-page.ts';

/** Every format that can be read. Of two equal claims the one listed first wins. */
export const formats: readonly Format[] = [profilePage];

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
