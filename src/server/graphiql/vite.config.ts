// Builds the page into dist/graphiql, beside the compiled server that serves it.
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative links: the page works under whatever path the endpoint has.
  base: './',
  logLevel: 'warn',
  build: {
    outDir: '../../../dist/graphiql',
    emptyOutDir: true,
    // Monaco is one library of 3 MB; a warning about it on every install helps nobody.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      onLog(level, log, report) {
        // A hundred "use client" lines in GraphiQL's own dependencies, which mean nothing outside a React server.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  // Monaco's workers import chunks of their own, which only module workers can.
  worker: { format: 'es' },
});
