import { builder } from './builder.ts';
import { IdentifierRef, VenueTypeEnum } from './common.ts';
import { connection, defineConnection, pageArguments, requestedPage } from './connection.ts';
import { VenueByInput, VenueOrderInput, VENUES_BY_NAME } from './inputs.ts';
import { paperList, paperListArguments } from './paper-list.ts';
import { findVenue } from './lookup.ts';
import { PaperConnection } from './paper.ts';
import { NodeRef, VenueRef } from './refs.ts';

const VenueConnection = defineConnection({
  name: 'Venue',
  of: 'venues',
  node: VenueRef,
  nodeOf: (venue: typeof VenueRef.$inferType) => venue,
});

VenueRef.implement({
  description: 'Where papers appear: a journal, a conference, a repository.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Opaque and lasting; see Node.' }),
    name: t.exposeString('name', { description: 'The form of the name printed most often.' }),
    nameVariants: t.exposeStringList('nameVariants', { description: 'Other printed forms of the name.' }),
    type: t.expose('type', { type: VenueTypeEnum, description: 'What kind of place it is.' }),
    identifiers: t.field({
      type: [IdentifierRef],
      description: 'Every identifier that a source tells.',
      resolve: (venue) => [...venue.identifiers],
    }),
    paperCount: t.exposeInt('paperCount', { description: 'Papers in it. Never filtered.' }),
    papers: t.field({
      type: PaperConnection,
      description: 'Papers in it, newest first unless asked otherwise.',
      args: paperListArguments(t.arg),
      resolve: (venue, args, context) => paperList({ venue: venue.id }, args, context),
    }),
  }),
});

builder.queryFields((t) => ({
  venue: t.field({
    type: VenueRef,
    nullable: true,
    description: 'One venue; null when none is meant, an error that lists the candidates when several are.',
    args: { by: t.arg({ type: VenueByInput, required: true, description: 'Which is meant.' }) },
    resolve: (_, { by }, context) => findVenue(by, 'by', context),
  }),
  venues: t.field({
    type: VenueConnection,
    description: 'All venues, by name unless asked otherwise.',
    args: {
      orderBy: t.arg({ type: VenueOrderInput, defaultValue: VENUES_BY_NAME, description: 'How to sort them.' }),
      ...pageArguments(t.arg),
    },
    resolve: (_, args, { view }) => {
      const page = requestedPage(args);
      return connection(
        () => view.store.venues.page({}, args.orderBy ?? VENUES_BY_NAME, page),
        () => view.store.venues.count({}),
      );
    },
  }),
}));
