/** What the document costs, told within it: before it is paid for (`dryRun`) or beside its answer. */
import { builder } from './builder.ts';
import type { DearPlace } from './cost/dearest.ts';
import type { SchemaContext } from './context.ts';
import { cost } from './cost/field-cost.ts';

interface RateLimitShape {
  readonly cost: number;
  /** Absent: none. */
  readonly limit?: number;
  readonly dearest: readonly DearPlace[];
}

/** What an Int holds at most: a document that costs more is as good as endless. */
const MOST = 2 ** 31 - 1;

const DearFieldRef = builder.objectRef<DearPlace>('DearField').implement({
  description: 'A field that makes a document dear: a list, or a walk over the network.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'Where it stands, as the answer would have it: authors.nodes.papers.',
    }),
    cost: t.int({
      description: 'Points, with everything below it and as often as it is answered.',
      resolve: ({ cost }) => points(cost),
    }),
    size: t.int({
      nullable: true,
      description: 'The page size it has; null where nothing sets one.',
      resolve: ({ size }) => size ?? null,
    }),
    fits: t.int({
      nullable: true,
      description:
        'The largest page size with which the document, all else the same, would be allowed; null where even 1 is too much, or nothing sets one.',
      resolve: ({ fits }) => fits ?? null,
    }),
  }),
});

const RateLimitRef = builder.objectRef<RateLimitShape>('RateLimit').implement({
  description:
    'What this document costs and may cost: docs/limits.md has the formula. Each document is counted alone; nothing is used up.',
  fields: (t) => ({
    cost: t.int({
      description: 'Points that it costs at most, page sizes multiplied; 2147483647 for that and more.',
      resolve: ({ cost }) => points(cost),
    }),
    limit: t.int({
      nullable: true,
      description: 'Points that a document may cost here; null when there is no limit.',
      resolve: ({ limit }) => (limit === undefined ? null : points(limit)),
    }),
    remaining: t.int({
      nullable: true,
      description: 'Points that could still be added to this document; 0 when it costs too much already.',
      resolve: ({ cost, limit }) => (limit === undefined ? null : points(Math.max(0, limit - cost))),
    }),
    resetAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Always null: nothing is counted from one document to the next.',
      resolve: () => null,
    }),
    dearest: t.field({
      type: [DearFieldRef],
      description: 'The fields that cost most, at most 5, the outer before the inner.',
      resolve: ({ dearest }) => [...dearest],
    }),
  }),
});

builder.queryField('rateLimit', (t) =>
  t.field({
    type: RateLimitRef,
    description: 'What this very document costs, before anything was fetched.',
    args: {
      dryRun: t.arg.boolean({
        required: true,
        defaultValue: false,
        description:
          'Tell the price only: nothing else of the document is run or answered, and it is told also when it is too much.',
      }),
    },
    extensions: cost({ items: 0 }), // asking for the price costs nothing
    resolve: (_, __, context) => rateLimit(context),
  }),
);

function rateLimit({ price, maxCost }: SchemaContext): RateLimitShape {
  if (price === undefined) throw new Error('The document was run without a price.');
  const isLimited = Number.isFinite(maxCost) && maxCost < Number.MAX_SAFE_INTEGER;
  return { cost: price.cost, dearest: price.dearest(maxCost), ...(isLimited ? { limit: maxCost } : {}) };
}

function points(cost: number): number {
  return Math.min(cost, MOST);
}
