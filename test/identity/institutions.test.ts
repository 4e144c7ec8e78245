/** Which institution an affiliation names, and which of them are one. Strings as publishers and authors print them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { resolve } from '../../src/identity/index.ts';
import type { Resolution } from '../../src/identity/index.ts';
import { institutionsIn } from '../../src/identity/institutions/affiliation.ts';
import { foldInstitution } from '../../src/identity/institutions/fold.ts';
import { compareText, institutionIdOf } from '../../src/model/index.ts';
import type { Institution, InstitutionMention, PaperRecord } from '../../src/model/index.ts';
import { identifier, paper, sourced } from '../support/worlds.ts';

type Place = string | InstitutionMention;

const mention = (place: Place): InstitutionMention =>
  typeof place === 'string' ? { name: place, identifiers: [] } : place;
const beside = (place: Place, at: number): PaperRecord => ({
  ...paper(`Paper ${at}`, [], { year: 2024, keyed: ['dblp', `${at}`] }),
  authors: [{ position: 1, name: `Author ${at}`, affiliations: [mention(place)] }],
});
const of = (...places: readonly Place[]): Resolution => resolve(sourced({ name: 'told', records: places.map(beside) }));
const institutions = (...places: readonly Place[]): readonly Institution[] => of(...places).institutions;
const identified = (name: string, ...ids: readonly string[]): InstitutionMention => ({
  name,
  identifiers: ids.map((id) => identifier(id)),
});

const CAMBRIDGE = 'ror:013meh722';
const EDINBURGH = 'ror:01nrxwf90';
const CAMBRIDGE_GRID = 'grid.5335.0';

/** Text, then the institution's name and country; `–` where the address tells none. */
const PRINTED: readonly (readonly [text: string, name: string, country: string])[] = [
  ['Department of Physics, Univ. of Cambridge, Cambridge CB3 0HE, UK', 'Univ. of Cambridge', 'GB'],
  [
    'a) Dipartimento di Fisica, Università di Roma "La Sapienza", I-00185 Roma, Italy',
    'Università di Roma "La Sapienza"',
    'IT',
  ],
  ['North Carolina State University, Raleigh, NC', 'North Carolina State University', 'US'],
  ['Department of Cell Biology University of Salzburg Salzburg Austria', 'University of Salzburg', 'AT'],
  [
    'Departament de Microbiologia i Ecologia, Universitat de València, Av. Dr. Moliner, 50, E-46100 Burjassot, Spain',
    'Universitat de València',
    'ES',
  ],
  ['CERN, CH-1211 Geneva 23, Switzerland', 'CERN', 'CH'],
  ['KEK, Tsukuba, Japan', 'KEK', 'JP'],
  [
    'Department of Biological Sciences, University of Cincinnati, Cincinnati, OH 45221, USA. grossja@ucmail.uc.edu',
    'University of Cincinnati',
    'US',
  ],
  ['Lake Biwa Museum, 1091 Oroshimo-cho, Kusatsu-shi, Shiga 525-0001, Japan', 'Lake Biwa Museum', 'JP'],
  [
    'Department of Ophthalmology, Samsung Medical Center, Sungkyunkwan University School of Medicine, Seoul, Republic of Korea',
    'Sungkyunkwan University',
    'KR',
  ],
  ['Institute of Geophysics, ETH Zurich, Sonneggstrasse 5, Zurich, Switzerland', 'ETH Zurich', 'CH'],
  [
    'Max Planck Institute  for Molecular Genetics, Berlin, Germany',
    'Max Planck Institute for Molecular Genetics',
    'DE',
  ],
  ['Department of Biology; Maynooth University; Maynooth Co. Kildare Ireland', 'Maynooth University', 'IE'],
  ['LIPM; Université de Toulouse; INRA; CNRS; Castanet-Tolosan 31 326 France', 'Université de Toulouse', 'FR'],
  ['Lingnan University, Hong Kong,', 'Lingnan University', 'HK'],
  ['Northwestern Polytechnical University (China)', 'Northwestern Polytechnical University', 'CN'],
  ['STMicroelectronics S.A. (United Kingdom)', 'STMicroelectronics S.A.', 'GB'],
  [
    'Dongying Ruifeng Petroleum Technical Development Co., Ltd., No. 5 Juzhou Road, Dongying, Shandong, 257299, China',
    'Dongying Ruifeng Petroleum Technical Development Co., Ltd.',
    'CN',
  ],
  [
    'Department of Mechanical Engineering, Wuhan University of Technology, Wuhan, China 430070',
    'Wuhan University of Technology',
    'CN',
  ],
  [
    'Computer Science Department, State University of New York at Buffalo, Amherst, USA NY 14260',
    'State University of New York at Buffalo',
    'US',
  ],
  [
    'School of Computing, National University of Singapore, Singapore 117590, Republic of Singapore. E-mails: sanjay@comp.nus.edu.sg; g0701171@nus.edu.sg',
    'National University of Singapore',
    'SG',
  ],
  [
    'Department of Astronomy, 501 Campbell Hall, University of California, Berkeley, CA 94720, USA',
    'University of California, Berkeley',
    'US',
  ],
  ['University of Michigan, Ann Arbor, United States, associated to 68', 'University of Michigan', 'US'],
  ['Queen Mary, University of London, London, UK', 'Queen Mary, University of London', 'GB'],
  [
    'Institute of Mechanics, Chinese Academy of Sciences, 100190, Beijing, China',
    'Institute of Mechanics, Chinese Academy of Sciences',
    'CN',
  ],
  ['Institute Of High Energy Physics (IHEP), Beijing, China', 'Institute Of High Energy Physics, Beijing', 'CN'],
  [
    'Department of Natural Resources & the Environment, The Sustainability Institute ,University of New Hampshire. Durham, New Hampshire',
    'University of New Hampshire',
    'US',
  ],
  [
    '•#TAB#Dept. of Vertebrate Genomics (Head: Hans Lehrach), Max Planck Institute for Molecular Genetics, Max Planck Society',
    'Max Planck Institute for Molecular Genetics',
    '–',
  ],
  ['Tbilisi State University, Tbilisi, Georgia', 'Tbilisi State University', 'GE'],
  ['Emory University, Atlanta, Georgia 30322', 'Emory University', 'US'],
  ['University of Georgia, Georgia', 'University of Georgia', '–'],
  ['Humboldt-Universität zu Berlin, D-12489 Berlin', 'Humboldt-Universität zu Berlin', 'DE'],
  ['Universidad de Chile', 'Universidad de Chile', '–'],
  ['Rutgers, The State University of New Jersey', 'Rutgers, The State University of New Jersey', '–'],
  [
    'Universidade Federal do Rio de Janeiro (UFRJ), Rio de Janeiro, Brazil',
    'Universidade Federal do Rio de Janeiro',
    'BR',
  ],
  ['4Catalyzer', '4Catalyzer', '–'],
  ['@IBM', 'IBM', '–'],
  ['deepmind', 'deepmind', '–'],
];

describe('an affiliation', () => {
  it.each(PRINTED)('%s', (text, name, country) => {
    expect(institutions(text)).toMatchObject([{ name, ...(country === '–' ? {} : { countryCode: country }) }]);
    if (country === '–') expect(institutions(text)[0]).not.toHaveProperty('countryCode');
  });

  it('that nothing can be made of is kept whole, however long', () => {
    expect(institutions('???')).toMatchObject([{ name: '???' }]);
    const long = `${'lorem ipsum, '.repeat(400)}dolor`;
    expect(institutions(long)).toMatchObject([{ name: long }]);
  });

  it('may name several institutions, each with its own address', () => {
    const told = institutionsIn(
      'Department of Medicine, University of Minnesota, Minneapolis, MN, USA; Infectious Disease Institute, Makerere University, Kampala, Uganda.',
    );
    expect(told).toEqual([
      { name: 'University of Minnesota', countryCode: 'US' },
      { name: 'Makerere University', countryCode: 'UG' },
    ]);
    expect(
      institutionsIn('University of Lausanne and Ludwig Institute for Cancer Research, Lausanne, Switzerland'),
    ).toEqual([
      { name: 'University of Lausanne', countryCode: 'CH' },
      { name: 'Ludwig Institute for Cancer Research', countryCode: 'CH' },
    ]);
    expect(institutionsIn('Norwegian University of Science and Technology (NTNU), Trondheim, Norway')).toHaveLength(1);
  });

  it('shows no whole string among the variants, only the institution’s part', () => {
    expect(
      institutions(
        'Physics, University of Oslo, Oslo, Norway',
        'Dept. of Law, Univ. of Oslo, Norway',
        'University of Oslo, PO Box 1048 Blindern, 0316 Oslo, Norway',
      ),
    ).toMatchObject([{ name: 'University of Oslo', nameVariants: ['Univ. of Oslo'], countryCode: 'NO' }]);
  });
});

describe('two printings are one institution', () => {
  it.each([
    ['deepmind', 'DeepMind'],
    ['Cambridge University', 'The Univ. of Cambridge'],
    ['Universität Hamburg', 'University of Hamburg, Hamburg'],
    ['Universidade de Lisboa', 'University of Lisbon'],
    ['UC Davis', 'University of California, Davis, CA'],
    ['California Univ., Berkeley', 'University of California-Berkeley'],
    ['Univ. of Illinois, Urbana, IL', 'University of Illinois at Urbana-Champaign'],
    ['Harbin Inst. of Tech.', 'Harbin Institute of Technology'],
    ['Univ. of Sci. & Technol. of China', 'University of Science and Technology of China'],
    ['U.C.L.A.', 'UCLA'],
    ['AT & T Labs', 'AT&T Labs'],
    ['Google Inc.', 'Google LLC'],
    ['Texas A and M University', 'Texas A&M Univ., College Station, TX'],
    ['Geneva University Hospitals', 'University Hospital of Geneva'],
    ['Washington University in St. Louis', 'Washington University School of Medicine, St Louis, MO 63110'],
  ])('%s = %s', (one, other) => {
    expect(institutions(one, other)).toHaveLength(1);
  });

  it('where a source prints the acronym behind the name, in that country', () => {
    const spelled = 'Massachusetts Institute of Technology (MIT), Cambridge, MA, USA';
    expect(institutions(spelled, 'MIT, Cambridge, MA', 'MIT')).toHaveLength(1);
    expect(institutions('Massachusetts Institute of Technology', 'MIT')).toHaveLength(2);
    expect(institutions(spelled, 'MIT, Manipal, India')).toHaveLength(2);
    expect(institutions(spelled, 'Manipal Institute of Technology (MIT), India', 'MIT')).toHaveLength(3);
  });
});

describe('two printings are two institutions', () => {
  it.each([
    ['University of Washington', 'Washington University'],
    ['Miami University', 'University of Miami'],
    ['University of Newcastle', 'Newcastle University'],
    ['University of California, Davis', 'University of California, Irvine'],
    ['University of California', 'University of California, Berkeley'],
    ['University of Nebraska (Lincoln)', 'University of Nebraska (Omaha)'],
    ['University of Cambridge', 'University of Oxford'],
    ['Institute of Physics, Bhubaneswar, India', 'Institute of Physics, Pune, India'],
    ['University of Technology, Sydney', 'University of Technology, Vienna'],
    ['Department of Physics, Kyoto', 'Department of Physics, Osaka'],
    ['Université Libre de Bruxelles', 'Vrije Universiteit Brussel'],
    ['Katholieke Universiteit Leuven', 'Université catholique de Louvain'],
    ['University of Georgia, Athens, GA', 'University of Georgia, Tbilisi, Georgia'],
    ['National Academy of Sciences, USA', 'National Academy of Sciences, Ukraine'],
    ['Lyon 1', 'Lyon 2'],
  ])('%s ≠ %s', (one, other) => {
    expect(institutions(one, other)).toHaveLength(2);
  });

  it('in two countries, and a bare printing is the one that most mean, where that is clear', () => {
    const here = 'University of York, York, UK';
    const there = 'University of York, Toronto, Canada';
    expect(institutions(here, there, 'University of York')).toHaveLength(3);
    expect(institutions(here, here, here, here, there, 'University of York')).toHaveLength(2);
    expect(institutions(here, 'University of York')).toMatchObject([{ countryCode: 'GB' }]);
  });
});

describe('an identifier', () => {
  it('joins what names keep apart', () => {
    expect(institutions(identified('Cambridge', CAMBRIDGE), identified('Cantab.', CAMBRIDGE))).toHaveLength(1);
  });

  it('lends itself to the same name without one', () => {
    expect(
      institutions(identified('University of Cambridge', CAMBRIDGE), 'Physics, Cambridge Univ., UK'),
    ).toMatchObject([{ identifiers: [{ scheme: 'ROR' }], countryCode: 'GB' }]);
  });

  it('joins GRID and ROR where one record has both', () => {
    const both = identified('University of Cambridge', CAMBRIDGE, CAMBRIDGE_GRID);
    expect(institutions(both, identified('Cambridge', CAMBRIDGE_GRID), identified('Cam', CAMBRIDGE))).toHaveLength(1);
  });

  it('of ROR is never joined to another, by name, by record or through a GRID id', () => {
    expect(institutions(identified('The Uni', CAMBRIDGE), identified('The Uni', EDINBURGH))).toHaveLength(2);
    expect(
      institutions(
        identified('A', CAMBRIDGE, CAMBRIDGE_GRID),
        identified('B', EDINBURGH, CAMBRIDGE_GRID),
        identified('C', CAMBRIDGE_GRID),
      ),
    ).toHaveLength(3);
    const confused = institutions(identified('A', CAMBRIDGE, EDINBURGH), identified('B', EDINBURGH));
    expect(confused).toHaveLength(2);
  });

  it('keeps the name of its record whole, commas and all', () => {
    const name = 'Mental Illness Research, Education and Clinical Centers';
    expect(institutions(identified(name, CAMBRIDGE))).toMatchObject([{ name }]);
  });

  it('tells the country most of its records tell', () => {
    const told = (countryCode: string): InstitutionMention => ({ ...identified('X', CAMBRIDGE), countryCode });
    expect(institutions(told('GB'), told('US'), told('GB'))).toMatchObject([{ countryCode: 'GB' }]);
  });
});

describe('an id that was given before', () => {
  it('of the whole string or the folded name leads to the institution', () => {
    const text = 'Department of Physics, Univ. of Cambridge, Cambridge CB3 0HE, UK';
    const { institutions: found, aliases } = of(text);
    const [id] = found.map((institution) => institution.id);
    expect(aliases.get(institutionIdOf('name:department of physics univ of cambridge cambridge cb3 0he uk'))).toBe(id);
    expect(aliases.get(institutionIdOf('name:univ of cambridge'))).toBe(id);
  });
});

const WORLD: readonly Place[] = [
  'University of Newcastle, Callaghan, Australia',
  'University of Newcastle, UK',
  'University of Newcastle',
  'Newcastle University',
  'Newcastle Univ., UK',
  'Massachusetts Institute of Technology (MIT), USA',
  'MIT',
  'MIT, India',
  'Univ. of Cambridge; University of Oslo',
  identified('Cambridge University', CAMBRIDGE),
  identified('University of Cambridge', CAMBRIDGE, CAMBRIDGE_GRID),
  identified('Cambridge', CAMBRIDGE_GRID),
  identified('University of Cambridge', EDINBURGH),
  { ...identified('University of Cambridge'), countryCode: 'GB' },
  { ...identified('University of Oslo', CAMBRIDGE_GRID, EDINBURGH), countryCode: 'NO' },
];
const places = fc.array(fc.constantFrom(...WORLD), { maxLength: 12 });
const told = ({ institutions: found, aliases }: Resolution): string =>
  JSON.stringify([found, [...aliases].sort(([a], [b]) => compareText(a, b))]);

describe('whatever was printed', () => {
  it('the order does not matter, nor the same record twice', () => {
    fc.assert(
      fc.property(
        places.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })),
        ),
        ([list, order]) => {
          const records = list.map(beside);
          const shuffled = order.flatMap((at) => records[at] ?? []);
          const once = told(resolve(sourced({ name: 'told', records })));
          expect(told(resolve(sourced({ name: 'told', records: [...shuffled, ...shuffled.slice(0, 2)] })))).toBe(once);
        },
      ),
    );
  });

  it('every authorship’s institution exists, two ROR ids are on none, and adding breaks no id', () => {
    fc.assert(
      fc.property(places, places, (list, more) => {
        const before = of(...list);
        const after = of(...list, ...more);
        const known = new Set<string>(after.institutions.map(({ id }) => id));
        for (const { institutionIds } of after.authorships)
          for (const id of institutionIds) expect(known).toContain(id);
        for (const { identifiers } of after.institutions) {
          expect(identifiers.filter(({ scheme }) => scheme === 'ROR').length).toBeLessThan(2);
        }
        for (const id of [...before.institutions.map((found) => found.id), ...before.aliases.keys()]) {
          if (id.startsWith('I_')) expect(known).toContain(after.aliases.get(id) ?? id);
        }
      }),
    );
  });

  it('folding twice folds no further', () => {
    const word = fc.constantFrom(
      'University',
      'Univ.',
      'of',
      'the',
      'UC',
      'TU',
      'Davis',
      'California',
      'A',
      '&',
      'M',
      'Inc.',
      'Ltd',
      'Wien',
      'Hospital',
      'Washington',
      'Urbana',
      'Illinois',
      'St.',
      'Louis',
      'e',
      'Tech',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
        ),
        (text) => {
          expect(foldInstitution(foldInstitution(text))).toBe(foldInstitution(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('any text names at least one institution, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        expect(institutionsIn(text).length).toBeGreaterThanOrEqual(text.trim() === '' ? 0 : 1);
      }),
    );
    for (const character of [',', '(', ')', '.', ';', '@', ' ', 'a', 'University ', '(A) ', '- ', 'and ']) {
      const before = performance.now();
      institutionsIn(`Department of ${character.repeat(1900 / character.length)}`);
      expect(performance.now() - before).toBeLessThan(1000);
    }
  });
});
