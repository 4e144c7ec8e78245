/**
 * How much one request may ask: each limit with its name, its default and what to do about it. The flags of `coauthor
 * serve`, the environment, the refusals and docs/limits.md all follow this table.
 */
import { PAGE_LIMITS } from '../model/index.ts';

interface Limit {
  readonly default: number;
  readonly unit: string;
  /** Completes "at most": what is counted, for help and documentation. */
  readonly what: string;
  /** What whoever asked can do. */
  readonly remedy: string;
  readonly code: string;
  /** The least and the most it can be set to; from 1 on without end when absent. */
  readonly range?: readonly [least: number, most: number];
}

export const LIMITS = {
  maxDepth: {
    default: 12,
    unit: 'fields',
    what: 'fields nested in fields; introspection is not counted',
    remedy: 'Ask in two documents: take ids from the first, go on from nodes(ids:).',
    code: 'DEPTH_LIMIT',
  },
  maxAliases: {
    default: 100,
    unit: 'aliases',
    what: 'fields that a document gives another name',
    remedy: 'Ask for many things of a kind by nodes(ids:), or in several documents.',
    code: 'ALIAS_LIMIT',
  },
  maxTokens: {
    default: 4_000,
    unit: 'tokens',
    what: 'names, numbers, texts and signs of a document: what it costs to read and check it',
    remedy: 'Put repeated selections into fragments and lists of values into variables.',
    code: 'TOKEN_LIMIT',
  },
  maxDocumentLength: {
    default: 20_000,
    unit: 'characters',
    what: 'characters of a document: what it costs to keep it for the next time',
    remedy: 'Put repeated selections into fragments and values into variables.',
    code: 'DOCUMENT_LENGTH_LIMIT',
  },
  maxBodyBytes: {
    default: 1_000_000,
    unit: 'bytes',
    what: 'bytes of a request’s body: the document and its variables',
    remedy: 'Send less at a time.',
    code: 'BODY_SIZE_LIMIT',
  },
  maxPageSize: {
    default: PAGE_LIMITS.maxSize,
    unit: 'items',
    what: 'items of one page',
    remedy: 'Ask for smaller pages, one after another.',
    code: 'PAGE_SIZE_LIMIT',
    range: [PAGE_LIMITS.defaultSize, PAGE_LIMITS.maxSize],
  },
  maxCost: {
    default: 100_000,
    unit: 'points',
    what: 'points that a document may cost, page sizes multiplied',
    remedy: 'Ask for smaller pages (first), or for what is nested in a second document.',
    code: 'COST_LIMIT',
  },
  walkBudget: {
    default: 50_000_000,
    unit: 'authorships',
    what: 'authorships that one walk over the network may read: a path, distances',
    remedy: 'Filter more narrowly (maxAuthorsPerPaper, fromYear), or ask for fewer alternatives.',
    code: 'BUDGET_EXHAUSTED',
  },
  deadline: {
    default: 10_000,
    unit: 'milliseconds',
    what: 'milliseconds that a document may run',
    remedy: 'Ask for less at a time, filter more narrowly, or ask again when the server is less busy.',
    code: 'DEADLINE_EXCEEDED',
  },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;

export type RequestLimits = { readonly [Name in LimitName]: number };

export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[]; // the keys of a constant

export const DEFAULT_LIMITS = Object.fromEntries(
  LIMIT_NAMES.map((name) => [name, LIMITS[name].default]),
) as RequestLimits; // one for each name

/** `maxDepth` → `--max-depth` */
export function limitFlag(name: LimitName): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `maxDepth` → `COAUTHOR_MAX_DEPTH` */
export function limitVariable(name: LimitName): string {
  return `COAUTHOR${limitFlag(name).slice(1).replaceAll('-', '_').toUpperCase()}`;
}

/** What a refusal says: what was found, what is allowed, what to do about it on either side. */
export function refusal(
  name: LimitName,
  most: number,
  said: string,
  received?: number,
): { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string } } {
  const { unit, remedy, code } = LIMITS[name];
  const allowed = `at most ${most} ${unit}`;
  return {
    message: `${said}: ${allowed} are allowed. ${remedy} Your own server: ${limitFlag(name)}.`,
    extensions: { code, ...(received === undefined ? {} : { received }), allowed },
  };
}
