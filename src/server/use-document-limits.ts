/** Refuses a document that is too long, has too many tokens or aliases, or nests too deep, before it is run. */
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { aliasRule } from './alias-rule.ts';
import { depthRule } from './depth-rule.ts';
import { refusal } from './limits.ts';
import type { LimitName, RequestLimits } from './limits.ts';

type DocumentLimits = Pick<RequestLimits, 'maxDepth' | 'maxAliases' | 'maxTokens' | 'maxDocumentLength'>;

export function useDocumentLimits({ maxDepth, maxAliases, maxTokens, maxDocumentLength }: DocumentLimits): Plugin {
  const rules = [depthRule(maxDepth), aliasRule(maxAliases)];
  return {
    onParams({ params, setResult }) {
      const length = params.query?.length ?? 0;
      if (length <= maxDocumentLength) return;
      const said = `The document has ${length} characters`;
      setResult({ errors: [refused('maxDocumentLength', maxDocumentLength, said, length)] });
    },
    onParse({ parseFn, setParseFn }) {
      setParseFn((source: string | Source, options: object) => {
        try {
          return parseFn(source, { ...options, maxTokens }) as unknown;
        } catch (error) {
          // The parser stops at its limit without a code, and without the number.
          const count = tokenCount(source);
          if (count <= maxTokens) throw error;
          throw refused('maxTokens', maxTokens, `The document has ${count} tokens`, count);
        }
      });
    },
    onValidate({ addValidationRule }) {
      rules.forEach(addValidationRule);
      return ({ result, setResult }) => setResult([...(result as readonly GraphQLError[])].map(named));
    },
  };
}

// The check itself has a limit of its own, on fields compared with each other, and says no more than that it stopped.
function named(error: GraphQLError): GraphQLError {
  if (error.message !== 'Validation aborted.') return error;
  return new GraphQLError(
    'The document was not checked to its end: it selects so many fields under one name that comparing them takes too long. Select each field once, or give the fields that differ aliases.',
  );
}

// As the parser counts them; up to the place where there is none.
function tokenCount(source: string | Source): number {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source);
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    // whatever stands there is the parser's to complain of
  }
  return count;
}

function refused(name: LimitName, most: number, said: string, received: number): GraphQLError {
  const { message, extensions } = refusal(name, most, said, received);
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
}
