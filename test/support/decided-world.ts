// A world in which people have something to decide: one person under two names, two people under one, a former name,
// somebody who wants to be left out.
import { orcid, page, paper } from './worlds.ts';
import type { World } from './worlds.ts';

const weiOfLathes = orcid('Wei Wang', '0000-0002-1825-0097');
const weiOfScrews = orcid('Wei Wang', '0000-0001-5109-3700');

/**
 * Ada Byron signs "Ada King" once. Kurt Gödel wrote two papers on logic and, he says, none on beekeeping. Two people are
 * called Wei Wang, told apart by their ORCIDs.
 */
export const undecided: World = {
  name: 'undecided',
  records: [
    paper('Looms', ['Ada Byron', 'Grace Hopper'], { year: 2024 }),
    paper('Notes', ['Ada King', 'Luigi Menabrea'], { year: 2023 }),
    paper('Lathes', [weiOfLathes, 'Ada Byron'], { year: 2022 }),
    paper('Screws', [weiOfScrews, 'Kurt Gödel'], { year: 2021 }),
    paper('Proofs', ['Kurt Gödel', 'Emmy Noether'], { year: 2019 }),
    paper('Beekeeping', ['Edsger Dijkstra', 'Kurt Gödel', 'Alan Turing'], { year: 2018 }),
  ],
};

/** A page that tells of the same people and more, with keys that may sort before those of `undecided`. */
export const laterPage: World = {
  name: 'later page',
  records: page('Ada Byron', [
    paper('Abacus', ['Ada Byron', 'Blaise Pascal'], { year: 1999, line: 5 }),
    paper('Notes', ['Ada King', 'Luigi Menabrea'], { year: 2023, line: 12 }),
    paper('Astrolabe', ['Kurt Gödel', 'Ada Byron'], { year: 1998, line: 19 }),
  ]),
};
