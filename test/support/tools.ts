// What some tests need and a clone may lack: a browser, the shared data. Where it is missing the tests that need it
// are skipped with one line that says so; in CI (CI=true) nothing is skipped silently, and the same line is an error.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const chromiumPlaces = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** A Chromium to drive, or undefined when there is none. */
export function chromiumPath(): string | undefined {
  const found = chromiumPlaces.find((path) => existsSync(path));
  return found ?? missing(`No Chromium at ${chromiumPlaces.join(' or ')}: install the Debian package chromium.`);
}

/** The folder of real corpora beside the repository, or undefined when this is a clone without it. */
export function sharedData(): string | undefined {
  const path = fileURLToPath(new URL('../../../shared/data', import.meta.url));
  return existsSync(path) ? path : missing('No ../shared/data beside the repository: its corpora are not tried.');
}

function missing(line: string): undefined {
  if (process.env['CI'] === 'true') throw new Error(line);
  console.warn(`skipped: ${line}`);
}
