/** A validation rule that refuses operations of a kind the schema does not have. GraphQL itself notices only later. */
import { GraphQLError } from 'graphql';
import type { ValidationRule } from 'graphql';

import type { ServerErrorCode } from './options.ts';

export const operationRule: ValidationRule = function KnownOperationKindRule(context) {
  const code: ServerErrorCode = 'OPERATION_RESOLUTION_FAILURE';
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation) != null) return;
      context.reportError(
        new GraphQLError(`There is no ${node.operation} here: this API answers queries only.`, {
          nodes: [node],
          extensions: { code },
        }),
      );
    },
  };
};
