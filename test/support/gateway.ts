// A gateway for tests: real HTTP on a free port, a database of its own on a PostgreSQL that all gateways of one test process share.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createMember } from '../../gateway/src/accounts/accounts.repository.js';
import { Passwords } from '../../gateway/src/accounts/password.js';
import type { Role } from '@caas/contract/permissions.js';
import { readConfig, type Config } from '../../gateway/src/platform/config.js';
import { isLivingPostgres, startEmbeddedPostgres } from '../../gateway/src/platform/embedded-postgres.js';
import { migrate } from '../../gateway/src/platform/migrations.js';
import { createLogger } from '../../gateway/src/platform/logging.js';
import { enterTenant } from '../../gateway/src/platform/tenant.js';
import { startGateway, type Gateway, type GatewayOptions } from '../../gateway/src/start-gateway.js';

const OWNER = 'caas_owner';
const TEMPLATE = `caas_test_template_${process.pid}`;
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** What takes a minute in earnest. */
type Waits = Pick<GatewayOptions, 'whitelistRevertMs'>;

/** A server on which tests may make databases. */
interface TestServer {
  /** As superuser. */
  admin(database?: string): pg.ClientConfig;
  /** What a gateway is configured with. */
  url(database: string): string;
}

export type Json = Record<string, unknown>;
/** An answer as tests look at it. `body` is `{}` when there is none. */
export interface Reply<B = Json> {
  status: number;
  headers: Headers;
  body: B;
}

export interface ClientOptions {
  token?: string;
  apiKey?: string;
  cookie?: string;
  headers?: Record<string, string>;
}

type Send = <B = Json>(path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply<B>>;

/** Calls a gateway with one credential. */
export interface TestClient {
  get: <B = Json>(path: string, headers?: Record<string, string>) => Promise<Reply<B>>;
  post: Send;
  put: Send;
  patch: Send;
  delete: Send;
}

/** A registered company. */
export interface TestTenant {
  id: string;
  email: string;
  password: string;
  userId: string;
  token: string;
  /** `caas_refresh=…` */
  cookie: string;
  apiKey: string;
  keyId: string;
  /** Calls as its owner. */
  api: TestClient;
}

export interface TestGateway {
  readonly url: string;
  readonly gateway: Gateway;
  readonly config: Config;
  client(options?: ClientOptions): TestClient;
  registerTenant(input?: { company_name?: string; email?: string; plan?: string; name?: string }): Promise<TestTenant>;
  /** Adds a member with a role and signs them in. */
  addMember(
    tenant: Pick<TestTenant, 'id'>,
    role: Role,
  ): Promise<{ token: string; email: string; password: string; userId: string; cookie: string; api: TestClient }>;
  /** Runs SQL as superuser, past row-level security. */
  sql<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  /** A second gateway on the same database, as another process would be. */
  sibling(env?: Record<string, string>): Promise<TestGateway>;
  close(): Promise<void>;
}

let server: Promise<TestServer> | null = null;
let databases = 0;

async function run(config: pg.ClientConfig, ...statements: string[]): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Ends a process and waits for it, from an `exit` handler, where nothing asynchronous runs any more. */
function endNow(pid: number): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  if (isLivingPostgres(pid)) process.kill(pid, 'SIGQUIT');
  for (let i = 0; i < 200 && isLivingPostgres(pid); i += 1) Atomics.wait(pause, 0, 0, 10);
}

async function openServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  const withDatabase = (base: string, database: string): string =>
    Object.assign(new URL(base), { pathname: `/${database}` }).href;
  let result: TestServer;
  if (given) {
    result = {
      admin: (database = 'postgres') => ({ connectionString: withDatabase(given, database) }),
      url: (database) => withDatabase(given, database),
    };
  } else {
    const dataDir = mkdtempSync(join(tmpdir(), 'caas-test-'));
    const postgres = await startEmbeddedPostgres(dataDir, { settings: FAST });
    process.once('exit', () => {
      endNow(postgres.pid);
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    });
    result = {
      admin: (database = 'postgres') => ({ host: postgres.host, port: postgres.port, user: 'postgres', database }),
      url: (database) => `postgresql:///${database}?host=${encodeURIComponent(postgres.host)}&user=${OWNER}`,
    };
    await run(
      result.admin(),
      `create role ${OWNER} login createrole`,
      'create role caas_app',
      `grant caas_app to ${OWNER}`,
    );
  }
  const owner = given ? '' : `owner ${OWNER}`;
  await run(result.admin(), `create database ${TEMPLATE} ${owner}`);
  if (given)
    await run(result.admin(), `do $$ begin create role caas_app; exception when duplicate_object then null; end $$`);
  const client = new pg.Client({ connectionString: result.url(TEMPLATE) });
  await client.connect();
  await migrate(client);
  await client.end();
  return result;
}

async function createDatabase(): Promise<{ url: string; admin: pg.ClientConfig; drop(): Promise<void> }> {
  const at = await (server ??= openServer());
  const name = `caas_test_${process.pid}_${(databases += 1)}`;
  await run(
    at.admin(),
    `create database ${name} template ${TEMPLATE} ${process.env.TEST_DATABASE_URL ? '' : `owner ${OWNER}`}`,
  );
  return {
    url: at.url(name),
    admin: at.admin(name),
    drop: () => run(at.admin(), `drop database ${name} with (force)`),
  };
}

/** A client of any address, with one credential. */
export function httpClient(
  url: string,
  { token, apiKey, cookie, headers: always = {} }: ClientOptions = {},
): TestClient {
  const call = async <B>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply<B>> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(apiKey ? { 'x-api-key': apiKey } : {}),
        ...(cookie ? { cookie } : {}),
        ...always,
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: (text ? JSON.parse(text) : {}) as B };
  };
  return {
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body, headers) => call('POST', path, body, headers),
    put: (path, body, headers) => call('PUT', path, body, headers),
    patch: (path, body, headers) => call('PATCH', path, body, headers),
    delete: (path, body, headers) => call('DELETE', path, body, headers),
  };
}

/** The refresh cookie an answer sets, as it is sent back. */
export function cookieOf(reply: Reply<unknown>): string {
  return (
    reply.headers
      .getSetCookie()
      .find((line) => line.startsWith('caas_refresh='))
      ?.split(';', 1)[0] ?? ''
  );
}

/**
 * Starts a gateway with a database of its own, on the PostgreSQL of `TEST_DATABASE_URL` (as superuser) where that is set.
 * `env` are settings as `npm start` takes them. The caller closes it.
 */
export async function testGateway(env: Record<string, string> = {}, waits: Waits = {}): Promise<TestGateway> {
  const database = await createDatabase();
  return startOn(database, settings(database.url, env), () => database.drop(), waits);
}

/** The same on a database of the caller's. `url` is its `DATABASE_URL`, `admin` how a superuser gets in. */
export function testGatewayOn(
  database: { url: string; admin: pg.ClientConfig },
  env: Record<string, string> = {},
): Promise<TestGateway> {
  return startOn(database, settings(database.url, env), () => Promise.resolve());
}

let dataDir: string | null = null;

/** Where the gateways of this process keep mail; gone when it ends. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caas-test-data-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

function settings(databaseUrl: string, env: Record<string, string>): Record<string, string> {
  return {
    PORT: '0',
    DATA_DIR: (dataDir ??= temporaryFolder()),
    DATABASE_URL: databaseUrl,
    MASTER_KEY: randomBytes(32).toString('hex'),
    RATE_LIMIT_SCALE: '1000',
    LOG_LEVEL: 'fatal',
    ...env,
  };
}

async function startOn(
  database: { url: string; admin: pg.ClientConfig },
  env: Record<string, string>,
  drop: () => Promise<void>,
  waits: Waits = {},
): Promise<TestGateway> {
  const config = readConfig(env);
  const gateway = await startGateway({ config, logger: createLogger(config.logLevel), ...waits });
  const { url, platform } = gateway;
  let people = 0;
  const client = (options?: ClientOptions): TestClient => httpClient(url, options);
  return {
    url,
    gateway,
    config,
    client,
    registerTenant: async (input = {}) => {
      const tail = `${(people += 1)}-${randomBytes(3).toString('hex')}`;
      const email = input.email ?? `owner-${tail}@example.com`;
      const password = `correct horse ${tail}`;
      const reply = await client().post<{
        client_id: string;
        api_key: string;
        key: { id: string };
        access_token: string;
        user: { id: string };
      }>('/api/v1/auth/client/register', {
        company_name: `Company ${tail}`,
        plan: 'business',
        accept_terms: true,
        ...input,
        email,
        password,
      });
      if (reply.status !== 201) throw new Error(`register answered ${reply.status}: ${JSON.stringify(reply.body)}`);
      const { client_id: id, api_key: apiKey, key, access_token: token, user } = reply.body;
      return {
        id,
        email,
        password,
        userId: user.id,
        token,
        cookie: cookieOf(reply),
        apiKey,
        keyId: key.id,
        api: client({ token }),
      };
    },
    addMember: async (tenant, role) => {
      const email = `${role}-${(people += 1)}-${randomBytes(3).toString('hex')}@example.com`;
      const password = `correct horse ${people}`;
      const passwordHash = await new Passwords().hash(password);
      await platform.db.platformTx(async (tx) => {
        await enterTenant(tx, tenant.id);
        await createMember(tx, { tenantId: tenant.id, email, name: `Mx ${role}`, passwordHash, role });
      });
      const reply = await client().post<{ access_token: string; user: { id: string } }>('/api/v1/auth/client/login', {
        email,
        password,
      });
      const { access_token: token, user } = reply.body;
      return { token, email, password, userId: user.id, cookie: cookieOf(reply), api: client({ token }) };
    },
    sql: async <R extends pg.QueryResultRow>(text: string, values: unknown[] = []) => {
      const admin = new pg.Client(database.admin);
      await admin.connect();
      try {
        return (await admin.query<R>(text, values)).rows;
      } finally {
        await admin.end();
      }
    },
    sibling: (more = {}) => startOn(database, { ...env, ...more }, () => Promise.resolve(), waits),
    close: async () => {
      await gateway.close();
      await drop();
    },
  };
}
