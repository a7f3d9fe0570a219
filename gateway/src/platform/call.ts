import type { FastifyBaseLogger } from 'fastify';
import type { Endpoint, KeyScope, Received } from '@caas/contract/endpoint.js';
import type { Permission, Role } from '@caas/contract/permissions.js';
import type * as z from 'zod/mini';
import type { TenantScope } from './tenant.js';

/** How sure it is that a console session is in its member's hands. */
export interface ActorProof {
  /** Second factors the member has set up. */
  readonly factors: readonly ('totp' | 'passkey')[];
  /** Whether the member has a password. */
  readonly password: boolean;
  /** Until when a fresh proof counts, in ms since 1970; 0 where there was none. */
  readonly freshUntil: number;
  /** Whether the tenant requires a second factor of everyone. */
  readonly required: boolean;
  /** Until when a member who lacks the required factor may still work; null: nothing is missing. */
  readonly graceUntil: Date | null;
}

/** Who is calling, after the credential was checked. */
export interface Actor {
  /** `public` also stands for callers that bring the refresh cookie: their handler reads it itself. */
  readonly type: 'user' | 'api_key' | 'embed' | 'sdk' | 'internal' | 'public';
  /** User, key or the id the tenant's server gave its user; null for public and internal callers. */
  readonly id: string | null;
  readonly name: string;
  /** Of console members. */
  readonly role?: Role;
  readonly permissions: ReadonlySet<Permission>;
  /** Of API keys. */
  readonly keyScopes?: ReadonlySet<KeyScope>;
  /** Of console members and end users: the session the access token belongs to. */
  readonly sessionId?: string;
  /** Of console members: what they can prove themselves with, and whether they did lately. */
  readonly proof?: ActorProof;
  /** Of embed tokens. */
  readonly embedJti?: string;
  /** Of embed tokens: the key that minted it, with which it ends. */
  readonly embedKeyId?: string;
  /** Of embed tokens the one origin they may be used from, of end users the one they call from; sent back as `Access-Control-Allow-Origin`. */
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
  /** The gateway's own origin the request was sent to; the public one where its `Host` is none of ours. */
  readonly ownOrigin: string;
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
  /** Default: `Strict`. `Lax` also comes back when another site sends the browser here. */
  readonly sameSite?: 'Strict' | 'Lax';
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
