/** Venues, institutions, revisions, redirects and names that a source tells apart itself: who is who beyond people. */
import { describe, expect, it } from 'vitest';

import { resolve } from '../../src/identity/index.ts';
import type { Resolution } from '../../src/identity/index.ts';
import { authorIdOf, institutionIdOf, paperIdOf, recordKey, venueIdOf } from '../../src/model/index.ts';
import type { Mention, PaperRecord, SourceRecord, VenueMention } from '../../src/model/index.ts';
import { identifier, orcid, paper, sourced } from '../support/worlds.ts';

const of = (...records: readonly SourceRecord[]): Resolution => resolve(sourced({ name: 'told', records }));

const issn = { scheme: 'ISSN', value: '0028-0836' } as const;
const otherIssn = { scheme: 'ISSN', value: '1476-4687' } as const;
const inVenue = (title: string, venue: VenueMention): PaperRecord => ({
  ...paper(title, ['Ada Byron'], { year: 2024 }),
  venue,
});
const byMention = (title: string, mention: Mention, more: Partial<PaperRecord> = {}): PaperRecord => ({
  ...paper(title, [], { year: 2024, keyed: ['dblp', title] }),
  authors: [mention],
  ...more,
});

describe('venues', () => {
  it('are one when they share an identifier, however they are printed', () => {
    const { venues, papers } = of(
      inVenue('A', { name: 'Nature', type: 'JOURNAL', identifiers: [issn] }),
      inVenue('B', { name: 'Nature (London)', identifiers: [issn, otherIssn] }),
      inVenue('C', { name: 'NATURE', identifiers: [otherIssn] }),
    );
    expect(venues).toHaveLength(1);
    expect(venues[0]).toMatchObject({ type: 'JOURNAL', identifiers: [issn, otherIssn] });
    expect(new Set(papers.map(({ venueId }) => venueId))).toEqual(new Set([venues[0]?.id]));
  });

  it('are one by name where only some printings carry an identifier', () => {
    const { venues } = of(
      inVenue('A', { name: 'Nature', identifiers: [issn] }),
      inVenue('B', { name: 'nature', identifiers: [] }),
    );
    expect(venues).toHaveLength(1);
  });

  it('stay apart when two that are identified bear one name, and a bare name is then neither', () => {
    const { venues } = of(
      inVenue('A', { name: 'Nature', identifiers: [issn] }),
      inVenue('B', { name: 'Nature', identifiers: [otherIssn] }),
      inVenue('C', { name: 'Nature', identifiers: [] }),
    );
    expect(venues).toHaveLength(3);
  });

  it('answer to the id they had before an identifier was known', () => {
    const before = of(inVenue('A', { name: 'Nature', identifiers: [] }));
    const after = of(
      inVenue('A', { name: 'Nature', identifiers: [] }),
      inVenue('B', { name: 'Nature', identifiers: [issn] }),
    );
    const old = before.venues[0]?.id ?? '';
    expect(old).toBe(venueIdOf('name:nature'));
    expect(after.aliases.get(old)).toBe(after.venues[0]?.id);
  });
});

describe('institutions', () => {
  it('beside a name belong to the authorship and to the paper, with their country', () => {
    const ror = identifier('ror:05a28rw58');
    const { institutions, authorships, papers } = of(
      byMention('A', {
        position: 1,
        name: 'Ada Byron',
        affiliations: [{ name: 'ETH Zürich', identifiers: [ror], countryCode: 'CH' }],
      }),
      byMention('B', { position: 1, name: 'Ada Byron', affiliations: [{ name: 'eth zurich', identifiers: [] }] }),
    );
    expect(institutions).toMatchObject([{ name: 'ETH Zürich', nameVariants: ['eth zurich'], countryCode: 'CH' }]);
    const [id] = institutions.map((institution) => institution.id);
    expect(authorships.map(({ institutionIds }) => institutionIds)).toEqual([[id], [id]]);
    expect(papers.map(({ institutionIds }) => institutionIds)).toEqual([[id], [id]]);
  });

  it('answer to every key they have', () => {
    const ror = identifier('ror:05a28rw58');
    const { institutions, aliases } = of(
      byMention('A', { position: 1, name: 'A', affiliations: [{ name: 'ETH', identifiers: [ror] }] }),
    );
    expect(aliases.get(institutionIdOf('name:eth'))).toBe(institutions[0]?.id);
  });
});

describe('a record', () => {
  it('told in several revisions is told by the latest alone, whichever comes first', () => {
    const old = { ...byMention('Looms', { position: 1, name: 'Ada Byrne' }), title: 'Loom', revision: '2020-01-01' };
    const current = { ...byMention('Looms', { position: 1, name: 'Ada Byron' }), revision: '2021-01-01' };
    for (const records of [
      [old, current],
      [current, old],
    ]) {
      const { papers, authors } = of(...records);
      expect(papers.map(({ title }) => title)).toEqual(['Looms']);
      expect(authors.map(({ name }) => name)).toEqual(['Ada Byron']);
    }
  });

  it('that its source has joined to another answers with the other', () => {
    const { papers, aliases } = of(byMention('Looms', { position: 1, name: 'Ada Byron' }), {
      kind: 'redirect',
      key: recordKey('dblp', 'old'),
      target: recordKey('dblp', 'Looms'),
    });
    expect(aliases.get(paperIdOf(recordKey('dblp', 'old')))).toBe(papers[0]?.id);
  });

  it('that cuts its list may tell how many there are', () => {
    const cut = { authorCount: 40, isAuthorListComplete: false };
    const { papers } = of(byMention('Looms', { position: 1, name: 'Ada Byron' }, cut));
    expect(papers).toMatchObject([{ authorCount: 40, isAuthorListComplete: false }]);
  });

  it('that tells type, citations and retraction hands them to its paper', () => {
    const { papers } = of(
      byMention('Looms', { position: 1, name: 'Ada' }, { type: 'ARTICLE', citationCount: 7, isRetracted: true }),
      byMention('Lathes', { position: 1, name: 'Ada' }),
    );
    expect(papers.find(({ title }) => title === 'Looms')).toMatchObject({
      type: 'ARTICLE',
      citationCount: 7,
      isRetracted: true,
    });
    const lathes = papers.find(({ title }) => title === 'Lathes');
    expect(lathes).toMatchObject({ type: 'OTHER', isRetracted: false });
    expect(lathes).not.toHaveProperty('citationCount');
  });
});

describe('names that a source tells apart', () => {
  it('by a number are as many people', () => {
    const { authors } = of(
      byMention('A', { position: 1, name: 'Wei Wang', personKey: 'Wei Wang 0001' }),
      byMention('B', { position: 1, name: 'Wei Wang', personKey: 'Wei Wang 0002' }),
      byMention('C', { position: 1, name: 'Wei Wang', personKey: 'Wei Wang 0001' }),
      byMention('D', { position: 1, name: 'Wei Wang', personKey: 'Wei Wang' }),
    );
    expect(authors).toHaveLength(3);
  });

  it('are one person where a home page claims them all', () => {
    const { authors } = of(
      byMention('A', { position: 1, name: 'Ada Byron', personKey: 'Ada Byron' }),
      byMention('B', { position: 1, name: 'Ada King', personKey: 'Ada King' }),
      {
        kind: 'person',
        key: recordKey('dblp', 'homepages/1/2'),
        name: 'Ada King',
        aliases: ['Ada Byron'],
        personKeys: ['Ada King', 'Ada Byron'],
        identifiers: [{ scheme: 'DBLP', value: '1/2' }],
      },
    );
    expect(authors).toMatchObject([{ identifiers: [{ scheme: 'DBLP', value: '1/2' }] }]);
  });

  it('are claimed by nobody where two people claim them', () => {
    const claiming = (pid: string): SourceRecord => ({
      kind: 'person',
      key: recordKey('dblp', `homepages/${pid}`),
      name: 'Wei Wang',
      aliases: [],
      personKeys: ['Wei Wang'],
      identifiers: [{ scheme: 'DBLP', value: pid }],
    });
    const { authors } = of(
      byMention('A', { position: 1, name: 'Wei Wang', personKey: 'Wei Wang' }),
      claiming('1/1'),
      claiming('2/2'),
    );
    expect(authors).toMatchObject([{ name: 'Wei Wang', identifiers: [] }]);
  });

  it('make no author of somebody who wrote nothing here', () => {
    const { authors } = of({
      kind: 'person',
      key: recordKey('acl', 'people/ada-byron'),
      name: 'Ada Byron',
      aliases: [],
      personKeys: ['Byron, Ada'],
      identifiers: [{ scheme: 'ACL', value: 'ada-byron' }],
    });
    expect(authors).toEqual([]);
  });

  it('give the Anthology’s id of a person where no file gives another', () => {
    const { authors } = of(
      byMention('A', { position: 1, name: 'Ada Byron', personKey: 'Byron, Ada' }, { catalogue: 'acl' }),
    );
    expect(authors).toMatchObject([{ identifiers: [{ scheme: 'ACL', value: 'ada-byron' }] }]);
  });

  it('are not claimed by a home page that stands for several people', () => {
    const { authors } = of(byMention('A', { position: 1, name: 'Wei Wang', personKey: 'Wei Wang' }), {
      kind: 'person',
      key: recordKey('dblp', 'homepages/9/9'),
      name: 'Wei Wang',
      aliases: [],
      personKeys: ['Wei Wang'],
      identifiers: [{ scheme: 'DBLP', value: '9/9' }],
      isDisambiguation: true,
    });
    const onPaper = authorIdOf({ recordKey: recordKey('dblp', 'A'), position: 1, name: 'wei wang' });
    expect(authors.find(({ id }) => id === onPaper)?.identifiers).toEqual([]);
  });

  it('follow a home page that was redirected', () => {
    const old = { scheme: 'DBLP', value: '3/4' } as const;
    const now = { scheme: 'DBLP', value: '1/2' } as const;
    const { authors } = of(
      byMention('A', { position: 1, name: 'A. Byron', identifiers: [old] }),
      byMention('B', { position: 1, name: 'Ada Byron', identifiers: [now] }),
      { kind: 'redirect', key: recordKey('dblp', 'homepages/3/4'), target: recordKey('dblp', 'homepages/1/2') },
    );
    expect(authors).toHaveLength(1);
  });
});

describe('a name in another script', () => {
  it('that a source prints beside the name is a variant of it', () => {
    const { authors } = of(
      byMention('A', { position: 1, name: 'Wei Wang', nativeName: '王伟' }),
      byMention('B', { position: 1, name: 'Ada Byron' }),
    );
    expect(new Map(authors.map(({ name, nameVariants }) => [name, nameVariants]))).toEqual(
      new Map([
        ['Ada Byron', []],
        ['Wei Wang', ['王伟']],
      ]),
    );
  });
});

describe('a name that one paper prints twice', () => {
  it('is two authors, and a problem says so', () => {
    const { papers, authorships, problems } = of(paper('Looms', ['Wei Wang', 'Wei Wang', 'Bob Beta'], { year: 2024 }));
    expect(authorships).toHaveLength(3);
    expect(papers).toMatchObject([{ authorCount: 3, isAuthorListComplete: true }]);
    expect(problems).toMatchObject([{ kind: 'repeated-name', found: 'Wei Wang, Wei Wang, Bob Beta' }]);
  });

  it('is one author and counts once where an identifier says that it is one person', () => {
    const wei = orcid('Wei Wang', '0000-0002-1825-0097');
    const { papers, problems } = of(paper('Looms', [wei, wei, 'Bob Beta'], { year: 2024 }));
    expect(papers).toMatchObject([{ authorCount: 2 }]);
    expect(problems).toEqual([]);
  });
});

describe('the 29th of February', () => {
  it('that one page prints without its year is the day that another prints with it', () => {
    const bare: PaperRecord = {
      ...paper('Leap', ['Ada Byron'], { month: 2, day: 29 }),
      date: { year: 2025, month: 2 }, // the year the page implies has no such day
      isYearInferred: true,
    };
    const { papers } = of(bare, paper('Leap', ['Ada Byron'], { year: 2024, month: 2, day: 29 }));
    expect(papers).toMatchObject([{ date: { year: 2024, month: 2, day: 29 }, isYearInferred: false }]);
  });
});
