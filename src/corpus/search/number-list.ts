/** Numbers of 32 bits that become more, in pieces, so that what is full is never copied while they do. */
const PIECE_BITS = 16;
const PIECE = 2 ** PIECE_BITS;

export class NumberList {
  readonly #pieces: Uint32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const place = this.#length++ & (PIECE - 1);
    if (place === 0) this.#pieces.push(new Uint32Array(PIECE));
    const piece = this.#pieces.at(-1);
    if (piece !== undefined) piece[place] = value;
  }

  at(index: number): number {
    return this.#pieces[index >>> PIECE_BITS]?.[index & (PIECE - 1)] ?? 0;
  }

  whole(): Uint32Array {
    const all = new Uint32Array(this.#pieces.length * PIECE);
    for (const [at, piece] of this.#pieces.entries()) all.set(piece, at * PIECE);
    return all.slice(0, this.#length);
  }
}
