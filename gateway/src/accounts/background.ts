import type { FastifyBaseLogger } from 'fastify';

/** Work that runs behind answers, so that their time does not tell what was done. */
export class Background {
  readonly #log: FastifyBaseLogger;
  readonly #pending = new Set<Promise<void>>();

  constructor(log: FastifyBaseLogger) {
    this.#log = log;
  }

  /** Runs `work`; a failure is logged under `what`. */
  run(work: Promise<void>, what: string): void {
    const done = work
      .catch((error: unknown) => this.#log.error({ err: error }, what))
      .finally(() => this.#pending.delete(done));
    this.#pending.add(done);
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }
}
