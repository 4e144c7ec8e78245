/** One line of Coauthor's JSON Lines to the record it is, or to a problem that names the first field that is wrong. */
import {
  IDENTIFIER_SCHEMES,
  PAPER_TYPES,
  VENUE_TYPES,
  categoryOf,
  dayExists,
  parseIdentifier,
} from '../../model/index.ts';
import type { Identifier, ParsedIdentifier, PartialDate, RecordKey, SourceRecord } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { DistinctIdentifiers } from '../text/distinct-identifiers.ts';
import { isObject } from '../text/json-records.ts';
import type { JsonObject } from '../text/json-records.ts';

/** What is wrong, and where: `authors[3].name: expected text, found null`. */
class Wrong extends Error {}

/** Where a value stands; absent while nothing is wrong, because most paths would be made for nobody. */
type Path = string | undefined;
type Check<Value> = (value: unknown, path: Path) => Value;
type Shape = Readonly<Record<string, Check<unknown>>>;

const text: Check<string> = (value, path) =>
  typeof value === 'string' && /\S/.test(value) ? value : wrong(path, 'text', value);
const flag: Check<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : wrong(path, 'true or false', value);
const count: Check<number> = (value, path) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : wrong(path, 'a whole number', value);
const share: Check<number> = (value, path) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : wrong(path, 'a number from 0 to 1', value);
const place: Check<number> = (value, path) =>
  count(value, path) > 0 ? Number(value) : wrong(path, 'a place from 1', value);
const key: Check<RecordKey> = (value, path) =>
  typeof value === 'string' && /^[\w-]+:./s.test(value)
    ? (value as RecordKey) // A catalogue and a key of its own are all that a record key is.
    : wrong(path, 'a catalogue and a key, such as dblp:conf/acl/X21', value);

const oneOf =
  <Value>(values: readonly Value[]): Check<Value> =>
  (value, path) =>
    values.includes(value as Value) ? (value as Value) : wrong(path, `one of ${values.join(', ')}`, value);

const listOf =
  <Value>(check: Check<Value>): Check<readonly Value[]> =>
  (value, path) => {
    if (!Array.isArray(value)) return wrong(path, 'a list', value);
    const list: unknown[] = value;
    for (let at = 0; at < list.length; at++) {
      const checked = check(list[at], path === undefined ? undefined : `${path}[${at}]`);
      if (checked !== list[at]) list[at] = checked;
    }
    return list as Value[]; // each was checked
  };

const dateParts = shaped({}, { year: count, month: place, day: place });

const date: Check<PartialDate> = (value, path) => {
  const parts = dateParts(value, path) as PartialDate;
  const { year = 2000, month = 1, day = 1 } = parts;
  return dayExists(year, month, day) ? parts : wrong(path, 'a date that exists', JSON.stringify(value));
};

const category: Check<unknown> = (value, path) =>
  isObject(value)
    ? categoryOf(text(value['code'], below(path, 'code')))
    : wrong(path, 'a category with its code', value);

/** Undefined in a list: an identifier that is none, which costs only itself. */
type Identifiers = Check<readonly Identifier[]>;

function shapesOf(identifiers: Identifiers): Readonly<Record<string, Check<unknown>>> {
  const institution = shaped({ name: text, identifiers }, { countryCode: text });
  const mention = shaped(
    { name: text },
    {
      position: place,
      isOwner: flag,
      identifiers,
      affiliations: listOf(institution),
      nativeName: text,
      personKey: text,
    },
  );
  const reported = shaped(
    {},
    {
      hIndex: count,
      paperCount: count,
      citationCount: count,
      novelty: share,
      aiScore: share,
      primaryCategory: category,
      capturedOn: text,
    },
  );
  const venue = shaped({ name: text, identifiers }, { type: oneOf(VENUE_TYPES) });
  return {
    paper: shaped(
      {
        kind: text,
        key,
        catalogue: text,
        title: text,
        date,
        isYearInferred: flag,
        categories: listOf(category),
        identifiers,
        authors: listOf(mention),
        isAuthorListComplete: flag,
        groupAuthors: listOf(text),
        institutions: listOf(text),
      },
      {
        line: count,
        abstract: text,
        authorCount: count,
        type: oneOf(PAPER_TYPES),
        venue,
        citationCount: count,
        isRetracted: flag,
        citationKey: text,
        revision: text,
      },
    ),
    person: shaped(
      { kind: text, key, name: text, aliases: listOf(text), identifiers },
      {
        line: count,
        affiliations: listOf(institution),
        reported,
        personKeys: listOf(text),
        isDisambiguation: flag,
        revision: text,
      },
    ),
    redirect: shaped({ kind: text, key, target: key }, { line: count }),
    institution: shaped(
      { kind: text, key, name: text, aliases: listOf(text), identifiers },
      { line: count, countryCode: text },
    ),
  };
}

/** What checks the lines of one file: the record, or undefined after a problem. */
export function recordChecker(context: ReadContext): (value: JsonObject, line: number) => SourceRecord | undefined {
  let bad: string[] = [];
  const shapes = shapesOf(identifiersWith((message) => void bad.push(message)));
  return (value, line) => {
    const report = (kind: 'malformed-record' | 'bad-identifier', message: string, kept: string): void =>
      context.problem({ kind, file: context.file, line, message, kept });
    bad = [];
    try {
      const record = recordOf(value, line, shapes);
      for (const message of bad) report('bad-identifier', message, 'the record without it');
      return record;
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      report(
        'malformed-record',
        `A record is not as it should be: ${wordsFor(value, shapes)}.`,
        'the records around it',
      );
      return undefined;
    }
  };
}

/** Checks a wrong record once more, with the paths. */
function wordsFor(value: JsonObject, shapes: Shape): string {
  try {
    recordOf(value, 1, shapes, '');
    return 'the record';
  } catch (error) {
    return error instanceof Wrong ? error.message : String(error);
  }
}

function recordOf(value: JsonObject, line: number, shapes: Shape, path?: string): SourceRecord {
  const { kind } = value;
  const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
  if (shape === undefined) return wrong('kind', `one of ${Object.keys(shapes).join(', ')}`, kind);
  // The shapes are those of the types, field by field.
  const record = shape(value, path) as SourceRecord;
  if (record.kind === 'paper') checkPaper(record);
  return Object.assign(record, { line });
}

function checkPaper(paper: Extract<SourceRecord, { kind: 'paper' }>): void {
  if (!paper.key.startsWith(`${paper.catalogue}:`))
    wrong('key', `a key of the catalogue ${paper.catalogue}`, paper.key);
  let last = 0;
  for (let at = 0; at < paper.authors.length; at++) {
    const position = paper.authors[at]?.position;
    if (position === undefined) last = Infinity;
    else if (position <= last) wrong(`authors[${at}].position`, 'places that rise, people without one last', position);
    else last = position;
  }
}

function identifiersWith(report: (message: string) => void): Identifiers {
  return (value, path) => {
    if (!Array.isArray(value)) return wrong(path, 'a list', value);
    const found = new DistinctIdentifiers();
    for (let at = 0; at < value.length; at++) {
      const parsed = identifierIn(value[at], path === undefined ? undefined : `${path}[${at}]`);
      if ('invalid' in parsed) report(parsed.invalid);
      else found.add(parsed);
    }
    return found.all;
  };
}

const scheme = oneOf(IDENTIFIER_SCHEMES);

function identifierIn(value: unknown, path: Path): ParsedIdentifier {
  if (!isObject(value)) return wrong(path, 'an identifier', value);
  const { scheme: printedScheme, value: printed } = value;
  const named = scheme(printedScheme, below(path, 'scheme'));
  return parseIdentifier(text(printed, below(path, 'value')), named);
}

interface Field {
  readonly check: Check<unknown>;
  readonly isRequired: boolean;
}

/** The object itself, which is nobody else's, with each of its fields as it was checked. */
function shaped(required: Shape, optional: Shape): Check<Readonly<Record<string, unknown>>> {
  const fields = new Map<string, Field>();
  for (const [name, check] of Object.entries(optional)) fields.set(name, { check, isRequired: false });
  for (const [name, check] of Object.entries(required)) fields.set(name, { check, isRequired: true });
  const names = Object.keys(required);
  return (value, path) => {
    if (!isObject(value)) return wrong(path, 'an object', value);
    const object = value as Record<string, unknown>; // made by JSON.parse for this record alone
    let found = 0;
    for (const name of Object.keys(object)) {
      const printed = object[name];
      const field = fields.get(name) ?? wrong(below(path, name), 'no such field', printed);
      const checked = field.check(printed, path === undefined ? undefined : below(path, name));
      if (checked !== printed) object[name] = checked;
      if (field.isRequired) found++;
    }
    if (found < names.length) {
      for (const name of names) if (!(name in value)) wrong(below(path, name), 'a value', undefined);
    }
    return object;
  };
}

function below(path: Path, name: string): Path {
  if (path === undefined) return undefined;
  return path === '' ? name : `${path}.${name}`;
}

function wrong(path: Path, expected: string, found: unknown): never {
  const shown = found === undefined ? 'nothing' : (JSON.stringify(found) ?? 'nothing').slice(0, 80);
  throw new Wrong(`${path === undefined || path === '' ? 'the record' : path}: expected ${expected}, found ${shown}`);
}
