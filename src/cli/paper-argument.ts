import type { CorpusView } from '../corpus/index.ts';
import { isPaperId, parseIdentifier } from '../model/index.ts';
import type { Paper } from '../model/index.ts';

import { CommandFailure } from './talk.ts';

/** The paper that an argument of the command line means: an id, or an identifier in any spelling. */
export async function paperArgument(text: string, { store }: CorpusView): Promise<Paper> {
  const paper = isPaperId(text) ? (await store.papers.getMany([text]))[0] : await identified(text, store);
  if (paper === undefined) throw new CommandFailure(`Unknown paper "${text}": no paper of these files has it.`);
  return paper;
}

async function identified(text: string, store: CorpusView['store']): Promise<Paper | undefined> {
  const identifier = parseIdentifier(text);
  if (!('invalid' in identifier)) return (await store.identified(identifier)).paper;
  throw new CommandFailure(`"${text}" is no id or identifier of a paper, and no file.`);
}
