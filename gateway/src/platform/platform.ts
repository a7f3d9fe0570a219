import type { FastifyBaseLogger } from 'fastify';
import type { Registry } from 'prom-client';
import type { Endpoint } from '@caas/contract/endpoint.js';
import type { Bus } from './bus.js';
import type { Handler } from './call.js';
import type { Config } from './config.js';
import type { Credentials } from './credentials.js';
import type { Crypto } from './crypto.js';
import type { Database } from './tenant.js';

/** What every module may use. `app.platform` in a routes plugin. */
export interface Platform {
  readonly config: Config;
  readonly db: Database;
  readonly bus: Bus;
  readonly crypto: Crypto;
  readonly credentials: Credentials;
  readonly metrics: Registry;
  readonly log: FastifyBaseLogger;
  /** The public origin, known once the gateway listens. */
  publicOrigin(): string;
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly platform: Platform;
    /** Serves an endpoint of the contract: caller, rights and shapes are checked before `handler` runs, its answer after. */
    mount<E extends Endpoint>(endpoint: E, handler: Handler<E>): void;
  }
}
