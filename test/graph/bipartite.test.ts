import { describe, expect, it } from 'vitest';

import { createBipartiteNetwork } from '../../src/graph/index.ts';
import type { AuthorNode, Dropped, PaperNode } from '../../src/graph/index.ts';
import { reach } from '../../src/graph/reach.ts';
import { Walk } from '../../src/graph/walk.ts';
import { networkCases } from '../support/network-cases.ts';
import { bigPhysicsPaper, cutList, diamond, inIdOrder, shuffled, twoIslands } from '../support/small-networks.ts';

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
      type: 'OTHER',
    });
    expect(graph.getEdgeAttributes(owner, paper)).toEqual({ isListed: false, rawNames: [], institutionIds: [] });
    expect(graph.getEdgeAttributes(cutList.author('Ada Byron'), paper)).toEqual({
      position: 1,
      isListed: true,
      rawNames: ['Ada Byron'],
      institutionIds: [],
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

  it('keeps what a filter drops for the 256 filters asked last', async () => {
    const network = createBipartiteNetwork(twoIslands.input);
    const upTo = (toYear: number): Promise<Dropped> => network.dropped({ toYear });
    const [first, second] = [await upTo(0), await upTo(1)];
    for (let toYear = 2; toYear < 256; toYear++) await upTo(toYear);
    expect(await upTo(0)).toBe(first);
    await upTo(256);
    expect(await upTo(0)).toBe(first);
    expect(await upTo(1)).toEqual(second);
    expect(await upTo(1)).not.toBe(second);
  });

  it('opens every paper once, and none once it has found whom it looks for', () => {
    const opened: string[] = [];
    class CountingWalk extends Walk {
      override authorsOf(paper: PaperNode): readonly AuthorNode[] {
        opened.push(paper.id);
        return super.authorsOf(paper);
      }
    }
    const { graph } = createBipartiteNetwork(bigPhysicsPaper.input);
    reach(new CountingWalk(graph, {}), bigPhysicsPaper.author('Emmy Noether'));
    expect(opened.sort()).toEqual(inIdOrder(...bigPhysicsPaper.input.papers.map(({ id }) => id)));
    opened.length = 0;
    const [emmy, second] = [bigPhysicsPaper.author('Emmy Noether'), bigPhysicsPaper.author('Physicist 2')];
    reach(new CountingWalk(graph, {}), emmy, second);
    expect(opened).toEqual([bigPhysicsPaper.paper('An Outsider')]);
  });
});
