/** What every body of `DecisionLog` does, whatever it writes to. */
import { describe, expect, it } from 'vitest';

import type { Decision } from '../../src/model/index.ts';
import type { DecisionLog } from '../../src/store/index.ts';
import { numbered, oneOfEach } from './numbered-decisions.ts';

/** One place that logs can be opened on, empty at first. */
export interface LogPlace {
  /** Another handle on the same place, as another program would have one. */
  open(): DecisionLog;
}

export function decisionLogCases(what: string, place: () => Promise<LogPlace>): void {
  describe(what, () => {
    it('is empty until somebody writes to it', async () => {
      const log = (await place()).open();
      expect(await log.read()).toEqual({ decisions: [], problems: [] });
    });

    it('gives back every kind of decision as it was written, in order, with its place', async () => {
      const { open } = await place();
      const log = open();
      for (const decision of oneOfEach()) await log.append(decision);
      for (const reader of [log, open()]) {
        expect(await reader.read()).toEqual({
          decisions: oneOfEach().map((decision, at) => ({ decision, file: log.name, line: at + 1 })),
          problems: [],
        });
      }
    });

    it('only grows: what was read before is read again first', async () => {
      const log = (await place()).open();
      const before: Decision[] = [];
      for (const decision of numbered('Ada', 5)) {
        await log.append(decision);
        const now = (await log.read()).decisions.map((logged) => logged.decision);
        expect(now).toEqual([...before, decision]);
        before.push(decision);
      }
    });

    it('keeps every decision of writers who append at the same time, each writer’s in order', async () => {
      const { open } = await place();
      const writers = ['Ada', 'Grace', 'Kurt'];
      await Promise.all(
        writers.map(async (writer) => {
          const log = open();
          for (const decision of numbered(writer, 30)) await log.append(decision);
        }),
      );
      const { decisions, problems } = await open().read();
      expect(problems).toEqual([]);
      for (const writer of writers) {
        const own = decisions.filter(({ decision }) => 'name' in decision && decision.name.startsWith(writer));
        expect(own.map(({ decision }) => decision)).toEqual(numbered(writer, 30));
      }
    });
  });
}
