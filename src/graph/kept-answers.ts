/**
 * Answers kept by question, the least recently asked thrown away first. A network never changes, so an answer stays
 * true; the limit is there because filters come from clients, and there are more of them than memory.
 */
export class KeptAnswers<T> {
  readonly #limit: number;
  readonly #answers = new Map<string, T>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(question: string, work: () => T): T {
    const kept = this.#answers.get(question);
    const answer = kept ?? work();
    this.#answers.delete(question);
    this.#answers.set(question, answer); // last in the map: asked most recently
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#limit) break;
      this.#answers.delete(oldest);
    }
    return answer;
  }
}
