/**
 * Papers as lists of authors, made from a seed with the statistics of dblp: team sizes, papers to an author, the giant
 * component's share and the distances in it. People belong to communities; a paper's lead is somebody who publishes
 * much, and brings earlier coauthors, their coauthors, others of the community, and now and then somebody from far away.
 */
import { Random } from '../random.ts';

export type Size = 'S' | 'M' | 'L';

interface Shape {
  readonly papers: number;
  readonly meanTeam: number;
  /** Shares of team members who are new, and of the others who are earlier coauthors, or coauthors of these. */
  readonly newcomers: number;
  readonly coauthors: number;
  readonly coauthorsOfCoauthors: number;
  /** Of those who are neither: from a neighbouring community, and from anywhere. */
  readonly neighbours: number;
  readonly anywhere: number;
  /** Papers whose team never publishes with anybody else. */
  readonly isolated: number;
  readonly newLeads: number;
  readonly longest: number;
}

const SHAPES: Readonly<Record<Size, Shape>> = {
  S: shape({ papers: 20_000, meanTeam: 2.8, newcomers: 0.24, longest: 120, isolated: 0.04 }),
  M: shape({ papers: 1_000_000, meanTeam: 3, newcomers: 0.14, longest: 1500, isolated: 0.034 }),
  L: shape({
    papers: 7_500_000,
    meanTeam: 3.47,
    newcomers: 0.085,
    coauthors: 0.82,
    coauthorsOfCoauthors: 0.06,
    neighbours: 0.006,
    anywhere: 0.0004,
    newLeads: 0.07,
    longest: 3000,
    isolated: 0.0245,
  }),
};

function shape(
  given: Partial<Shape> & Pick<Shape, 'papers' | 'meanTeam' | 'newcomers' | 'longest' | 'isolated'>,
): Shape {
  const rest = { coauthors: 0.64, coauthorsOfCoauthors: 0.12, neighbours: 0.01, anywhere: 0.0008, newLeads: 0.1 };
  return { ...rest, ...given };
}

/** Papers of dblp by team size, 1 to 25, counted in 3.7 million of them. */
const TEAM_SIZES = [
  745_549, 1_116_942, 899_052, 506_946, 233_421, 102_033, 43_812, 21_684, 11_492, 6599, 3759, 2462, 1653, 1183, 876,
  633, 429, 341, 297, 224, 201, 142, 126, 112, 99,
];
const PAPERS_PER_COMMUNITY = 110;
/** How many of a community's latest authors are remembered. */
const REMEMBERED = 256;
const HYPER_SHARE = 1.2e-4;

/** In the order of publication; author numbers are in the order of first papers. */
export interface MadePapers {
  readonly authors: number;
  readonly paperOffsets: Uint32Array;
  readonly paperAuthors: Uint32Array;
  readonly years: Uint16Array;
  /** Author → their community. */
  readonly homes: Uint32Array;
}

export const SIZES: readonly Size[] = ['S', 'M', 'L'];

export function isSize(text: string): text is Size {
  return SIZES.some((size) => size === text);
}

export function makePapers(size: Size, seed: number): MadePapers {
  return new Maker(SHAPES[size], new Random(seed)).make();
}

class Maker {
  readonly #shape: Shape;
  readonly #random: Random;
  readonly #teams: readonly number[];
  readonly #communities: number;
  readonly #offsets: Uint32Array;
  readonly #seats: Uint32Array;
  /** Seat → the author's seat before, and 1; and the paper it is on. */
  readonly #seatBefore: Uint32Array;
  readonly #paperOf: Uint32Array;
  /** Author → their last seat, and 1; community; papers; the paper that they were put on last, and 1; who stays alone. */
  readonly #lastSeat: Uint32Array;
  readonly #home: Uint32Array;
  readonly #papers: Uint32Array;
  readonly #putOn: Uint32Array;
  readonly #isAlone: Uint8Array;
  readonly #latest: Uint32Array;
  readonly #latestCounts: Uint32Array;
  #authors = 0;
  #taken = 0;

  constructor(shape: Shape, random: Random) {
    const seats = Math.ceil(shape.papers * shape.meanTeam * 1.15) + 10_000;
    this.#shape = shape;
    this.#random = random;
    this.#teams = teamShares(shape.meanTeam - 0.03);
    this.#communities = Math.max(40, Math.round(shape.papers / PAPERS_PER_COMMUNITY));
    this.#offsets = new Uint32Array(shape.papers + 1);
    this.#seats = new Uint32Array(seats);
    this.#seatBefore = new Uint32Array(seats);
    this.#paperOf = new Uint32Array(seats);
    this.#lastSeat = new Uint32Array(seats);
    this.#home = new Uint32Array(seats);
    this.#papers = new Uint32Array(seats);
    this.#putOn = new Uint32Array(seats);
    this.#isAlone = new Uint8Array(seats);
    this.#latest = new Uint32Array(this.#communities * REMEMBERED);
    this.#latestCounts = new Uint32Array(this.#communities);
  }

  make(): MadePapers {
    const { papers, isolated } = this.#shape;
    const years = new Uint16Array(papers);
    for (let paper = 0; paper < papers; paper++) {
      years[paper] = Math.min(2026, 1960 + Math.floor(66.9 * (paper / papers) ** 0.28));
      const team = this.#teamSize();
      if (this.#random.chance(isolated) && team < 8) this.#putAlone(paper, team);
      else this.#putTeam(paper, team);
      this.#close(paper);
    }
    return {
      authors: this.#authors,
      paperOffsets: this.#offsets,
      paperAuthors: this.#seats.slice(0, this.#taken),
      years,
      homes: this.#home.slice(0, this.#authors),
    };
  }

  #putAlone(paper: number, team: number): void {
    const home = this.#random.below(this.#communities);
    for (let seat = 0; seat < team; seat++) this.#put(paper, this.#newAuthor(home, true));
  }

  #putTeam(paper: number, team: number): void {
    const first = this.#taken;
    const lead = this.#lead();
    this.#put(paper, lead);
    for (let seat = 1; seat < team; seat++) {
      let next = -1;
      for (let attempt = 0; attempt < 5; attempt++) {
        next = this.#teamMember(lead, first, team);
        if (next >= 0 && this.#putOn[next] !== paper + 1) break;
        next = -1;
      }
      this.#put(paper, next >= 0 ? next : this.#newAuthor(this.#homeOf(lead), false));
    }
  }

  #lead(): number {
    if (this.#taken >= 50 && !this.#random.chance(this.#shape.newLeads)) {
      const busy = this.#anybody();
      if (busy >= 0) return busy;
    }
    const known = this.#taken >= 50 && !this.#random.chance(0.02) ? this.#anybody() : -1;
    return this.#newAuthor(known < 0 ? this.#random.below(this.#communities) : this.#homeOf(known), false);
  }

  #teamMember(lead: number, first: number, team: number): number {
    const { newcomers, coauthors, coauthorsOfCoauthors, neighbours, anywhere } = this.#shape;
    const home = this.#homeOf(lead);
    if (this.#random.chance(newcomers)) return this.#newAuthor(home, false);
    const what = this.#random.next();
    if (team > TEAM_SIZES.length) {
      if (what > 0.9) return this.#anybody();
      return this.#neighbour(what < 0.5 ? home : home + 1 + this.#random.below(6));
    }
    const base = this.#random.chance(0.7)
      ? lead
      : (this.#seats[first + this.#random.below(this.#taken - first)] ?? lead);
    if (what < coauthors) return this.#willing(this.#coauthorOf(base));
    if (what < coauthors + coauthorsOfCoauthors) return this.#coauthorOf(this.#coauthorOf(base));
    if (what < 1 - neighbours - anywhere) return this.#neighbour(home);
    if (what >= 1 - anywhere) return this.#anybody();
    const distance = 1 + Math.floor(-3 * Math.log(1 - this.#random.next()));
    return this.#neighbour(home + (this.#random.chance(0.5) ? distance : -distance));
  }

  // Somebody who publishes much and lately is more likely.
  #anybody(): number {
    for (let attempt = 0; attempt < 8; attempt++) {
      const seat = this.#taken - 1 - Math.floor(this.#taken * this.#random.next() ** 2 * 0.98);
      const author = this.#seats[seat] ?? 0;
      if (this.#isAlone[author] === 0 && this.#willing(author) >= 0) return author;
    }
    return -1;
  }

  #neighbour(community: number): number {
    const at = ((community % this.#communities) + this.#communities) % this.#communities;
    const known = Math.min(this.#latestCounts[at] ?? 0, REMEMBERED);
    if (known === 0) return -1;
    return this.#willing(this.#latest[at * REMEMBERED + this.#random.below(known)] ?? 0);
  }

  #coauthorOf(author: number): number {
    let seat = author < 0 ? 0 : (this.#lastSeat[author] ?? 0);
    if (seat === 0) return -1;
    for (let back = 0; back < 30 && this.#random.chance(0.6); back++) {
      const before = this.#seatBefore[seat - 1] ?? 0;
      if (before === 0) break;
      seat = before;
    }
    const paper = this.#paperOf[seat - 1] ?? 0;
    const begin = this.#offsets[paper] ?? 0;
    return this.#seats[begin + this.#random.below((this.#offsets[paper + 1] ?? 0) - begin)] ?? -1;
  }

  // Who has many papers has less time for another one.
  #willing(author: number): number {
    const papers = author < 0 ? 0 : (this.#papers[author] ?? 0);
    return papers <= 5 || this.#random.chance(Math.sqrt(5 / papers)) ? author : -1;
  }

  #homeOf(author: number): number {
    return this.#home[author] ?? 0;
  }

  #newAuthor(home: number, isAlone: boolean): number {
    const author = this.#authors++;
    this.#home[author] = home;
    this.#isAlone[author] = isAlone ? 1 : 0;
    return author;
  }

  #put(paper: number, author: number): void {
    this.#putOn[author] = paper + 1;
    this.#paperOf[this.#taken] = paper;
    this.#seats[this.#taken++] = author;
  }

  // From now on its authors are known as authors of it.
  #close(paper: number): void {
    this.#offsets[paper + 1] = this.#taken;
    for (let seat = this.#offsets[paper] ?? 0; seat < this.#taken; seat++) {
      const author = this.#seats[seat] ?? 0;
      this.#seatBefore[seat] = this.#lastSeat[author] ?? 0;
      this.#lastSeat[author] = seat + 1;
      this.#papers[author] = (this.#papers[author] ?? 0) + 1;
      if (this.#isAlone[author] === 1) continue;
      const home = this.#homeOf(author);
      const count = this.#latestCounts[home] ?? 0;
      this.#latest[home * REMEMBERED + (count % REMEMBERED)] = author;
      this.#latestCounts[home] = count + 1;
    }
  }

  #teamSize(): number {
    if (this.#random.chance(HYPER_SHARE)) {
      // Pareto's tail, from 26 authors on.
      const least = this.#random.chance(0.006) ? 300 : 26;
      return Math.min(this.#shape.longest, Math.floor(least / (1 - this.#random.next()) ** (1 / 2.2)));
    }
    const share = this.#random.next();
    const place = this.#teams.findIndex((upTo) => share <= upTo);
    return place < 0 ? TEAM_SIZES.length : place + 1;
  }
}

// Shares up to each team size, tilted until their mean is the one wanted.
function teamShares(mean: number): number[] {
  const tilted = (tilt: number): { readonly mean: number; readonly upTo: number[] } => {
    const weights = TEAM_SIZES.map((count, at) => count * tilt ** at);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    let reached = 0;
    return {
      mean: weights.reduce((total, weight, at) => total + ((at + 1) * weight) / sum, 0),
      upTo: weights.map((weight) => (reached += weight / sum)),
    };
  };
  let [low, high] = [0.8, 1.5];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (tilted(middle).mean < mean) low = middle;
    else high = middle;
  }
  return tilted(low).upTo;
}
