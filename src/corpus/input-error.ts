import { DecisionLogError } from '../store/index.ts';

/** Input that cannot be taken at all: the person's mistake, said in one line. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}

/** A log that cannot be read or written is such a mistake. */
export async function asInputError<T>(done: Promise<T>): Promise<T> {
  try {
    return await done;
  } catch (error) {
    if (error instanceof DecisionLogError) throw new InputError(error.message);
    throw error;
  }
}
