/**
 * RIS, the tagged format of reference managers: `TY  - JOUR`, `AU  - Byron, Ada`, …, `ER  - `. The parts are in `ris/`:
 * `collector.ts` makes records of lines, `paper.ts` understands one.
 */
import type { Claim, FileHead, Format, ReadContext, TextReader } from './format.ts';
import { Collector } from './ris/collector.ts';
import { paperOfRis } from './ris/paper.ts';
import { BoundedLines } from './text/bounded-lines.ts';
import type { ProblemKind } from '../model/index.ts';

const LONGEST_RECORD = 64 * 1024 * 1024;
const BEGINNING = /^\uFEFF?[ \t]{0,4}TY(?:[ \t]{2,3}-|[ \t]-(?=[ \t]|$))[ \t]?([A-Z][A-Z0-9]*)?[ \t]*$/gm;
const TAGGED = /^[ \t]{0,4}[A-Z][A-Z0-9][ \t]{1,3}-(?:[ \t]|$)/gm;

export const ris: Format = {
  name: 'ris',
  title: 'RIS',
  extensions: ['ris'],
  sniff: sniffRis,
  open: (context) => openRis(context),
};

function sniffRis({ text }: FileHead): Claim | undefined {
  if (/^\uFEFF?\s*[<{[@%]/.test(text)) return undefined;
  const beginnings = Array.from(text.replaceAll('\r', '\n').matchAll(BEGINNING));
  const [first] = beginnings;
  if (first === undefined) return undefined;
  const tags = Array.from(text.replaceAll('\r', '\n').matchAll(TAGGED)).length;
  if (tags < 2 * beginnings.length) return undefined;
  const count = beginnings.length === 1 ? 'a record' : `${beginnings.length} records`;
  return { confidence: 0.95, reason: `${count} beginning with "TY  - ${first[1] ?? ''}", and ${tags} tagged lines` };
}

/** @param longest characters a record may have; the reader's own limit unless a test asks for less */
export function openRis(context: ReadContext, longest = LONGEST_RECORD): TextReader {
  const complain = (line: number, kind: ProblemKind, message: string, found?: string, kept?: string): void =>
    context.problem({
      kind,
      file: context.file,
      line,
      message,
      ...(found === undefined || found === '' ? {} : { found: found.slice(0, 200) }),
      ...(kept === undefined ? {} : { kept }),
    });
  const collector = new Collector(
    {
      record(record) {
        if (record.type === undefined) complain(record.line, 'malformed-record', 'A record begins without TY.');
        if (!record.isClosed) complain(record.line, 'cut-record', 'A record has no ER.', undefined, 'all of it');
        const paper = paperOfRis(record, (...problem) => complain(record.line, ...problem));
        if (paper !== undefined) context.record(paper);
      },
      tooLong: (line) =>
        complain(line, 'too-long', `A record has more than ${longest} characters.`, undefined, 'nothing'),
    },
    longest,
  );
  const lines = new BoundedLines(
    {
      line: (line) => collector.take(line),
      tooLong: (line) =>
        complain(line, 'too-long', `A line has more than ${longest} characters.`, undefined, 'nothing'),
    },
    longest,
  );
  return {
    write: (text) => lines.write(text),
    end() {
      lines.end();
      const unfinished = collector.end();
      if (unfinished === undefined) return;
      complain(unfinished, 'truncated-file', 'The file stops inside a record.', undefined, 'what could be read of it');
    },
  };
}
