import { builder } from './builder.ts';

/** The place alone: whoever asked to be left out is in no answer. */
export interface WithheldAuthorship {
  readonly position: number | null;
}

export const WithheldAuthorshipRef = builder.objectRef<WithheldAuthorship>('WithheldAuthorship').implement({
  description: 'That somebody wrote the paper who is left out of the corpus by decision. Nothing here tells who.',
  fields: (t) => ({
    position: t.int({
      nullable: true,
      description: 'Place in the printed list, from 1; null when not printed.',
      resolve: ({ position }) => position,
    }),
  }),
});

/** @param positions as a paper keeps them: 0 for somebody who is not on its list */
export function withheldAuthorships(positions: readonly number[]): WithheldAuthorship[] {
  return positions.map((position) => ({ position: position === 0 ? null : position }));
}
