import type * as z from 'zod/mini';
import type { Call } from './call.js';
import type { Permission } from './permissions.js';
import type { ErrorCode } from './problem.js';

/**
 * Who may call an endpoint.
 * `public` anyone · `console` a signed-in member (Bearer access token) · `embed` an embed token (Bearer) ·
 * `key` an API key (`x-api-key`) · `sdk` an SDK token (Bearer) · `refresh` the refresh cookie ·
 * `internal` another CAAS service (`x-internal-secret`).
 */
export type Caller = 'public' | 'console' | 'embed' | 'key' | 'sdk' | 'refresh' | 'internal';

/** What an API key may be used for. `admin` mints embed tokens. */
export type KeyScope = 'read' | 'write' | 'admin';

type Schema = z.ZodMiniType;

/** One operation of the API. Both halves read it: the gateway to check and serialise, the client to call and parse. */
export interface Endpoint {
  /** OpenAPI `operationId`, camelCase and unique. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with `:name` parameters. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly who: readonly Caller[];
  /** What a console member or an embed token needs. Required unless the endpoint is open to every caller named in `who`. */
  readonly permission?: Permission;
  /** What an API key needs when `who` has `key`. */
  readonly keyScope?: KeyScope;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** Answers by status; `null` is an answer without a body. */
  readonly answers: { readonly [status: number]: Schema | null };
  /** The error codes a caller has to expect beyond those any endpoint may give. */
  readonly errors: readonly ErrorCode[];
  /** Open also to a member whose tenant requires a second factor they still lack after the grace. */
  readonly beforeEnrollment?: true;
  /** Names of answer members that are shown once and left out when an `Idempotency-Key` replays the answer. */
  readonly secrets?: readonly string[];
}

/** Declares an endpoint and keeps its exact types. */
// @__NO_SIDE_EFFECTS__
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type In<S> = S extends Schema ? z.input<S> : undefined;
type Out<S> = S extends Schema ? z.output<S> : undefined;
type Part<E, K extends string> = E extends Record<K, infer S> ? S : undefined;
/** The endpoint itself, or the one a `Call` stands for. */
type Source<T> = T extends Call<infer E> ? E : T;

type InputOf<E> = (E extends { params: infer S } ? { params: In<S> } : { params?: undefined }) &
  (E extends { body: infer S } ? { body: In<S> } : { body?: undefined }) &
  (E extends { query: infer S } ? { query?: In<S> } : { query?: undefined });

type AnswerOf<E> = E extends Endpoint ? { [S in keyof E['answers']]: Out<E['answers'][S]> }[keyof E['answers']] : never;

/** What a caller passes: `params` and `body` where the endpoint has them; `query` is always optional. */
export type Input<T extends Endpoint | Call> = InputOf<Source<T>>;

/** What a handler receives after the schemas were applied. */
export interface Received<E extends Endpoint> {
  params: Out<Part<E, 'params'>>;
  query: Out<Part<E, 'query'>>;
  body: Out<Part<E, 'body'>>;
}

/** The body of a successful answer; `undefined` where there is none. */
export type Answer<T extends Endpoint | Call> = AnswerOf<Source<T>>;
