import type { FastifyBaseLogger } from 'fastify';
import type { Endpoint, KeyScope, Received } from '@caas/contract/endpoint.js';
import type { Permission, Role } from '@caas/contract/permissions.js';
import type * as z from 'zod/mini';
import type { TenantScope } from './tenant.js';

/** Who is calling, after the credential was checked. */
export interface Actor {
  /** `public` also stands for callers that bring the refresh cookie: their handler reads it itself. */
  readonly type: 'user' | 'api_key' | 'embed' | 'internal' | 'public';
  /** User, key or the id the tenant's server gave; null for public and internal callers. */
  readonly id: string | null;
  readonly name: string;
  /** Of console members. */
  readonly role?: Role;
  readonly permissions: ReadonlySet<Permission>;
  /** Of API keys. */
  readonly keyScopes?: ReadonlySet<KeyScope>;
  /** Of console members: the session the access token belongs to. */
  readonly sessionId?: string;
  /** Of embed tokens. */
  readonly embedJti?: string;
  /** Of embed tokens: the one origin they may be used from; sent back as `Access-Control-Allow-Origin`. */
  readonly origin?: string;
}

/** Where a request came from. */
export interface RequestInfo {
  readonly id: string;
  readonly ip: string;
  /** At most 300 characters. */
  readonly userAgent: string | null;
  /** The `Origin` header; for a same-origin request without one (`Sec-Fetch-Site: same-origin`) the gateway's own. */
  readonly origin: string | null;
  /** `Sec-Fetch-Site` as the browser sent it. */
  readonly fetchSite: string | null;
  /** `Origin` as it was sent, nothing filled in. */
  readonly originHeader: string | null;
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

/** What a handler receives: the checked request and who made it. */
export interface Call<E extends Endpoint = Endpoint> extends Received<E> {
  readonly endpoint: E;
  readonly actor: Actor;
  /** The caller's tenant. For public and internal callers its `read` and `write` throw. */
  readonly tenant: TenantScope;
  readonly request: RequestInfo;
  readonly log: FastifyBaseLogger;
}

/** A cookie an answer sets; an empty value drops it. */
export interface CookieChange {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  /** Seconds. */
  readonly maxAge: number;
}

type Body<S> = S extends z.ZodMiniType ? { readonly body: z.output<S> } : { readonly body?: undefined };

/**
 * What a handler answers: one of the endpoint's statuses with the body that belongs to it. `S` is a parameter of its own, so that
 * the statuses a handler writes stay literals.
 */
export type Result<E extends Endpoint, S extends StatusOf<E> = StatusOf<E>> = {
  readonly status: S;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly CookieChange[];
  /** The same body object answers several calls: it is never changed, and its text is made once. */
  readonly shared?: boolean;
} & Body<E['answers'][S]>;

/** The statuses an endpoint answers with, besides problems. */
export type StatusOf<E extends Endpoint> = keyof E['answers'] & number;

/** What serves an endpoint: from a checked call to one of its answers. Refusals are thrown. */
export type Handler<E extends Endpoint, S extends StatusOf<E> = StatusOf<E>> = (call: Call<E>) => Promise<Result<E, S>>;
