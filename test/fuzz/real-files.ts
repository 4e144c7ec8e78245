/** The real files that are damaged: the shared corpora and the repository's own fixtures, by the format that reads them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { decodeHead, recognise } from '../../src/format/index.ts';
import { sharedData } from '../support/tools.ts';

export interface RealFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const HEAD_BYTES = 64 * 1024;
/** Of a larger file this much from its beginning, and the records that follow are like those. */
const KEPT_BYTES = 96 * 1024;

/** Format names to their files, in the order of their names. */
export function realFiles(): ReadonlyMap<string, readonly RealFile[]> {
  const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
  const byFormat = new Map<string, RealFile[]>();
  for (const folder of [fixtures, sharedData()].filter((path) => path !== undefined)) {
    for (const path of filesIn(folder)) {
      const bytes = readFileSync(path).subarray(0, KEPT_BYTES);
      const name = relative(folder, path);
      const text = decodeHead(bytes.subarray(0, HEAD_BYTES));
      const found = text === undefined ? undefined : recognise({ name, text, isWhole: bytes.length < HEAD_BYTES });
      if (found === undefined) continue;
      const files = byFormat.get(found.format.name) ?? [];
      files.push({ name, bytes });
      byFormat.set(found.format.name, files);
    }
  }
  return byFormat;
}

function filesIn(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return paths.filter((path) => statSync(path).isFile()).sort();
}
