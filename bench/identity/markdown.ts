/**
 * Writes what was measured into bench/identity.md: every part has a section between two comments, and only the sections
 * of the parts that ran are replaced. Nothing between the comments is written by hand.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { format, resolveConfig } from 'prettier';

import type { Part, Table } from './part.ts';

/** How a section came about. */
export interface Run {
  readonly command: string;
  readonly machine: string;
}

const INTRODUCTION = `# Who is who

How well mentions are put together to people, on corpora whose people are known. Everything is loaded through the public door and read back in GraphQL. The sections below are written by the bench itself; each names the command that made it.

    npm run bench:identity -- --write

\`--only acl\` (or rendered, aminer, orcid, million; repeatable) runs one part and replaces its section only.
`;

export function sectionOf({ title, about, tables }: Part, { command, machine }: Run): string {
  const made = `\`${command}\`, ${machine}.`;
  return [`## ${title}`, about, made, ...tables.map(tableOf)].join('\n\n');
}

export async function writeSections(path: string, sections: ReadonlyMap<string, string>): Promise<void> {
  let text = existsSync(path) ? readFileSync(path, 'utf8') : INTRODUCTION;
  for (const [name, section] of sections) {
    const [begin, end] = [`<!-- ${name}: written by bench/identity -->`, `<!-- end of ${name} -->`];
    const block = `${begin}\n\n${section}\n\n${end}`;
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    text = from < 0 || to < from ? `${text}\n${block}\n` : text.slice(0, from) + block + text.slice(to + end.length);
  }
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'markdown' }));
}

function tableOf({ head, rows }: Table): string {
  const isNumber = head.map((_, at) =>
    rows.every((row) => typeof row[at] === 'number' || /^[\d.]+$/.test(row[at] ?? '')),
  );
  const rule = isNumber.map((is) => (is ? '---:' : '---'));
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map(cellOf).join(' | ')} |`;
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function cellOf(cell: string | number): string {
  return typeof cell === 'number' ? cell.toLocaleString('en-US') : cell.replaceAll('|', String.raw`\|`);
}
