import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// Vite would inline graphql's ES modules while Node loads its CommonJS for Yoga and Pothos: two copies, and graphql
// refuses values of the other. One path for both.
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000 },
});
