import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ConfigError } from './config.js';
import { initCluster, preparePostgresFiles, socketDirectory, type PostgresFiles } from './embedded-postgres-files.js';

/** How to reach the embedded server: a socket, no TCP. */
export interface EmbeddedPostgres {
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  /** Whether it was running before, left by a gateway that was killed or shared with one that runs. */
  readonly adopted: boolean;
  /** Stops the server, unless another gateway process on this machine still uses it. */
  stop(): Promise<void>;
}

/** How the embedded server is started. */
export interface EmbeddedPostgresOptions {
  /** Server settings beyond the defaults, such as `fsync: 'off'` in tests. */
  settings?: Readonly<Record<string, string>>;
  /** How long a start or a recovery after a crash may take. */
  timeoutMs?: number;
}

interface Postmaster {
  pid: number;
  socketDir: string;
}

const PORT = 5432;
const LOG_LIMIT = 10 * 1024 * 1024;
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '64MB',
  log_min_messages: 'warning',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Whether the process lives and is PostgreSQL: not a zombie, not another program that got the number. */
export function isLivingPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform === 'linux') {
    if (!existsSync(`/proc/${pid}/stat`)) return false;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    return state !== 'Z' && state !== 'X' && stat.includes('(postgres)');
  }
  const line = execFileSync('ps', ['-o', 'state=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  return !line.startsWith('Z') && line.includes('postgres');
}

/** What `postmaster.pid` says of a living server; null when there is none. */
function readPostmaster(data: string): Postmaster | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  if (!isLivingPostgres(pid)) {
    // Left by a crash. PostgreSQL would refuse to start when another program has the number by now.
    rmSync(file, { force: true });
    return null;
  }
  return { pid, socketDir: lines[4] ?? '' };
}

async function answers(host: string): Promise<boolean> {
  const client = new pg.Client({
    host,
    port: PORT,
    user: 'postgres',
    database: 'postgres',
    connectionTimeoutMillis: 2000,
    application_name: 'caas-launcher',
  });
  // A server that goes away meanwhile reports it here; the query below fails as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function launch(
  files: PostgresFiles,
  socketDir: string,
  settings: Readonly<Record<string, string>>,
): { exited: () => boolean } {
  const logFile = join(files.root, 'server.log');
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) rmSync(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const all = { ...SETTINGS, unix_socket_directories: socketDir, port: String(PORT), ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl-C in the gateway's terminal must not reach it, and it outlives a killed gateway to be adopted by the next.
  const child = spawn(join(files.bin, 'postgres'), ['-D', files.data, ...flags], {
    cwd: '/',
    env: { ...files.env },
    detached: true,
    stdio: ['ignore', log, log],
    ...(files.account ? { uid: files.account.uid, gid: files.account.gid } : {}),
  });
  closeSync(log);
  let exited = false;
  child.on('exit', () => (exited = true));
  child.on('error', () => (exited = true));
  child.unref();
  return { exited: () => exited };
}

async function stopServer(data: string): Promise<void> {
  const found = readPostmaster(data);
  if (!found) return;
  const { pid, socketDir: host } = found;
  const client = new pg.Client({
    host,
    port: PORT,
    user: 'postgres',
    database: 'postgres',
    connectionTimeoutMillis: 2000,
    application_name: 'caas-launcher',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query(
      "select 1 from pg_stat_activity where backend_type = 'client backend' and application_name <> 'caas-launcher' limit 1",
    );
    if (rowCount) return;
  } catch {
    if (!isLivingPostgres(pid)) return;
  } finally {
    await client.end().catch(() => undefined);
  }
  if (!isLivingPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 8000 && isLivingPostgres(pid); waited += 20) await sleep(20);
}

/** Starts the embedded PostgreSQL of a data directory, or adopts the one that runs there. Several processes may call it at once. */
export async function startEmbeddedPostgres(
  dataDir: string,
  { settings = {}, timeoutMs = 60_000 }: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const files = preparePostgresFiles(dataDir);
  initCluster(files, { sync: settings.fsync !== 'off' });
  const socketDir = socketDirectory(files);
  const deadline = Date.now() + timeoutMs;
  let adopted = true;
  let child: { exited: () => boolean } | null = null;
  while (Date.now() < deadline) {
    const found = readPostmaster(files.data);
    if (found?.socketDir && (await answers(found.socketDir))) {
      return { host: found.socketDir, port: PORT, pid: found.pid, adopted, stop: () => stopServer(files.data) };
    }
    // Without a living server: start one. When another process is faster, ours ends and theirs is adopted.
    if (!found && (!child || child.exited())) {
      adopted = false;
      child = launch(files, socketDir, settings);
    } else if (found && child?.exited()) {
      adopted = true;
    }
    await sleep(20);
  }
  throw new ConfigError(
    `The embedded PostgreSQL did not start within ${timeoutMs / 1000} s; see ${join(files.root, 'server.log')}`,
  );
}
