/** Who is who, case by case: what joins two mentions, what keeps them apart, and how sure that is said to be. */
import { describe, expect, it } from 'vitest';

import { resolve } from '../../src/identity/index.ts';
import type { Resolution } from '../../src/identity/index.ts';
import { recordKey } from '../../src/model/index.ts';
import type { Author, Mention, PaperRecord, PersonRecord, SourceRecord } from '../../src/model/index.ts';
import { identifier, orcid, page, paper, sourced } from '../support/worlds.ts';
import type { Told, ToldPaper } from '../support/worlds.ts';

const of = (...records: readonly SourceRecord[]): Resolution => resolve(sourced({ name: 'told', records }));
const bearing = ({ authors }: Resolution, name: string): Author[] =>
  authors.filter((author) => author.name === name || author.nameVariants.includes(name));
/** A record of a catalogue, in which titles are keys. */
const keyed = (catalogue: string, title: string, by: readonly Told[], told: ToldPaper = {}): PaperRecord =>
  paper(title, by, { year: 2020, keyed: [catalogue, title], ...told });
const by = (catalogue: string, title: string, mention: Mention): PaperRecord => ({
  ...keyed(catalogue, title, []),
  authors: [mention],
});
const kindsOf = (author: Author | undefined): string[] => author?.identity.evidence.map(({ kind }) => kind) ?? [];

describe('a rare name', () => {
  it('is one person without further evidence, and says why', () => {
    const [ada, ...others] = bearing(
      of(keyed('x', 'Looms', ['Ada Byron']), keyed('x', 'Lathes', ['Ada Byron'])),
      'Ada Byron',
    );
    expect(others).toEqual([]);
    expect(ada?.identity).toMatchObject({ isAmbiguous: false, mergedFrom: [] });
    expect(ada?.identity.confidence).toBeGreaterThan(0.9);
    expect(ada?.identity.evidence).toMatchObject([
      { kind: 'SAME_NAME', statement: '"Ada Byron" is a rare name; it stands on 2 papers.' },
    ]);
    expect(ada?.sources.map(({ recordKey: key }) => key)).toEqual(['x:Lathes', 'x:Looms']);
  });

  it('is two people on one paper', () => {
    expect(of(keyed('x', 'Looms', ['Ada Byron', 'Ada Byron'])).authors).toHaveLength(2);
  });

  it('is two people under two ORCIDs', () => {
    const [one, other] = [orcid('Ada Byron', '0000-0002-1825-0097'), orcid('Ada Byron', '0000-0001-5109-3700')];
    expect(of(keyed('x', 'Looms', [one]), keyed('x', 'Lathes', [other])).authors).toHaveLength(2);
  });

  it('goes to the one of two ORCIDs with whom it has a coauthor in common', () => {
    const { authors } = of(
      keyed('x', 'A', ['Ada Byron', 'Mary Somerville']),
      keyed('x', 'B', [orcid('Ada Byron', '0000-0002-1825-0097'), 'Grace Hopper']),
      keyed('x', 'C', [orcid('Ada Byron', '0000-0001-5109-3700'), 'Mary Somerville']),
    );
    const [joined] = authors.filter(({ name, sources }) => name === 'Ada Byron' && sources.length === 2);
    expect(joined?.sources.map(({ recordKey: key }) => key)).toEqual(['x:A', 'x:C']);
  });

  it('is one person where only some mentions have an ORCID', () => {
    const [ada, ...others] = of(
      keyed('x', 'Looms', [orcid('Ada Byron', '0000-0002-1825-0097')]),
      keyed('x', 'Lathes', ['Ada Byron']),
    ).authors;
    expect(others).toEqual([]);
    expect(kindsOf(ada)).toEqual(['IDENTIFIER', 'SAME_NAME']);
  });
});

describe('a common name', () => {
  it('is as many people as there are papers with nothing in common, each in doubt where there are enough', () => {
    const titles = ['Looms', 'Lathes', 'Kilns', 'Dams', 'Sails', 'Clocks', 'Mills', 'Pumps', 'Bells', 'Rails'];
    const authors = bearing(of(...titles.map((title) => keyed('x', title, ['Yang Li']))), 'Yang Li');
    expect(authors).toHaveLength(titles.length);
    expect(authors.every(({ identity }) => identity.confidence < 1)).toBe(true);
  });

  it('leaves everybody in doubt also where there are too many to compare', () => {
    const crowd = Array.from({ length: 320 }, (_, at) => keyed('x', `Title ${at} of ${at * 7919}`, ['Wei Wang']));
    const authors = bearing(of(...crowd), 'Wei Wang');
    expect(authors).toHaveLength(crowd.length);
    expect(authors.every(({ identity }) => identity.isAmbiguous && identity.confidence < 0.5)).toBe(true);
  });

  it('is one person with a coauthor in common, who is named', () => {
    const [wei, ...others] = bearing(
      of(keyed('x', 'Looms', ['Wei Wang', 'Ada Byron']), keyed('x', 'Kilns', ['Wei Wang', 'Ada Byron'])),
      'Wei Wang',
    );
    expect(others).toEqual([]);
    expect(wei?.identity.evidence).toContainEqual({
      kind: 'SHARED_COAUTHOR',
      statement: 'Coauthors shared by its papers: "Ada Byron".',
      sources: [],
    });
  });

  it('is one person at one institution, and two at two', () => {
    const at = (title: string, name: string): PaperRecord =>
      by('x', title, { position: 1, name: 'Wei Wang', affiliations: [{ name, identifiers: [] }] });
    const one = of(at('Weaving looms', 'ETH Zürich'), at('Looms weaving', 'ETH Zürich'));
    expect(kindsOf(bearing(one, 'Wei Wang')[0])).toContain('SHARED_INSTITUTION');
    expect(bearing(one, 'Wei Wang')).toHaveLength(1);
    const two = of(at('Weaving looms', 'ETH Zürich'), at('Kilns', 'University of Oslo'));
    expect(bearing(two, 'Wei Wang')).toHaveLength(2);
  });

  it('is whom a source numbers, and in doubt where the source has the name for several', () => {
    const numbered = (title: string, personKey: string): PaperRecord =>
      by('dblp', title, { position: 1, name: 'Wei Wang', personKey });
    const resolution = of(
      numbered('Looms', 'Wei Wang 0001'),
      numbered('Kilns', 'Wei Wang 0001'),
      numbered('Dams', 'Wei Wang 0002'),
      numbered('Sails', 'Wei Wang'),
    );
    const authors = bearing(resolution, 'Wei Wang');
    expect(authors.map(({ sources }) => sources.length).toSorted((a, b) => a - b)).toEqual([1, 1, 2]);
    const [unsure] = authors.filter(({ sources }) => sources.some(({ recordKey: key }) => key === 'dblp:Sails'));
    expect(unsure?.identity.isAmbiguous).toBe(true);
    expect(unsure?.identity.evidence[0]?.statement).toContain('a source has it for several people');
  });
});

describe('another form of a name', () => {
  it('is the same person with evidence, under the id of either', () => {
    const resolution = of(
      keyed('x', 'Looms', ['Ada Byron', 'Mary Somerville', 'Luigi Menabrea']),
      keyed('x', 'More looms', ['A. Byron', 'Mary Somerville', 'Luigi Menabrea']),
    );
    const [ada, ...others] = bearing(resolution, 'Ada Byron');
    expect(others).toEqual([]);
    expect(ada?.nameVariants.concat(ada.name).toSorted()).toEqual(['A. Byron', 'Ada Byron']);
    expect(ada?.identity.mergedFrom).toHaveLength(1);
    expect(resolution.aliases.get(ada?.identity.mergedFrom[0] ?? '')).toBe(ada?.id);
  });

  it('is somebody else without evidence, and where the parts disagree', () => {
    const apart = (one: string, other: string): number =>
      of(
        keyed('x', 'Looms', [one, 'Mary Somerville', 'Luigi Menabrea']),
        keyed('x', 'More looms', [other, 'Mary Somerville', 'Luigi Menabrea']),
      ).authors.length - 2;
    for (const [full, initials] of [
      ['Jane Smith', 'J. Smith'],
      ['Jean Paul Quentin Eckhorstmann', 'J. P. Q. Eckhorstmann'],
    ] as const) {
      expect(of(keyed('x', 'Looms', [full]), keyed('x', 'Kilns', [initials])).authors).toHaveLength(2);
    }
    expect(apart('Ada Byron', 'Anna Byron')).toBe(2);
    expect(apart('Ada B. Byron', 'Ada C. Byron')).toBe(2);
    expect(apart('Ada Byron', 'Ada Byrom')).toBe(2);
    expect(apart('Ada Byron', 'Ada B. Byron')).toBe(1);
    expect(apart('Yu-Ting Byron', 'Yuting Byron')).toBe(1);
  });
});

describe('one paper in two sources', () => {
  it('has each of its people once, however each source spells them', () => {
    const doi = [identifier('doi:10.1000/looms')];
    const { authors, authorships, papers } = of(
      keyed('crossref', 'Looms', ['A. Byron', 'Wei Wang', 'Grace Hopper'], { identifiers: doi }),
      keyed('openalex', 'Looms', [orcid('Byron, Ada', '0000-0002-1825-0097'), 'Wei Wang', 'G. Hopper'], {
        identifiers: doi,
      }),
    );
    expect(papers).toHaveLength(1);
    expect(new Set(authorships.map(({ position }) => position))).toEqual(new Set([1, 2, 3]));
    expect(authors).toHaveLength(3);
  });
});

describe('a file of names', () => {
  const named = (slug: string, name: string, ...aliases: readonly string[]): PersonRecord => ({
    kind: 'person',
    key: recordKey('acl', `people/${slug}`),
    name,
    aliases,
    identifiers: [{ scheme: 'ACL', value: slug }],
    personKeys: [name, ...aliases].map((each) => each.split(' ').reverse().join(', ')),
  });

  it('says whose a name is in every format, with the file as evidence', () => {
    const [ada, ...others] = of(
      named('ada-byron', 'Ada Byron', 'Ada King'),
      keyed('crossref', 'Looms', ['Ada King']),
      keyed('bibtex', 'Kilns', ['Byron, Ada']),
    ).authors;
    expect(others).toEqual([]);
    expect(ada?.identity.evidence).toContainEqual(
      expect.objectContaining({
        kind: 'VARIANTS_FILE',
        statement: '"told" names one person "Ada Byron", "Ada King".',
      }),
    );
  });

  it('keeps two people apart, whatever they have in common', () => {
    const { authors } = of(
      named('ada-byron', 'Ada Byron'),
      named('a-byron', 'A. Byron'),
      keyed('x', 'Looms', ['Ada Byron', 'Mary Somerville', 'Luigi Menabrea']),
      keyed('x', 'More looms', ['A. Byron', 'Mary Somerville', 'Luigi Menabrea']),
    );
    expect(authors).toHaveLength(4);
  });
});

describe('the owner of a page', () => {
  it('is one person on it, however common the name', () => {
    const { authors } = of(
      ...page('Wei Wang', [
        paper('Looms', ['Ada Byron'], { year: 2020, isCut: true }),
        paper('Kilns', ['Wei Wang'], { year: 1999 }),
      ]),
    );
    expect(authors.filter(({ name }) => name === 'Wei Wang')).toHaveLength(1);
  });
});
