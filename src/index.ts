/**
 * The door for people who embed Coauthor.
 *
 * @example
 * import { createServer } from 'node:http';
 * import { createHandler, openCorpus } from 'coauthor-graph';
 *
 * const corpus = await openCorpus({ paths: ['data/sample'] });
 * createServer(createHandler(corpus)).listen(4000);
 */
export {
  createMemoryDecisionLog,
  DecisionLogError,
  exportedPapers,
  InputError,
  openCorpus,
  openDecisionDesk,
  openDecisionLog,
} from './corpus/index.ts';
export type {
  ChangedAuthor,
  Corpus,
  CorpusView,
  DecisionDesk,
  DecisionLog,
  DecisionPreview,
  DeskOptions,
  GivenRecords,
  ImportReport,
  MovedPaper,
  OpenOptions,
  Progress,
  ReadDecisions,
} from './corpus/index.ts';
export { formats, paperWriters, recognise } from './format/index.ts';
export type { Claim, FileHead, Format, PaperWriter, ReadContext, TextReader } from './format/index.ts';
export {
  categoryOf,
  foldName,
  foldText,
  newDecision,
  parseIdentifier,
  PROBLEM_KINDS,
  recordKey,
  REQUEST_ERROR_CODES,
  RequestError,
} from './model/index.ts';
export type {
  Category,
  Decision,
  DecisionContent,
  Identifier,
  IdentifierScheme,
  LoggedDecision,
  Mention,
  PaperRecord,
  PartialDate,
  PersonRecord,
  Problem,
  ProblemKind,
  RecordKey,
  ReportedFigures,
  RequestErrorCode,
  SourceRecord,
} from './model/index.ts';
export { printedSchema } from './schema/index.ts';
export { createHandler, DEFAULT_LIMITS, listen, SERVER_ERROR_CODES } from './server/index.ts';
export type { Handler, HandlerOptions, Listening, RequestLimits, ServerErrorCode } from './server/index.ts';
