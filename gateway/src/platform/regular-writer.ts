/**
 * What is gathered in memory and written together: regularly, when somebody is to read it, and on shutdown. A process that is killed
 * loses what it gathered since the last time.
 */
export abstract class RegularWriter {
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | null = null;
  #flushing: Promise<void> = Promise.resolve();

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** Starts the regular writing. */
  start(): void {
    this.#timer = setInterval(() => void this.flush(), this.#everyMs);
    this.#timer.unref();
  }

  /** Writes what was gathered so far. One writing at a time. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.write());
    return this.#flushing;
  }

  /** Writes the rest and ends. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.flush();
  }

  /** Writes what was gathered. Never rejects: what could not be written is kept for the next time. */
  protected abstract write(): Promise<void>;
}
