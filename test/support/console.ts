import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../dist/gateway/main.js', import.meta.url));
const START_WITHIN = 60_000;

/** A built console in a process of its own, with its own data, on a free port. */
export interface RunningConsole {
  /** `http://localhost:<port>`: browsers treat it as a secure context. */
  readonly url: string;
  readonly dataDir: string;
  /** Everything it has logged so far. */
  log(): string;
  /** Starts the process again on the same data, after `kill`. */
  start(): Promise<void>;
  /** `kill -9`: no goodbye. The database goes on, as after a crash. */
  kill(): Promise<void>;
  /** Ends process and database, and removes the data. */
  stop(): Promise<void>;
}

/** Starts a console and waits until it is ready. The caller stops it. */
export async function startConsole(env: Record<string, string> = {}): Promise<RunningConsole> {
  const dataDir = await mkdtemp(join(tmpdir(), 'caas-e2e-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | null = null;
  let output = '';

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, [ENTRY], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(port),
        DATA_DIR: dataDir,
        RATE_LIMIT_SCALE: '1000',
        LOG_LEVEL: 'info',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    started.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await ready(url, started, () => output);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await exited;
  };

  await start();
  return {
    url,
    dataDir,
    log: () => output,
    start,
    kill: () => end('SIGKILL'),
    stop: async () => {
      if (!child) await start(); // the database of a killed process is adopted, so that it can be ended
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + START_WITHIN;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The console ended while starting:\n${log()}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The console was not ready within ${START_WITHIN / 1000} s:\n${log()}`);
}

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A tenant registered through the public API. */
export interface Registered {
  email: string;
  password: string;
  clientId: string;
  keyId: string;
  apiKey: string;
  accessToken: string;
}

/** Registers a company the way the register page does. */
export async function register(url: string, company = 'Meridian Freight', plan = 'business'): Promise<Registered> {
  const email = `ada.${Math.random().toString(36).slice(2)}@meridian.example`;
  const password = `correct horse ${Math.random().toString(36).slice(2)}`;
  const answer = await fetch(`${url}/api/v1/auth/client/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ company_name: company, email, password, plan, name: 'Ada Okafor', accept_terms: true }),
  });
  if (answer.status !== 201) throw new Error(`register answered ${answer.status}: ${await answer.text()}`);
  const body = (await answer.json()) as {
    client_id: string;
    api_key: string;
    access_token: string;
    key: { id: string };
  };
  return {
    email,
    password,
    clientId: body.client_id,
    keyId: body.key.id,
    apiKey: body.api_key,
    accessToken: body.access_token,
  };
}

/** One JSON request; the answer's status and body. */
export async function api(
  url: string,
  method: string,
  path: string,
  options: { token?: string; apiKey?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> {
  const headers = new Headers(options.headers);
  if (options.token) headers.set('authorization', `Bearer ${options.token}`);
  if (options.apiKey) headers.set('x-api-key', options.apiKey);
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  const answer = await fetch(url + path, {
    method,
    headers,
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
    headers: answer.headers,
  };
}
