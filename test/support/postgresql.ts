// A PostgreSQL server of the system's own packages, private to one test: its own cluster, a socket in a temporary folder, no TCP.
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A running server. */
export interface PostgresServer {
  /** As superuser. */
  admin(database: string): pg.ClientConfig;
  /** As `DATABASE_URL` has it. */
  url(database: string, user: string): string;
  /** Runs statements as superuser. */
  run(...statements: string[]): Promise<void>;
  /** Ends the server and removes its files. */
  stop(): Promise<void>;
}

/** Where Debian's packages and others put the programs of a major version; null when they are not installed. */
export function postgresPrograms(version: number): string | null {
  const folders = [
    `/usr/lib/postgresql/${version}/bin`,
    `/usr/pgsql-${version}/bin`,
    `/opt/homebrew/opt/postgresql@${version}/bin`,
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** PostgreSQL refuses to be root, so root lends it another account. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const number = (flag: string, name: string): number =>
    Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim() || Number.NaN);
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [number('-u', name), number('-g', name)];
    if (uid && gid) return { uid, gid };
  }
  throw new Error('Tests run as root need an account "postgres" or "nobody"');
}

/** Makes a cluster with the programs of `bin` and starts it. */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const as = account();
  const folder = mkdtempSync(join(tmpdir(), 'caas-pg-'));
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = { cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' }, ...as };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'], {
    ...options,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const settings = [`unix_socket_directories=${folder}`, 'listen_addresses=', 'fsync=off', 'log_min_messages=fatal'];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...options,
    stdio: 'ignore',
  });
  const end = (): void => void server.kill('SIGQUIT');
  process.once('exit', end);
  const admin = (database: string): pg.ClientConfig => ({ host: folder, user: 'postgres', database });
  const run = async (...statements: string[]): Promise<void> => {
    const client = new pg.Client(admin('postgres'));
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const stop = async (): Promise<void> => {
    await ended(server);
    process.off('exit', end);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await answers(server, run);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = (database: string, user: string): string =>
    `postgresql:///${database}?host=${encodeURIComponent(folder)}&user=${user}`;
  return { admin, url, run, stop };
}

async function answers(server: ChildProcess, run: PostgresServer['run']): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      await run('select 1');
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await gone;
}
