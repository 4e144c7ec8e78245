import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareText } from '../../src/model/index.ts';
import type { Identifier, IdentityEvidence, RecordKey, SourceId, SourceMention } from '../../src/model/index.ts';
import {
  keptEvidence,
  keptSources,
  sourcesOfPapers,
  toldEvidence,
  toldSources,
} from '../../src/store/memory/author-sources.ts';
import { keptMentions, toldMentions } from '../../src/store/memory/paper-sources.ts';
import { StatementForms, toldStatement } from '../../src/store/memory/statement-forms.ts';

const mention: fc.Arbitrary<SourceMention> = fc.record(
  {
    sourceId: fc.constantFrom('S_1', 'S_2') as fc.Arbitrary<SourceId>,
    recordKey: fc.constantFrom('dblp:a', 'dblp:b', 'acl:c', 'doi:10.1/d', 'x') as fc.Arbitrary<RecordKey>,
    line: fc.nat(2),
  },
  { requiredKeys: ['sourceId', 'recordKey'], noNullPrototype: true },
);
const mentions = fc.array(mention, { maxLength: 8 });
const name = fc.constantFrom('Ada Byron', 'A "B" C', '{}', '{name}', '');
const statement = fc.oneof(
  fc.tuple(name, fc.nat(300)).map(([who, count]) => `"${who}" is a rare name; it stands on ${count} papers.`),
  fc
    .array(fc.constantFrom('"', '{}', '{name}', '12', 'papers', '\u001f', 'Ada Byron', ' '), { maxLength: 9 })
    .map((each) => each.join('')),
);

function inOrder(sources: readonly SourceMention[]): readonly SourceMention[] {
  const sorted = sources.toSorted(
    (a, b) => compareText(a.sourceId, b.sourceId) || compareText(a.recordKey, b.recordKey),
  );
  return sorted.filter(
    ({ sourceId, recordKey }, at) => sourceId !== sorted[at - 1]?.sourceId || recordKey !== sorted[at - 1]?.recordKey,
  );
}

describe('what is kept of a record tells the same', () => {
  it('sources of an author, whatever their papers have', () => {
    fc.assert(
      fc.property(mentions, fc.array(mentions), (told, papers) => {
        const ofPapers = sourcesOfPapers(papers);
        expect(ofPapers).toEqual(inOrder(papers.flat()));
        for (const sources of [told, inOrder(told), ofPapers, ofPapers.slice(1), inOrder([...told, ...ofPapers])]) {
          expect(toldSources(keptSources(sources, ofPapers), () => ofPapers)).toEqual(sources);
        }
        expect(keptSources(ofPapers, ofPapers)).toEqual({ areOfPapers: true, without: [], others: [] });
      }),
    );
  });

  it('evidence, which rests on the author’s sources or on others', () => {
    fc.assert(
      fc.property(mentions, mentions, statement, name, (own, others, words, author) => {
        const told = { name: author, sources: inOrder(own) };
        for (const sources of [others, told.sources.slice(0, 3), []]) {
          const evidence: IdentityEvidence = { kind: 'SAME_NAME', statement: words, sources };
          expect(toldEvidence(keptEvidence(evidence, told, new StatementForms()), told)).toEqual(evidence);
        }
      }),
    );
  });

  it('sentences, of which more than a few thousand have nothing in common', () => {
    const forms = new StatementForms();
    for (let at = 0; at < 5000; at++) {
      const odd = `x${'y'.repeat(at % 71)}${String.fromCodePoint(0x4e00 + at)}`;
      expect(toldStatement(forms.kept(odd, 'Ada'), 'Ada')).toBe(odd);
    }
    const kept = forms.kept('"Ada" is a rare name.', 'Ada');
    expect(kept).toEqual({ form: '{}', fillings: '"Ada" is a rare name.' });
    expect(new StatementForms().kept('"Ada" is a rare name; it stands on 2 papers.', 'Ada')).toEqual({
      form: '"{name}" is a rare name; it stands on {} papers.',
      fillings: '2',
    });
  });

  it('sources of a paper, whose key may be one of its identifiers', () => {
    const identifiers: readonly Identifier[] = [
      { scheme: 'DBLP', value: 'a' },
      { scheme: 'DOI', value: '10.1/d' },
    ];
    fc.assert(
      fc.property(mentions, (told) => {
        const kept = keptMentions(told, identifiers);
        expect(toldMentions(kept, () => identifiers)).toEqual(told);
        expect(kept.filter(({ recordKey }) => recordKey === 'dblp:a' || recordKey === 'doi:10.1/d')).toEqual([]);
      }),
    );
  });
});
