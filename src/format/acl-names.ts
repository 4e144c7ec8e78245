/**
 * The ACL Anthology's list of who has several names: `name_variants.yaml`, and `people.yaml` which replaced it. Each
 * entry is a person with the Anthology's id (slug); papers name people by any of the names.
 */
import { recordKey } from '../model/index.ts';

import { readEntry } from './acl/name-entry.ts';
import type { Format, ReadContext } from './format.ts';
import { IdentifierList } from './text/identifier-list.ts';
import { TopLevelEntries } from './text/top-level-entries.ts';
import type { Entry } from './text/top-level-entries.ts';

const VARIANTS = /^- canonical:[ \n]/m;
const PEOPLE = /^[a-z][a-z\d-]*:[ \t]*\n(?:[ \t]+\S.*\n)*?[ \t]+names:[ \t]*\n[ \t]*- *(?:\{ *)?(?:first|last):/m;
const LONGEST_ENTRY = 2 ** 16;
const FOUND_LENGTH = 80;

export const aclNames: Format = {
  name: 'acl-names',
  title: 'ACL Anthology list of names',
  extensions: ['yaml', 'yml'],
  sniff({ text }) {
    const start = firstEntry(text);
    if (VARIANTS.test(start.slice(0, start.indexOf('\n') + 1))) {
      return { confidence: 0.95, reason: 'a YAML list of names, each "canonical"' };
    }
    if (PEOPLE.exec(start)?.index === 0) {
      return { confidence: 0.95, reason: 'a YAML map of people by their id, each with "names"' };
    }
    return undefined;
  },
  open(context) {
    const entries = new TopLevelEntries(LONGEST_ENTRY, (entry) => readPerson(entry, context));
    return { write: (text) => entries.push(text), end: () => entries.end() };
  },
};

function firstEntry(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/^\uFEFF?(?:(?:#.*|---.*|[ \t]*)\n)*/, '');
}

function readPerson({ text, line, isTooLong, isLast }: Entry, context: ReadContext): void {
  const { file } = context;
  const found = (text.split('\n', 1)[0] ?? '').slice(0, FOUND_LENGTH);
  if (isTooLong) {
    const message = `The entry has more than ${LONGEST_ENTRY} characters.`;
    context.problem({ kind: 'too-long', file, line, message, found, kept: 'nothing of the entry' });
    return;
  }
  const entry = readEntry(text);
  if ('broken' in entry) {
    const kind = isLast ? 'truncated-file' : 'malformed-record';
    const message = isLast
      ? `The file ends within an entry: ${entry.broken}.`
      : `No person can be read: ${entry.broken}.`;
    context.problem({ kind, file, line, message, found, kept: 'nothing of the entry' });
    return;
  }
  const [name = '', ...aliases] = entry.names;
  context.record({
    kind: 'person',
    key: recordKey('acl', `people/${entry.slug}`),
    line,
    name,
    aliases,
    identifiers: new IdentifierList(context, line).add(entry.slug, 'ACL').add(entry.orcid, 'ORCID').all,
    personKeys: entry.keys,
  });
}
