/**
 * The publishers' records of ads/ and the DataCite answers of api/, which no reader of ours claims, as source records.
 * Each publication of ads/ is told twice: as ADS's own parser read it (ads/expected), and with the people as the publisher
 * printed them (ads/input). Of the publisher's XML only the people are read: title, DOI, venue and year are ADS's, so that
 * nothing but who is who is on trial.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

import { decodeWhole } from '../../src/format/index.ts';
import { foldText, parseIdentifier, recordKey } from '../../src/model/index.ts';
import type { Identifier, Mention, PaperRecord, VenueMention } from '../../src/model/index.ts';

import { printedPeople } from './printed-people.ts';

/** One file's records, and the format that it is counted under. */
export interface TrialSource {
  readonly name: string;
  readonly format: string;
  readonly records: readonly PaperRecord[];
}

/** What is read of a file in ads/expected. */
interface AdsRecord {
  readonly title: { readonly textEnglish: string };
  readonly authors?: readonly AdsAuthor[];
  readonly persistentIDs?: readonly { readonly DOI?: string }[];
  readonly publication?: {
    readonly pubName?: string;
    readonly pubYear?: string;
    readonly ISSN?: readonly { readonly issnString: string }[];
  };
}

interface AdsAuthor {
  readonly name: {
    readonly given_name?: string;
    readonly middle_name?: string;
    readonly surname?: string;
    readonly suffix?: string;
    readonly native_lang?: string;
  };
  readonly attrib?: { readonly orcid?: string };
  readonly affiliation?: readonly { readonly affPubRaw?: string }[];
}

/** What is read of a DOI as DataCite's API answers it. */
interface DataciteDoi {
  readonly attributes: {
    readonly doi: string;
    readonly creators: readonly {
      readonly name: string;
      readonly nameType?: string;
      readonly givenName?: string;
      readonly familyName?: string;
      readonly nameIdentifiers?: readonly { readonly nameIdentifier: string | null }[];
      readonly affiliation?: readonly (string | { readonly name: string })[];
    }[];
    readonly titles: readonly { readonly title: string }[];
    readonly publicationYear: number;
  };
}

type Bibliographic = Pick<PaperRecord, 'title' | 'date' | 'identifiers'> & Partial<Pick<PaperRecord, 'venue'>>;

export function adsSources(data: string, isClaimed: (path: string) => boolean): TrialSource[] {
  const folder = join(data, 'ads/expected');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const path = join(folder, file);
      const ads = JSON.parse(readFileSync(path, 'utf8')) as AdsRecord; // the set's documented shape; its counts prove it
      const [told, key] = [bibliographic(ads), basename(file, '.json')];
      const authors = (ads.authors ?? []).flatMap((author) => mentionOfAds(author) ?? []);
      const sources = [source(relative(data, path), 'ads', [paper('ads', key, told, authors)])];
      const input = join(data, 'ads/input', `${key}.xml`);
      if (!existsSync(input) || isClaimed(input)) return sources;
      const people = peopleOf(input);
      if (people.length === 0) return sources;
      return [...sources, source(relative(data, input), 'publisher', [paper('publisher', key, told, people)])];
    });
}

export function dataciteSources(data: string): TrialSource[] {
  const path = join(data, 'api/datacite.json');
  const dois = JSON.parse(readFileSync(path, 'utf8')) as readonly DataciteDoi[]; // as the service answers
  const bySuffix = new Map(dois.map((each) => [foldText(each.attributes.doi), each]));
  const folder = join(data, 'api/datacite-xml');
  const xml = readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const doi = bySuffix.get(foldText(basename(file, '.xml')));
      const people = peopleOf(join(folder, file));
      if (doi === undefined || people.length === 0) return [];
      const record = paper('datacite-xml', doi.attributes.doi, ofDoi(doi), people);
      return [source(`api/datacite-xml/${file}`, 'datacite-xml', [record])];
    });
  const records = dois.map((doi) => paper('datacite', doi.attributes.doi, ofDoi(doi), creatorsOf(doi)));
  return [source('api/datacite.json', 'datacite', records), ...xml];
}

function peopleOf(path: string): Mention[] {
  const text = decodeWhole(path, readFileSync(path), () => undefined);
  return printedPeople(text).map(({ name, orcid }) => ({ name, ...identified(orcid === undefined ? [] : [orcid]) }));
}

function source(name: string, format: string, records: readonly PaperRecord[]): TrialSource {
  return { name, format, records };
}

function paper(catalogue: string, key: string, told: Bibliographic, people: readonly Mention[]): PaperRecord {
  return {
    kind: 'paper',
    key: recordKey(catalogue, key),
    catalogue,
    isYearInferred: false,
    categories: [],
    isAuthorListComplete: true,
    groupAuthors: [],
    institutions: [],
    ...told,
    authors: people.map((mention, at) => ({ ...mention, position: at + 1 })),
  };
}

function bibliographic({ title, persistentIDs = [], publication = {} }: AdsRecord): Bibliographic {
  const { pubName, pubYear, ISSN = [] } = publication;
  const venue: VenueMention | undefined =
    pubName === undefined
      ? undefined
      : { name: pubName, identifiers: ISSN.flatMap(({ issnString }) => identifier(issnString, 'ISSN')) };
  return {
    title: title.textEnglish,
    date: yearOf(pubYear),
    identifiers: persistentIDs.flatMap(({ DOI }) => (DOI === undefined ? [] : identifier(DOI, 'DOI'))),
    ...(venue === undefined ? {} : { venue }),
  };
}

// A collaboration is nobody; its members, who carry its name too, are people.
function mentionOfAds({ name, attrib, affiliation = [] }: AdsAuthor): Mention | undefined {
  const parts = [name.given_name, name.middle_name, name.surname, name.suffix].filter(Boolean);
  if (parts.length === 0) return undefined;
  const affiliations = affiliation.flatMap(({ affPubRaw }) =>
    affPubRaw === undefined ? [] : [{ name: affPubRaw, identifiers: [] }],
  );
  return {
    name: parts.join(' '),
    ...identified(attrib?.orcid === undefined ? [] : [attrib.orcid]),
    ...(affiliations.length === 0 ? {} : { affiliations }),
    ...(name.native_lang === undefined ? {} : { nativeName: name.native_lang }),
  };
}

function ofDoi({ attributes: { doi, titles, publicationYear } }: DataciteDoi): Bibliographic {
  return { title: titles[0]?.title ?? doi, date: { year: publicationYear }, identifiers: identifier(doi, 'DOI') };
}

function creatorsOf({ attributes: { creators } }: DataciteDoi): Mention[] {
  const people = creators.filter(({ nameType }) => nameType !== 'Organizational');
  return people.map(({ name, givenName, familyName, nameIdentifiers = [], affiliation = [] }) => {
    const affiliations = affiliation.map((each) => ({
      name: typeof each === 'string' ? each : each.name,
      identifiers: [],
    }));
    return {
      name: familyName === undefined ? name : [givenName, familyName].filter(Boolean).join(' '),
      ...identified(nameIdentifiers.flatMap(({ nameIdentifier }) => nameIdentifier ?? [])),
      ...(affiliations.length === 0 ? {} : { affiliations }),
    };
  });
}

function identified(texts: readonly string[]): Pick<Mention, 'identifiers'> {
  const identifiers = texts.flatMap((text) => identifier(text, 'ORCID'));
  return identifiers.length === 0 ? {} : { identifiers };
}

function identifier(text: string, scheme: Identifier['scheme']): Identifier[] {
  const parsed = parseIdentifier(text, scheme);
  return 'invalid' in parsed ? [] : [parsed];
}

function yearOf(text: string | undefined): PaperRecord['date'] {
  const year = /^\d{4}/.exec(text ?? '')?.[0];
  return year === undefined ? {} : { year: Number(year) };
}
