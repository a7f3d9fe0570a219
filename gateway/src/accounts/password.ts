import { hash, verify } from '@node-rs/argon2';
import { problem } from '../platform/problem.js';

/** argon2id at 19 MiB, two passes: the floor OWASP names, about 10 ms here. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** One of the four threads Node has for such work stays free for files and names. */
const AT_ONCE = 3;
/** Beyond it a caller would wait for more than about a second. */
const WAITING = 200;

/** Hashes and checks passwords off the event loop, a few at a time. */
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  #nobody: Promise<string> | null = null;

  /** The hash to store. Throws `unavailable` when too many wait already. */
  hash(password: string): Promise<string> {
    return this.#turn(() => hash(password, COST));
  }

  /** Whether the password fits. Without a stored hash it takes as long and says no, so that time tells nothing. */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (await this.#hashOfNobody());
    const fits = await this.#turn(() => verify(against, password));
    return fits && stored !== null;
  }

  #hashOfNobody(): Promise<string> {
    const made = (this.#nobody ??= this.hash('nobody has this password'));
    // One that could not be made, as too many waited, must not be remembered: addresses nobody has would be told by it from then on.
    made.catch(() => {
      if (this.#nobody === made) this.#nobody = null;
    });
    return made;
  }

  async #turn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < AT_ONCE) this.#running += 1;
    else {
      if (this.#waiting.length >= WAITING)
        throw problem('unavailable', {
          detail: 'Too many people sign in right now. Try again shortly.',
          retryAfter: 2,
        });
      // Whoever ends hands over the place, so that nobody new slips in before.
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
