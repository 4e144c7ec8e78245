/** Which records tell one paper, and what the paper then says. */
import { describe, expect, it } from 'vitest';

import { resolve } from '../../src/identity/index.ts';
import type { Resolution } from '../../src/identity/index.ts';
import { inOneOrder } from '../../src/identity/sourced.ts';
import type { Sourced } from '../../src/identity/sourced.ts';
import { groupTwins } from '../../src/identity/twins.ts';
import type { FieldConflict, PaperRecord } from '../../src/model/index.ts';
import { identifier, paper, sourced } from '../support/worlds.ts';
import type { Told, ToldPaper } from '../support/worlds.ts';

type More = ToldPaper & Pick<PaperRecord, 'type' | 'venue' | 'citationKey' | 'citationCount'>;

const doi = [identifier('doi:10.1000/looms')];
const otherDoi = [identifier('doi:10.1000/lathes')];

describe('records of two catalogues', () => {
  it('are one paper by an identifier, whatever else they say', () => {
    expect(
      countOf(dblp('Looms', ['Ada Byron'], { identifiers: doi }), openalex('Webstühle', [], { identifiers: doi })),
    ).toBe(1);
  });

  it('are one by arXiv’s own DOI and by the Anthology’s', () => {
    for (const [one, other] of [
      ['doi:10.48550/arXiv.2001.00001', 'arxiv:2001.00001v2'],
      ['doi:10.18653/v1/P19-1001', 'acl:P19-1001'],
    ] as const) {
      const [a, b] = [identifier(one), identifier(other)];
      expect(countOf(dblp('Looms', [], { identifiers: [a] }), openalex('Other', [], { identifiers: [b] }))).toBe(1);
    }
  });

  it('are one by title, year and authors, and not by two of the three', () => {
    const looms = dblp('Looms', ['Mitchell Marcus', 'Pius ten Hacken'], { year: 2020 });
    expect(countOf(looms, openalex('LOOMS!', ['Mitch Marcus', 'Pius Ten Hacken'], { year: 2020 }))).toBe(1);
    expect(countOf(looms, openalex('Looms', ['Mitchell Marcus', 'Pius ten Hacken'], { year: 2021 }))).toBe(2);
    expect(countOf(looms, openalex('Looms', ['Grace Hopper', 'Kurt Gödel'], { year: 2020 }))).toBe(2);
    expect(countOf(looms, openalex('Lathes', ['Mitchell Marcus', 'Pius ten Hacken'], { year: 2020 }))).toBe(2);
  });

  it('are one where one of them cuts the list', () => {
    const cut = openalex('Looms', ['Ada Byron'], { year: 2020, isCut: true });
    expect(countOf(dblp('Looms', ['Ada Byron', 'Grace Hopper', 'Wei Wang'], { year: 2020 }), cut)).toBe(1);
  });

  it('are one a year apart only as a preprint and its publication', () => {
    const published = dblp('Looms', ['Ada Byron'], { year: 2021, type: 'ARTICLE' });
    expect(countOf(published, openalex('Looms', ['Ada Byron'], { year: 2020, type: 'PREPRINT' }))).toBe(1);
    expect(countOf(published, openalex('Looms', ['Ada Byron'], { year: 2020, type: 'ARTICLE' }))).toBe(2);
  });

  it('without authors are one by identifier alone, and without a title never by title', () => {
    expect(countOf(dblp('Preface', [], { year: 2020 }), openalex('Preface', [], { year: 2020 }))).toBe(2);
    const untitled = ['[untitled]', ['Ada Byron'], { year: 2020 }] as const;
    expect(countOf(dblp(...untitled), openalex(...untitled))).toBe(2);
  });

  it('that bear two DOIs are two, however alike', () => {
    const alike = { year: 2020, type: 'ARTICLE' } as const;
    const one = dblp('Book Reviews', ['Ada Byron'], { ...alike, identifiers: doi });
    expect(countOf(one, openalex('Book Reviews', ['Ada Byron'], { ...alike, identifiers: otherDoi }))).toBe(2);
  });

  it('match one to one, the best first', () => {
    const preprint = { year: 2020, type: 'PREPRINT' } as const;
    const article = { year: 2020, type: 'ARTICLE' } as const;
    const { papers } = resolved(
      dblp('Looms', ['Ada Byron'], preprint, 'corr'),
      dblp('Looms', ['Ada Byron'], article, 'journal'),
      openalex('Looms', ['Ada Byron'], article),
    );
    expect(papers.map(({ sources }) => sources.map(({ recordKey }) => recordKey).join(' ')).toSorted()).toEqual([
      'dblp:corr',
      'dblp:journal openalex:1',
    ]);
  });
});

describe('records that one catalogue keys apart', () => {
  it('are two papers even with one DOI between them and an entry that bears it, and a problem says so', () => {
    const { papers, problems } = resolved(
      dblp('Looms', ['Ada Byron'], { identifiers: doi }, '1'),
      dblp('Looms', ['Ada Byron'], { identifiers: doi, line: 7 }, '2'),
      bib('Looms', ['Ada Byron'], { identifiers: doi }),
    );
    expect(papers).toHaveLength(2);
    expect(problems).toMatchObject([{ kind: 'shared-identifier', line: 7, found: 'dblp:1, dblp:2' }]);
  });
});

describe('entries of personal files', () => {
  it('are one within a file by title, year and authors, or by DOI', () => {
    const looms = bib('Looms', ['Ada Byron'], { year: 2020 }, 'a');
    expect(countOf(looms, bib('Looms', ['Byron, A.'], { year: 2020 }, 'b'))).toBe(1);
    expect(countOf(looms, bib('Looms', ['Ada Byron'], { year: 2022 }, 'b'))).toBe(2);
  });

  it('with one DOI and nothing else in common are two, and a problem says so', () => {
    const shelf = sourced({
      name: 'refs.bib',
      records: [
        bib('Looms', ['Ada Byron'], { identifiers: doi, line: 1 }, 'a'),
        bib('Lathes', ['Kurt Gödel'], { identifiers: doi, line: 9 }, 'b'),
      ],
    });
    const { papers, problems } = resolve(shelf);
    expect(papers).toHaveLength(2);
    expect(problems).toMatchObject([{ kind: 'shared-identifier', file: 'refs.bib', line: 9 }]);
  });

  it('without authors are one by citation key with the same title and year', () => {
    const looms = bib('Looms', [], { year: 2020, citationKey: 'loom' });
    expect(countOf(looms, ris('Looms', [], { year: 2020, citationKey: 'loom' }))).toBe(1);
    expect(countOf(looms, ris('Looms', [], { year: 2021, citationKey: 'loom' }))).toBe(2);
    expect(countOf(looms, ris('Looms', [], { year: 2020, citationKey: 'other' }))).toBe(2);
    expect(countOf(looms, dblp('Looms', [], { year: 2020, citationKey: 'loom' }))).toBe(2);
  });
});

describe('a title that thousands bear', () => {
  it('joins each with its own', () => {
    const people = Array.from({ length: 3000 }, (_, at) => [`Ada Family${at % 50}`, `Grace Other${at}`]);
    const records = people.flatMap((by, at) =>
      [dblp, openalex].map((of) => of('Introduction', by, { year: 1990 + (at % 30) }, String(at))),
    );
    const groups = groupTwins(inOneOrder(sourced({ name: 'all', records }) as Sourced<PaperRecord>[])); // papers only
    expect(groups.map((group) => new Set(group.map(({ record }) => record.key.split(':')[1])).size)).toEqual(
      people.map(() => 1),
    );
  }, 30_000);
});

describe('a paper of several records', () => {
  const journal = { name: 'Journal of Looms', identifiers: [] };
  const repository = { name: 'arXiv', identifiers: [] };

  it('is what, where and when its published version is, and no conflict with the preprint', () => {
    const { papers, venues } = resolved(
      dblp('Looms', ['Ada Byron'], { year: 2021, type: 'ARTICLE', venue: journal, citationCount: 5 }),
      openalex('Looms', ['Ada Byron'], { year: 2020, month: 3, type: 'PREPRINT', venue: repository, citationCount: 7 }),
    );
    expect(papers).toMatchObject([{ type: 'ARTICLE', date: { year: 2021 }, citationCount: 7, conflicts: [] }]);
    expect(papers[0]?.sources).toHaveLength(2);
    expect(venues.find(({ id }) => id === papers[0]?.venueId)?.name).toBe('Journal of Looms');
  });

  it('tells every field on which its sources disagree, the chosen value first', () => {
    const { papers } = resolved(
      dblp('Looms', ['Ada Byron', 'Wei Wang'], { year: 2021, type: 'ARTICLE', venue: journal, identifiers: doi }),
      openalex('On Looms', ['Ada Byron'], { year: 2020, type: 'REVIEW', identifiers: doi }),
      bib('Looms', ['Ada Byron', 'Wei Wang'], { year: 2021, identifiers: doi }),
    );
    expect((papers[0]?.conflicts ?? []).map(shown)).toEqual([
      'authorCount: 2 (2), 1 (1)',
      'authors: Ada Byron; Wei Wang (2), Ada Byron (1)',
      'title: Looms (2), On Looms (1)',
      'type: ARTICLE (1), REVIEW (1)',
      'year: 2021 (2), 2020 (1)',
    ]);
    for (const { values } of papers[0]?.conflicts ?? []) {
      expect(values.map(({ isChosen }) => isChosen)).toEqual(values.map((_, at) => at === 0));
    }
  });

  it('has the fullest date of its year', () => {
    const [looms] = resolved(
      dblp('Looms', ['Ada Byron'], { year: 2020 }),
      openalex('Looms', ['Ada Byron'], { year: 2020, month: 5, day: 19 }),
    ).papers;
    expect(looms).toMatchObject({ date: { year: 2020, month: 5, day: 19 }, conflicts: [] });
  });
});

function shown({ field, values }: FieldConflict): string {
  return `${field}: ${values.map(({ value, sources }) => `${value} (${sources.length})`).join(', ')}`;
}

const dblp = of('dblp');
const openalex = of('openalex');
const bib = of('bibtex');
const ris = of('ris');

function of(catalogue: string) {
  return (title: string, by: readonly Told[], more: More = {}, key = '1'): PaperRecord => {
    const { type, venue, citationKey, citationCount, ...told } = more;
    return {
      ...paper(title, by, { ...told, keyed: [catalogue, key] }),
      ...(type === undefined ? {} : { type }),
      ...(venue === undefined ? {} : { venue }),
      ...(citationKey === undefined ? {} : { citationKey }),
      ...(citationCount === undefined ? {} : { citationCount }),
    };
  };
}

// Each record comes from a file of its own.
function resolved(...records: readonly PaperRecord[]): Resolution {
  return resolve(sourced(...records.map((record, at) => ({ name: `file ${at}`, records: [record] }))));
}

function countOf(...records: readonly PaperRecord[]): number {
  return resolved(...records).papers.length;
}
