import type { ComponentSummary, CorpusView } from '../corpus/index.ts';
import { PROBLEM_KINDS } from '../model/index.ts';
import type { Problem } from '../model/index.ts';

import { builder } from './builder.ts';
import { SourceRef } from './common.ts';
import { connection, defineConnection, forwardArguments, requestedPage } from './connection.ts';
import { cost, WHOLE } from './cost/field-cost.ts';

const ComponentSummaryRef = builder.objectRef<ComponentSummary>('ComponentSummary').implement({
  description: 'How the network falls apart: authors belong together when a path joins them.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'Connected components among the authors who have a paper.' }),
    giantAuthorCount: t.exposeInt('giantAuthorCount', { description: 'Authors in the largest component.' }),
    giantShare: t.exposeFloat('giantShare', {
      description: 'The largest component’s share of the authors who have a paper, 0 to 1.',
    }),
  }),
});

const ProblemRef = builder.objectRef<Problem>('Problem').implement({
  description: 'Something in the input that could not be taken as it stood, and what was kept of it.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: `One of: ${Object.keys(PROBLEM_KINDS).join(', ')}.` }),
    file: t.exposeString('file', { description: 'The file as it was named.' }),
    source: t.field({
      type: SourceRef,
      nullable: true,
      description: 'The source the file became; null when nothing of it could be read.',
      resolve: async ({ file }, _, { loaders }) => (await loaders.sourceNamed.load(file)) ?? null,
    }),
    line: t.int({
      nullable: true,
      description: 'Line of the file, from 1; null when the whole file is meant.',
      resolve: (problem) => problem.line ?? null,
    }),
    byte: t.field({
      type: 'BigInt',
      nullable: true,
      description:
        'Byte of the file’s content, from 0, where a line does not tell the place; of a packed file a byte of what it unpacks to. Null when unknown.',
      resolve: (problem) => problem.byte ?? null,
    }),
    message: t.exposeString('message', { description: 'What is wrong, in a sentence.' }),
    found: t.string({
      nullable: true,
      description: 'What stands there.',
      resolve: (problem) => problem.found ?? null,
    }),
    kept: t.string({
      nullable: true,
      description: 'What was kept all the same.',
      resolve: (problem) => problem.kept ?? null,
    }),
  }),
});

const ProblemConnection = defineConnection({
  name: 'Problem',
  of: 'problems of the input',
  node: ProblemRef,
  nodeOf: (problem: Problem) => problem,
});

const CorpusRef = builder.objectRef<CorpusView>('Corpus').implement({
  description: 'Everything that was read, as one version.',
  fields: (t) => ({
    version: t.exposeString('version', {
      description: 'Fingerprint of what was read: the same input has the same version on every machine.',
    }),
    authorCount: t.int({ description: 'Authors.', resolve: ({ store }) => store.summary.authorCount }),
    paperCount: t.int({ description: 'Papers.', resolve: ({ store }) => store.summary.paperCount }),
    institutionCount: t.int({ description: 'Institutions.', resolve: ({ store }) => store.summary.institutionCount }),
    venueCount: t.int({ description: 'Venues.', resolve: ({ store }) => store.summary.venueCount }),
    authorshipCount: t.int({
      description: 'Authorships: one per author and paper, listed or not.',
      resolve: ({ store }) => store.summary.authorshipCount,
    }),
    collaborationCount: t.int({
      description: 'Distinct pairs of coauthors.',
      extensions: cost({ price: WHOLE }),
      resolve: ({ network }) => network.collaborationCount(),
    }),
    components: t.field({
      type: ComponentSummaryRef,
      description: 'How the network falls apart.',
      resolve: ({ network }) => network.components(),
    }),
    sources: t.field({
      type: [SourceRef],
      description: 'The files that were read, by name.',
      resolve: async ({ store }) => [...(await store.sources())],
    }),
    problems: t.field({
      type: ProblemConnection,
      description: 'What could not be taken as it stood, by file and line.',
      args: forwardArguments(t.arg),
      resolve: ({ store }, args) => {
        const page = requestedPage(args);
        return connection(
          () => store.problems(page),
          () => store.problemCount(),
        );
      },
    }),
  }),
});

builder.queryField('corpus', (t) =>
  t.field({ type: CorpusRef, description: 'What is being served.', resolve: (_, _args, { view }) => view }),
);
