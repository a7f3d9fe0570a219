import { problem } from './problem.js';

/** How much of something one tenant may take. */
export interface BulkheadLimits {
  /** Works that run at once. */
  readonly atOnce: number;
  /** Works that wait beside them; more are refused at once. */
  readonly waiting: number;
  /** How long one waits before it is refused. */
  readonly patienceMs: number;
}

interface Room {
  running: number;
  readonly waiting: (() => void)[];
}

/** Keeps tenants apart where they share something scarce: one that is stuck has its own queue, and the others go on. */
export class Bulkhead {
  readonly #limits: BulkheadLimits;
  readonly #rooms = new Map<string, Room>();

  constructor(limits: BulkheadLimits) {
    this.#limits = limits;
  }

  /** Runs `work` when the tenant has room for it. Throws `unavailable` when that takes too long. */
  async run<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    const room = this.#rooms.get(tenantId) ?? { running: 0, waiting: [] };
    this.#rooms.set(tenantId, room);
    if (room.running < this.#limits.atOnce) room.running += 1;
    else await this.#wait(room);
    try {
      return await work();
    } finally {
      // Whoever ends hands over the place, so that nobody new slips in before.
      const next = room.waiting.shift();
      if (next) next();
      else if ((room.running -= 1) === 0) this.#rooms.delete(tenantId);
    }
  }

  #wait({ waiting }: Room): Promise<void> {
    const refusal = problem('unavailable', {
      detail: 'Earlier requests of this tenant still wait for the database. Try again shortly.',
      retryAfter: 1,
    });
    if (waiting.length >= this.#limits.waiting) throw refusal;
    return new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(refusal);
      }, this.#limits.patienceMs);
      waiting.push(enter);
    });
  }
}
