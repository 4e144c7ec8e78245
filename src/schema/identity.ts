/** How a person was worked out: how sure it is, on what evidence, and who else goes by the name. */
import { compareText, EVIDENCE_KINDS, foldName, pageOf } from '../model/index.ts';
import type { IdentityEvidence, Order } from '../model/index.ts';
import type { AuthorRecord } from '../corpus/index.ts';

import { AuthorConnection } from './author.ts';
import { builder } from './builder.ts';
import { described, SourceMentionRef } from './common.ts';
import type { HasAuthorFacets } from './facet.ts';
import { connection, forwardArguments, requestedPage } from './connection.ts';
import type { SchemaContext } from './context.ts';
import { AuthorIdentityRef } from './refs.ts';

const EvidenceKindEnum = builder.enumType('EvidenceKind', {
  description: 'What a decision about who a person is rests on.',
  values: described(EVIDENCE_KINDS),
});

const IdentityEvidenceRef = builder.objectRef<IdentityEvidence>('IdentityEvidence').implement({
  description: 'One reason to take mentions for one person, or to doubt it.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EvidenceKindEnum, description: 'What it rests on.' }),
    statement: t.exposeString('statement', { description: 'The reason, in a sentence for people.' }),
    sources: t.field({
      type: [SourceMentionRef],
      description: 'Where it stands; a few of the places where there are many.',
      resolve: (evidence) => [...evidence.sources],
    }),
  }),
});

AuthorIdentityRef.implement({
  description: 'How it was worked out who a person is.',
  fields: (t) => ({
    confidence: t.float({
      description:
        'How sure it is, 0 to 1, that everything told of the person is of one person, and that no other author is the same one.',
      resolve: ({ identity }) => identity.confidence,
    }),
    isAmbiguous: t.boolean({
      description:
        'Too little is known to tell whether this is one person, or whether another author is the same one. Filters can leave such people out.',
      resolve: ({ identity }) => identity.isAmbiguous,
    }),
    evidence: t.field({
      type: [IdentityEvidenceRef],
      description: 'The reasons. Empty where there was nothing to decide.',
      resolve: ({ identity }) => [...identity.evidence],
    }),
    mergedFrom: t.idList({
      description:
        'Ids of authors that equal names or identifiers alone would have left apart and that are this person now. Each of them still answers with this person.',
      resolve: ({ identity }) => [...identity.mergedFrom],
    }),
    namesakes: t.field({
      type: AuthorConnection,
      description:
        'Other authors who share a form of the name, or of its variants, with this one, ignoring case, accents, punctuation, script and name order; in id order.',
      args: forwardArguments(t.arg),
      resolve: (author, args, context) => {
        const page = requestedPage(args);
        let found: Promise<readonly AuthorRecord[]> | undefined;
        const namesakes = () => (found ??= namesakesOf(author, context));
        const list = connection(
          async () => pageOf(await namesakes(), inIdOrder, page),
          async () => (await namesakes()).length,
        );
        const facets: HasAuthorFacets['facets'] = async (by, size) => {
          const authors = (await namesakes()).map(({ id }) => id);
          return context.view.store.authorFacets({ authors, filter: {} }, by, size);
        };
        return { ...list, facets };
      },
    }),
  }),
});

const inIdOrder: Order<AuthorRecord> = {
  name: 'namesakes',
  direction: 'ASC',
  values: () => [],
  id: (author) => author.id,
};

// The names of every author of a page go to the store as one batch.
async function namesakesOf(
  { id, name, nameVariants }: AuthorRecord,
  { loaders }: SchemaContext,
): Promise<readonly AuthorRecord[]> {
  const names = new Set([name, ...nameVariants].map(foldName));
  const groups = await Promise.all([...names].map((folded) => loaders.authorsNamed.load(folded)));
  const namesakes = new Map(groups.flat().map((author) => [author.id, author]));
  namesakes.delete(id);
  return [...namesakes.values()].sort((a, b) => compareText(a.id, b.id));
}
