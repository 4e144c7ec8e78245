/** A validation rule that refuses documents with many aliases: each asks for a field once more under another name. */
import { GraphQLError } from 'graphql';
import type { FieldNode, ValidationRule } from 'graphql';

import { refusal } from './limits.ts';

export function aliasRule(maxAliases: number): ValidationRule {
  // Yoga keys its cache of validated documents by the names of the rules, so this one needs a name of its own.
  return function AliasLimitRule(context) {
    let count = 0;
    let firstTooMany: FieldNode | undefined;
    return {
      Field(node) {
        if (node.alias === undefined) return;
        count += 1;
        if (count > maxAliases) firstTooMany ??= node;
      },
      Document: {
        leave() {
          if (firstTooMany === undefined) return;
          const { message, extensions } = refusal('maxAliases', maxAliases, `The document has ${count} aliases`, count);
          context.reportError(new GraphQLError(message, { nodes: [firstTooMany], extensions }));
        },
      },
    };
  };
}
