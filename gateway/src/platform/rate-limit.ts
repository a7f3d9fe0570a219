import { isIPv6 } from 'node:net';
import { problem } from './problem.js';

/** So many calls within so many seconds; unused ones are saved up to that number. */
export interface Rate {
  readonly calls: number;
  readonly seconds: number;
}

/** What a caller has left. */
export interface RateState {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until everything is free again. */
  readonly reset: number;
}

/** The rates, before `RATE_LIMIT_SCALE`. */
export const RATES = {
  ip: { calls: 1200, seconds: 60 },
  user: { calls: 600, seconds: 60 },
  embed: { calls: 600, seconds: 60 },
  sdk: { calls: 600, seconds: 60 },
  api_key: { calls: 3000, seconds: 60 },
  internal: { calls: 60_000, seconds: 60 },
  /** Bad credentials of one address: guessing is slow, a mistyped deployment is not locked out for long. */
  refused: { calls: 60, seconds: 60 },
  register: { calls: 10, seconds: 3600 },
  /** With what was saved up 48 in the worst minute: one address can't lock ten accounts, which takes 50. */
  login: { calls: 24, seconds: 60 },
  /** Wishes for a mail with a new password. */
  forgot: { calls: 10, seconds: 600 },
  /** Mailed codes and links that somebody tries. */
  code: { calls: 30, seconds: 60 },
  refresh: { calls: 120, seconds: 60 },
  /** Asking whether a token is good: enough for a server that asks at each sign-in, too few to guess. */
  validate: { calls: 120, seconds: 60 },
} as const satisfies Record<string, Rate>;

/** What is limited. */
export type RateName = keyof typeof RATES;

/** Those whose caller is an address. */
const BY_NETWORK: ReadonlySet<RateName> = new Set([
  'ip',
  'refused',
  'register',
  'login',
  'refresh',
  'validate',
  'forgot',
  'code',
]);

const MAX_ENTRIES = 100_000;

/** IPv6 callers own a /64 at least, so they are counted by it. */
function network(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip;
  const [head = ''] = ip.split('::');
  const groups = head.split(':').filter(Boolean);
  return `${groups.concat(['0', '0', '0', '0']).slice(0, 4).join(':')}::/64`;
}

/**
 * Limits by address, account and key (GCRA: one number a caller). Kept in this process's memory and bounded: when it is full
 * the oldest caller is forgotten first.
 */
export class RateLimiter {
  /** Theoretical arrival time in ms by caller, in the order of last use. */
  readonly #arrivals = new Map<string, number>();
  readonly #scale: number;
  readonly #now: () => number;

  constructor(scale: number, now: () => number = () => performance.now()) {
    this.#scale = scale;
    this.#now = now;
  }

  /** Counts a call. Throws `rate_limited` with `Retry-After` when there are too many. */
  take(name: RateName, caller: string): RateState {
    const { calls, seconds } = RATES[name];
    const limit = Math.max(1, Math.floor(calls * this.#scale));
    const spacing = (seconds * 1000) / limit;
    const window = spacing * limit;
    const key = `${name} ${BY_NETWORK.has(name) ? network(caller) : caller}`;
    const now = this.#now();
    const arrival = Math.max(this.#arrivals.get(key) ?? 0, now) + spacing;
    const over = arrival - now - window;
    if (over > 0.001) {
      const retryAfter = Math.ceil(over / 1000);
      throw problem('rate_limited', {
        detail: `Too many requests. Try again in ${retryAfter} s.`,
        retryAfter,
        headers: rateHeaders({ limit, remaining: 0, reset: Math.ceil((arrival - spacing - now) / 1000) }),
      });
    }
    this.#arrivals.delete(key);
    if (this.#arrivals.size >= MAX_ENTRIES)
      for (const oldest of this.#arrivals.keys()) if (this.#arrivals.delete(oldest)) break;
    this.#arrivals.set(key, arrival);
    return {
      limit,
      remaining: Math.floor((window - (arrival - now)) / spacing),
      reset: Math.ceil((arrival - now) / 1000),
    };
  }
}

/** The answer headers of a limit. */
export function rateHeaders({ limit, remaining, reset }: RateState): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(reset),
  };
}
