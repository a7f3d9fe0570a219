import { performance } from 'node:perf_hooks';

const MAX_SUBJECTS = 10_000;
/** Different happenings of one subject that are told apart within the while. */
const TOLD_APART = 20;

/**
 * Writes down the first of many equal happenings within a while, so that a flood of refusals does not become a flood of audit entries:
 * at most 20 different ones of a subject, and one more that stands for all the others.
 */
export class RecentOnce {
  readonly #seen = new Map<string, Map<string | null, number>>();
  readonly #forMs: number;

  constructor(forMs: number) {
    this.#forMs = forMs;
  }

  /**
   * Does `work` unless the same was done within the while. What failed was not done.
   * @param subject what something happens to, for example a credential
   * @param what which of the subject's happenings, at most a few hundred characters of whoever causes it
   * @param work told what to write down; null: others than those written down already, too many to tell apart
   */
  async run(subject: string, what: string, work: (told: string | null) => Promise<unknown>): Promise<void> {
    const now = performance.now();
    const seen = this.#seen.get(subject) ?? new Map<string | null, number>();
    for (const [old, at] of seen) if (at + this.#forMs <= now) seen.delete(old);
    const told = seen.has(what) || seen.size < TOLD_APART ? what : null;
    if (seen.has(told)) return;
    seen.set(told, now);
    this.#seen.delete(subject);
    this.#seen.set(subject, seen);
    if (this.#seen.size > MAX_SUBJECTS) for (const oldest of this.#seen.keys()) if (this.#seen.delete(oldest)) break;
    try {
      await work(told);
    } catch (error) {
      seen.delete(told);
      throw error;
    }
  }
}
