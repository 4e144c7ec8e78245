import { describe, expect, it } from 'vitest';

import { createBipartiteNetwork } from '../../src/graph/index.ts';
import { networkCases } from '../support/network-cases.ts';
import { cutList, diamond, inIdOrder, shuffled, twoIslands } from '../support/small-networks.ts';

networkCases('the graphology body', createBipartiteNetwork);

describe('the graphology body alone', () => {
  it('shows a graph of authors, papers, and an edge per authorship', () => {
    const { graph } = createBipartiteNetwork(cutList.input);
    const [owner, paper] = [cutList.author('Olive Owner'), cutList.paper('Et Al')];
    expect(graph.type).toBe('undirected');
    expect([graph.order, graph.size]).toEqual([
      cutList.input.authors.length + cutList.input.papers.length,
      cutList.input.authorships.length,
    ]);
    expect(graph.getNodeAttributes(owner)).toEqual({ kind: 'author', id: owner, sortName: ['owner', 'olive'] });
    expect(graph.getNodeAttributes(paper)).toEqual({
      kind: 'paper',
      id: paper,
      year: 2020,
      isAuthorListComplete: false,
      categories: [],
    });
    expect(graph.getEdgeAttributes(owner, paper)).toEqual({ isListed: false, rawNames: [] });
    expect(graph.getEdgeAttributes(cutList.author('Ada Byron'), paper)).toEqual({
      position: 1,
      isListed: true,
      rawNames: ['Ada Byron'],
    });
  });

  it('exports the same bytes however its input was ordered', () => {
    const exported = JSON.stringify(createBipartiteNetwork(diamond.input).graph.export());
    expect(JSON.stringify(createBipartiteNetwork(shuffled(diamond.input, 5)).graph.export())).toBe(exported);
  });

  it('gives the shortest path that comes first by author id', async () => {
    const [top, bottom] = [diamond.author('Top'), diamond.author('Bottom')];
    const between = inIdOrder(...['Left', 'Right', 'Middle'].map(diamond.author))[0];
    const network = createBipartiteNetwork(diamond.input);
    expect(await network.shortestPath(top, bottom, { filter: {} })).toMatchObject({
      authorIds: [top, between, bottom],
    });
    expect(await network.shortestPath(bottom, top, { filter: {} })).toMatchObject({
      authorIds: [bottom, between, top],
    });
  });

  it('has looked at both components when it finds no path', async () => {
    const network = createBipartiteNetwork(twoIslands.input);
    const [ada, kurt] = [twoIslands.author('Ada Byron'), twoIslands.author('Kurt Gödel')];
    expect(await network.shortestPath(ada, kurt, { filter: {} })).toMatchObject({ visitedAuthorCount: 5 });
    expect(await network.shortestPath(ada, kurt, { filter: { toYear: 2001 } })).toMatchObject({
      visitedAuthorCount: 3,
    });
  });

  it('refuses an authorship whose author or paper it was not given, and one given twice', () => {
    const { input } = twoIslands;
    expect(() => createBipartiteNetwork({ ...input, authors: [] })).toThrow(/"A_.*" not found/);
    expect(() => createBipartiteNetwork({ ...input, papers: [] })).toThrow(/"P_.*" not found/);
    expect(() =>
      createBipartiteNetwork({ ...input, authorships: [...input.authorships, ...input.authorships] }),
    ).toThrow('already exists');
  });

  it('keeps what a filter drops for the filters asked last', async () => {
    const network = createBipartiteNetwork(twoIslands.input);
    const first = await network.dropped({ toYear: 0 });
    for (let toYear = 1; toYear < 256; toYear++) await network.dropped({ toYear });
    expect(await network.dropped({ toYear: 0 })).toBe(first);
    for (let toYear = 256; toYear < 600; toYear++) await network.dropped({ toYear });
    const again = await network.dropped({ toYear: 0 });
    expect(again).toEqual(first);
    expect(again).not.toBe(first);
  });
});
