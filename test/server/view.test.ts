import { expect, test } from 'vitest';
import { openCorpus } from '../../src/corpus/index.ts';
import type { Corpus, CorpusView } from '../../src/corpus/index.ts';
import { createHandler } from '../../src/server/index.ts';
import { ask } from '../support/server.ts';
import { hiddenOwner, twoIslands } from '../support/worlds.ts';

test('a request sees one version of the corpus from its first field to its last, whatever is swapped in meanwhile', async () => {
  const before = await openCorpus({ records: [twoIslands] });
  const after = await openCorpus({ records: [hiddenOwner] });
  const document = `{
    author(by: {name: "Ada Byron"}) {
      coauthors { totalCount nodes { name } }
      papers { nodes { title authors { nodes { name } } } }
    }
    corpus { version paperCount sources { name } }
  }`;
  const fromBefore = await ask(createHandler(before), document);
  const fromAfter = await ask(createHandler(after), document);
  expect(fromBefore).not.toEqual(fromAfter);

  // The first look into the old store waits until the new version serves; everything after it happens then.
  let isSwapped: () => void = () => undefined;
  const swapped = new Promise<void>((settle) => (isSwapped = settle));
  let hasBegun: () => void = () => undefined;
  const begun = new Promise<void>((settle) => (hasBegun = settle));
  const { store, ...old } = before.view();
  const waiting: CorpusView = {
    ...old,
    store: {
      ...store,
      authorsNamed: async (name) => {
        hasBegun();
        await swapped;
        return store.authorsNamed(name);
      },
    },
  };
  let serving = waiting;
  const corpus: Corpus = { report: before.report, view: () => serving };
  const handler = createHandler(corpus);

  const answer = ask(handler, document);
  await begun;
  serving = after.view();
  isSwapped();
  expect(await answer).toEqual(fromBefore);
  expect(await ask(handler, document)).toEqual(fromAfter);
});
