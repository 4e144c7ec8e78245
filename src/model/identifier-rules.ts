/** How each scheme of identifiers is spelled, checked and looked up; `identifier.ts` reads by these rules. */
import {
  isbn13Of,
  isbnChecksumProblem,
  issnChecksumProblem,
  orcidChecksumProblem,
  rorChecksumProblem,
} from './checksums.ts';
import type { IdentifierScheme } from './identifier.ts';

export interface SchemeRule {
  readonly scheme: IdentifierScheme;
  /** Spellings that name this scheme, before the value; tried in order, case ignored. */
  readonly prefixes: readonly string[];
  /** The value's shape once the prefix is gone. */
  readonly shape: RegExp;
  /** Whether a bare value, without any prefix, is unmistakably of this scheme; a pattern where only some are. */
  readonly bare: boolean | RegExp;
  readonly normalise?: (value: string) => string;
  /** Words for what is wrong with a well-shaped value (a checksum), else undefined. */
  readonly verify?: (value: string) => string | undefined;
  readonly url?: (value: string) => string;
  readonly allowed: string;
}

const eitherOf = (one: RegExp, other: RegExp): RegExp => new RegExp(`${one.source}|${other.source}`, 'i');
const upper = (value: string): string => value.toUpperCase();
const lower = (value: string): string => value.toLowerCase();

const ORCID_FORM = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;
const DBLP_PERSON = /^(?:\d{1,3}|[a-z])\/[\w.-]+$/i;
const DBLP_SHAPE =
  /^(?:homepages\/)?(?:(?:\d{1,3}|[a-z])\/\w[\w.-]*|(?:books|conf|data|dblpnote|journals|ms|persons|phd|reference|series|tr|www)\/\S+)$/;
const DBLP_EXTENSION = /\.(?:html?|xml|rdf|nt|bib)$/;
const ACL_PAPER = /^(?:[a-z]\d\d-\d{4}|\d{4}\.\w+-\w+\.\d+)(?:\.pdf|\.bib|\.xml)?$/i;
// A name of one word is one too, but bare it could be anything.
const ACL_PERSON = /^(?:[a-z]\/)?[a-z][a-z\d]*(?:-[a-z\d]+)*(?:\/unverified)?$/i;
const ACL_BARE_PERSON = /^[a-z]+(?:-[a-z\d]+)+$/i;

export const RULES: readonly SchemeRule[] = [
  {
    scheme: 'ORCID',
    prefixes: ['https://orcid.org/', 'http://orcid.org/', 'https://www.orcid.org/', 'orcid.org/', 'orcid:'],
    shape: /^\d{4}-?\d{4}-?\d{4}-?\d{3}[\dx]$/i,
    bare: true,
    normalise: (value) =>
      ORCID_FORM.test(value)
        ? value
        : upper(value)
            .replaceAll('-', '')
            .replace(/(.{4})(?=.)/g, '$1-'),
    verify: (value) => orcidChecksumProblem(value),
    url: (value) => `https://orcid.org/${value}`,
    allowed: 'sixteen digits in four groups, the last possibly X, such as 0000-0002-1825-0097',
  },
  {
    scheme: 'DOI',
    prefixes: ['https://doi.org/', 'http://doi.org/', 'https://dx.doi.org/', 'http://dx.doi.org/', 'doi.org/', 'doi:'],
    shape: /^10\.\d{4,9}(?:\.\d+)*\/\S+$/,
    bare: true,
    normalise: lower,
    url: (value) => `https://doi.org/${value}`,
    allowed: 'a prefix, a slash and a suffix, such as 10.1103/PhysRevE.64.016132',
  },
  {
    scheme: 'ROR',
    prefixes: ['https://ror.org/', 'http://ror.org/', 'ror.org/', 'ror:'],
    shape: /^0[0-9a-hj-km-np-tv-z]{6}\d{2}$/i,
    bare: true,
    normalise: lower,
    verify: (value) => rorChecksumProblem(value),
    url: (value) => `https://ror.org/${value}`,
    allowed: 'nine characters beginning with 0 and ending in two digits, such as 03yrm5c26',
  },
  {
    scheme: 'ARXIV',
    prefixes: ['https://arxiv.org/abs/', 'http://arxiv.org/abs/', 'https://arxiv.org/pdf/', 'arxiv.org/abs/', 'arxiv:'],
    shape: /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i,
    bare: true,
    normalise: (value) => lower(value).replace(/(?:v\d+)?(?:\.pdf)?$/, ''),
    url: (value) => `https://arxiv.org/abs/${value}`,
    allowed: 'an arXiv number, such as 2301.00001 or hep-th/9901001',
  },
  {
    scheme: 'OPENALEX',
    prefixes: [
      'https://openalex.org/',
      'http://openalex.org/',
      'https://api.openalex.org/',
      'https://explore.openalex.org/',
      'openalex.org/',
      'openalex:',
    ],
    shape: /^(?:(?:authors|works|institutions|sources)\/)?[AWIS]\d+$/i,
    bare: /^[AWIS]\d{4,}$/i,
    normalise: (value) => upper(lastSegment(value)),
    url: (value) => `https://openalex.org/${value}`,
    allowed: 'one of the letters A, W, I and S with a number, such as A5023888391',
  },
  {
    scheme: 'SEMANTIC_SCHOLAR',
    prefixes: [
      'https://www.semanticscholar.org/author/',
      'https://www.semanticscholar.org/paper/',
      'https://semanticscholar.org/author/',
      'https://semanticscholar.org/paper/',
      'https://api.semanticscholar.org/',
      'www.semanticscholar.org/author/',
      'www.semanticscholar.org/paper/',
      'semanticscholar.org/author/',
      'semanticscholar.org/paper/',
      'semantic_scholar:',
      's2:',
    ],
    // The name or the title may stand before the id in an address.
    shape: /^(?:[^/\s]+\/)?(?:\d+|[0-9a-f]{40}|CorpusID:\d+)$/i,
    bare: /^(?:[0-9a-f]{40}|CorpusID:\d+)$/i,
    normalise: (value) => lower(lastSegment(value)).replace('corpusid:', 'CorpusID:'),
    url: (value) => semanticScholarUrl(value),
    allowed: 'an author number, the 40 letters of a paper or CorpusID with a number, such as s2:1741101',
  },
  {
    scheme: 'PUBMED',
    prefixes: [
      'https://pubmed.ncbi.nlm.nih.gov/',
      'http://pubmed.ncbi.nlm.nih.gov/',
      'https://www.ncbi.nlm.nih.gov/pubmed/',
      'http://www.ncbi.nlm.nih.gov/pubmed/',
      'pubmed.ncbi.nlm.nih.gov/',
      'pubmed:',
      'pmid:',
    ],
    shape: /^\d{1,9}$/,
    bare: false,
    normalise: (value) => value.replace(/^0+(?=\d)/, ''),
    url: (value) => `https://pubmed.ncbi.nlm.nih.gov/${value}/`,
    allowed: 'a number of at most nine digits, such as pmid:17435989',
  },
  {
    scheme: 'PMC',
    prefixes: [
      'https://www.ncbi.nlm.nih.gov/pmc/articles/',
      'http://www.ncbi.nlm.nih.gov/pmc/articles/',
      'https://pmc.ncbi.nlm.nih.gov/articles/',
      'https://europepmc.org/article/pmc/',
      'pmcid:',
      'pmc:',
    ],
    shape: /^(?:PMC)?\d+(?:\.\d+)?$/i,
    bare: /^PMC\d+$/i,
    normalise: (value) => `PMC${value.replace(/^PMC/i, '').replace(/\.\d+$/, '')}`,
    url: (value) => `https://pmc.ncbi.nlm.nih.gov/articles/${value}/`,
    allowed: 'the letters PMC and a number, such as PMC1234567',
  },
  {
    scheme: 'GRID',
    prefixes: [
      'https://www.grid.ac/institutes/',
      'https://grid.ac/institutes/',
      'http://www.grid.ac/institutes/',
      'grid:',
    ],
    shape: /^grid\.\d+\.[0-9a-z]+$/i,
    bare: true,
    normalise: lower,
    allowed: 'the word grid and two parts after dots, such as grid.5335.0',
  },
  {
    scheme: 'ISSN',
    prefixes: ['https://portal.issn.org/resource/issn/', 'http://id.crossref.org/issn/', 'urn:issn:', 'issn:', 'issn '],
    shape: /^\d{4}-?\d{3}[\dx]$/i,
    bare: false,
    normalise: (value) => upper(value).replace(/^(.{4})-?/, '$1-'),
    verify: (value) => issnChecksumProblem(value),
    url: (value) => `https://portal.issn.org/resource/ISSN/${value}`,
    allowed: 'eight digits in two groups, the last possibly X, such as 2041-1723',
  },
  {
    scheme: 'ISBN',
    prefixes: ['urn:isbn:', 'http://id.crossref.org/isbn/', 'https://id.crossref.org/isbn/', 'isbn:', 'isbn '],
    shape: /^(?:97[89][- ]?)?(?:\d[- ]?){9}[\dx]$/i,
    bare: false,
    normalise: (value) => isbn13Of(upper(value).replaceAll(/[- ]/g, '')),
    verify: (value) => isbnChecksumProblem(value),
    allowed: 'ten or thirteen digits with or without hyphens, such as 978-3-642-32156-6',
  },
  {
    scheme: 'URL',
    prefixes: ['url:'],
    shape: /^https?:\/\/[^\s/]+\S*$/i,
    bare: false,
    allowed: 'an address that begins with http:// or https://, such as url:https://example.org/paper',
  },
  {
    // Two kinds share the scheme and never look alike: people (`65/9612`, `l/BarbaraLiskov`) and records (`conf/acl/X21`).
    scheme: 'DBLP',
    prefixes: [
      'https://dblp.org/',
      'http://dblp.org/',
      'https://dblp.uni-trier.de/',
      'http://dblp.uni-trier.de/',
      'dblp.org/',
      'dblp:',
    ].flatMap((prefix) => ['pid/', 'rec/', 'homepages/', ''].map((folder) => `${prefix}${folder}`)),
    shape: DBLP_SHAPE,
    bare: true,
    normalise: (value) => value.replace(/^homepages\//, '').replace(DBLP_EXTENSION, ''),
    url: (value) => `https://dblp.org/${DBLP_PERSON.test(value) ? 'pid' : 'rec'}/${value}`,
    allowed: 'the key of a home page, such as 65/9612, or of a record, such as conf/acl/X21',
  },
  {
    // As with dblp: people (`aravind-joshi`), papers of the old kind (`P19-1001`) and of the new (`2020.acl-main.1`).
    scheme: 'ACL',
    prefixes: [
      ...['https://', 'http://', 'https://www.', 'http://www.', ''].flatMap((start) => [
        `${start}aclanthology.org/people/`,
        `${start}aclanthology.org/`,
        `${start}aclanthology.info/papers/`,
        `${start}aclweb.org/anthology/`,
      ]),
      'acl:',
    ],
    shape: eitherOf(ACL_PAPER, ACL_PERSON),
    bare: eitherOf(ACL_PAPER, ACL_BARE_PERSON),
    normalise: (value) => {
      const id = value
        .replace(/^[a-z]\//i, '')
        .replace(/\/unverified$/i, '')
        .replace(/\.(?:pdf|bib|xml)$/i, '');
      return /^[a-z]\d\d-\d/i.test(id) ? upper(id) : lower(id);
    },
    url: (value) => `https://aclanthology.org/${ACL_PAPER.test(value) ? '' : 'people/'}${value}/`,
    allowed: 'a paper, such as P19-1001 or 2020.acl-main.1, or a person, such as aravind-joshi',
  },
];

function semanticScholarUrl(value: string): string {
  if (value.startsWith('CorpusID:')) return `https://api.semanticscholar.org/${value}`;
  return `https://www.semanticscholar.org/${value.length === 40 ? 'paper' : 'author'}/${value}`;
}

function lastSegment(value: string): string {
  return value.slice(value.lastIndexOf('/') + 1);
}
