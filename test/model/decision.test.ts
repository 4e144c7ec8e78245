import { describe, expect, it, test } from 'vitest';

import { decisionLine, decisionsInForce, newDecision, parseDecision, weighDecisions } from '../../src/model/index.ts';
import type { AuthorId, Decision, LoggedDecision, PaperId } from '../../src/model/index.ts';
import { numbered, oneOfEach } from '../support/numbered-decisions.ts';

const ada = `A_${'a'.repeat(24)}` as AuthorId;
const grace = `A_${'g'.repeat(24)}` as AuthorId;
const looms = `P_${'l'.repeat(16)}` as PaperId;
const told = { by: 'Ada', at: '2026-05-31T12:00:00Z', why: 'it is so' };

const logged = (decisions: readonly Decision[]): LoggedDecision[] =>
  decisions.map((decision, at) => ({ decision, file: 'log', line: at + 1 }));

describe('a decision', () => {
  it('is one line of JSON, and the line is the decision', () => {
    for (const decision of oneOfEach()) {
      const line = decisionLine(decision);
      expect(line).not.toMatch(/\n/);
      expect(parseDecision(line)).toEqual(decision);
    }
  });

  it('has an id that its content gives it, in whatever order ids are told', () => {
    const one = newDecision({ action: 'merge', authors: [ada, grace], ...told });
    expect(one.id).toMatch(/^D_[\w-]{12}$/);
    expect(newDecision({ ...told, authors: [grace, ada, grace], action: 'merge' })).toEqual(one);
    expect(newDecision({ action: 'merge', authors: [ada, grace], ...told, why: 'for another reason' }).id).not.toBe(
      one.id,
    );
  });

  it('has that id too where a line written by hand gives none', () => {
    for (const decision of oneOfEach()) {
      const { id: _, ...rest } = decision;
      expect(parseDecision(JSON.stringify(rest))).toEqual(decision);
    }
  });

  it('of one author merged or no name given is the caller’s mistake', () => {
    expect(() => newDecision({ action: 'merge', authors: [ada, ada], ...told })).toThrow(RangeError);
    expect(() => newDecision({ action: 'rename', author: ada, name: ' ', ...told })).toThrow(
      'The name is missing or empty.',
    );
  });
});

describe('a line that is no decision is told why', () => {
  const merge = { action: 'merge', authors: [ada, grace], ...told };
  test.each([
    ['', 'The line is no JSON.'],
    ['{"action":"mer', 'The line is no JSON.'],
    ['[]', 'The line is JSON, but no object.'],
    ['null', 'The line is JSON, but no object.'],
    [{ ...told }, '"action" is missing: expected one of merge, split, rename, hide-name, leave-out, undo.'],
    [
      { ...merge, action: 'mrege' },
      '"action" is "mrege": expected one of merge, split, rename, hide-name, leave-out, undo.',
    ],
    [
      { ...merge, action: 'toString' },
      '"action" is "toString": expected one of merge, split, rename, hide-name, leave-out, undo.',
    ],
    [{ ...merge, note: 'x' }, 'A merge has no "note": it has id, action, by, at, why, authors.'],
    [{ ...merge, id: 'D_1' }, '"id" is "D_1": expected "D_" and twelve letters, or no id.'],
    [{ ...merge, by: '' }, '"by" is wrong: expected who decided.'],
    [{ ...merge, why: undefined }, '"why" is missing: expected the reason in words.'],
    [
      { ...merge, at: '2026-05-31' },
      '"at" is "2026-05-31": expected a time with its zone, such as 2026-05-31T12:00:00Z.',
    ],
    [
      { ...merge, at: '2026-02-30T12:00:00Z' },
      '"at" is "2026-02-30T12:00:00Z": expected a time with its zone, such as 2026-05-31T12:00:00Z.',
    ],
    [{ ...merge, authors: [ada] }, '"authors" is wrong: expected a list of at least two different authors’ ids.'],
    [
      { ...merge, authors: [ada, looms] },
      '"authors" is wrong: expected a list of at least two different authors’ ids.',
    ],
    [
      { action: 'split', author: ada, papers: [], ...told },
      '"papers" is wrong: expected a list of at least one paper’s id.',
    ],
    [{ action: 'leave-out', ...told }, '"author" is missing: expected an author’s id.'],
    [{ action: 'undo', decision: ada, ...told }, `"decision" is "${ada}": expected a decision’s id.`],
  ])('%j', (line, invalid) => {
    expect(parseDecision(typeof line === 'string' ? line : JSON.stringify(line))).toEqual({ invalid });
  });

  it('in words that repeat no name, which may be one to hide', () => {
    for (const line of [
      { action: 'hide-name', author: 'Old Name', name: 'Old Name', ...told },
      { action: 'hide-name', author: ada, name: ['Old Name'], ...told },
      { action: 'merge', authors: ['Old Name', ada], ...told },
    ]) {
      expect(JSON.stringify(parseDecision(JSON.stringify(line)))).not.toContain('Old Name');
    }
    expect(JSON.stringify(parseDecision('{"name": "Old Name",'))).not.toContain('Old Name');
  });
});

describe('the decisions in force', () => {
  const [one, other] = numbered('Ada', 2) as [Decision, Decision];
  const undoOf = (decision: Decision, why = 'no'): Decision =>
    newDecision({ action: 'undo', decision: decision.id, ...told, why });
  const inForce = (...decisions: Decision[]): Decision[] =>
    decisionsInForce(weighDecisions(logged(decisions))).map(({ decision }) => decision);
  const problems = (...decisions: Decision[]): unknown => weighDecisions(logged(decisions)).problems;

  it('are all but undos and what they undo', () => {
    expect(inForce(one, other)).toEqual([one, other]);
    expect(inForce(one, other, undoOf(one))).toEqual([other]);
  });

  it('are in force again once their undo is undone', () => {
    const undo = undoOf(one);
    expect(inForce(one, undo, other, undoOf(undo))).toEqual([one, other]);
    expect(inForce(one, undo, undoOf(undo), undoOf(undoOf(undo)))).toEqual([]);
    expect(problems(one, undo, undoOf(undo), undoOf(undoOf(undo)))).toEqual([]);
  });

  it('are the same when the log stands behind itself', () => {
    const log = [one, other, undoOf(one), undoOf(undoOf(one)), undoOf(other)];
    expect(weighDecisions(logged([...log, ...log]))).toEqual(weighDecisions(logged(log)));
  });

  it('know an undo of what no earlier line decides as a problem', () => {
    expect(problems(undoOf(one), one)).toMatchObject([{ kind: 'idle-decision', file: 'log', line: 1 }]);
    expect(inForce(undoOf(one), one)).toEqual([one]);
  });

  it('know a second undo as a problem, unless the first is undone', () => {
    const [first, second] = [undoOf(one), undoOf(one, 'really not')];
    expect(problems(one, first, second)).toMatchObject([{ kind: 'idle-decision', line: 3 }]);
    expect(problems(one, first, second, undoOf(first))).toEqual([]);
    expect(inForce(one, first, second, undoOf(first))).toEqual([]);
  });

  it('know one id of two decisions as a problem, and keep the first', () => {
    const impostor: Decision = { ...other, id: one.id };
    expect(inForce(one, impostor)).toEqual([one]);
    expect(problems(one, impostor)).toMatchObject([{ kind: 'bad-decision', line: 2 }]);
  });
});
