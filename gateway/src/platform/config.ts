import type { LevelWithSilent } from 'pino';

/** The gateway's settings, from the environment. Times in seconds. */
export interface Config {
  port: number;
  host: string;
  /** Scheme, host and port under which browsers reach the gateway; no path. Null: the address it listens on. */
  publicUrl: string | null;
  dataDir: string;
  /** Null: embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  redisUrl: string | null;
  registration: 'open' | 'invite';
  accessTokenTtl: number;
  refreshIdleTtl: number;
  refreshMaxTtl: number;
  /** Null: internal routes answer 404. */
  internalSecret: string | null;
  rateLimitScale: number;
  /** Null: made once and kept in `dataDir`. */
  masterKey: Buffer | null;
  /** Proxies whose `X-Forwarded-For` is believed. */
  trustProxy: string[];
  logLevel: LevelWithSilent;
}

/** A setting that can't be used. The message is one line for the person who starts the gateway. */
export class ConfigError extends Error {}
