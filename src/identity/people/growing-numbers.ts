/** A list of whole numbers of 32 bits that grows: half the memory of an array, and no more than that to move. */
const FIRST = 1024;

export class GrowingNumbers {
  #numbers = new Int32Array(FIRST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Int32Array(2 * this.#length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = number;
  }

  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }

  /** Without the room to grow. */
  cut(): Int32Array {
    return this.#numbers.slice(0, this.#length);
  }
}
