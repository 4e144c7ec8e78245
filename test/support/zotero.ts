/** The translator cases of Zotero: an input, and the items that should come of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { letters } from './reader-trial.ts';

export interface ZoteroCase {
  readonly input: string;
  readonly items: readonly ZoteroItem[];
}

export interface ZoteroItem {
  readonly creators: readonly {
    readonly firstName?: string;
    readonly lastName: string;
    readonly creatorType: string;
  }[];
}

/** @param shared the folder of the shared data, absent where the test is skipped */
export function zoteroCases(shared: string | undefined, file: string): readonly ZoteroCase[] {
  return JSON.parse(readFileSync(join(shared ?? '', 'zotero', file), 'utf8')) as readonly ZoteroCase[];
}

/** The authors of an item, by their letters. */
export function zoteroPeople({ creators }: ZoteroItem): string[] {
  const authors = creators.filter(({ creatorType }) => creatorType === 'author');
  return authors.map(({ firstName = '', lastName }) => letters(`${firstName}${lastName}`));
}
