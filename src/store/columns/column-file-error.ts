/** The bytes of a file hold another thing than they should. */
export class ColumnFileError extends Error {
  /** The file's name without ending, once it is known. */
  readonly file: string | undefined;

  constructor(message: string, file?: string) {
    super(message);
    this.name = 'ColumnFileError';
    this.file = file;
  }
}

/** What is read; a `ColumnFileError` that does not say so yet is thrown as one of the file. */
export function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ColumnFileError) || error.file !== undefined) throw error;
    throw new ColumnFileError(error.message, file);
  }
}
