/** Relay's global object identification: https://relay.dev/graphql/objectidentification.htm */
import { isAuthorId, isInstitutionId, isPaperId, isVenueId, RequestError } from '../model/index.ts';

import { builder } from './builder.ts';
import { parseCollaborationId } from './collaboration-id.ts';
import type { SchemaContext } from './context.ts';
import { cost } from './cost/field-cost.ts';
import { collaborationFilter } from './inputs.ts';
import { NodeRef } from './refs.ts';
import type { NodeShape } from './refs.ts';

const MAX_NODES = 100;

builder.interfaceType(NodeRef, {
  description: 'Anything that has an id by which it can be fetched again.',
  resolveType: typeName,
  fields: (t) => ({
    id: t.id({
      description:
        'Opaque, the same on every machine and after every import; one that was merged away names the survivor.',
      resolve: () => {
        throw new Error('Every type that implements Node resolves its own id.');
      },
    }),
  }),
});

builder.queryFields((t) => ({
  node: t.field({
    type: NodeRef,
    nullable: true,
    description: 'Whatever has this id; null when nothing has.',
    args: { id: t.arg.id({ required: true, description: 'An id that an answer gave.' }) },
    resolve: (_, { id }, context) => findNode(id, 'id', context),
  }),
  nodes: t.field({
    type: [NodeRef],
    nullable: { list: false, items: true },
    description:
      'Whatever has these ids, in the order asked. An id that nothing has is null, with an error at its place.',
    args: {
      ids: t.arg.idList({ required: true, description: `Ids that answers gave, at most ${MAX_NODES}.` }),
    },
    extensions: cost({ items: ({ ids }) => (Array.isArray(ids) ? ids.length : 1) }),
    resolve: async (_, { ids }, context) => {
      checkCount(ids.length);
      // An error that is returned, not thrown, nulls its own place alone.
      return (await Promise.all(ids.map((id) => nodeOrError(id, context)))) as never;
    },
  }),
}));

export function typeName(node: NodeShape): string {
  if ('paperIds' in node) return 'Collaboration';
  if (isAuthorId(node.id)) return 'Author';
  if (isPaperId(node.id)) return 'Paper';
  return isVenueId(node.id) ? 'Venue' : 'Institution';
}

async function findNode(id: string, argument: string, context: SchemaContext): Promise<NodeShape | null> {
  const { view, loaders } = context;
  if (isAuthorId(id)) return (await loaders.author.load(id)) ?? null;
  if (isPaperId(id)) return (await loaders.paper.load(id)) ?? null;
  if (isInstitutionId(id)) return (await loaders.institution.load(id)) ?? null;
  if (isVenueId(id)) return (await loaders.venue.load(id)) ?? null;
  const key = parseCollaborationId(id);
  if (key !== undefined) {
    const [one, other] = await Promise.all(key.authors.map((author) => loaders.author.load(author)));
    if (one === undefined || other === undefined) return null;
    const filter = await collaborationFilter(key.filter, context);
    return view.network.collaboration(one.id, other.id, filter) ?? null;
  }
  throw new RequestError('INVALID_ID', `"${id}" is no id of this API.`, {
    argument,
    received: id,
    allowed: 'an id, as an answer gave it',
  });
}

async function nodeOrError(id: string, context: SchemaContext): Promise<NodeShape | Error> {
  try {
    const node = await findNode(id, 'ids', context);
    return node ?? new RequestError('NOT_FOUND', `Nothing has the id "${id}".`, { argument: 'ids', received: id });
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
}

function checkCount(count: number): void {
  if (count <= MAX_NODES) return;
  throw new RequestError('INVALID_ARGUMENT', `"ids" holds ${count} ids: at most ${MAX_NODES} at a time.`, {
    argument: 'ids',
    received: count,
    allowed: `at most ${MAX_NODES}`,
  });
}
