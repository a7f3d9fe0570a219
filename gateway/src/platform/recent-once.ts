import { performance } from 'node:perf_hooks';

const MAX_ENTRIES = 10_000;

/** Writes down the first of many equal happenings within a while, so that a flood of refusals does not become a flood of audit entries. */
export class RecentOnce {
  readonly #seen = new Map<string, number>();
  readonly #forMs: number;

  constructor(forMs: number) {
    this.#forMs = forMs;
  }

  /** Does `work` unless the same was done within the while. What failed was not done. */
  async run(id: string, work: () => Promise<unknown>): Promise<void> {
    const now = performance.now();
    if ((this.#seen.get(id) ?? -Infinity) + this.#forMs > now) return;
    this.#seen.delete(id);
    this.#seen.set(id, now);
    if (this.#seen.size > MAX_ENTRIES) for (const oldest of this.#seen.keys()) if (this.#seen.delete(oldest)) break;
    try {
      await work();
    } catch (error) {
      this.#seen.delete(id);
      throw error;
    }
  }
}
