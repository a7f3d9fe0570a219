import type { Call } from '@caas/contract/call.js';
import type { Answer, Endpoint, Input } from '@caas/contract/endpoint.js';
import { ShapeError, read } from '@caas/contract/shape.js';
import { ApiError } from './errors.js';
import type { TokenSource } from './token-source.js';

const TIMEOUT = 15_000;
const CLOCK_TOLERANCE = 1_500;

export interface ClientOptions {
  /** Where the gateway is, without a path: `https://api.example.com`. */
  url: string;
  /** Absent for a client of public endpoints only. */
  tokens?: TokenSource | null;
  /** `omit` in embeds; the console itself needs `same-origin` for its refresh cookie. */
  credentials?: RequestCredentials;
  /** GETs that are under way already, by URL: each is used once. Null where one failed. */
  early?: Map<string, Promise<Response | null>> | undefined;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** Repeats of one write share a key, so that the gateway does it once. Made anew for every call where absent. */
  idempotencyKey?: string;
}

type Arguments<E extends Endpoint> =
  Record<never, never> extends Input<E>
    ? [input?: Input<E>, options?: CallOptions]
    : [input: Input<E>, options?: CallOptions];

/** Calls endpoints of the contract: adds token and idempotency key, retries once on 401, parses answers, throws `ApiError`. */
export class ApiClient {
  readonly url: string;
  readonly #tokens: TokenSource | null;
  readonly #credentials: RequestCredentials;
  readonly #early: ClientOptions['early'];
  /** The gateway's clock minus this page's monotonic one, in ms; null until an answer named its time. */
  #clock: number | null = null;

  constructor(options: ClientOptions) {
    this.url = options.url.replace(/\/+$/, '');
    this.#tokens = options.tokens ?? null;
    this.#credentials = options.credentials ?? 'omit';
    this.#early = options.early;
  }

  /**
   * The gateway's clock, as a Unix time in ms: by the `date` of its answers, monotonic from there on. This device's clock where no
   * answer named one.
   */
  now(): number {
    return this.#clock === null ? Date.now() : this.#clock + performance.now();
  }

  /** Calls one endpoint and gives its parsed answer. Unknown members of the answer are ignored. */
  async call<E extends Endpoint>(endpoint: Call<E>, ...[input, options]: Arguments<E>): Promise<Answer<E>> {
    const request = {
      url: this.url + fillPath(endpoint.path, input?.params) + queryString(input?.query),
      body: input?.body === undefined ? undefined : JSON.stringify(input.body),
      idempotencyKey: endpoint.method === 'GET' ? null : (options?.idempotencyKey ?? newIdempotencyKey()),
      signal: options?.signal,
    };
    const given = this.#tokens && !endpoint.open ? this.#tokens.token() : null;
    const token = given instanceof Promise ? await given : given;
    let response = await this.#send(endpoint, request, token);
    if (response.status === 401 && token && this.#tokens) {
      this.#tokens.reject(token);
      response = await this.#send(endpoint, request, await this.#tokens.token());
    }
    return readAnswer(endpoint, response);
  }

  async #send(
    endpoint: Call,
    request: { url: string; body: string | undefined; idempotencyKey: string | null; signal: AbortSignal | undefined },
    token: string | null,
  ): Promise<Response> {
    const headers = new Headers({ accept: 'application/json' });
    if (token) headers.set('authorization', `Bearer ${token}`);
    if (request.body !== undefined) headers.set('content-type', 'application/json');
    if (request.idempotencyKey) headers.set('idempotency-key', request.idempotencyKey);
    const timeout = AbortSignal.timeout(TIMEOUT);
    const early = this.#early?.get(request.url);
    this.#early?.delete(request.url);
    try {
      const response =
        (await early) ??
        (await fetch(request.url, {
          method: endpoint.method,
          headers,
          body: request.body ?? null,
          credentials: this.#credentials,
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
        }));
      request.signal?.throwIfAborted(); // an early one goes on without its caller
      this.#readClock(response);
      return response;
    } catch (cause) {
      if (request.signal?.aborted) throw cause; // the caller's own doing, not a failure to report
      const code = timeout.aborted ? 'timeout' : 'network';
      throw new ApiError(
        code,
        code === 'timeout' ? 'The gateway did not answer in time.' : 'The gateway can’t be reached.',
        { cause },
      );
    }
  }

  /** `date` has whole seconds: small differences are its rounding and the way here, not the clock. */
  #readClock(response: Response): void {
    const clock = Date.parse(response.headers.get('date') ?? '') - performance.now();
    if (Number.isNaN(clock)) return;
    if (this.#clock === null || Math.abs(clock - this.#clock) > CLOCK_TOLERANCE) this.#clock = clock;
  }
}

async function readAnswer<E extends Endpoint>(endpoint: Call<E>, response: Response): Promise<Answer<E>> {
  const schema = endpoint.answers[response.status];
  if (schema === null) return undefined as Answer<E>;
  const requestId = response.headers.get('x-request-id');
  const json = await readJson(response);
  if (schema === undefined) throw await refusal(response, json, requestId);
  try {
    return read(schema, json) as Answer<E>;
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    const text = `The gateway's answer to ${endpoint.id} could not be read.`;
    throw new ApiError('invalid_answer', text, { status: response.status, requestId, cause });
  }
}

/** What the gateway says of a refusal; its status alone where the code that reads more can't be had. */
async function refusal(response: Response, json: unknown, requestId: string | null): Promise<ApiError> {
  try {
    const { problemError } = await import('./problem-error.js');
    return problemError(response, json, requestId);
  } catch (cause) {
    const { status } = response;
    return new ApiError('invalid_answer', `The gateway answered ${status}.`, { status, requestId, cause });
  }
}

/** JSON of an answer, or undefined: a proxy's HTML or a cut answer is never taken for data. */
async function readJson(response: Response): Promise<unknown> {
  if (!/[/+]json\b/.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function fillPath(path: string, params: unknown): string {
  const values = new Map(Object.entries((params ?? {}) as Record<string, unknown>));
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
}

function queryString(query: unknown): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

/** A random key; `crypto.randomUUID` is missing on plain http hosts, random values are not. */
export function newIdempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
