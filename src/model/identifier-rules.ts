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
  /**
   * Spellings that name this scheme, before the value; tried in order, case ignored. An address stands without
   * `https://`, `http://` and `www.`, each of which may be before it.
   */
  readonly prefixes: readonly string[];
  /** Whether a question mark or hash in an address belongs to the value. */
  readonly hasMarks?: boolean;
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
    prefixes: ['orcid.org/', 'orcid:', 'orcid '],
    shape: /^\d{4}[-\u2010-\u2015 ]?\d{4}[-\u2010-\u2015 ]?\d{4}[-\u2010-\u2015 ]?\d{3}[\dx]$/i,
    bare: true,
    normalise: (value) =>
      ORCID_FORM.test(value)
        ? value
        : upper(value)
            .replaceAll(/[^\dX]/g, '')
            .replace(/(.{4})(?=.)/g, '$1-'),
    verify: (value) => orcidChecksumProblem(value),
    url: (value) => `https://orcid.org/${value}`,
    allowed: 'sixteen digits in four groups, the last possibly X, such as 0000-0002-1825-0097',
  },
  {
    scheme: 'DOI',
    prefixes: ['doi.org/', 'dx.doi.org/', 'doi:', 'doi '],
    hasMarks: true,
    shape: /^10\.\d{4,9}(?:\.\d+)*\/\S+$/,
    bare: true,
    normalise: lower,
    url: (value) => `https://doi.org/${value}`,
    allowed: 'a prefix, a slash and a suffix, such as 10.1103/PhysRevE.64.016132',
  },
  {
    scheme: 'ROR',
    prefixes: ['ror.org/', 'ror:', 'ror '],
    shape: /^0[0-9a-hj-km-np-tv-z]{6}\d{2}$/i,
    bare: true,
    normalise: lower,
    verify: (value) => rorChecksumProblem(value),
    url: (value) => `https://ror.org/${value}`,
    allowed: 'nine characters beginning with 0 and ending in two digits, such as 03yrm5c26',
  },
  {
    scheme: 'ARXIV',
    prefixes: [
      ...['', 'export.'].flatMap((host) => ['abs', 'pdf', 'html'].map((folder) => `${host}arxiv.org/${folder}/`)),
      'arxiv:',
      'arxiv ',
    ],
    shape: /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i,
    bare: true,
    // An old number is one of its archive: the subject class may stand before it or not.
    normalise: (value) =>
      lower(value)
        .replace(/(?:v\d+)?(?:\.pdf)?$/, '')
        .replace(/\.[a-z]{2}\//, '/'),
    url: (value) => `https://arxiv.org/abs/${value}`,
    allowed: 'an arXiv number, such as 2301.00001 or hep-th/9901001',
  },
  {
    scheme: 'OPENALEX',
    prefixes: ['openalex.org/', 'api.openalex.org/', 'explore.openalex.org/', 'openalex:'],
    shape: /^(?:(?:authors|works|institutions|sources)\/)?[AWIS]\d+$/i,
    bare: /^[AWIS]\d{4,}$/i,
    normalise: (value) => upper(lastSegment(value)),
    url: (value) => `https://openalex.org/${value}`,
    allowed: 'one of the letters A, W, I and S with a number, such as A5023888391',
  },
  {
    scheme: 'SEMANTIC_SCHOLAR',
    prefixes: [
      'semanticscholar.org/author/',
      'semanticscholar.org/paper/',
      'semanticscholar.org/reader/',
      'api.semanticscholar.org/',
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
      'pubmed.ncbi.nlm.nih.gov/',
      'ncbi.nlm.nih.gov/pubmed/',
      'europepmc.org/article/med/',
      'pubmed:',
      'pmid:',
      'pmid ',
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
      'ncbi.nlm.nih.gov/pmc/articles/',
      'pmc.ncbi.nlm.nih.gov/articles/',
      'europepmc.org/article/pmc/',
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
    prefixes: ['grid.ac/institutes/', 'grid:'],
    shape: /^grid\.\d+\.[0-9a-z]+$/i,
    bare: true,
    normalise: lower,
    allowed: 'the word grid and two parts after dots, such as grid.5335.0',
  },
  {
    scheme: 'ISSN',
    prefixes: ['portal.issn.org/resource/issn/', 'id.crossref.org/issn/', 'urn:issn:', 'issn:', 'issn '],
    shape: /^\d{4}-?\d{3}[\dx]$/i,
    bare: false,
    normalise: (value) => upper(value).replace(/^(.{4})-?/, '$1-'),
    verify: (value) => issnChecksumProblem(value),
    url: (value) => `https://portal.issn.org/resource/ISSN/${value}`,
    allowed: 'eight digits in two groups, the last possibly X, such as 2041-1723',
  },
  {
    scheme: 'ISBN',
    prefixes: ['urn:isbn:', 'id.crossref.org/isbn/', 'isbn:', 'isbn '],
    shape: /^(?:97[89][- ]?)?(?:\d[- ]?){9}[\dx]$/i,
    bare: false,
    normalise: (value) => isbn13Of(upper(value).replaceAll(/[- ]/g, '')),
    verify: (value) => isbnChecksumProblem(value),
    allowed: 'ten or thirteen digits with or without hyphens, such as 978-3-642-32156-6',
  },
  {
    scheme: 'URL',
    prefixes: ['url:'],
    hasMarks: true,
    shape: /^https?:\/\/[^\s/]+\S*$/i,
    bare: false,
    allowed: 'an address that begins with http:// or https://, such as url:https://example.org/paper',
  },
  {
    // Two kinds share the scheme and never look alike: people (`65/9612`, `l/BarbaraLiskov`) and records (`conf/acl/X21`).
    scheme: 'DBLP',
    prefixes: ['dblp.org/', 'dblp.uni-trier.de/', 'dblp.dagstuhl.de/', 'dblp:'].flatMap((prefix) =>
      ['pid/', 'rec/bibtex/', 'rec/', 'homepages/', ''].map((folder) => `${prefix}${folder}`),
    ),
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
      'aclanthology.org/people/',
      'aclanthology.org/',
      'aclanthology.info/papers/',
      'aclweb.org/anthology/',
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
