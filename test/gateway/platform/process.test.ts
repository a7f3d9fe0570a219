// The gateway as a process of its own on its embedded database: start, kill -9, adoption, lost databases, shutdown.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { httpClient } from '../../support/gateway.js';

const MAIN = fileURLToPath(new URL('../../../gateway/src/main.ts', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'caas-process-'));
const children = new Set<ChildProcess>();

interface Process {
  url: string;
  child: ChildProcess;
  output: () => string;
  end(signal: NodeJS.Signals): Promise<{ code: number | null; ms: number }>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function start(env: Record<string, string> = {}): Promise<Process> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--conditions=caas-source', '--import', 'tsx', MAIN], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, RATE_LIMIT_SCALE: '1000', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const end = async (signal: NodeJS.Signals): Promise<{ code: number | null; ms: number }> => {
    const started = Date.now();
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const code = await exited;
    children.delete(child);
    return { code, ms: Date.now() - started };
  };
  for (let waited = 0; waited < 60_000 && !output.includes('is running at') && child.exitCode === null; waited += 50)
    await sleep(50);
  return { url: `http://127.0.0.1:${port}`, child, output: () => output, end };
}

const pidFile = (): string => join(dataDir, 'postgres', 'data', 'postmaster.pid');
const postmaster = (): number => Number(readFileSync(pidFile(), 'utf8').split('\n', 1)[0]);
const ready = async ({ url }: Process): Promise<number> => (await fetch(`${url}/health/ready`)).status;
const company = (n: number) => ({
  company_name: 'Process',
  email: `p${n}@example.com`,
  password: 'correct horse',
  accept_terms: true,
});

after(() => {
  for (const child of children) child.kill('SIGKILL');
  if (existsSync(pidFile())) process.kill(postmaster(), 'SIGQUIT');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

describe('a gateway process', { timeout: 180_000 }, () => {
  it('keeps every acknowledged write over kill -9, and adopts the database that goes on', async () => {
    const first = await start();
    assert.match(first.output(), /CAAS Console is running at http:\/\/localhost:\d+/, first.output());
    assert.equal(statSync(join(dataDir, 'master.key')).mode & 0o777, 0o600);
    const made = await httpClient(first.url).post('/api/v1/auth/client/register', company(1));
    assert.equal(made.status, 201);
    const pid = postmaster();
    await first.end('SIGKILL');
    const second = await start();
    assert.equal(postmaster(), pid, 'the same server goes on');
    assert.equal(
      (
        await httpClient(second.url).post('/api/v1/auth/client/login', {
          email: 'p1@example.com',
          password: 'correct horse',
        })
      ).status,
      200,
    );
    assert.equal(
      (await httpClient(second.url, { token: String(made.body.access_token) }).get('/v1/tenant')).status,
      200,
      'tokens outlive the process',
    );
    const { code, ms } = await second.end('SIGINT');
    assert.equal(code, 0);
    assert.ok(ms < 10_000, `${ms}`);
    assert.equal(existsSync(pidFile()), false, 'the database is stopped with the last gateway');
  });

  it('starts twice at once on one directory; the first to leave leaves the database to the other', async () => {
    const [a, b] = await Promise.all([start(), start()]);
    assert.deepEqual([await ready(a), await ready(b)], [200, 200]);
    await a.end('SIGTERM');
    assert.equal(await ready(b), 200);
    assert.equal((await httpClient(b.url).post('/api/v1/auth/client/register', company(2))).status, 201);
    await b.end('SIGTERM');
  });

  it('answers 503 while the database is gone, brings it back and goes on', async () => {
    const one = await start();
    const { body } = await httpClient(one.url).post<{ access_token: string }>(
      '/api/v1/auth/client/register',
      company(3),
    );
    const api = httpClient(one.url, { token: body.access_token });
    process.kill(postmaster(), 'SIGKILL');
    const gone = Date.now();
    const seen = new Set<number>();
    let status: number;
    do {
      const asked = Date.now();
      const reply = await api.get('/v1/tenant');
      ({ status } = reply);
      seen.add(status);
      assert.ok(Date.now() - asked < 3000, 'no request hangs');
      if (status === 503) assert.ok(Number(reply.headers.get('retry-after')) >= 1);
      assert.equal((await fetch(`${one.url}/health/live`)).status, 200);
      await sleep(20);
    } while ((status !== 200 || seen.size === 1) && Date.now() - gone < 15_000);
    assert.equal(status, 200, `came back: ${[...seen].join()}`);
    assert.ok(
      [...seen].every((code) => code === 200 || code === 503),
      [...seen].join(),
    );
    await one.end('SIGTERM');
  });

  it('finishes what runs when it stops, and takes nothing new', async () => {
    const one = await start();
    const client = httpClient(one.url);
    let answered = 0;
    const slow = Array.from({ length: 40 }, (_, n) =>
      client.post('/api/v1/auth/client/register', company(100 + n)).finally(() => (answered += 1)),
    );
    // Wait until the first is through: then the others are on their way.
    await slow[0];
    const before = answered;
    const [{ code, ms }, replies] = await Promise.all([one.end('SIGTERM'), Promise.allSettled(slow)]);
    assert.equal(code, 0);
    assert.ok(ms < 10_000, `${ms}`);
    const done = replies.filter(({ status }) => status === 'fulfilled');
    assert.ok(done.length > before, 'what ran was finished');
    for (const reply of done) assert.equal(reply.status === 'fulfilled' && reply.value.status, 201);
    const again = await start();
    const kept = await Promise.all(
      replies.map((_, n) =>
        httpClient(again.url).post('/api/v1/auth/client/login', {
          email: company(100 + n).email,
          password: 'correct horse',
        }),
      ),
    );
    replies.forEach(
      ({ status }, n) => status === 'fulfilled' && assert.equal(kept[n]?.status, 200, `acknowledged ${n} is there`),
    );
    await again.end('SIGTERM');
  });

  it('stops the start with one line for a wrong setting, a taken port and a strange master key', async () => {
    const wrong = await start({ REGISTRATION: 'maybe' });
    assert.equal(wrong.child.exitCode, 1);
    assert.equal(wrong.output().trim().split('\n').length, 1, wrong.output());
    const settings: [RegExp, Record<string, string>][] = [
      [/^listen EADDRNOTAVAIL.*choose another HOST or PORT\.$/, { HOST: '192.0.2.1' }],
      [/^DATA_DIR can't be used: /, { DATA_DIR: MAIN }],
    ];
    for (const [reason, env] of settings) {
      const refused = await start({ LOG_LEVEL: 'fatal', ...env });
      assert.equal(refused.child.exitCode, 1);
      assert.match(refused.output().trimEnd(), reason);
      assert.equal(refused.output().trim().split('\n').length, 1, refused.output());
    }
    const strange = await start({ MASTER_KEY: 'cd'.repeat(32), LOG_LEVEL: 'fatal' });
    assert.equal(strange.child.exitCode, 1);
    assert.match(strange.output(), /^The master key does not open/);
  });

  it('says in its log where it is found', async () => {
    const one = await start({ LOG_LEVEL: 'info', MAILBOX: 'on' });
    await one.end('SIGTERM');
    const entries = one
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const { url, mailbox } = entries.find(({ msg }) => msg === 'listening') ?? {};
    const address = one.url.replace('127.0.0.1', 'localhost');
    assert.deepEqual([url, mailbox], [address, `${address}/dev/mailbox`]);
    assert.ok(one.output().includes(`is running at ${address}\n`));
  });

  it('logs no secret', async () => {
    const one = await start({ LOG_LEVEL: 'trace' });
    const { body } = await httpClient(one.url).post<{ access_token: string; api_key: string }>(
      '/api/v1/auth/client/register',
      company(4),
    );
    await httpClient(one.url, { token: body.access_token }).get('/v1/tenant?secret=hunter2');
    await httpClient(one.url, { apiKey: body.api_key }).get('/v1/auth/api-keys');
    await sleep(100);
    await one.end('SIGTERM');
    for (const secret of [body.access_token, body.api_key, 'correct horse', 'hunter2', 'caas_refresh'])
      assert.ok(!one.output().includes(secret), secret.slice(0, 12));
    assert.match(one.output(), /"path":"\/v1\/tenant"/);
  });
});
