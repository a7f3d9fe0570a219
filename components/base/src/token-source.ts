import { ApiError } from './errors.js';

/** Why a token is asked for: the first one, one that is about to end, or one that the gateway refused. */
export type TokenReason = 'start' | 'expiring' | 'rejected';

/** What a host's `getToken` gives: the token alone, or with its life in seconds. */
export type TokenAnswer = string | { token: string; expires_in?: number };
export type GetToken = (reason: TokenReason) => TokenAnswer | Promise<TokenAnswer>;

/** Where a client gets its bearer token from. */
export interface TokenSource {
  /** The present token, asking for a new one where needed; no promise where it is at hand, so that a call leaves at once. */
  token(): string | Promise<string>;
  /** The gateway refused this token; the next `token()` asks for another. */
  reject(token: string): void;
}

const DEFAULT_LIFE = 300;
const ANSWER_TIMEOUT = 10_000;
const LONGEST_WAIT = 30_000;

/**
 * Keeps one short-lived token in a closure and renews it at 75 to 85 % of its life, with one request under way at a time.
 * Times are monotonic, so a wrong wall clock can't cause a loop. After a failure it waits, 1 s growing to 30 s with jitter.
 */
export class RenewingTokenSource implements TokenSource {
  readonly #getToken: GetToken;
  #current: { token: string; renewAt: number; endsAt: number } | null = null;
  #flight: Promise<string> | null = null;
  #failures = 0;
  #failed: { error: ApiError; until: number } | null = null;

  constructor(getToken: GetToken) {
    this.#getToken = getToken;
  }

  token(): string | Promise<string> {
    const now = performance.now();
    const current = this.#current;
    if (current && now < current.endsAt) {
      if (now >= current.renewAt) this.#renew('expiring').catch(() => undefined); // the present token still serves; its own end reports the failure
      return current.token;
    }
    const renewed = this.#renew(current ? 'expiring' : 'start');
    return this.#current && this.#current !== current ? this.#current.token : renewed;
  }

  reject(token: string): void {
    if (this.#current?.token !== token) return;
    this.#current = null;
    this.#renew('rejected').catch(() => undefined);
  }

  #renew(reason: TokenReason): Promise<string> {
    this.#flight ??= this.#start(reason).finally(() => (this.#flight = null));
    return this.#flight;
  }

  async #start(reason: TokenReason): Promise<string> {
    try {
      if (this.#failed && performance.now() < this.#failed.until) throw this.#failed.error;
      const given = this.#getToken(reason);
      const { token, life } = readAnswer(isPromise(given) ? await withTimeout(given) : given);
      const now = performance.now();
      const share = 0.75 + Math.random() * 0.1;
      this.#current = { token, renewAt: now + life * share * 1000, endsAt: now + life * 1000 };
      this.#failures = 0;
      this.#failed = null;
      return token;
    } catch (cause) {
      const error =
        cause instanceof ApiError
          ? cause
          : new ApiError('token_unavailable', `The page gave no token: ${String(cause)}`, { cause });
      if (error !== this.#failed?.error) {
        this.#failures += 1;
        const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** (this.#failures - 1)) * (0.5 + Math.random() / 2);
        this.#failed = { error, until: performance.now() + wait };
      }
      throw error;
    }
  }
}

/** A `getToken` that POSTs to a path on the host's own server, which answers `{token, expires_in}`. */
export function tokenFromUrl(tokenUrl: string): GetToken {
  return async () => {
    const url = new URL(tokenUrl, document.baseURI);
    if (url.origin !== location.origin) {
      throw new ApiError('not_configured', `token-url must be a path on this page's own server, not ${url.origin}.`);
    }
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
    });
    const answer = (await response.json().catch(() => null)) as Exclude<TokenAnswer, string> | null;
    if (response.ok && answer?.token) return answer;
    const { status } = response;
    const cause = url.pathname;
    throw new ApiError('token_unavailable', `${cause} answered ${status}, not {token, expires_in}.`, { status, cause });
  };
}

function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

function readAnswer(answer: TokenAnswer): { token: string; life: number } {
  const token = typeof answer === 'string' ? answer : answer?.token;
  if (typeof token !== 'string' || token === '') throw new ApiError('token_unavailable', 'The page gave no token.');
  const life =
    typeof answer === 'object' && Object.hasOwn(answer, 'expires_in') ? Number(answer.expires_in) : DEFAULT_LIFE;
  return { token, life: Number.isFinite(life) && life > 0 ? life : DEFAULT_LIFE };
}

function withTimeout<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ApiError('token_unavailable', 'The page gave no token in time.')),
      ANSWER_TIMEOUT,
    );
  });
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}
