import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pubmed } from '../../src/format/pubmed.ts';
import { cutAt, damaged, letters, tryReader } from '../support/reader-trial.ts';
import { sharedData } from '../support/tools.ts';
import { zoteroCases, zoteroPeople } from '../support/zotero.ts';

const text = readFileSync(join(import.meta.dirname, '../fixtures/pubmed/set.xml'), 'utf8');
const { papers, problems } = tryReader(pubmed, text);
const [islands, weather, chapter, book] = papers;
const shared = sharedData();

const sniff = (head: string) => pubmed.sniff({ name: 'x', text: head, isWhole: true });
const article = (inner: string): string =>
  `<PubmedArticleSet><PubmedArticle>${inner}</PubmedArticle></PubmedArticleSet>`;
const citation = (inner: string): string =>
  article(
    `<MedlineCitation><PMID>1</PMID><Article><ArticleTitle>One</ArticleTitle>${inner}</Article></MedlineCitation>`,
  );

describe('PubMed XML', () => {
  it('reads articles and books of one set without a problem', () => {
    expect(problems).toEqual([]);
    expect(papers.map(({ key, line }) => [key, line])).toEqual([
      ['pubmed:90000001', 4],
      ['pubmed:90000002', 66],
      ['pubmed:90000003', 83],
      ['pubmed:90000004', 98],
    ]);
  });

  it('counts people only, by their corrected names', () => {
    expect(islands?.authors.map(({ name, position }) => [position, name])).toEqual([
      [1, 'Ada Byron'],
      [2, 'Peter van der Berg'],
      [3, 'M L King, Jr'],
      [4, 'Selvamani'],
    ]);
    expect(islands?.groupAuthors).toEqual(['The Weather Group']);
  });

  it('believes CompleteYN, and counts nobody it does not see', () => {
    expect(islands?.isAuthorListComplete).toBe(false);
    expect(islands?.authorCount).toBeUndefined();
    expect(weather?.isAuthorListComplete).toBe(true);
  });

  it('reads ORCID iDs and affiliations with their ROR ids', () => {
    expect(islands?.authors[0]).toEqual({
      position: 1,
      name: 'Ada Byron',
      identifiers: [{ scheme: 'ORCID', value: '0000-0002-1825-0097' }],
      affiliations: [
        { name: 'University of One, Town.', identifiers: [] },
        { name: 'Institute of Two, City.', identifiers: [{ scheme: 'ROR', value: '03yrm5c26' }] },
      ],
    });
  });

  it('takes the identifiers of the paper, not of its references and comments', () => {
    expect(islands?.identifiers).toEqual([
      { scheme: 'PUBMED', value: '90000001' },
      { scheme: 'DOI', value: '10.1000/islands.1' },
      { scheme: 'PMC', value: 'PMC7000001' },
    ]);
  });

  it('strips markup from titles, and names the parts of an abstract', () => {
    expect(islands?.title).toBe('On the weather of H2O-rich islands');
    expect(islands?.abstract).toBe('BACKGROUND: Islands have weather.\nRESULTS: It rains & shines.');
  });

  it('takes the title in the paper’s own language where there is no other', () => {
    expect(weather?.title).toBe('Om vädret');
  });

  it('tells type, retraction, venue and revision', () => {
    expect(islands).toMatchObject({ type: 'ARTICLE', isRetracted: true, revision: '20210304' });
    expect(islands?.venue).toEqual({
      name: 'Journal of islands',
      type: 'JOURNAL',
      identifiers: [{ scheme: 'ISSN', value: '1234-5679' }],
    });
    expect(weather).toMatchObject({ type: 'PREPRINT', venue: { name: 'islandRxiv', type: 'REPOSITORY' } });
  });

  it('tells a chapter from its book, and editors from authors', () => {
    expect(chapter).toMatchObject({
      type: 'CHAPTER',
      title: 'Chapter of shores',
      venue: { name: 'A Book of Islands' },
    });
    expect(chapter?.authors.map(({ name }) => name)).toEqual(['Ada Byron']);
    expect(book).toMatchObject({ type: 'EDITED_VOLUME', title: 'A Book of Islands', authors: [] });
  });

  it.each([
    ['<MedlineDate>2019 Jan-Feb</MedlineDate>', { year: 2019, month: 1 }],
    ['<MedlineDate>1998 Dec-1999 Jan</MedlineDate>', { year: 1998, month: 12 }],
    ['<MedlineDate>2000 Spring</MedlineDate>', { year: 2000 }],
    ['<MedlineDate>Spring 2000</MedlineDate>', { year: 2000 }],
    ['<MedlineDate>1990-1991</MedlineDate>', { year: 1990 }],
    ['<MedlineDate>2015 Oct 1-7</MedlineDate>', { year: 2015, month: 10, day: 1 }],
    ['<Year>2008</Year><Month>Sep</Month><Day>09</Day>', { year: 2008, month: 9, day: 9 }],
    ['<Year>2008</Year><Month>02</Month><Day>30</Day>', { year: 2008, month: 2 }],
    ['<Year>2013</Year><Season>Summer</Season>', { year: 2013 }],
  ])('reads the date %s', (date, expected) => {
    const journal = `<Journal><JournalIssue><PubDate>${date}</PubDate></JournalIssue></Journal>`;
    expect(tryReader(pubmed, citation(journal)).papers[0]?.date).toEqual(expected);
  });

  it('tells of a day that does not exist', () => {
    const date = '<PubDate><Year>2008</Year><Month>02</Month><Day>30</Day></PubDate>';
    const { problems } = tryReader(pubmed, citation(`<Journal><JournalIssue>${date}</JournalIssue></Journal>`));
    expect(problems).toMatchObject([{ kind: 'impossible-date', found: '2008 02 30', kept: 'year and month' }]);
  });

  it('reads a citation that stands alone', () => {
    const alone =
      '<MedlineCitation><PMID>7</PMID><Article><ArticleTitle>Alone.</ArticleTitle></Article></MedlineCitation>';
    expect(tryReader(pubmed, alone).papers.map(({ key, title }) => [key, title])).toEqual([['pubmed:7', 'Alone']]);
    expect(sniff(alone)?.confidence).toBeGreaterThan(0.5);
  });

  it('marks a paper whose retraction stands among its comments, not the notice', () => {
    const comments = (type: string): string =>
      `<CommentsCorrectionsList><CommentsCorrections RefType="${type}"/></CommentsCorrectionsList>`;
    const read = (type: string) =>
      tryReader(pubmed, article(`<MedlineCitation><PMID>1</PMID>${comments(type)}</MedlineCitation>`)).papers[0];
    expect(read('RetractionIn')?.isRetracted).toBe(true);
    expect(read('RetractionOf')?.isRetracted).toBeUndefined();
  });

  it('expands no entity of the file’s own', () => {
    const bomb = `<!DOCTYPE PubmedArticleSet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${citation('').replace('One', '&b;')}`;
    const { papers, problems } = tryReader(pubmed, bomb);
    expect(papers[0]?.title).toBe('&b;');
    expect(problems.map(({ kind }) => kind)).toEqual(['unknown-entity']);
  });

  it('loses one broken record, not its neighbours, and tells of a cut file', () => {
    const broken = text.replace('</AuthorList>', '');
    const trial = tryReader(pubmed, broken);
    expect(trial.papers.map(({ key }) => key)).toEqual(['pubmed:90000002', 'pubmed:90000003', 'pubmed:90000004']);
    expect(trial.problems.map(({ kind }) => kind)).toEqual(['malformed-record']);
    const cut = tryReader(pubmed, text.slice(0, text.indexOf('<VernacularTitle>')));
    expect(cut.papers.length).toBe(1);
    expect(cut.problems.map(({ kind }) => kind)).toEqual(['truncated-file']);
  });

  it('says the same however the text is cut', () => {
    const whole = tryReader(pubmed, text);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 30 }), (places) => {
        expect(tryReader(pubmed, cutAt(text, places))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it('survives every damage', () => {
    for (const broken of damaged(text, 300)) expect(() => tryReader(pubmed, broken)).not.toThrow();
  });

  it('is recognised by its root', () => {
    expect(sniff(text)).toEqual({ confidence: 0.99, reason: 'XML with the root element <PubmedArticleSet>' });
    expect(sniff('<article><front/></article>')).toBeUndefined();
    expect(sniff('PMID- 1\nOWN - NLM\n')).toBeUndefined();
  });
});

describe.skipIf(shared === undefined)('PubMed XML as others expect it', () => {
  it('says the people of every case of Zotero', () => {
    const cases = zoteroCases(shared, 'PubMed_XML.json');
    const read = cases.flatMap(({ input }) => tryReader(pubmed, input).papers);
    const expected = cases.flatMap(({ items }) => items);
    expect(read.length).toBe(expected.length);
    expect(read.map(({ authors }) => authors.map(({ name }) => letters(name)))).toEqual(expected.map(zoteroPeople));
  });

  // JabRef lists groups among the authors and leaves suffixes out ("F W Gibb, Jr" is "Gibb, F W" there).
  it.each([
    ['MedlineImporterTestArticleID.xml', [14], ['ASTRO-CM Team']],
    ['MedlineImporterTestMeshHeadingList.xml', [0], []],
    ['MedlineImporterTestNbib.xml', [4, 0], ['National Collaborating Centre for Chronic Conditions (UK)']],
    ['MedlineImporterTestMinimalEntry.xml', [], []],
    ['MedlineImporterTestMalformedEntry.xml', [], []],
  ])('says the people of JabRef’s %s', (file, counts, groups) => {
    const { papers } = tryReader(pubmed, readFileSync(join(shared ?? '', 'jabref', file), 'utf8'));
    expect(papers.map(({ authors }) => authors.length)).toEqual(counts);
    expect(papers.flatMap(({ groupAuthors }) => groupAuthors)).toEqual(groups);
    const bib = file.replace('.xml', '.bib');
    if (counts.length === 0) return;
    const expected = [
      ...readFileSync(join(shared ?? '', 'jabref', bib), 'utf8').matchAll(/^ {2}author = \{(.*)\},$/gm),
    ];
    const people = papers.map(({ authors, groupAuthors }) =>
      [...authors.map(({ name }) => letters(name.replace(/, Jr$/, ''))), ...groupAuthors.map(letters)].join(),
    );
    expect(people.filter((names) => names !== '')).toEqual(expected.map(([, names = '']) => bibPeople(names)));
  });

  it('reads the article of PubMed itself', () => {
    const { papers, problems } = tryReader(
      pubmed,
      readFileSync(join(shared ?? '', 'jats-pubmed/pubmed-29768149.xml'), 'utf8'),
    );
    expect(problems).toEqual([]);
    expect(papers.map(({ key, authors }) => [key, authors.length])).toEqual([['pubmed:29768149', 10]]);
  });
});

function bibPeople(names: string): string {
  return names
    .split(' and ')
    .map((name) => letters(name.split(', ').toReversed().join(' ')))
    .join();
}
