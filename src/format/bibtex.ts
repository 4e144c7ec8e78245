/**
 * BibTeX and BibLaTeX. The reader is our own: the files are large (an anthology has over 100 MB), the libraries read
 * them whole and at a tenth of the speed, and a single missing brace costs them the rest of the file. The parts are in
 * `bibtex/`: `scanner.ts` finds entries, `fields.ts` reads one, `inheritance.ts` fills in what it takes from others,
 * `paper.ts` understands it.
 */
import { Inheritance } from './bibtex/inheritance.ts';
import type { RawEntry } from './bibtex/entry.ts';
import { readDefinitions, readFields } from './bibtex/fields.ts';
import { Macros } from './bibtex/macros.ts';
import { paperOf } from './bibtex/paper.ts';
import { Scanner } from './bibtex/scanner.ts';
import { sniffBibtex } from './bibtex/sniff.ts';
import type { Format, ReadContext, TextReader } from './format.ts';
import type { ProblemKind } from '../model/index.ts';

const LONGEST_ENTRY = 64 * 1024 * 1024;
const MOST_MACRO_PROBLEMS = 1_000;

export const bibtex: Format = {
  name: 'bibtex',
  title: 'BibTeX',
  extensions: ['bib', 'bibtex'],
  sniff: sniffBibtex,
  open: (context) => openBibtex(context),
};

/** @param longest characters an entry may have; the reader's own limit unless a test asks for less */
export function openBibtex(context: ReadContext, longest = LONGEST_ENTRY): TextReader {
  const macros = new Macros();
  const reported = new Set<string>();
  const complain = (line: number, kind: ProblemKind, message: string, found?: string, kept?: string): void =>
    context.problem({
      kind,
      file: context.file,
      line,
      message,
      ...(found === undefined ? {} : { found: found.slice(0, 200) }),
      ...(kept === undefined ? {} : { kept }),
    });

  const inheritance = new Inheritance({
    ready(entry) {
      const paper = paperOf(entry, (kind, message, found, kept) => complain(entry.line, kind, message, found, kept));
      if (paper !== undefined) context.record(paper);
    },
    orphan: (entry, parent) =>
      complain(entry.line, 'unknown-key', `No entry "${parent}" to inherit from.`, parent, 'the entry as it stands'),
  });

  const reportMacros = (line: number, names: readonly string[]): void => {
    for (const name of names) {
      if (reported.has(name) || reported.size >= MOST_MACRO_PROBLEMS) continue;
      reported.add(name);
      complain(line, 'unknown-key', `No @string defines "${name}".`, name, 'the name itself');
    }
  };

  const readEntry = ({ type, body, line, isClosed }: RawEntry): void => {
    if (type === 'comment' || type === 'preamble') {
      if (!isClosed) complain(line, 'malformed-record', `An @${type} is not closed.`);
      return;
    }
    const { key, fields, damage, unknownMacros } = (type === 'string' ? readDefinitions : readFields)(body, macros);
    const unclosed = isClosed ? [] : ['no brace closes it'];
    if (damage.length + unclosed.length > 0) {
      const words = [...unclosed, ...damage].join('; ');
      complain(line, 'malformed-record', `An @${type} is damaged: ${words}.`, key, 'what could be read of it');
    }
    reportMacros(line, unknownMacros);
    if (type === 'string') for (const [name, value] of fields) macros.define(name, value);
    else inheritance.add({ type, key, line, fields });
  };

  const scanner = new Scanner(
    {
      entry: readEntry,
      tooLong: (line, type) =>
        complain(line, 'too-long', `An @${type} has more than ${longest} characters.`, type, 'nothing'),
    },
    longest,
  );
  return {
    write: (text) => scanner.write(text),
    end() {
      const unfinished = scanner.end();
      if (unfinished !== undefined) {
        complain(
          unfinished,
          'truncated-file',
          'The file stops inside an entry.',
          undefined,
          'what could be read of it',
        );
      }
      inheritance.end();
    },
  };
}
