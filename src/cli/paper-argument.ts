import type { CorpusView } from '../corpus/index.ts';
import { isPaperId, parseIdentifier } from '../model/index.ts';
import type { Paper } from '../model/index.ts';

import { CommandFailure } from './talk.ts';

/** The paper that an argument of the command line means: an id, or an identifier in any spelling. */
export async function paperArgument(text: string, { store }: CorpusView): Promise<Paper> {
  const identifier = parseIdentifier(text);
  if (!isPaperId(text) && 'invalid' in identifier) {
    throw new CommandFailure(`"${text}" is neither the id or an identifier of a paper nor a file.`);
  }
  const paper =
    isPaperId(text) || 'invalid' in identifier
      ? (await store.papers.getMany([text]))[0]
      : (await store.identified(identifier)).paper;
  if (paper === undefined) throw new CommandFailure(`Unknown paper "${text}": no paper of these files has it.`);
  return paper;
}
