/** Input that cannot be taken at all: the person's mistake, said in one line. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}
