/** What a saved corpus says of itself: the one file that makes a folder a corpus. */
import { createHash } from 'node:crypto';

import { InputError } from '../input-error.ts';
import type { ImportReport } from '../corpus.ts';

export const MANIFEST = 'manifest.json';
/** Raised whenever a file means something else than before; docs/saved-corpus.md tells what changed. */
export const FORMAT_VERSION = 2;

export interface SavedFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}

export interface Manifest {
  readonly format: 'coauthor-corpus';
  readonly formatVersion: typeof FORMAT_VERSION;
  /** Of the corpus, as `corpus { version }` gives it. */
  readonly version: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly report: Omit<ImportReport, 'problems'>;
  readonly files: readonly SavedFile[];
  /** SHA-256 of all the above, as `sealed` makes it. */
  readonly seal: string;
}

const KEYS = ['format', 'formatVersion', 'version', 'rows', 'report', 'files', 'seal'];

/** A manifest with its seal. */
export function sealed(manifest: Omit<Manifest, 'seal'>): Manifest {
  return { ...manifest, seal: sealOf(manifest) };
}

function sealOf(unsealed: object): string {
  return createHash('sha256').update(JSON.stringify(unsealed)).digest('hex');
}

/** Reads a manifest; throws an `InputError` that names the file and says what to do. */
export function parseManifest(text: string, path: string): Manifest {
  const told = parsed(text);
  if (told?.['format'] !== 'coauthor-corpus') {
    throw new InputError(`"${path}" is no manifest of a saved corpus: import again with --out.`);
  }
  const { formatVersion } = told;
  if (formatVersion !== FORMAT_VERSION) {
    throw new InputError(
      `"${path}" has format version ${JSON.stringify(formatVersion)}, but this coauthor reads version ${FORMAT_VERSION}: import again with --out, or use the coauthor that wrote it.`,
    );
  }
  const wrong = [
    ...Object.keys(told).filter((key) => !KEYS.includes(key)),
    ...KEYS.filter((key) => !Object.hasOwn(told, key)),
  ];
  if (wrong.length > 0 || !areFiles(told['files']) || typeof told['version'] !== 'string') {
    const keys = wrong.length === 0 ? 'files' : wrong.join(', ');
    throw new InputError(`"${path}" was changed (see ${keys}): import again with --out.`);
  }
  const { seal, ...unsealed } = told;
  if (seal !== sealOf(unsealed)) {
    throw new InputError(`"${path}" is not as it was saved: its seal differs: import again with --out.`);
  }
  return told as unknown as Manifest; // as just checked; we alone write the rest
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const told: unknown = JSON.parse(text);
    return typeof told === 'object' && told !== null ? (told as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function areFiles(told: unknown): told is readonly SavedFile[] {
  return (
    Array.isArray(told) &&
    told.every((file: Partial<SavedFile> | null) => {
      if (typeof file?.bytes !== 'number' || typeof file.sha256 !== 'string') return false;
      return typeof file.name === 'string' && /^[\w-]+\.arrow$/.test(file.name);
    })
  );
}
