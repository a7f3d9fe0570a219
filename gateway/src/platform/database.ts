import { Kysely } from 'kysely';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import type { BusBackend } from './bus.js';
import { ConfigError } from './config.js';
import type { DB } from './db.js';
import { startEmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.js';
import { LazyBeginDialect } from './lazy-begin.js';
import { migrate } from './migrations.js';
import { Database } from './tenant.js';

/** The role the gateway works as: no superuser, owner of nothing, so that row-level security binds it. */
const APP_ROLE = 'caas_app';
const OWNER_ROLE = 'caas_owner';
const DATABASE = 'caas';
/** Fits `max_connections` of the embedded server beside a second process, its bus and a migration. */
const POOL_SIZE = 16;

/** Which database to open: by URL, or the embedded one in `dataDir`. */
export interface DatabaseOptions {
  dataDir: string;
  databaseUrl: string | null;
  embedded?: EmbeddedPostgresOptions;
}

/** The open database, with everything that has to be closed again. */
export interface OpenDatabase {
  readonly db: Database;
  readonly bus: BusBackend;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

interface Connections {
  owner: pg.ClientConfig;
  app: pg.ClientConfig;
  /** Brings a lost embedded server back; does nothing for one that is not ours. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

// count(*) and bigint come as text by default; none of ours leaves 2^53.
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === 20 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

async function withClient<T>(config: pg.ClientConfig, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...config });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

const createRole = (name: string, attributes: string): string =>
  `do $$ begin create role ${name} ${attributes}; exception when duplicate_object or unique_violation then null; end $$`;

async function openEmbedded({ dataDir, embedded }: DatabaseOptions): Promise<Connections> {
  const server = await startEmbeddedPostgres(dataDir, embedded);
  const at = { host: server.host, port: server.port };
  await withClient({ ...at, user: 'postgres', database: 'postgres' }, async (client) => {
    await client.query('select pg_advisory_lock(7203113)');
    await client.query(createRole(OWNER_ROLE, 'login'));
    await client.query(createRole(APP_ROLE, 'login'));
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
  });
  return {
    owner: { ...at, user: OWNER_ROLE, database: DATABASE },
    app: { ...at, user: APP_ROLE, database: DATABASE },
    revive: async () => void (await startEmbeddedPostgres(dataDir, embedded)),
    stop: () => server.stop(),
  };
}

async function takeAppRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  const version = rows[0]?.version ?? 0;
  if (version < 150_000) throw new ConfigError('DATABASE_URL leads to a PostgreSQL older than 15.');
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  if (!rowCount) await client.query(createRole(APP_ROLE, 'nologin'));
  // Superusers may take any role; others need to be members. From 16 on, who made a role administers it and may not yet take it.
  const right = version >= 160_000 ? 'set' : 'member';
  await client.query(
    `do $$ begin if not pg_has_role(current_user, '${APP_ROLE}', '${right}') then grant ${APP_ROLE} to current_user; end if; end $$`,
  );
}

/**
 * The user of `DATABASE_URL` owns the database (or may create in its schema `public`) and either may create roles or is a
 * member of an existing role `caas_app`: `create role caas_app; grant caas_app to <user>;`. It is used for migrations; all
 * else runs as `caas_app`.
 */
async function openUrl(connectionString: string): Promise<Connections> {
  await withClient({ connectionString }, takeAppRole).catch((error: unknown) => {
    if (error instanceof ConfigError || !(error instanceof Error)) throw error;
    const code = 'code' in error ? error.code : undefined;
    const reason =
      code === '42501'
        ? `its user can neither make nor take the role ${APP_ROLE}. A superuser runs: create role ${APP_ROLE}; grant ${APP_ROLE} to <user>;`
        : `${error.message || String(code)}.`;
    throw new ConfigError(`DATABASE_URL can't be used: ${reason}`);
  });
  return {
    owner: { connectionString },
    app: { connectionString, options: `-c role=${APP_ROLE}` },
    revive: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
}

/** A right the user of `DATABASE_URL` lacks is a setting to mend; the embedded database's owner lacks none. */
function missingRight(error: unknown): never {
  const refusal = error instanceof Error ? (error.cause ?? error) : error;
  if (refusal instanceof pg.DatabaseError && refusal.code === '42501')
    throw new ConfigError(
      `DATABASE_URL can't be used: ${refusal.message}. Its user has to own the database, or may create in its schema public and owns the tables there.`,
    );
  throw error;
}

/** Stops the start when the gateway would work with rights that switch row-level security off. */
async function assertAppRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; unbound: boolean; owns: boolean }>(`
    select current_user as name,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as unbound,
      exists (select 1 from pg_class where relowner = (select oid from pg_roles where rolname = current_user)) as owns`);
  const role = rows[0];
  if (role?.name !== APP_ROLE || role.unbound || role.owns) {
    throw new ConfigError(
      `The gateway would work as database role "${role?.name}", which row-level security does not bind: check DATABASE_URL and the role ${APP_ROLE}.`,
    );
  }
}

/** Opens the database: embedded or by URL, migrated, and bound to the role without rights of its own. */
export async function openDatabase(options: DatabaseOptions, log: FastifyBaseLogger): Promise<OpenDatabase> {
  const connections = options.databaseUrl ? await openUrl(options.databaseUrl) : await openEmbedded(options);
  const applied = await withClient({ ...connections.owner, application_name: 'caas-migrations' }, migrate).catch(
    missingRight,
  );
  if (applied.length) log.info({ applied }, 'database migrated');
  const app: pg.ClientConfig = {
    ...connections.app,
    types,
    application_name: 'caas-gateway',
    connectionTimeoutMillis: 2000,
    keepAlive: true,
  };
  const pool = new pg.Pool({
    ...app,
    max: POOL_SIZE,
    idleTimeoutMillis: 30_000,
    statement_timeout: 8000,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 10_000,
    // Beyond the server's own limit: a connection that is cut without a word must not hold its request.
    query_timeout: 9000,
  });
  // Without a listener an idle connection that the server closes would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'database connection lost'));
  // The pool hears idle connections only; one that is cut between two statements of a transaction speaks for itself.
  pool.on('connect', (client) =>
    client.on('error', (error) => log.warn({ err: error }, 'database connection lost in use')),
  );
  await assertAppRole(pool);
  return {
    db: new Database(new Kysely<DB>({ dialect: new LazyBeginDialect({ pool }) })),
    bus: {
      connect: async () => {
        await connections.revive();
        const client = new pg.Client({ ...app, application_name: 'caas-bus' });
        await client.connect();
        return client;
      },
      notify: async (channel, message) => void (await pool.query('select pg_notify($1, $2)', [channel, message])),
    },
    ping: async () => void (await pool.query('select 1')),
    close: async () => {
      await pool.end();
      await connections.stop();
    },
  };
}
