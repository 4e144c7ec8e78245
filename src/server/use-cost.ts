/**
 * Prices each document before it runs, refuses one that is too dear, and tells afterwards what it cost. A document that
 * asks for its price alone (`rateLimit(dryRun: true)`) is told it, and nothing else of it is run.
 */
import { getOperationAST, GraphQLError } from 'graphql';
import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { PAGE_LIMITS } from '../model/index.ts';
import { priceOf, TooIntricate } from '../schema/index.ts';
import type { DearPlace, Price, SchemaContext } from '../schema/index.ts';

import { refusal } from './limits.ts';
import type { LimitName, RequestLimits } from './limits.ts';

/** @param isTold whether each answer has `extensions.cost` */
export function useCost(
  limits: Pick<RequestLimits, 'maxCost' | 'maxPageSize'>,
  isTold: boolean,
): Plugin<SchemaContext> {
  return {
    onExecute({ args, executeFn, setExecuteFn, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues } = args;
      const operation = getOperationAST(document, operationName);
      if (operation == null) return undefined;
      let price: Price;
      try {
        price = priceOf(schema, document, operation, variableValues ?? {});
      } catch (error) {
        if (!(error instanceof TooIntricate)) throw error;
        setResultAndStopExecution({ errors: [tooIntricate(error, limits.maxCost, operation)] });
        return undefined;
      }
      args.contextValue.price = price;
      const { dryRun } = price;
      if (dryRun.length > 0) {
        setExecuteFn((given) => executeFn({ ...given, document: onlyThese(dryRun, operation, document) }));
      } else {
        const refused = refusedFor(price, limits, operation);
        if (refused !== undefined) setResultAndStopExecution({ errors: [refused] });
      }
      if (!isTold) return undefined;
      return {
        onExecuteDone({ result, setResult }) {
          if (!('data' in result)) return;
          const cost = { requested: price.cost, actual: price.actual(result.data) };
          setResult({ ...result, extensions: { ...result.extensions, cost } });
        },
      };
    },
  };
}

function refusedFor(
  price: Price,
  { maxCost, maxPageSize }: Pick<RequestLimits, 'maxCost' | 'maxPageSize'>,
  operation: OperationDefinitionNode,
): GraphQLError | undefined {
  // What no server allows is refused where it is asked, and the rest of the document runs.
  const page = maxPageSize < PAGE_LIMITS.maxSize ? price.pageAbove(maxPageSize) : undefined;
  if (page !== undefined) {
    const { argument, size, path } = page;
    const said = `"${argument}" of ${path} is ${size}`;
    return refusedError('maxPageSize', maxPageSize, said, size, operation, '', { argument });
  }
  if (price.cost <= maxCost) return undefined;
  const dearest = price.dearest(maxCost);
  const said = `The document may cost ${price.cost} points`;
  return refusedError('maxCost', maxCost, said, price.cost, operation, ` ${toldDearest(dearest)}`, { dearest });
}

function toldDearest(places: readonly DearPlace[]): string {
  const told = places.map(({ path, cost, argument, fits }) => {
    const remedy = fits === undefined ? '' : `, allowed with ${argument}: ${fits}`;
    return `${path} (${cost}${remedy})`;
  });
  return `Dearest: ${told.join('; ')}.`;
}

function tooIntricate({ places }: TooIntricate, maxCost: number, operation: OperationDefinitionNode): GraphQLError {
  const said = `The document asks for more than ${places} values, each of which costs a point or more`;
  return refusedError('maxCost', maxCost, said, undefined, operation);
}

function refusedError(
  name: LimitName,
  most: number,
  said: string,
  received: number | undefined,
  operation: OperationDefinitionNode,
  more = '',
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  const { message, extensions } = refusal(name, most, said, received);
  return new GraphQLError(`${message}${more}`, {
    nodes: [operation],
    extensions: { ...extensions, ...details, http: { status: 400 } },
  });
}

/** The same operation with no other fields. */
function onlyThese(
  fields: readonly FieldNode[],
  operation: OperationDefinitionNode,
  document: DocumentNode,
): DocumentNode {
  const reduced = { ...operation, selectionSet: { ...operation.selectionSet, selections: fields } };
  return { ...document, definitions: document.definitions.map((each) => (each === operation ? reduced : each)) };
}
