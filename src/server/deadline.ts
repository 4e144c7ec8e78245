/**
 * The time that a request may run, and whoever waits for it: its signal is given when either ends. A timer cannot fire
 * while something is worked out, so `check` looks at the clock as well.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #milliseconds: number;
  readonly #client: AbortSignal;
  #timer: NodeJS.Timeout | undefined;
  #end = Infinity;

  /** @param client given when whoever asked has gone */
  constructor(milliseconds: number, client: AbortSignal) {
    this.#milliseconds = milliseconds;
    this.#client = client;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isOver(): boolean {
    return this.signal.reason instanceof DeadlineExceeded;
  }

  /** Runs from now on; the promise rejects when the time is over or the client has gone, and else never settles. */
  start(): Promise<never> {
    const ended = new Promise<never>((_, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason as Error), { once: true });
    });
    this.#client.addEventListener('abort', this.#hangUp, { once: true });
    if (this.#client.aborted) this.#hangUp();
    if (this.#milliseconds <= LONGEST_TIMER) {
      this.#end = performance.now() + this.#milliseconds;
      this.#timer = setTimeout(this.#exceed, this.#milliseconds).unref();
    }
    return ended;
  }

  stop(): void {
    this.#client.removeEventListener('abort', this.#hangUp);
    clearTimeout(this.#timer);
  }

  /** Throws once the time is over or nobody waits. */
  readonly check = (): void => {
    if (performance.now() >= this.#end) this.#exceed();
    this.signal.throwIfAborted();
  };

  readonly #exceed = (): void => this.#controller.abort(new DeadlineExceeded());

  readonly #hangUp = (): void => this.#controller.abort(this.#client.reason);
}

/** What Node's timers hold; more than three weeks are no limit. */
const LONGEST_TIMER = 2 ** 31 - 1;

export class DeadlineExceeded extends Error {}
