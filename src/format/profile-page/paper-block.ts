/**
 * One paper of a page: what stands from its heading to the next. Title, authors and abstract are paragraphs one after
 * the other; whatever is missing or mangled is left out with a problem, and the rest is the paper.
 */
import { categoryOf, foldText, recordKey } from '../../model/index.ts';
import type { Mention, PaperRecord, Problem, ProblemKind } from '../../model/index.ts';

import { isAuthorLine, isCertainAuthorLine, parseAuthorLine, placeOf } from './author-line.ts';
import type { AuthorLine } from './author-line.ts';
import type { Heading } from './heading.ts';
import { pageDate } from './page-date.ts';
import { excerpt, lineOf, textOf } from './paragraph.ts';
import type { Paragraph } from './paragraph.ts';

export interface PaperBlock {
  readonly heading: Heading;
  /** Below the heading, up to the next. */
  readonly paragraphs: readonly Paragraph[];
}

/** What a paper's block needs to know of its page. */
export interface PageContext {
  readonly file: string;
  readonly owner?: string;
  readonly captureYear?: number;
}

export interface ReadBlock {
  /** Absent when the block has not even a title. */
  readonly record?: PaperRecord;
  readonly problems: readonly Problem[];
}

interface Parts {
  readonly title: string;
  readonly authors?: { readonly paragraph: Paragraph; readonly line: AuthorLine };
  readonly abstract: readonly Paragraph[];
}

type Report = (kind: ProblemKind, line: number, message: string, kept: string, found?: string) => void;

export function readBlock(block: PaperBlock, page: PageContext): ReadBlock {
  const { heading, paragraphs } = block;
  const problems: Problem[] = [];
  const report: Report = (kind, line, message, kept, found) =>
    problems.push({ kind, file: page.file, line, message, ...(found === undefined ? {} : { found }), kept });
  if (paragraphs[0] === undefined) {
    report('cut-record', heading.line, 'A paper stops after its heading.', 'nothing of this paper', heading.text);
    return { problems };
  }
  const parts = partsOf(paragraphs, page.owner);
  if (heading.code === undefined) {
    report('missing-category', heading.line, `${named(parts)} has no category code.`, 'the paper', heading.text);
  }
  const dated = pageDate(heading.date, page.captureYear);
  if (dated.trouble !== undefined) {
    const { kind, message, kept } = dated.trouble;
    report(kind, heading.line, `${message} The paper is ${named(parts)}.`, kept, heading.text);
  }
  const list = authorList(parts, paragraphs, page.owner, report);
  reportAbstract(parts, paragraphs, report);
  const abstract = parts.abstract.map(textOf).join('\n\n');
  const record: PaperRecord = {
    kind: 'paper',
    key: recordKey('profile', `${foldText(parts.title)}|${dated.printed}`),
    catalogue: 'profile',
    line: heading.line,
    title: parts.title,
    ...(abstract === '' ? {} : { abstract }),
    date: dated.date,
    isYearInferred: dated.isYearInferred,
    categories: heading.code === undefined ? [] : [categoryOf(heading.code)],
    identifiers: [],
    ...list,
    groupAuthors: parts.authors?.line.groups ?? [],
    institutions: parts.authors?.line.institutions ?? [],
  };
  return { record, problems };
}

function partsOf(paragraphs: readonly Paragraph[], owner: string | undefined): Parts {
  const [titleLines = [], second, ...rest] = paragraphs;
  const title = textOf(titleLines);
  if (second === undefined) return { title, abstract: [] };
  const all = textOf(second);
  if (isAuthorLine(all, owner)) {
    return { title, authors: { paragraph: second, line: parseAuthorLine(all) }, abstract: rest };
  }
  // The blank line between authors and abstract is lost.
  const [first, ...below] = second;
  if (first !== undefined && below.length > 0 && isCertainList(first.text, owner)) {
    const authors = { paragraph: [first], line: parseAuthorLine(first.text) };
    return { title, authors, abstract: [below, ...rest] };
  }
  return { title, abstract: [second, ...rest] };
}

// The first line of an abstract may be one capital word; a list of authors has two, or a mark of its own.
function isCertainList(text: string, owner: string | undefined): boolean {
  if (!isCertainAuthorLine(text)) return false;
  const { people, institutions, isCut } = parseAuthorLine(text);
  return people.length > 1 || isCut || institutions.length > 0 || (owner !== undefined && placeOf(owner, people) >= 0);
}

function authorList(
  parts: Parts,
  paragraphs: readonly Paragraph[],
  owner: string | undefined,
  report: Report,
): Pick<PaperRecord, 'authors' | 'isAuthorListComplete'> {
  const { authors } = parts;
  const people = authors?.line.people ?? [];
  const place = owner === undefined ? -1 : placeOf(owner, people);
  const mentions = people.map((name, index): Mention => ({
    position: index + 1,
    ...(index === place ? { isOwner: true } : {}),
    name,
  }));
  const isHidden = owner !== undefined && place < 0;
  const hidden: Mention[] = isHidden ? [{ isOwner: true, name: owner }] : [];
  const isList = authors !== undefined && people.length + authors.line.groups.length > 0;
  reportAuthors(parts, paragraphs, owner, isHidden, report);
  return {
    authors: [...mentions, ...hidden],
    isAuthorListComplete: isList && !authors.line.isCut && !isHidden,
  };
}

function reportAuthors(
  parts: Parts,
  paragraphs: readonly Paragraph[],
  owner: string | undefined,
  isHidden: boolean,
  report: Report,
): void {
  const { authors } = parts;
  const kept = owner === undefined ? 'the paper, without authors' : `the paper, with ${owner} as its only known author`;
  const [, second] = paragraphs;
  if (authors === undefined) {
    if (second === undefined) return; // The cut record says it.
    report('missing-authors', lineOf(second), `${named(parts)} has no line of authors.`, kept, excerpt(textOf(second)));
    return;
  }
  const line = lineOf(authors.paragraph);
  const found = excerpt(textOf(authors.paragraph));
  const { people, groups, nameless, isCut } = authors.line;
  if (nameless.length > 0) {
    report('lost-text', line, `A part of the author line holds no name.`, 'the other names', nameless.join(', '));
  }
  if (people.length + groups.length === 0) {
    report('missing-authors', line, `The author line of ${named(parts)} names nobody.`, kept, found);
  } else if (isHidden && !isCut) {
    const message = `${owner}, whose page this is, is not among the authors of ${named(parts)}, though the list is not cut.`;
    report('owner-not-listed', line, message, `${owner} as an author who is not listed; the list as incomplete`, found);
  }
}

function reportAbstract(parts: Parts, paragraphs: readonly Paragraph[], report: Report): void {
  const last = paragraphs.at(-1)?.at(-1);
  if (last === undefined || parts.abstract.length > 0) return;
  if (parts.authors === undefined) {
    report(
      'cut-record',
      last.number,
      'A paper stops after its title.',
      'the paper, with its title',
      excerpt(last.text),
    );
  } else {
    report(
      'missing-abstract',
      last.number,
      `${named(parts)} has no abstract.`,
      'the paper without it',
      excerpt(last.text),
    );
  }
}

function named(parts: Parts): string {
  return `"${excerpt(parts.title)}"`;
}
