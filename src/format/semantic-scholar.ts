/**
 * Semantic Scholar's papers and authors: the API's replies (camelCase, https://api.semanticscholar.org/api-docs) and
 * the lines of the bulk data sets (lower case). Keys are looked up in lower case, so one reader serves both.
 */
import { mentionDetails } from './text/mention-details.ts';
import { recordKey } from '../model/index.ts';
import type { PaperRecord, PaperType, PersonRecord, ReportedFigures, VenueMention } from '../model/index.ts';

import type { Format, ReadContext } from './format.ts';
import { AuthorList } from './text/author-list.ts';
import { dateOf, dateOfText } from './text/date-parts.ts';
import { IdentifierList } from './text/identifier-list.ts';
import { countIn, objectIn, objectsIn, present, textIn, textsIn } from './text/json-fields.ts';
import { firstJsonRecord } from './text/json-head.ts';
import { openJsonRecords } from './text/json-records.ts';
import type { JsonObject } from './text/json-records.ts';
import { plainText } from './text/markup.ts';
import { titleOrProblem } from './text/paper-title.ts';

/** What the API spells in another way than the bulk data. */
const CAMEL: Readonly<Record<string, string>> = Object.fromEntries(
  `paperId corpusId authorId externalIds publicationDate publicationTypes publicationVenue citationCount paperCount hIndex
   DOI ArXiv PubMed PubMedCentral DBLP ACL ORCID`
    .split(/\s+/)
    .map((name) => [name.toLowerCase(), name]),
);
// An object's own ids are spelled `corpusId`, the list of external ones has `CorpusId`.
const CORPUS_ID = 'CorpusId';

const SHA = /^[0-9a-f]{40}$/i;

/** In the order of what they tell: most reviews are also called journal articles. */
const TYPES: readonly (readonly [string, PaperType])[] = [
  ['Dataset', 'DATASET'],
  ['BookSection', 'CHAPTER'],
  ['Book', 'BOOK'],
  ['Conference', 'CONFERENCE_PAPER'],
  ['Review', 'REVIEW'],
  ['JournalArticle', 'ARTICLE'],
];

export const semanticScholar: Format = {
  name: 'semantic-scholar',
  title: 'Semantic Scholar papers',
  extensions: ['json', 'jsonl', 'ndjson'],
  sniff(head) {
    const record = firstJsonRecord(head);
    if (record === undefined) return undefined;
    const hasName = ['title', 'authors', 'year'].some((key) => key in record);
    const sha = textIn(field(record, 'paperid')) ?? '';
    if (SHA.test(sha) && hasName) return { confidence: 0.9, reason: `a paper with the paperId ${sha.slice(0, 8)}…` };
    const corpusId = countIn(field(record, 'corpusid'));
    if (corpusId !== undefined && hasName) return { confidence: 0.9, reason: `a paper with the corpus id ${corpusId}` };
    const authorId = countIn(field(record, 'authorid'));
    if (authorId !== undefined && 'name' in record) {
      return { confidence: 0.9, reason: `an author with the author id ${authorId}` };
    }
    return undefined;
  },
  open(context) {
    return openJsonRecords({
      context,
      lists: ['data'],
      isRecord: (value) => 'title' in value || 'name' in value,
      record: (value, line) => readRecord(value, line, context),
    });
  },
};

function readRecord(record: JsonObject, line: number, context: ReadContext): void {
  if (countIn(field(record, 'corpusid')) !== undefined || SHA.test(textIn(field(record, 'paperid')) ?? '')) {
    readPaper(record, line, context);
  } else if (countIn(field(record, 'authorid')) !== undefined) {
    readPerson(record, line, context);
    for (const paper of objectsIn(record['papers'])) readRecord(paper, line, context);
  } else {
    context.problem({
      kind: 'malformed-record',
      file: context.file,
      line,
      message: 'A record has neither the id of a paper nor that of an author.',
      found: Object.keys(record).slice(0, 8).join(', '),
      kept: 'the records around it',
    });
  }
}

function readPaper(paper: JsonObject, line: number, context: ReadContext): void {
  const ids = objectIn(field(paper, 'externalids'));
  const corpusId = countIn(field(paper, 'corpusid')) ?? countIn(field(ids, 'corpusid') ?? ids[CORPUS_ID]);
  const sha = textIn(field(paper, 'paperid'))?.toLowerCase();
  const key = corpusId === undefined ? (sha ?? '') : `CorpusID:${corpusId}`;
  const identifiers = new IdentifierList(context, line)
    .add(corpusId === undefined ? undefined : key, 'SEMANTIC_SCHOLAR')
    .add(sha, 'SEMANTIC_SCHOLAR')
    .add(textIn(field(ids, 'doi')), 'DOI')
    .add(textIn(field(ids, 'arxiv')), 'ARXIV')
    .add(textIn(field(ids, 'pubmed')), 'PUBMED')
    .add(textIn(field(ids, 'pubmedcentral')), 'PMC')
    .add(textIn(field(ids, 'dblp')), 'DBLP')
    .add(textIn(field(ids, 'acl')), 'ACL');
  const abstract = plainText(textIn(paper['abstract']) ?? '');
  const venue = venueOf(paper, line, context);
  const record: PaperRecord = {
    kind: 'paper',
    key: recordKey('s2', key),
    catalogue: 's2',
    line,
    title: titleOrProblem(context, line, plainText(textIn(paper['title']) ?? ''), key) ?? key,
    ...(abstract === '' ? {} : { abstract }),
    date: dateOfText(field(paper, 'publicationdate')) ?? dateOf(countIn(paper['year'])) ?? {},
    isYearInferred: false,
    categories: [],
    identifiers: identifiers.all,
    ...authorsOf(paper, line, context),
    institutions: [],
    ...present('type', typeOf(paper, venue)),
    ...present('venue', venue),
    ...present('citationCount', countIn(field(paper, 'citationcount'))),
  };
  context.record(record);
}

function authorsOf(paper: JsonObject, line: number, context: ReadContext): AuthorList['fields'] {
  const list = new AuthorList();
  // A reply may have been asked without its authors.
  if (!Array.isArray(paper['authors'])) list.cut();
  for (const author of objectsIn(paper['authors'])) {
    const name = plainText(textIn(author['name']) ?? '');
    if (name === '') {
      const { file } = context;
      context.problem({ kind: 'lost-text', file, line, message: 'An author has no name.', kept: 'the other authors' });
      continue;
    }
    const identifiers = new IdentifierList(context, line)
      .add(textIn(field(author, 'authorid')), 'SEMANTIC_SCHOLAR')
      .add(textIn(objectIn(field(author, 'externalids'))['ORCID']), 'ORCID').all;
    const affiliations = textsIn(author['affiliations']).map((place) => ({ name: place, identifiers: [] }));
    list.add(name, mentionDetails(identifiers, affiliations));
  }
  return list.fields;
}

function typeOf(paper: JsonObject, venue: VenueMention | undefined): PaperType | undefined {
  const printed = textsIn(field(paper, 'publicationtypes'));
  const known = TYPES.find(([name]) => printed.includes(name))?.[1];
  if (known === undefined || known === 'ARTICLE')
    return venue?.type === 'REPOSITORY' ? 'PREPRINT' : (known ?? other(printed));
  return known;
}

function other(printed: readonly string[]): PaperType | undefined {
  return printed.length === 0 ? undefined : 'OTHER';
}

function venueOf(paper: JsonObject, line: number, context: ReadContext): VenueMention | undefined {
  const venue = objectIn(field(paper, 'publicationvenue'));
  const journal = textIn(objectIn(paper['journal'])['name']);
  const name = textIn(venue['name']) ?? textIn(paper['venue']) ?? journal;
  if (name === undefined) return undefined;
  const identifiers = new IdentifierList(context, line).add(textIn(venue['issn']), 'ISSN').all;
  if (/^arxiv(?:\.org)?$/i.test(name)) return { name, type: 'REPOSITORY', identifiers };
  const printed = textIn(venue['type']);
  if (printed === 'journal') return { name, type: 'JOURNAL', identifiers };
  if (printed === 'conference') return { name, type: 'CONFERENCE', identifiers };
  return { name, identifiers };
}

function readPerson(person: JsonObject, line: number, context: ReadContext): void {
  const id = textIn(field(person, 'authorid')) ?? '';
  const name = plainText(textIn(person['name']) ?? '');
  const ids = objectIn(field(person, 'externalids'));
  // Semantic Scholar's DBLP "ids" are the names that dblp prints.
  const aliases = [...textsIn(person['aliases']), ...textsIn(field(ids, 'dblp'))];
  const [first] = aliases;
  if (name === '' && first === undefined) {
    const { file } = context;
    const message = `The author ${id} has no name.`;
    context.problem({ kind: 'malformed-record', file, line, message, found: id, kept: 'the records around it' });
    return;
  }
  const ownName = name === '' ? (first ?? id) : name;
  const affiliations = textsIn(person['affiliations']).map((place) => ({ name: place, identifiers: [] }));
  const reported: ReportedFigures = {
    ...present('hIndex', countIn(field(person, 'hindex'))),
    ...present('paperCount', countIn(field(person, 'papercount'))),
    ...present('citationCount', countIn(field(person, 'citationcount'))),
  };
  const record: PersonRecord = {
    kind: 'person',
    key: recordKey('s2', id),
    line,
    name: ownName,
    aliases: [...new Set(aliases)].filter((alias) => alias !== ownName),
    identifiers: new IdentifierList(context, line).add(id, 'SEMANTIC_SCHOLAR').add(textIn(field(ids, 'orcid')), 'ORCID')
      .all,
    ...(affiliations.length === 0 ? {} : { affiliations }),
    ...(Object.keys(reported).length === 0 ? {} : { reported }),
  };
  context.record(record);
}

/** A field by its lower-case name, in either spelling. */
function field(value: JsonObject, name: string): unknown {
  return value[name] ?? value[CAMEL[name] ?? name];
}
