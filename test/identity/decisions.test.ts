/** What several decisions on one person come to. */
import { expect, test } from 'vitest';

import { resolve } from '../../src/identity/index.ts';
import { decisionsInForce, newDecision, weighDecisions } from '../../src/model/index.ts';
import type { DecisionContent } from '../../src/model/index.ts';
import { paper, sourced } from '../support/worlds.ts';

const all = sourced({ name: 'shelf', records: [paper('One', ['Ada Byron']), paper('Two', ['Grace Hopper'])] });
const at = (hour: number): { by: string; at: string; why: string } => ({
  by: 'Somebody',
  at: `2026-05-31T0${hour}:00:00Z`,
  why: `line ${hour}`,
});

test('of several names the later line decides, whichever mention it names, and all are told in the order of the log', () => {
  const [one, other] = resolve(all).authors.map(({ id }) => id);
  if (one === undefined || other === undefined) throw new Error('Both are there.');
  const log: DecisionContent[] = [
    { action: 'rename', author: one, name: 'First Name', ...at(1) },
    { action: 'merge', authors: [one, other], ...at(2) },
    { action: 'rename', author: other, name: 'Second Name', ...at(3) },
    { action: 'rename', author: one, name: 'Third Name', ...at(4) },
  ];
  const lines = log.map((content) => ({ decision: newDecision(content), file: 'log' }));
  const { authors } = resolve(all, decisionsInForce(weighDecisions(lines)));
  expect(authors.map(({ name }) => name)).toEqual(['Third Name']);
  const told = authors[0]?.identity.evidence.filter(({ kind }) => kind === 'DECISION');
  expect(told?.map(({ statement }) => statement.slice(-6))).toEqual(['line 1', 'line 2', 'line 3', 'line 4']);
});
