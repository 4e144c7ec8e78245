/** Finding by words: a search in pages, and suggestions while somebody types. docs/search.md says what fits. */
import { searchIndexOf } from '../corpus/index.ts';
import type { HitPlace, SearchHit, SearchKind, SearchResult } from '../corpus/index.ts';
import { decodeCursor, encodeCursor, foldText, PAGE_LIMITS, RequestError } from '../model/index.ts';
import type { Order, Page, PageRequest } from '../model/index.ts';

import { builder } from './builder.ts';
import { connection, defineConnection, forwardArguments, requestedPage } from './connection.ts';
import type { Connection } from './connection.ts';
import { loadKnown } from './context.ts';
import type { SchemaContext } from './context.ts';
import { cost, WHOLE } from './cost/field-cost.ts';
import { checkNotBlank } from './lookup.ts';
import { resourceHint } from './resource-hint.ts';
import { ResourceRef, ResourceType } from './resource.ts';
import type { ResourceShape } from './resource.ts';

/** A hit with the record that the store has of it. */
interface FoundResource {
  readonly hit: SearchHit;
  readonly record: ResourceShape;
}

interface SearchList extends Connection<SearchHit> {
  readonly result: () => Promise<SearchResult>;
}

/** Of what is asked: a title with its authors is shorter. */
const MAX_LETTERS = 500;
const MAX_WORDS = 40;
const DEFAULT_SUGGESTIONS = 10;

const SearchCountRef = builder
  .objectRef<{ readonly kind: SearchKind; readonly count: number }>('SearchCount')
  .implement({
    description: 'How many of one kind a search found.',
    fields: (t) => ({
      type: t.expose('kind', { type: ResourceType, description: 'The kind.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  });

const SearchConnectionRef = defineConnection<SearchHit, ResourceShape, SearchList>({
  name: 'Search',
  of: 'what a search found',
  node: ResourceRef,
  nodeOf: recordOf,
  edgeFields: (t) => ({
    score: t.float({
      description: 'How well it fits, from 0; the same for the same corpus everywhere. docs/search.md has the formula.',
      resolve: ({ item }) => item.score,
    }),
    matchedOn: t.string({
      description: 'Where the words stand: name, nameVariants or title.',
      resolve: ({ item }) => matchedOn(item),
    }),
    matchedText: t.string({
      description: 'The name, name variant or title that fits best.',
      resolve: async ({ item }, _, context) => matchedText({ hit: item, record: await recordOf(item, context) }),
    }),
  }),
  connectionFields: (t) => ({
    counts: t.field({
      type: [SearchCountRef],
      description: 'How many of each kind asked for; together the totalCount.',
      resolve: async ({ result }) => [...(await result()).counts],
    }),
    isCut: t.boolean({
      description:
        'Whether a word is so common that not everything that has it was looked at: of each kind only those of most papers or citations were. Another word narrows it down.',
      resolve: async ({ result }) => (await result()).isCut,
    }),
  }),
});

const SuggestionRef = builder.objectRef<FoundResource>('Suggestion').implement({
  description: 'Something that somebody who is typing may mean.',
  fields: (t) => ({
    node: t.field({ type: ResourceRef, description: 'What is suggested.', resolve: ({ record }) => record }),
    label: t.string({
      description: 'Its name or title; where a name variant is what fits, that in parentheses.',
      resolve: (found) => {
        const own = textsOf(found.record)[0] ?? '';
        return found.hit.text === 0 ? own : `${own} (${matchedText(found)})`;
      },
    }),
    hint: t.string({
      nullable: true,
      description:
        'What tells it apart from others of its name. A person: papers, years, and the institution and venue of most of the newest 20 papers. A paper: first author, year, venue. Null when nothing is known.',
      resolve: ({ record }, _, context) => resourceHint(record, context),
    }),
  }),
});

builder.queryFields((t) => ({
  search: t.field({
    type: SearchConnectionRef,
    extensions: cost({ price: WHOLE }),
    description:
      'Everything of which one name or title has all the words, best first. Words come in any order; accents, case, punctuation and script do not matter; a word may be the beginning of one, an initial of a name, or have a typo or two. Forward only.',
    args: {
      query: t.arg.string({
        required: true,
        description: `Words, at most ${MAX_WORDS} in ${MAX_LETTERS} letters. A name may be inverted ("Smith, J").`,
      }),
      types: t.arg({ type: [ResourceType], description: 'Which kinds to look for; all when absent or empty.' }),
      ...forwardArguments(t.arg),
    },
    resolve: (_, { query, types, ...paging }, { view }) => {
      const page = requestedPage(paging);
      checkNotBlank(query, 'query');
      checkLength(query, 'query');
      const kinds = types ?? [];
      const order = hitOrder(query, kinds);
      let found: Promise<SearchResult> | undefined;
      const result = (): Promise<SearchResult> =>
        (found ??= searchIndexOf(view).then((index) => index.search(query, kinds)));
      const list = connection(
        async () => pageOfHits(await result(), order, page),
        async () => (await result()).counts.reduce((sum, { count }) => sum + count, 0),
      );
      return { ...list, result };
    },
  }),
  suggest: t.field({
    type: [SuggestionRef],
    extensions: cost({ price: WHOLE }),
    description:
      'What somebody may mean who has typed so far: as search, but the last word may be a beginning however short, and words with a typo come in only where there are too few without. Empty for an empty text.',
    args: {
      prefix: t.arg.string({
        required: true,
        description: `What was typed, at most ${MAX_WORDS} words in ${MAX_LETTERS} letters.`,
      }),
      types: t.arg({ type: [ResourceType], description: 'Which kinds to suggest; all when absent or empty.' }),
      first: t.arg.int({
        defaultValue: DEFAULT_SUGGESTIONS,
        description: `How many at most, 1 to ${PAGE_LIMITS.maxSize}.`,
      }),
    },
    resolve: async (_, { prefix, types, first }, context) => {
      const { size } = requestedPage({ first: first ?? DEFAULT_SUGGESTIONS });
      checkLength(prefix, 'prefix');
      if (prefix.trim() === '') return [];
      const hits = (await searchIndexOf(context.view)).suggest(prefix, types ?? [], size);
      return Promise.all(hits.map(async (hit) => ({ hit, record: await recordOf(hit, context) })));
    },
  }),
}));

function recordOf({ kind, id }: SearchHit, { loaders }: SchemaContext): Promise<ResourceShape> {
  switch (kind) {
    case 'AUTHOR':
      return loadKnown(loaders.author, id);
    case 'PAPER':
      return loadKnown(loaders.paper, id);
    case 'INSTITUTION':
      return loadKnown(loaders.institution, id);
    case 'VENUE':
      return loadKnown(loaders.venue, id);
  }
}

function matchedOn({ kind, text }: SearchHit): string {
  if (kind === 'PAPER') return 'title';
  return text === 0 ? 'name' : 'nameVariants';
}

function matchedText({ hit, record }: FoundResource): string {
  return textsOf(record)[hit.text] ?? '';
}

// As the index has them.
function textsOf(record: ResourceShape): readonly string[] {
  return 'title' in record ? [record.title] : [record.name, ...record.nameVariants];
}

// A cursor of another search is refused, as one of another order is.
function hitOrder(query: string, kinds: readonly SearchKind[]): Order<HitPlace> {
  const among = kinds.length === 0 ? 'everything' : [...new Set(kinds)].sort().join(' ');
  return {
    name: `search for "${foldText(query)}" among ${among}`,
    direction: 'DESC',
    values: ({ score }) => [score],
    id: ({ id }) => id,
  };
}

function pageOfHits(result: SearchResult, order: Order<HitPlace>, { size, after }: PageRequest): Page<SearchHit> {
  const place = after === undefined ? undefined : placeOf(order, after);
  const hits = result.best(size + 1, place);
  return {
    entries: hits.slice(0, size).map((hit) => ({ item: hit, cursor: encodeCursor(order, hit) })),
    hasNextPage: hits.length > size,
    hasPreviousPage: place !== undefined && result.hasUpTo(place),
  };
}

function placeOf(order: Order<HitPlace>, cursor: string): HitPlace {
  const { values, id } = decodeCursor(order, cursor, 'after');
  return { score: Number(values[0]), id };
}

function checkLength(text: string, argument: string): void {
  const words = foldText(text).split(' ').length;
  if (text.length <= MAX_LETTERS && words <= MAX_WORDS) return;
  const message = `"${argument}" has ${words} words in ${text.length} letters: at most ${MAX_WORDS} words in ${MAX_LETTERS} letters are looked for.`;
  throw new RequestError('INVALID_ARGUMENT', message, {
    argument,
    received: text,
    allowed: `at most ${MAX_WORDS} words in ${MAX_LETTERS} letters`,
  });
}
