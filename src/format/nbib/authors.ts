/**
 * The people of a record. A person is `FAU` (in full) with `AU` (short) below, or `AU` alone on old records and in
 * ERIC's dialect; `AUID` and `AD` speak of the person above them. `CN` is a group. Editors (`FED`, `ED`) and
 * investigators (`FIR`, `IR`) are no authors, and what stands below them is not about an author.
 */
import { mentionDetails } from '../text/mention-details.ts';
import type { InstitutionMention, Mention } from '../../model/index.ts';
import { foldText, isGroupName, splitName } from '../../model/index.ts';
import type { ReadContext } from '../format.ts';
import { collapse, isEtAl, nameOfFullAuthor, nameOfShortAuthor } from '../text/person-name.ts';
import { IdentifierList } from '../text/identifier-list.ts';

import type { TaggedRecord } from './fields.ts';

export interface AuthorList {
  readonly authors: readonly Mention[];
  readonly groupAuthors: readonly string[];
  readonly isComplete: boolean;
}

interface OpenAuthor {
  name: string;
  /** A full name waits for its short form, which is no other person. */
  hasShortForm: boolean;
  /** Some programs write the short form first. */
  hasOnlyShortForm: boolean;
  readonly identifiers: IdentifierList;
  readonly affiliations: InstitutionMention[];
}

const ORCID = /^(?:orcid:?\s*(?=.)|(?=https?:\/\/(?:www\.)?orcid\.org\/))(.*)$/i;

export function authorsOf(record: TaggedRecord, context: ReadContext): AuthorList {
  const people: OpenAuthor[] = [];
  const groups: string[] = [];
  let isComplete = true;
  let open: OpenAuthor | undefined;
  for (const { tag, value } of record.fields) {
    if (value === '') continue;
    switch (tag) {
      case 'FAU':
      case 'AU': {
        if (tag === 'AU' && open?.hasShortForm === false) {
          open.hasShortForm = true;
          break;
        }
        const name = tag === 'FAU' ? nameOfFullAuthor(value) : nameOfShortAuthor(value);
        if (tag === 'FAU' && open !== undefined && open.hasOnlyShortForm && isShortOf(open.name, name)) {
          open.name = name;
          open.hasOnlyShortForm = false;
          break;
        }
        open = undefined;
        if (isEtAl(value)) isComplete = false;
        else if (isGroupName(value)) groups.push(collapse(value));
        else if (name !== '') {
          open = {
            name,
            hasShortForm: tag === 'AU',
            hasOnlyShortForm: tag === 'AU',
            identifiers: new IdentifierList(context, record.line),
            affiliations: [],
          };
          people.push(open);
        }
        break;
      }
      case 'AUID': {
        const orcid = ORCID.exec(value)?.[1];
        if (orcid !== undefined) open?.identifiers.add(orcid, 'ORCID');
        break;
      }
      case 'AD':
        open?.affiliations.push({ name: value, identifiers: [] });
        break;
      case 'CN':
        open = undefined;
        if (isEtAl(value)) isComplete = false;
        else groups.push(value);
        break;
      case 'FED':
      case 'ED':
      case 'FIR':
      case 'IR':
        open = undefined;
        break;
      default:
    }
  }
  const authors = people.map(({ name, identifiers, affiliations }, at) => ({
    position: at + 1,
    name,
    ...mentionDetails(identifiers.all, affiliations),
  }));
  return { authors, groupAuthors: groups, isComplete };
}

/** Whether `A K Byron` is short for `Ada King Byron`: the same family name, and a given name that begins alike. */
function isShortOf(short: string, full: string): boolean {
  const [brief, long] = [splitName(short), splitName(full)];
  const [initial, letter] = [foldText(brief.given).charAt(0), foldText(long.given).charAt(0)];
  return foldText(brief.family) === foldText(long.family) && initial === letter && initial !== '';
}
