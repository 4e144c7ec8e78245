/** The façade over readers, identity, store and network. See README.md beside this file. */
export { openCorpus } from './corpus.ts';
export type { Corpus, ImportReport, OpenOptions } from './corpus.ts';
export type { CorpusView } from './view.ts';
export type { ChangedAuthor, DecisionChanges, MovedPaper } from './decision-changes.ts';
export { openDecisionDesk } from './decision-desk.ts';
export type { DecisionDesk, DecisionPreview, DeskOptions } from './decision-desk.ts';
export { exportedPapers } from './export.ts';
export type { GivenRecords, Progress } from './ingest.ts';
export { isSavedCorpus, openSavedCorpus } from './saved/open-saved.ts';
export { checkSaveTarget, saveCorpus } from './saved/save.ts';
export { searchIndexOf } from './search/index-of-view.ts';
export type { HitPlace, SearchHit } from './search/hits.ts';
export type { SearchIndex, SearchResult } from './search/search-index.ts';
export type { SearchKind } from './search/words.ts';
export { InputError } from './input-error.ts';
export { paperWriters } from '../format/index.ts';
// What the rooms above read a view with.
export type * from '../graph/index.ts';
export type * from '../store/index.ts';
export { createMemoryDecisionLog, DecisionLogError, openDecisionLog } from '../store/index.ts';
