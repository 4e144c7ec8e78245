/** `coauthor export`: the papers of files, each once, in a format that other programs read. */
import type { Command } from 'commander';
import { Option } from 'commander';

import { exportedPapers, paperWriters } from '../corpus/index.ts';

import { CAPTURED_ON, checkCapturedOn, DECISIONS, openFiles } from './open.ts';
import type { OpenFlags } from './open.ts';
import { problemLine, say } from './talk.ts';

interface ExportFlags extends OpenFlags {
  readonly format: string;
}

export function addExport(program: Command): void {
  const names = paperWriters.map((writer) => writer.name);
  program
    .command('export')
    .description('write the papers of files, each once, on standard output')
    .argument('[files...]', 'files, folders, or - for standard input; the sample corpus when none is named')
    .addOption(new Option('-f, --format <name>', 'format to write').choices(names).makeOptionMandatory())
    .option(...CAPTURED_ON)
    .option(...DECISIONS)
    .addHelpText('after', '\nExample:\n  $ coauthor export data/sample --format bibtex > papers.bib')
    .action(exportPapers);
}

async function exportPapers(files: readonly string[], flags: ExportFlags): Promise<void> {
  checkCapturedOn(flags.capturedOn);
  const corpus = await openFiles(files, flags, { isQuiet: true });
  corpus.report.problems.forEach((problem) => say(problemLine(problem)));
  const papers = [];
  for await (const paper of exportedPapers(corpus.view())) papers.push(paper);
  const writer = paperWriters.find(({ name }) => name === flags.format);
  for (const text of writer?.write(papers) ?? []) {
    if (!process.stdout.write(text)) await new Promise((settle) => process.stdout.once('drain', settle));
  }
  say(`Wrote ${papers.length} papers as ${flags.format}.`);
}
