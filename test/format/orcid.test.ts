import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { orcid } from '../../src/format/orcid.ts';
import { cutAt, damaged, tryReader } from '../support/reader-trial.ts';
import { sharedData } from '../support/tools.ts';

const text = readFileSync(join(import.meta.dirname, '../fixtures/orcid/record.xml'), 'utf8');
const { people, papers, problems } = tryReader(orcid, text);
const [weather, maps] = papers;
const shared = sharedData();

const OWNER = { scheme: 'ORCID', value: '0000-0002-1825-0097' };
const sniff = (head: string) => orcid.sniff({ name: 'x', text: head, isWhole: true });

describe('ORCID record XML', () => {
  it('tells who the record is of: the name they publish under, then the others', () => {
    expect(problems).toEqual([]);
    expect(people).toEqual([
      {
        kind: 'person',
        key: 'orcid:0000-0002-1825-0097',
        line: 2,
        name: 'Ada Byron',
        aliases: ['Ada Augusta Byron', 'A. Lovelace'],
        identifiers: [OWNER, { scheme: 'DBLP', value: '65/9612' }],
        affiliations: [
          { name: 'University of One', identifiers: [{ scheme: 'ROR', value: '03yrm5c26' }], countryCode: 'GB' },
        ],
      },
    ]);
  });

  it('reads a group as one work: the preferred version speaks, all identifiers of the work count', () => {
    expect(papers.map(({ key }) => key)).toEqual([
      'orcid:0000-0002-1825-0097/work/12',
      'orcid:0000-0002-1825-0097/work/13',
    ]);
    expect(weather).toMatchObject({
      title: 'On the weather: of islands',
      type: 'ARTICLE',
      date: { year: 2019, month: 3 },
    });
    expect(weather?.identifiers).toEqual([
      { scheme: 'PUBMED', value: '90000001' },
      { scheme: 'DOI', value: '10.1000/islands.1' },
    ]);
    expect(weather?.venue).toEqual({
      name: 'Journal of islands',
      type: 'JOURNAL',
      identifiers: [{ scheme: 'ISSN', value: '1234-5679' }],
    });
  });

  it('makes the owner an author of every work, without a place where nobody is listed', () => {
    expect(weather?.authors).toEqual([{ isOwner: true, name: 'Ada Byron', identifiers: [OWNER] }]);
    expect(weather?.isAuthorListComplete).toBe(false);
  });

  it('finds the owner among the contributors, and no editors', () => {
    expect(maps?.authors).toEqual([
      { position: 1, name: 'Peter van der Berg' },
      { position: 2, isOwner: true, name: 'Lovelace, A.', identifiers: [OWNER] },
    ]);
    expect(maps?.isAuthorListComplete).toBe(true);
  });

  it('keeps works whose owner no document names, and tells of it', () => {
    const works = text.slice(text.indexOf('<activities:works>'), text.indexOf('</activities:works>'));
    const trial = tryReader(
      orcid,
      `${works.replace('works>', 'works path="/0000-0002-1825-0097/works">')}</activities:works>`,
    );
    expect(trial.papers.map(({ key }) => key)).toEqual(papers.map(({ key }) => key));
    expect(trial.problems.map(({ kind }) => kind)).toEqual(['missing-owner']);
  });

  it('follows a record that was given up for another', () => {
    const old = `<record path="/0000-0001-5109-3700"><deprecated><primary-record><path>0000-0002-1825-0097</path>
      <orcid-identifier><path>0000-0002-1825-0097</path></orcid-identifier></primary-record></deprecated></record>`;
    expect(tryReader(orcid, old).records).toEqual([
      { kind: 'redirect', key: 'orcid:0000-0001-5109-3700', line: 1, target: 'orcid:0000-0002-1825-0097' },
    ]);
  });

  it('says the same however the text is cut', () => {
    const whole = tryReader(orcid, text);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 30 }), (places) => {
        expect(tryReader(orcid, cutAt(text, places))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it('survives every damage', () => {
    for (const broken of damaged(text, 300)) expect(() => tryReader(orcid, broken)).not.toThrow();
  });

  it('is recognised by ORCID’s own namespaces', () => {
    expect(sniff(text)).toEqual({
      confidence: 0.99,
      reason: "XML with the root element <record> in ORCID's namespaces",
    });
    expect(sniff('<record><controlfield tag="001">1</controlfield></record>')).toBeUndefined();
  });
});

describe.skipIf(shared === undefined)('ORCID’s own samples', () => {
  const folder = join(shared ?? '', 'orcid/record_2.1');

  it('reads the person and the works of each, and tells of the parts that hold neither', () => {
    const counts: Record<string, readonly [people: number, papers: number]> = {};
    for (const file of shared === undefined ? [] : readdirSync(folder)) {
      const { people, papers, problems } = tryReader(orcid, readFileSync(join(folder, file), 'utf8'));
      if (people.length + papers.length > 0) counts[file] = [people.length, papers.length];
      else
        expect(
          problems.map(({ kind }) => kind),
          file,
        ).toEqual(['lost-text']);
    }
    expect(counts).toEqual({
      'activities-2.1.xml': [0, 1],
      'bulk-work-error.xml': [0, 1],
      'person-2.1.xml': [1, 0],
      'personal-details-2.1.xml': [1, 0],
      'record-2.1.xml': [1, 1],
      'work-2.1.xml': [0, 1],
      'work-full-2.1.xml': [0, 1],
      'works-2.1.xml': [0, 3],
    });
  });

  it('claims every one of them', () => {
    for (const file of readdirSync(folder)) {
      expect(sniff(readFileSync(join(folder, file), 'utf8'))?.confidence, file).toBeGreaterThanOrEqual(0.5);
    }
  });
});
