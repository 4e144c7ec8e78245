import { describe, expect, it } from 'vitest';

import { authorIdOf, foldName, recordKey } from '../../src/model/index.ts';
import type { Author, AuthorId, AuthorIdentity, SourceMention } from '../../src/model/index.ts';
import { openCorpus } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import type { StoreContent } from '../../src/store/index.ts';
import { countingCorpus } from '../support/counting-corpus.ts';
import { ask } from '../support/server.ts';
import { authorNamed, library, NOBODY, SOURCES } from '../support/store-library.ts';
import { toldCorpus } from '../support/told-corpus.ts';
import { identifier, paper } from '../support/worlds.ts';
import type { Told } from '../support/worlds.ts';

const ada = authorNamed('Ada Byron');
const grace = authorNamed('Grace Hopper');

async function asked<Data>(
  content: StoreContent,
  document: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<Data> {
  const { data, errors } = await ask<Data>(createHandler(toldCorpus(content)), document, variables);
  expect(errors).toBeUndefined();
  return data as Data; // no errors, so there is data
}

function withAuthor(id: AuthorId, change: Partial<Author>, content: StoreContent = library): StoreContent {
  return {
    ...content,
    authors: content.authors.map((author) => (author.id === id ? { ...author, ...change } : author)),
  };
}

describe('who somebody is', () => {
  it('is told with how sure it is, on what evidence, and from what', async () => {
    const place: SourceMention = {
      sourceId: SOURCES[0]?.id ?? missing(),
      recordKey: recordKey('told', 'x'),
    };
    const identity: AuthorIdentity = {
      confidence: 0.75,
      isAmbiguous: true,
      evidence: [{ kind: 'SHARED_COAUTHOR', statement: 'They share 3 coauthors.', sources: [place] }],
      mergedFrom: [NOBODY],
    };
    const document = `query($id: ID!) {
      author(by: {id: $id}) {
        identity { confidence isAmbiguous mergedFrom evidence { kind statement sources { recordKey source { name } } } }
        sources { recordKey line source { name } }
      }
    }`;
    const content = withAuthor(ada.id, { identity, sources: [{ ...place, line: 7 }] });
    expect(await asked(content, document, { id: ada.id })).toEqual({
      author: {
        identity: {
          confidence: 0.75,
          isAmbiguous: true,
          mergedFrom: [NOBODY],
          evidence: [
            {
              kind: 'SHARED_COAUTHOR',
              statement: 'They share 3 coauthors.',
              sources: [{ recordKey: place.recordKey, source: { name: 'ada.txt' } }],
            },
          ],
        },
        sources: [{ recordKey: place.recordKey, line: 7, source: { name: 'ada.txt' } }],
      },
    });
  });

  it('is answered under an id that was merged away, which the answer lists among those it came from', async () => {
    const identity: AuthorIdentity = { confidence: 1, isAmbiguous: false, evidence: [], mergedFrom: [NOBODY] };
    const content = {
      ...withAuthor(ada.id, { identity }),
      aliases: new Map([...library.aliases, [NOBODY, ada.id]]),
    };
    const document = `query($id: ID!) {
      author(by: {id: $id}) { id identity { mergedFrom } }
      node(id: $id) { id }
      nodes(ids: [$id]) { id }
      papers(filter: {authors: [$id]}) { totalCount }
    }`;
    expect(await asked(content, document, { id: NOBODY })).toEqual({
      author: { id: ada.id, identity: { mergedFrom: [NOBODY] } },
      node: { id: ada.id },
      nodes: [{ id: ada.id }],
      papers: { totalCount: library.authorships.filter(({ authorId }) => authorId === ada.id).length },
    });
  });
});

describe('namesakes', () => {
  const wangs = library.authors
    .filter((author) => author.name === 'Wei Wang')
    .map(({ id }) => id)
    .toSorted();
  const document = `query($id: ID!, $first: Int, $after: String) {
    author(by: {id: $id}) {
      identity { namesakes(first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }
    }
  }`;

  interface Answer {
    author: {
      identity: {
        namesakes: {
          totalCount: number;
          nodes: { id: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
    };
  }

  const namesakesOf = async (id: string, page: object = {}, content: StoreContent = library) =>
    (await asked<Answer>(content, document, { id, ...page })).author.identity.namesakes;

  it('are the others of the name, in id order, without the author', async () => {
    expect(wangs.length).toBeGreaterThan(2);
    for (const id of wangs) {
      const { totalCount, nodes } = await namesakesOf(id);
      expect(nodes.map((node) => node.id)).toEqual(wangs.filter((other) => other !== id));
      expect(totalCount).toBe(wangs.length - 1);
    }
    expect(await namesakesOf(ada.id)).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('share any form of the name, variants on either side included, however it is written', async () => {
    const told = withAuthor(grace.id, { nameVariants: ['WANG, Wei', 'G. Hopper'] });
    const content = withAuthor(ada.id, { nameVariants: ['Hopper, G'] }, told);
    expect((await namesakesOf(grace.id, {}, content)).nodes.map(({ id }) => id)).toEqual([...wangs, ada.id].toSorted());
    expect((await namesakesOf(ada.id, {}, content)).nodes).toEqual([{ id: grace.id }]);
    expect((await namesakesOf(wangs[0] ?? '', {}, content)).nodes).toContainEqual({ id: grace.id });
  });

  it('come page by page', async () => {
    const [id = '', ...others] = wangs;
    const found: string[] = [];
    for (let after: string | undefined; ;) {
      const { nodes, pageInfo } = await namesakesOf(id, { first: 1, after });
      found.push(...nodes.map((node) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(found).toEqual(others);
  });

  it('of a whole page of authors cost one batch of names', async () => {
    const { corpus, work } = countingCorpus(toldCorpus(library));
    const many = '{ authors(first: 50) { nodes { identity { namesakes { totalCount nodes { id name } } } } } }';
    expect((await ask(createHandler(corpus), many)).errors).toBeUndefined();
    expect(work().calls).toEqual({ 'authors.page': 1, authorsNamed: 1 });
  });
});

describe('a name that fits several', () => {
  interface Listed {
    readonly author: null;
    readonly collaborationPath: { message: string; candidates: { id: string }[] };
  }

  const document = `{
    author(by: {name: "Ann Other"}) { id }
    collaborationPath(from: {name: "Ann Other"}, to: {name: "Ada Byron"}) {
      ... on UnresolvedAuthor { message candidates { id } }
    }
  }`;
  const anOrcid = { name: 'Ann Other', identifiers: [identifier('orcid:0000-0002-1825-0097')] };
  const others = (count: number): StoreContent => {
    const ids = Array.from({ length: count }, (_, at) =>
      authorIdOf({ recordKey: recordKey('told', `other ${at}`), position: 1, name: 'ann other' }),
    );
    return { ...library, authors: [...library.authors, ...ids.map((id) => ({ ...ada, id, name: 'Ann Other' }))] };
  };

  it('lists the first hundred of more by id, and says so', async () => {
    const content = others(101);
    const { data, errors } = await ask<Listed>(createHandler(toldCorpus(content)), document);
    const first = content.authors.flatMap(({ id, name }) => (name === 'Ann Other' ? [id] : [])).toSorted();
    first.pop();
    const candidates = errors?.[0]?.extensions?.['candidates'] as { id: string }[];
    expect(errors?.[0]?.message).toBe(
      '"Ann Other" fits 101 people: choose one by its id. The first 100 by id are listed.',
    );
    expect(candidates.map(({ id }) => id)).toEqual(first);
    expect(data?.collaborationPath.message).toMatch(/fits 101 people\..* The first 100 by id are listed\.$/);
    expect(data?.collaborationPath.candidates.map(({ id }) => id)).toEqual(first);
  });

  it('lists a hundred without a word of more', async () => {
    const { data, errors } = await ask<Listed>(createHandler(toldCorpus(others(100))), document);
    expect(errors?.[0]?.message).toBe('"Ann Other" fits 100 people: choose one by its id.');
    expect(data?.collaborationPath.candidates).toHaveLength(100);
  });

  it('tells each apart by the places most often beside the name, two at most', async () => {
    const at = (...names: readonly string[]): Told => ({
      ...anOrcid,
      affiliations: names.map((name) => ({ name, identifiers: [] })),
    });
    const records = [
      paper('One', [at('Athens', 'Berlin')], { year: 2020 }),
      paper('Two', [at('Cairo', 'Berlin')], { year: 2021 }),
      paper('Three', [at('Cairo')], { year: 2022 }),
      paper('Four', [{ ...anOrcid, identifiers: [identifier('orcid:0000-0001-5109-3700')] }], { year: 2020 }),
    ];
    const corpus = await openCorpus({ records: [{ name: 'places', records }] });
    const { errors } = await ask(createHandler(corpus), '{ author(by: {name: "Ann Other"}) { id } }');
    const candidates = (errors?.[0]?.extensions?.['candidates'] ?? []) as { hint: string }[];
    expect(candidates.map(({ hint }) => hint)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^3 papers, 2020–2022, (Cairo, Berlin|Berlin, Cairo), orcid:0000-0002-1825-0097$/),
        '1 paper, 2020, orcid:0000-0001-5109-3700',
      ]),
    );
  });
});

describe('somebody left out by decision', () => {
  const content: StoreContent = {
    ...library,
    authors: library.authors.filter(({ id }) => id !== ada.id),
    authorships: library.authorships.filter(({ authorId }) => authorId !== ada.id),
    papers: library.papers.map((paper) => {
      const own = library.authorships.filter(({ authorId, paperId }) => authorId === ada.id && paperId === paper.id);
      return { ...paper, withheldPositions: own.map(({ position = 0 }) => position) };
    }),
  };
  const alias = [...library.aliases].find(([, survivor]) => survivor === ada.id)?.[0] ?? '';

  it('is nobody, by id, by an id merged away, by name and in lists', async () => {
    const document = `query($id: ID!, $other: ID!) {
      author(by: {id: $id}) { id }
      named: author(by: {name: "Ada Byron"}) { id }
      node(id: $id) { id }
      authors(filter: {name: "ada byron"}) { totalCount nodes { id } }
      collaboration(between: [{id: $id}, {id: $other}]) { id }
      papers(filter: {authors: [$id]}) { totalCount }
      without: author(by: {id: $other}) { coauthors(filter: {excludeAuthors: [$id]}) { totalCount } }
      collaborationPath(from: {id: $id}, to: {id: $other}) { ... on UnresolvedAuthor { reason candidates { id } } }
    }`;
    const nobody = {
      author: null,
      named: null,
      node: null,
      authors: { totalCount: 0, nodes: [] },
      collaboration: null,
      papers: { totalCount: 0 },
      collaborationPath: { reason: 'NOT_FOUND', candidates: [] },
    };
    expect(alias).not.toBe('');
    for (const id of [ada.id, alias]) {
      const { without, ...answer } = await asked<{ without: object }>(content, document, { id, other: grace.id });
      expect(answer).toEqual(nobody);
      expect(without).toMatchObject({ coauthors: { totalCount: expect.any(Number) as number } });
    }
  });

  it('is nobody among nodes: null in its place, with an error there', async () => {
    const document = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const { data, errors } = await ask(createHandler(toldCorpus(content)), document, { ids: [grace.id, ada.id] });
    expect(data).toEqual({ nodes: [{ id: grace.id }, null] });
    expect(errors).toMatchObject([{ path: ['nodes', 1], extensions: { code: 'NOT_FOUND' } }]);
  });

  it('shows as a place on the list, or as none where the list hid them', async () => {
    const withheld = async (title: string): Promise<unknown> =>
      asked(content, 'query($title: String!) { paper(by: {title: $title}) { withheldAuthorships { position } } }', {
        title,
      });
    expect(await withheld('Engines')).toEqual({ paper: { withheldAuthorships: [{ position: 1 }] } });
    expect(await withheld('On looms')).toEqual({ paper: { withheldAuthorships: [{ position: null }] } });
    expect(await withheld('Compilers')).toEqual({ paper: { withheldAuthorships: [] } });
  });

  it('leaves the name in no answer', async () => {
    const document = `{
      authors(first: 100) { nodes { name nameVariants } }
      papers(first: 100) { nodes { title withheldAuthorships { position } authors(first: 100) { edges { rawName } } } }
    }`;
    expect(foldName(JSON.stringify(await asked(content, document)))).not.toContain(foldName('Ada Byron'));
  });
});

describe('a field on which sources differ', () => {
  it('is told with every value, who tells it, and which was taken', async () => {
    const [paper] = library.papers;
    const place: SourceMention = {
      sourceId: SOURCES[1]?.id ?? missing(),
      recordKey: recordKey('told', 'x'),
    };
    const conflict = {
      field: 'year',
      values: [
        { value: '2024', sources: [place], isChosen: true },
        { value: '2023', sources: [], isChosen: false },
      ],
    };
    const content = {
      ...library,
      papers: library.papers.map((each) => (each === paper ? { ...each, conflicts: [conflict] } : each)),
    };
    const document = `query($id: ID!) {
      paper(by: {id: $id}) { conflicts { field values { value isChosen sources { recordKey source { id } } } } }
    }`;
    expect(await asked(content, document, { id: paper?.id })).toEqual({
      paper: {
        conflicts: [
          {
            field: 'year',
            values: [
              {
                value: '2024',
                isChosen: true,
                sources: [{ recordKey: place.recordKey, source: { id: place.sourceId } }],
              },
              { value: '2023', isChosen: false, sources: [] },
            ],
          },
        ],
      },
    });
  });
});

describe('people of whom it is not sure who they are', () => {
  it('can be listed apart from the others', async () => {
    const document = `{
      unsure: authors(filter: {isAmbiguous: true}, first: 100) { totalCount nodes { name } }
      sure: authors(filter: {isAmbiguous: false}) { totalCount }
      all: authors(filter: {isAmbiguous: null}) { totalCount }
    }`;
    interface Lists {
      unsure: { totalCount: number; nodes: { name: string }[] };
      sure: { totalCount: number };
      all: { totalCount: number };
    }
    const { unsure, sure, all } = await asked<Lists>(library, document);
    expect(new Set(unsure.nodes.map(({ name }) => name))).toEqual(new Set(['Wei Wang', 'Grace Hopper', 'Physicist 2']));
    expect(sure.totalCount + unsure.totalCount).toBe(all.totalCount);
  });

  it('are on no path when the filter leaves them out, but where a path begins or ends', async () => {
    const document = `query($filter: CollaborationFilter) {
      through: collaborationPath(from: {name: "Ada Byron"}, to: {name: "Edsger Dijkstra"}, filter: $filter) { ...Chain }
      to: collaborationPath(from: {name: "Ada Byron"}, to: {name: "Grace Hopper"}, filter: $filter) { ...Chain }
    }
    fragment Chain on CollaborationPathResult {
      ... on CollaborationPath {
        authors { name } dropped { authorCount } hops { collaboration { id paperCount authors { name } } }
      }
      ... on NoCollaborationPath { reason }
    }`;
    const chain = (...names: string[]) => ({ authors: names.map((name) => ({ name })) });
    expect(await asked(library, document)).toMatchObject({
      through: chain('Ada Byron', 'Grace Hopper', 'Edsger Dijkstra'),
      to: chain('Ada Byron', 'Grace Hopper'),
    });
    expect(await asked(library, document, { filter: { excludeAmbiguousAuthors: true } })).toMatchObject({
      through: { reason: 'FILTERED_OUT' },
      to: chain('Ada Byron', 'Grace Hopper'),
    });
  });

  it('are part of a collaboration’s id, which can be fetched again', async () => {
    const tie = `query($filter: CollaborationFilter) {
      collaboration(between: [{name: "Ada Byron"}, {name: "Grace Hopper"}], filter: $filter) { id paperCount }
    }`;
    interface Tie {
      collaboration: { id: string; paperCount: number };
    }
    const of = async (filter: object) => (await asked<Tie>(library, tie, { filter })).collaboration;
    const [plain, sure] = [await of({ excludeAmbiguousAuthors: false }), await of({ excludeAmbiguousAuthors: true })];
    expect(plain).toEqual(await of({}));
    expect(sure.id).not.toBe(plain.id);
    const node = 'query($id: ID!) { node(id: $id) { id ... on Collaboration { paperCount } } }';
    expect(await asked(library, node, { id: sure.id })).toEqual({ node: sure });
  });
});

function missing(): never {
  throw new Error('The library has changed.');
}
