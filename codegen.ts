// Typed documents for src/client, from the committed schema. `npm run codegen` writes them; `npm run check:client`
// compares and fails when they are out of date.
import type { CodegenConfig } from '@graphql-codegen/cli';

const text = { input: 'string', output: 'string' };

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['src/client/**/*.ts', '!src/client/generated/**', 'docs/examples/*.ts'],
  generates: {
    'src/client/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
        useTypeImports: true,
        // Type stripping and erasableSyntaxOnly know no enum: unions of the values' names.
        enumsAsTypes: true,
        // A scalar that nobody mapped is an error, not `any`.
        strictScalars: true,
        scalars: { ID: text, Date: text, DateTime: text, URL: text, BigInt: text },
      },
    },
  },
};

export default config;
