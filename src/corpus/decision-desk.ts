/**
 * Where decisions are made: a corpus whose records are kept, so that one more decision can be tried on them before it is
 * written down. Costs the memory of the records and one more resolving per preview; a server opens a plain corpus.
 */
import { resolve } from '../identity/index.ts';
import type { Resolution } from '../identity/index.ts';
import { decisionsInForce, weighDecisions } from '../model/index.ts';
import type { Decision, Problem, WeighedDecisions } from '../model/index.ts';
import type { DecisionLog } from '../store/index.ts';

import { corpusOf, readInput } from './corpus.ts';
import type { Corpus, CorpusInput, OpenOptions } from './corpus.ts';
import { changesBetween } from './decision-changes.ts';
import type { DecisionChanges } from './decision-changes.ts';
import { asInputError, InputError } from './input-error.ts';
import { isSavedCorpus } from './saved/open-saved.ts';

/** What would come of a decision. */
export interface DecisionPreview extends DecisionChanges {
  /** What would be wrong then that is not now: that the decision fits nothing, say. */
  readonly problems: readonly Problem[];
}

export interface DecisionDesk {
  readonly corpus: Corpus;
  /** The log as it was read. */
  readonly log: WeighedDecisions;
  /** Tries the decision; writes nothing. */
  preview(decision: Decision): DecisionPreview;
  /** Writes the decision into the log. What is served stays as it is; the next load applies it. */
  write(decision: Decision): Promise<void>;
}

export interface DeskOptions extends OpenOptions {
  readonly decisions: string | DecisionLog;
}

/**
 * Reads files and the decisions on them as `openCorpus` does, for making one more decision.
 *
 * @example
 * const log = createMemoryDecisionLog();
 * const desk = await openDecisionDesk({ paths: ['data/sample/andrew-saxe.txt'], decisions: log });
 * const [[author]] = await desk.corpus.view().store.authorsNamed([foldName('Andrew Saxe')]);
 * const told = { by: 'Ada', at: '2026-05-31T12:00:00Z', why: 'as he signs' };
 * const rename = newDecision({ action: 'rename', author: author.id, name: 'Andrew M. Saxe', ...told });
 * desk.preview(rename).after[0].name; // Andrew M. Saxe
 * await desk.write(rename);
 */
export async function openDecisionDesk(options: DeskOptions): Promise<DecisionDesk> {
  for (const path of options.paths ?? []) await checkIsNotSaved(path);
  const input = await readInput(options);
  const resolution = resolve(input.records, input.inForce);
  const corpus = corpusOf(input, resolution);
  return {
    corpus,
    log: input.weighed,
    preview: (decision) => previewOf(decision, input, resolution),
    write: (decision) => asInputError(input.log.append(decision)),
  };
}

// A saved corpus has no records of sources to resolve again.
async function checkIsNotSaved(path: string): Promise<void> {
  if (path === '-' || !(await isSavedCorpus(path))) return;
  throw new InputError(
    `"${path}" is a saved corpus, but decisions are applied when files are read: name the files it was made of, then import them again with --decisions and --out.`,
  );
}

function previewOf(decision: Decision, input: CorpusInput, before: Resolution): DecisionPreview {
  const log = [...input.weighed.decisions.map(({ logged }) => logged), { decision, file: input.log.name }];
  const weighed = weighDecisions(log);
  const after = resolve(input.records, decisionsInForce(weighed));
  const known = new Set([...input.problems, ...before.problems].map(wordsOf));
  const problems = [...weighed.problems, ...after.problems].filter((problem) => !known.has(wordsOf(problem)));
  return { ...changesBetween(before, after), problems };
}

function wordsOf({ kind, file, line, byte, message }: Problem): string {
  return JSON.stringify([kind, file, line, byte, message]);
}
