/**
 * A validation rule that refuses documents nested too deep. Introspection is not counted: the standard introspection
 * query is deep, and cheap.
 */
import { GraphQLError, Kind } from 'graphql';
import type { FragmentDefinitionNode, SelectionSetNode, ValidationRule } from 'graphql';

import { refusal } from './limits.ts';

export function depthRule(maxDepth: number): ValidationRule {
  // Yoga keys its cache of validated documents by the names of the rules, so this one needs a name of its own.
  return function DepthLimitRule(context) {
    return {
      OperationDefinition(operation) {
        const fragments = new Map<string, number>();
        const depth = depthOf(operation.selectionSet, (name) => context.getFragment(name) ?? undefined, fragments);
        if (depth <= maxDepth) return;
        const { message, extensions } = refusal('maxDepth', maxDepth, `The document nests ${depth} fields deep`, depth);
        context.reportError(new GraphQLError(message, { nodes: [operation], extensions }));
      },
    };
  };
}

// Each fragment is measured once; one that is being measured counts nothing, so a fragment that spreads itself ends.
function depthOf(
  { selections }: SelectionSetNode,
  fragment: (name: string) => FragmentDefinitionNode | undefined,
  measured: Map<string, number>,
): number {
  let deepest = 0;
  for (const selection of selections) {
    let depth = 0;
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith('__')) continue;
      depth = 1 + (selection.selectionSet === undefined ? 0 : depthOf(selection.selectionSet, fragment, measured));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      depth = depthOf(selection.selectionSet, fragment, measured);
    } else {
      const name = selection.name.value;
      const found = fragment(name);
      if (found === undefined) continue;
      if (!measured.has(name)) {
        measured.set(name, 0);
        measured.set(name, depthOf(found.selectionSet, fragment, measured));
      }
      depth = measured.get(name) ?? 0;
    }
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
