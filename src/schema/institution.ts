import type { InstitutionFilter } from '../model/index.ts';

import { builder } from './builder.ts';
import { IdentifierRef } from './common.ts';
import { connection, defineConnection, pageArguments, requestedPage } from './connection.ts';
import { cost, WHOLE_IF_FILTERED } from './cost/field-cost.ts';
import { InstitutionByInput, InstitutionFilterInput, InstitutionOrderInput, INSTITUTIONS_BY_NAME } from './inputs.ts';
import { paperList, paperListArguments } from './paper-list.ts';
import { findInstitution } from './lookup.ts';
import { PaperConnection } from './paper.ts';
import { InstitutionRef, NodeRef } from './refs.ts';

const InstitutionConnection = defineConnection({
  name: 'Institution',
  of: 'institutions',
  node: InstitutionRef,
  nodeOf: (institution: typeof InstitutionRef.$inferType) => institution,
});

InstitutionRef.implement({
  description: 'A university, laboratory, company or other place that papers name.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Opaque and lasting; see Node.' }),
    name: t.exposeString('name', { description: 'The form of the name printed most often.' }),
    nameVariants: t.exposeStringList('nameVariants', { description: 'Other printed forms of the name.' }),
    identifiers: t.field({
      type: [IdentifierRef],
      description: 'Every identifier that a source tells.',
      resolve: (institution) => [...institution.identifiers],
    }),
    countryCode: t.string({
      nullable: true,
      description: 'Its country, ISO 3166-1 alpha-2; null when no source tells.',
      resolve: (institution) => institution.countryCode ?? null,
    }),
    paperCount: t.exposeInt('paperCount', {
      description: 'Papers tied to it or to one of their authors. Never filtered.',
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'Papers tied to it, newest first unless asked otherwise.',
      args: paperListArguments(t.arg),
      resolve: (institution, args, context) => paperList({ institution: institution.id }, args, context),
    }),
  }),
});

builder.queryFields((t) => ({
  institution: t.field({
    type: InstitutionRef,
    nullable: true,
    description: 'One institution; null when none is meant, an error that lists the candidates when several are.',
    args: { by: t.arg({ type: InstitutionByInput, required: true, description: 'Which is meant.' }) },
    resolve: (_, { by }, context) => findInstitution(by, 'by', context),
  }),
  institutions: t.field({
    type: InstitutionConnection,
    description: 'All institutions, by name unless asked otherwise.',
    extensions: cost(WHOLE_IF_FILTERED),
    args: {
      filter: t.arg({ type: InstitutionFilterInput, description: 'Which institutions to keep.' }),
      orderBy: t.arg({
        type: InstitutionOrderInput,
        defaultValue: INSTITUTIONS_BY_NAME,
        description: 'How to sort them.',
      }),
      ...pageArguments(t.arg),
    },
    resolve: (_, args, { view }) => {
      const page = requestedPage(args);
      const filter: InstitutionFilter = args.filter ?? {};
      return connection(
        () => view.store.institutions.page(filter, args.orderBy ?? INSTITUTIONS_BY_NAME, page),
        () => view.store.institutions.count(filter),
      );
    },
  }),
}));
