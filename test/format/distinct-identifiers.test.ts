import fc from 'fast-check';
import { expect, test } from 'vitest';

import { DistinctIdentifiers } from '../../src/format/text/distinct-identifiers.ts';
import { identifierText } from '../../src/model/index.ts';
import type { Identifier } from '../../src/model/index.ts';

test('keeps each identifier once, in the order they came, in short lists and in long ones', () => {
  const identifier = fc.record<Identifier>({
    scheme: fc.constantFrom('PUBMED', 'SEMANTIC_SCHOLAR'),
    value: fc.integer({ min: 1, max: 12 }).map(String),
  });
  fc.assert(
    fc.property(fc.array(identifier, { maxLength: 40 }), (some) => {
      const distinct = new DistinctIdentifiers();
      for (const one of some) distinct.add(one);
      expect(distinct.all).toEqual([...new Map(some.map((one) => [identifierText(one), one])).values()]);
    }),
  );
});
