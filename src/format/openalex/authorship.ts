/** The authorships of a work: printed names, OpenAlex's people and the institutions beside them. */
import { mentionDetails } from '../text/mention-details.ts';
import type { InstitutionMention, PaperRecord } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { AuthorList, inReadingOrder } from '../text/author-list.ts';
import { IdentifierList } from '../text/identifier-list.ts';
import { countIn, objectIn, objectsIn, present, textIn, textsIn } from '../text/json-fields.ts';
import type { JsonObject } from '../text/json-records.ts';
import { plainText } from '../text/markup.ts';

type Authors = Pick<PaperRecord, 'authors' | 'groupAuthors' | 'isAuthorListComplete' | 'authorCount'>;

const NOBODY = /A9999999999$/i;
/** Figshare counts its authors behind their names: `Do-Young Yoon (64538)`. */
const COUNTED = /\s*\(\d+\)$/;

export function readAuthorships(work: JsonObject, line: number, context: ReadContext): Authors {
  const list = new AuthorList();
  for (const authorship of objectsIn(work['authorships'])) addAuthorship(authorship, list, line, context);
  // Replies stop at a hundred authors and say so; a reply may also have been asked without any.
  const isTruncated = work['is_authors_truncated'] === true;
  if (isTruncated || !Array.isArray(work['authorships'])) list.cut();
  const count = isTruncated ? countIn(work['authors_count']) : undefined;
  return { ...list.fields, ...present('authorCount', count) };
}

function addAuthorship(authorship: JsonObject, list: AuthorList, line: number, context: ReadContext): void {
  const author = objectIn(authorship['author']);
  const printed = plainText(textIn(authorship['raw_author_name']) ?? textIn(author['display_name']) ?? '');
  if (printed === '') {
    const { file } = context;
    context.problem({ kind: 'lost-text', file, line, message: 'An author has no name.', kept: 'the other authors' });
    return;
  }
  const id = textIn(author['id']);
  const identifiers = new IdentifierList(context, line);
  if (id !== undefined && !NOBODY.test(id)) identifiers.add(id, 'OPENALEX');
  identifiers.add(textIn(author['orcid']) ?? textIn(authorship['raw_orcid']), 'ORCID');
  const affiliations = affiliationsOf(authorship, line, context);
  const name = inReadingOrder(printed.replace(COUNTED, '') || printed);
  list.add(name, {
    ...mentionDetails(identifiers.all, affiliations),
    ...(COUNTED.test(printed) ? { personKey: printed } : {}),
  });
}

function affiliationsOf(authorship: JsonObject, line: number, context: ReadContext): readonly InstitutionMention[] {
  const known = objectsIn(authorship['institutions']).flatMap((institution): InstitutionMention[] => {
    const name = textIn(institution['display_name']);
    if (name === undefined) return [];
    const identifiers = new IdentifierList(context, line)
      .add(textIn(institution['ror']), 'ROR')
      .add(textIn(institution['id']), 'OPENALEX');
    const country = textIn(institution['country_code'])?.toUpperCase();
    return [{ name, identifiers: identifiers.all, ...present('countryCode', country) }];
  });
  if (known.length > 0) return known;
  return textsIn(authorship['raw_affiliation_strings']).map((name) => ({ name, identifiers: [] }));
}
