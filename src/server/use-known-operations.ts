/** Refuses operations of a kind the schema does not have, with a code; GraphQL itself notices late, and gives none. */
import { GraphQLError } from 'graphql';
import type { ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { ServerErrorCode } from './options.ts';

export function useKnownOperations(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(knownOperations);
    },
  };
}

// Yoga keys its cache of validated documents by the names of the rules, so this one needs a name of its own.
const knownOperations: ValidationRule = function KnownOperationsRule(context) {
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
