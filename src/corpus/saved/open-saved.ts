/** Opens a saved corpus: nothing is parsed again and nobody is resolved again. */
import { join, resolve } from 'node:path';

import { ColumnFileError } from '../../store/index.ts';
import type { ColumnStore } from '../../store/index.ts';
import type { Corpus, ImportReport } from '../corpus.ts';
import { FrozenArraysError } from '../../graph/index.ts';
import { InputError } from '../input-error.ts';
import { indexFrom } from '../search/index-arrays.ts';
import { keepSearchIndex } from '../search/index-of-view.ts';
import { viewOfStore } from '../view.ts';
import type { CorpusView } from '../view.ts';
import { AGAIN } from './checked-file.ts';
import { MANIFEST } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { readSaved } from './read-saved.ts';
import type { SavedParts } from './read-saved.ts';
import { exists, putBack } from './recovery.ts';

/** Whether the path is a folder that holds a saved corpus, after a killed process too. */
export async function isSavedCorpus(folder: string): Promise<boolean> {
  await putBack(resolve(folder));
  return exists(join(folder, MANIFEST));
}

/** Throws an `InputError` in one line for a corpus that is damaged, incomplete or of another format version. */
export async function openSavedCorpus(folder: string): Promise<Corpus> {
  const { manifest, store, arrays } = await readSaved(folder);
  const view = viewIn(folder, store, arrays);
  return { view: () => view, report: reportOf(manifest, store) };
}

function viewIn(folder: string, store: ColumnStore, { network, search }: SavedParts['arrays']): CorpusView {
  try {
    const view = viewOfStore(store, network);
    keepSearchIndex(view, indexFrom(search));
    return view;
  } catch (error) {
    const file = error instanceof FrozenArraysError ? `network-${error.array}.arrow` : 'search-….arrow';
    if (!(error instanceof FrozenArraysError || error instanceof ColumnFileError)) throw error;
    throw new InputError(`"${join(folder, file)}" cannot be used: ${error.message}: ${AGAIN}.`);
  }
}

// Problems may be many: they are made when they are asked for.
function reportOf({ report }: Manifest, { tables: { problems } }: ColumnStore): ImportReport {
  return {
    ...report,
    get problems() {
      return Array.from({ length: problems.length }, (_, row) => problems.get(row));
    },
  };
}
