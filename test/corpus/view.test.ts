/** A view's network and its graph in graphology are of the same authorships. */
import { describe, expect, it } from 'vitest';

import { openCorpus } from '../../src/corpus/index.ts';
import { samplePage } from '../support/server.ts';

const corpus = await openCorpus({ paths: [samplePage] });
const view = corpus.view();

describe('the graph of a view', () => {
  it('has a node for each author and paper, and an edge for each authorship, made once', () => {
    const graph = view.graph();
    const { authorCount, paperCount, authorshipCount } = view.network;
    expect([graph.order, graph.size]).toEqual([authorCount + paperCount, authorshipCount]);
    expect(view.graph()).toBe(graph);
  });

  it('has the neighbours that the network knows', async () => {
    const graph = view.graph();
    const page = await view.store.authors.page(
      {},
      { field: 'PAPER_COUNT', direction: 'DESC' },
      { from: 'start', size: 50 },
    );
    for (const { item } of page.entries) {
      const papers = view.network.authorshipsOf(item.id).map(({ paperId }) => paperId);
      expect(graph.neighbors(item.id)).toEqual(papers);
      for (const paper of papers) {
        const { authorId: _author, paperId: _paper, ...edge } = view.network.authorship(item.id, paper) ?? {};
        expect(graph.getEdgeAttributes(item.id, paper)).toEqual(edge);
        const authors = view.network.authorshipsOn(paper).map(({ authorId }) => authorId);
        expect([...graph.neighbors(paper)].sort()).toEqual([...authors].sort());
      }
    }
  });
});
