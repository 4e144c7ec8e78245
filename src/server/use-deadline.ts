/**
 * Ends a document whose time is over, and one whose client has gone: its walks by the signal, its lists by `checkTime`,
 * and the wait for it here. Yoga's executor could be given the signal too, but leaves promises of sibling fields without
 * anybody to hear that they failed (@graphql-tools/executor 2.1, `executeFields`), which ends a Node process.
 */
import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { SchemaContext } from '../schema/index.ts';

import type { Deadline } from './deadline.ts';
import { LIMITS, limitFlag } from './limits.ts';
import type { ServerErrorCode } from './options.ts';

export interface DeadlineContext extends SchemaContext {
  readonly deadline: Deadline;
}

export function useDeadline(milliseconds: number): Plugin<DeadlineContext> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { deadline, price } = args.contextValue;
      setExecuteFn(async (given) => {
        const ended = deadline.start();
        try {
          const result: unknown = await Promise.race([executeFn(given), ended]);
          return deadline.isOver ? exceeded(milliseconds, price) : result;
        } catch (error) {
          if (deadline.isOver) return exceeded(milliseconds, price);
          throw error;
        } finally {
          deadline.stop();
        }
      });
    },
  };
}

function exceeded(milliseconds: number, price: SchemaContext['price']): ExecutionResult {
  const code: ServerErrorCode = 'DEADLINE_EXCEEDED';
  const { unit, remedy } = LIMITS.deadline;
  const dearest = (price?.dearest(Infinity) ?? []).map(({ path, cost }) => ({ path, cost }));
  const asked = dearest.length === 0 ? '' : ` It asked for ${dearest.map(({ path }) => path).join(', ')}.`;
  const message = `The document was not answered within ${milliseconds} ${unit}.${asked} ${remedy} Your own server: ${limitFlag('deadline')}.`;
  const extensions = { code, allowed: `at most ${milliseconds} ${unit}`, dearest };
  return { data: null, errors: [new GraphQLError(message, { extensions })] };
}
