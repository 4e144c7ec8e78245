/**
 * What a record is made of, said once: columns are filled and read by it, and it becomes the schema of a saved file.
 * The types hold a shape to its record: a field that is forgotten, or optional in one of them only, does not compile.
 */

/** What one value is; `T` is its type as a record has it. */
export type Shape<T = unknown> = (
  | { readonly kind: 'text' }
  /** Text of which few forms come again and again: each is kept once. */
  | { readonly kind: 'word' }
  | { readonly kind: 'number' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'record'; readonly fields: readonly Field[] }
) & {
  /** Never there: only tells the compiler the type. */
  readonly holds?: T;
};

export interface Field {
  readonly name: string;
  readonly shape: Shape;
  /** Absent values are told apart from empty ones. */
  readonly isOptional: boolean;
}

/** Whether the field's column may be missing: then no row has it, or every list is empty. */
export function mayBeMissing({ shape, isOptional }: Field): boolean {
  return isOptional || shape.kind === 'list';
}

/** A field that may be absent. */
export interface Optional<T> {
  readonly optional: Shape<T>;
}

type Fields<T> = {
  readonly [Name in keyof T]-?: object extends Pick<T, Name> ? Optional<NonNullable<T[Name]>> : Shape<T[Name]>;
};

/** Any text that can be written as UTF-8; half of a surrogate pair becomes U+FFFD, as in every answer over HTTP. */
export function text<T extends string = string>(): Shape<T> {
  return { kind: 'text' };
}

export function word<T extends string = string>(): Shape<T> {
  return { kind: 'word' };
}

export const number: Shape<number> = { kind: 'number' };
export const flag: Shape<boolean> = { kind: 'flag' };

export function list<T>(of: Shape<T>): Shape<readonly T[]> {
  return { kind: 'list', of };
}

export function record<T extends object>(fields: Fields<T>): Shape<T> {
  const told = Object.entries<Shape | Optional<unknown>>(fields);
  return {
    kind: 'record',
    fields: told.map(([name, field]) =>
      'optional' in field
        ? { name, shape: field.optional, isOptional: true }
        : { name, shape: field, isOptional: false },
    ),
  };
}

export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: shape };
}
