import { expect, test } from 'vitest';

import { openCorpus } from '../../src/corpus/index.ts';
import type { Corpus } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import { ask } from '../support/server.ts';
import { paper } from '../support/worlds.ts';

const looms = paper('Looms', ['Ada Byron', 'Grace Hopper'], { month: 5, day: 19, year: 2024, isYearInferred: true });
const loomsPrinted = paper('Looms', ['Ada Byron', 'Grace Hopper'], { month: 5, day: 19, year: 2024 });
const lathes = paper('Lathes', ['Ada Byron', 'Grace Hopper'], { year: 2023 });

const before = await openCorpus({ records: [{ name: 'a', records: [loomsPrinted, lathes] }] });
const after = await openCorpus({
  records: [
    { name: 'a', records: [loomsPrinted, lathes] },
    { name: 'b', records: [looms] },
  ],
});

async function asked(
  corpus: Corpus,
  document: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { data, errors } = await ask(createHandler(corpus), document, variables);
  expect(errors).toBeUndefined();
  return data;
}

interface Paper {
  readonly paper: { readonly id: string };
}

test('a collaboration’s id keeps its meaning when what its filter names is joined to something else', async () => {
  const ids = await Promise.all(
    [before, after].map(
      async (corpus) => ((await asked(corpus, '{ paper(by: {title: "Looms"}) { id } }')) as Paper).paper.id,
    ),
  );
  expect(ids[0]).not.toBe(ids[1]);
  const tie = `query($without: [ID!]) {
    collaboration(between: [{name: "Ada Byron"}, {name: "Grace Hopper"}], filter: {excludePapers: $without}) { id paperCount }
  }`;
  const { collaboration } = (await asked(before, tie, { without: [ids[0]] })) as {
    collaboration: { id: string; paperCount: number };
  };
  expect(collaboration.paperCount).toBe(1);
  const node = 'query($id: ID!) { node(id: $id) { ... on Collaboration { paperCount papers { nodes { title } } } } }';
  const one = { node: { paperCount: 1, papers: { nodes: [{ title: 'Lathes' }] } } };
  expect(await asked(before, node, { id: collaboration.id })).toEqual(one);
  expect(await asked(after, node, { id: collaboration.id })).toEqual(one);
});

test('what is no cursor is refused even where no page is asked for', async () => {
  const { errors } = await ask(createHandler(before), '{ papers(after: "abc") { totalCount } }');
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR', argument: 'after', received: 'abc' } }]);
});
