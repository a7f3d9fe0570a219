import { performance } from 'node:perf_hooks';

const MAX_ENTRIES = 10_000;

/** Tells the first of many equal happenings within a while, so that a flood of refusals does not become a flood of audit entries. */
export class RecentOnce {
  readonly #seen = new Map<string, number>();
  readonly #forMs: number;

  constructor(forMs: number) {
    this.#forMs = forMs;
  }

  /** True when the same was not seen within the while. */
  first(id: string): boolean {
    const now = performance.now();
    if ((this.#seen.get(id) ?? -Infinity) + this.#forMs > now) return false;
    this.#seen.delete(id);
    this.#seen.set(id, now);
    if (this.#seen.size > MAX_ENTRIES) for (const oldest of this.#seen.keys()) if (this.#seen.delete(oldest)) break;
    return true;
  }
}
