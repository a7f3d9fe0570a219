import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { buildApp } from './app.js';
import { keyRefusalAudit } from './platform/api-key-refusals.js';
import { Bus } from './platform/bus.js';
import { clientIps } from './platform/client-ip.js';
import type { Config } from './platform/config.js';
import { Credentials } from './platform/credentials.js';
import { Crypto } from './platform/crypto.js';
import { openDatabase } from './platform/database.js';
import type { EmbeddedPostgresOptions } from './platform/embedded-postgres.js';
import { knownOrigins } from './platform/embed-token-origins.js';
import { createLogger } from './platform/logging.js';
import { loadMasterKey } from './platform/master-key.js';
import { createMetrics } from './platform/metrics.js';
import { ownOrigins, type OwnOrigins } from './platform/own-origins.js';
import { openPlaces } from './platform/places.js';
import type { Platform } from './platform/platform.js';
import { RateLimiter } from './platform/rate-limit.js';
import { Whitelists } from './platform/whitelist-judge.js';

/** How long requests may take to end when the gateway stops. */
const STOP_WITHIN_MS = 9000;
const VERSION = '0.1.0';

/** What a gateway is started with. */
export interface GatewayOptions {
  readonly config: Config;
  /** Of the embedded database; tests switch fsync off. */
  readonly embedded?: EmbeddedPostgresOptions;
  readonly logger?: Logger;
  /** How long a forced change of a list of allowed callers waits for its confirmation; default a minute. Tests wait less. */
  readonly whitelistRevertMs?: number;
}

/** A gateway that listens. */
export interface Gateway {
  /** Scheme, host and port it listens on. */
  readonly url: string;
  readonly app: FastifyInstance;
  readonly platform: Platform;
  /** Stops: not ready any more, what runs is finished (10 s at most), database and connections are closed. Once, however often it is called. */
  close(): Promise<void>;
}

/** Opens the database, builds the app and listens. */
export async function startGateway({
  config,
  embedded,
  logger = createLogger(config.logLevel),
  whitelistRevertMs,
}: GatewayOptions): Promise<Gateway> {
  const places = openPlaces(config.geoipDatabase);
  const crypto = new Crypto(config.masterKey ?? loadMasterKey(config.dataDir));
  const database = await openDatabase({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, embedded }, logger);
  const bus = new Bus(database.bus, logger);
  const whitelists = new Whitelists({ db: database.db, bus, log: logger }, whitelistRevertMs);
  let stopping = false;
  let origins: OwnOrigins = ownOrigins(config.publicUrl, config.host, config.port);
  const platform: Platform = {
    config,
    crypto,
    bus,
    db: database.db,
    credentials: new Credentials(whitelists),
    metrics: createMetrics(),
    log: logger,
    rates: new RateLimiter(config.rateLimitScale),
    version: VERSION,
    ping: database.ping,
    stopping: () => stopping,
    publicOrigin: () => origins.publicOrigin,
    isOwnOrigin: (origin) => origins.has(origin),
    clientIp: clientIps(config.trustProxy),
    isKnownOrigin: knownOrigins(database.db, bus),
    onKeyRefused: keyRefusalAudit(database.db),
    whitelists,
    places,
  };

  let app: FastifyInstance | null = null;
  let closed: Promise<void> | null = null;
  const close = (): Promise<void> => (closed ??= stop());
  const stop = async (): Promise<void> => {
    stopping = true;
    const late = setTimeout(() => app?.server.closeAllConnections(), STOP_WITHIN_MS);
    await app?.close();
    clearTimeout(late);
    await bus.stop();
    await database.close();
  };
  try {
    await bus.start();
    app = await buildApp(platform, logger);
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  origins = ownOrigins(config.publicUrl, config.host, port);
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return { url: `http://${host}:${port}`, app, platform, close };
}
