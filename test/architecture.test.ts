import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

// Who may import whom, as src/README.md says.
const rooms: Readonly<Record<string, readonly string[]>> = {
  model: [],
  format: ['model'],
  identity: ['model'],
  store: ['model'],
  csr: [],
  graph: ['model', 'csr'],
  corpus: ['model', 'format', 'identity', 'store', 'graph'],
  schema: ['model', 'corpus'],
  server: ['model', 'corpus', 'schema'],
  cli: ['model', 'corpus', 'schema', 'server'],
  client: [],
};

// The one room in which each library lives.
const libraries: Readonly<Record<string, readonly string[]>> = {
  'any-ascii': ['model', 'format'],
  saxes: ['format'],
  yaml: ['format'],
  fzstd: ['corpus'],
  'apache-arrow': ['store'],
  graphology: ['graph'],
  'graphology-types': ['graph'],
  '@pothos/core': ['schema'],
  dataloader: ['schema'],
  graphql: ['schema', 'server', 'client'],
  '@graphql-typed-document-node/core': ['client'],
  'graphql-yoga': ['server'],
  graphiql: ['server'],
  react: ['server'],
  'react-dom': ['server'],
  vite: ['server'],
  commander: ['cli'],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const imports = files.flatMap(importsOf);

describe('the house', () => {
  it('has a README on the door of every room', () => {
    const found = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(found.map((room) => room.name).sort()).toEqual(Object.keys(rooms).sort());
    for (const room of found) {
      expect(readdirSync(join(src, room.name)), room.name).toContain('README.md');
    }
  });

  it('reads imports at all', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('imports one way only, and through doors', () => {
    const wrong = imports.filter(({ file, from, to }) => {
      if (!to.startsWith('.')) return false;
      const target = relative(src, resolve(src, dirname(file), to));
      const [room = '', ...inside] = target.split('/');
      if (room === from) return false;
      const isDoor = inside.join('/') === 'index.ts';
      return from !== 'index.ts' && !(isDoor && rooms[from]?.includes(room) === true);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps each library in its room', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to.startsWith('.') || to.startsWith('node:')) return false;
      const library = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] ?? to);
      return libraries[library]?.includes(from) !== true;
    });
    expect(wrong).toEqual([]);
  });

  it('lets the model and the pure rooms do no input or output', () => {
    const pure = new Set(['model', 'format', 'identity', 'store', 'graph', 'schema']);
    // The decisions log is what the embedded store keeps on the disk.
    const isLog = (file: string): boolean => file === 'store/decision-log/file-log.ts';
    // Long walks run on worker threads over the network's memory.
    const isWalker = (file: string): boolean => file.startsWith('graph/snapshot/walker');
    const harmless = new Set(['node:crypto', 'node:buffer']);
    const wrong = imports.filter(
      ({ file, from, to }) =>
        pure.has(from) && to.startsWith('node:') && !harmless.has(to) && !isLog(file) && !isWalker(file),
    );
    expect(wrong).toEqual([]);
  });
});

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
  );
  const from = file.split('/')[0] ?? file;
  return [...found].map((match) => ({ file, from, to: match[1] ?? match[2] ?? '' }));
}
