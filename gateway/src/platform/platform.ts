import type { FastifyBaseLogger } from 'fastify';
import type { Registry } from 'prom-client';
import type { Endpoint } from '@caas/contract/endpoint.js';
import type { Bus } from './bus.js';
import type { Arrived } from './client-ip.js';
import type { OnKeyRefused } from './api-key-refusals.js';
import type { Actor, Handler, StatusOf } from './call.js';
import type { Config } from './config.js';
import type { Credentials } from './credentials.js';
import type { Crypto } from './crypto.js';
import type { Places } from './places.js';
import type { RateLimiter } from './rate-limit.js';
import type { Database } from './tenant.js';
import type { Whitelists } from './whitelist-judge.js';

/** What every module may use. `app.platform` in a routes plugin. */
export interface Platform {
  readonly config: Config;
  readonly db: Database;
  readonly bus: Bus;
  readonly crypto: Crypto;
  readonly credentials: Credentials;
  readonly metrics: Registry;
  readonly log: FastifyBaseLogger;
  readonly rates: RateLimiter;
  /** Of the package. */
  readonly version: string;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Whether the gateway is on its way out: it serves what runs, and tells balancers to look elsewhere. */
  stopping(): boolean;
  /** `PUBLIC_URL`, else the address the gateway listens on. */
  publicOrigin(): string;
  /** Whether a browser's `Origin` is the gateway's own: `PUBLIC_URL`, or without it every name of the listening address. */
  isOwnOrigin(origin: string): boolean;
  /** Where a request came from, behind the proxies of `TRUST_PROXY`. */
  clientIp(request: Arrived): string;
  /** Whether preflights from a foreign origin are answered. Named by the embed tokens' part in `app.ts`. */
  isKnownOrigin(origin: string): Promise<boolean>;
  /** The tenants' lists of allowed addresses and origins. */
  readonly whitelists: Whitelists;
  /** Where addresses are, by a local database; without one nothing is known. */
  readonly places: Places;
  /** Told of every call with a good API key that is refused for where it came from. */
  readonly onKeyRefused: OnKeyRefused;
}

/** Who makes a request, and for which tenant ('' for callers without one). */
export interface Caller {
  readonly actor: Actor;
  readonly tenantId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Of routes of the contract, once the credential was checked. */
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    readonly endpoint?: Endpoint;
  }
  interface FastifyInstance {
    readonly platform: Platform;
    /** Serves an endpoint of the contract: caller, rights and shapes are checked before `handler` runs, its answer after. */
    mount<E extends Endpoint, S extends StatusOf<E>>(endpoint: E, handler: Handler<E, S>): void;
  }
}
