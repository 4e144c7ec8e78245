// Names as hard as their formats allow, beside those that the suites happen to hold: one case a line.
import { describe, expect, test } from 'vitest';

import { arxiv } from '../../src/format/arxiv.ts';
import { bibtex } from '../../src/format/bibtex.ts';
import { crossref } from '../../src/format/crossref.ts';
import { cslJson } from '../../src/format/csl-json.ts';
import type { Format } from '../../src/format/index.ts';
import { nbib } from '../../src/format/nbib.ts';
import { openalex } from '../../src/format/openalex.ts';
import { ris } from '../../src/format/ris.ts';
import { readText } from '../support/read-text.ts';

/** People, then groups behind a bar, then a plus where the list was cut. */
function told(format: Format, text: string): string {
  const [paper] = readText(format, text).papers;
  const names = (paper?.authors ?? []).map(({ name }) => name).join('; ');
  const groups = (paper?.groupAuthors ?? []).map((group) => ` | ${group}`).join('');
  return `${names}${groups}${paper?.isAuthorListComplete === false ? ' +' : ''}`;
}

describe('BibTeX', () => {
  test.each([
    ["de la Vall{\\'e}e Poussin, Charles Louis", 'Charles Louis de la Vallée Poussin'],
    ['{Barnes and Noble} and King, Jr., Martin Luther and others', 'Martin Luther King, Jr. | Barnes and Noble +'],
    ['given=Simon, prefix=de, family=Beumont, suffix=Jr. and Hans Harman', 'Simon de Beumont, Jr.; Hans Harman'],
    ["Mart{\\'\\i}nez and Mart\\'{\\i}nez and Mart{\\'{\\i}}nez", 'Martínez; Martínez; Martínez'],
    ['{\\v{C}}ech and Fran\\c{c}ois and W{\\k a}s and {\\r A}s and {\\H o}s', 'Čech; François; Wąs; Ås; ős'],
    ['{\\O}rsted and {\\ae}bel and {\\oe}il and Micha{\\l} and {\\ss}', 'Ørsted; æbel; œil; Michał; ß'],
    ['Nguy{\\~{\\^e}}n and {\\textcommabelow{S}}tefan and {\\DJ}or{\\dj}e', 'Nguyễn; Ștefan; Đorđe'],
    ['Mu\\~noz, Jos\\~ao and Knuth, D.\\,E.', 'Josão Muñoz; D. E. Knuth'],
    // TeX takes a space behind a command for its end; there is none between the parts of a name.
    ['Nowak, Micha\\l and Micha\\l Nowak and Bj\\o rn Ek', 'Michał Nowak; Michał Nowak; Bjørn Ek'],
    ['Garc&iacute;a, Jos&eacute; and O&#39;Neil, A', "José García; A O'Neil"],
    ['Garc&iacute;a, J.; M&uuml;ller, A.', 'J. García; A. Müller'],
    ['Byron, Ada and', 'Ada Byron'],
    ['A. Smith, B. Doe and C. Foo', 'A. Smith; B. Doe; C. Foo'],
    // Escaped once too often.
    ["Swe{\\\\i}g, S and D\\\\'ecoret, X and {\\\\v{C}}ech", 'S Sweıg; X Décoret; Čech'],
    ['Jose\u0301 Garci\u0301a', 'Jose\u0301 Garci\u0301a'],
  ])('%s', (list, expected) => {
    expect(told(bibtex, `@misc{x, title={T}, author={${list}}}`)).toBe(expected);
  });
});

describe('RIS', () => {
  test.each([
    [
      ['A1  - Georgiev, Danko', 'AU  - Bello, Leon', 'A2  - Editor, An', 'ED  - Editor, Ann'],
      'Danko Georgiev; Leon Bello',
    ],
    [
      ['AU  - King, Martin Luther, Jr.', 'AU  - King, Jr., Martin', 'AU  - Smith,, John'],
      'Martin Luther King, Jr.; Martin King, Jr.; John Smith',
    ],
    [['AU  - M&uuml;ller, J&ouml;rg', 'AU  - <i>Byron</i>, Ada'], 'Jörg Müller; Ada Byron'],
    [
      ['AU  - Byron, Ada', '      King', 'AU  - World Health Organization,'],
      'Ada King Byron | World Health Organization',
    ],
    [['AU  - Byron, Ada', 'AU  - et al.'], 'Ada Byron +'],
  ])('%j', (lines, expected) => {
    const record = ['TY  - JOUR', 'TI  - T', ...lines, 'ER  - ', ''];
    for (const end of ['\n', '\r\n', '\r']) expect(told(ris, `\uFEFF${record.join(end)}`)).toBe(expected);
  });
});

describe('MEDLINE', () => {
  test.each([
    [
      ['FAU - Byron, Ada', 'AU  - Byron A', 'AU  - Babbage C', 'CN  - The Group', 'FIR - Nobody, X'],
      'Ada Byron; C Babbage | The Group',
    ],
    [
      ['AU  - Byron A', 'FAU - Byron, Ada', 'AU  - King ML', 'FAU - King, Martin Luther'],
      'Ada Byron; Martin Luther King',
    ],
    [['AU  - Kim S', 'FAU - Lee, Sung', 'AU  - Lee S'], 'S Kim; Sung Lee'],
    [['FAU - Smith, John 3rd', 'AU  - Smith J 3rd', 'AU  - van der Berg PJ'], 'John Smith, 3rd; P J van der Berg'],
  ])('%j', (lines, expected) => {
    expect(told(nbib, ['PMID- 1', 'TI  - T', ...lines, ''].join('\n'))).toBe(expected);
  });

  test('an ORCID iD that is written as an address', () => {
    const text = 'PMID- 1\nTI  - T\nFAU - Byron, Ada\nAU  - Byron A\nAUID- https://orcid.org/0000-0002-1825-0097\n';
    expect(readText(nbib, text).papers[0]?.authors[0]?.identifiers).toEqual([
      { scheme: 'ORCID', value: '0000-0002-1825-0097' },
    ]);
  });
});

describe('names in parts', () => {
  test('of CSL: particles, those elided too, suffixes, names whole and names single', () => {
    const author = [
      { given: 'Ludwig', 'dropping-particle': 'van', family: 'Beethoven' },
      { given: 'Juan', 'dropping-particle': 'de', 'non-dropping-particle': 'la', family: 'Vega' },
      { given: 'Jean', 'dropping-particle': "d'", family: 'Alembert' },
      { given: 'Harun', 'non-dropping-particle': 'al-', family: 'Rashid' },
      { given: 'Martin', family: 'King', suffix: 'Jr.' },
      { given: 'Selvamani' },
      { literal: 'World Health Organization' },
    ];
    expect(told(cslJson, JSON.stringify([{ title: 'T', author }]))).toBe(
      "Ludwig van Beethoven; Juan de la Vega; Jean d'Alembert; Harun al-Rashid; Martin King, Jr.; Selvamani | World Health Organization",
    );
  });

  test('of Crossref: organisations by name, one name in either place', () => {
    const author = [
      { given: 'Selvamani', sequence: 'first' },
      { family: 'Plato', sequence: 'additional' },
      { name: 'The X', sequence: 'additional' },
      { given: 'J&ouml;rg', family: 'M&uuml;ller', suffix: 'III' },
    ];
    const message = { DOI: '10.1000/x', type: 'journal-article', title: ['T'], author };
    expect(told(crossref, JSON.stringify({ message }))).toBe('Selvamani; Plato; Jörg Müller, III | The X');
  });

  test('of OpenAlex: as printed, markup and entities read', () => {
    const authorships = [
      { raw_author_name: 'M&uuml;ller, J&ouml;rg', author: { display_name: 'Jorg Muller' } },
      { raw_author_name: null, author: { display_name: 'Ada Byron' } },
    ];
    expect(told(openalex, JSON.stringify({ id: 'https://openalex.org/W1', title: 'T', authorships }))).toBe(
      'Jörg Müller; Ada Byron',
    );
  });

  test('of arXiv, where they come unsplit: notes in notes, suffixes, a collaboration in front', () => {
    const line = (authors: string): string =>
      JSON.stringify({ id: '0704.0001', title: 'T', authors, categories: 'cs.DL' });
    expect(told(arxiv, line('A. Byron (1), M. King, Jr. (1 and 2) ((1) Town, (2) City)'))).toBe(
      'A. Byron; M. King, Jr.',
    );
    expect(told(arxiv, line('The X Collaboration: G. Aad, B. Abbott'))).toBe('G. Aad; B. Abbott | The X Collaboration');
  });
});
