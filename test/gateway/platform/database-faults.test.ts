// The database restarts under load; one tenant's rows are locked. What is acknowledged stays, nobody waits for long, nobody sees others.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { verifyChain, type ChainedEvent } from '@caas/verify/canonical.js';
import { sha256 } from '@caas/verify/node.js';
import { isLivingPostgres, startEmbeddedPostgres } from '../../../gateway/src/platform/embedded-postgres.js';
import { until } from '../../support/gateway-client.js';
import { testGatewayOn, type TestGateway, type TestTenant } from '../../support/gateway.js';

const RESTARTS = process.env.CAAS_LONG ? 20 : 2;
const dataDir = mkdtempSync(join(tmpdir(), 'caas-faults-'));
// Commits are written out before they are acknowledged; only the disk's own cache is trusted.
const start = () => startEmbeddedPostgres(dataDir, { settings: { fsync: 'off', full_page_writes: 'off' } });
let server = await start();
const admin = (database: string): pg.ClientConfig => ({ host: server.host, user: 'postgres', database });
let gateway: TestGateway;

before(async () => {
  const client = new pg.Client(admin('postgres'));
  await client.connect();
  await client.query('create role console_owner login createrole');
  await client.query('create database console owner console_owner');
  await client.end();
  const url = `postgresql:///console?host=${encodeURIComponent(server.host)}&user=console_owner`;
  gateway = await testGatewayOn({ url, admin: admin('console') });
});
after(async () => {
  await gateway?.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

interface Seen {
  status: number;
  ms: number;
  at: number;
}

/** Reads and writes of one tenant, one after the other, until told to stop. Every answer must hold its own rows only. */
async function load(tenant: TestTenant, seen: Seen[], acknowledged: string[], running: () => boolean): Promise<void> {
  const client = gateway.client({ apiKey: tenant.apiKey });
  const timed = async <T extends { status: number }>(ask: () => Promise<T>): Promise<T> => {
    const begin = performance.now();
    const reply = await ask();
    seen.push({ status: reply.status, ms: performance.now() - begin, at: performance.now() });
    return reply;
  };
  for (let n = 0; running(); n += 1) {
    const list = await timed(() => client.get<{ items: { id: string }[] }>('/v1/auth/api-keys'));
    if (list.status === 200)
      assert.deepEqual(
        list.body.items.map(({ id }) => id),
        [tenant.keyId],
        'only rows of its own',
      );
    const id = `${tenant.id}-${n}-${Math.random()}`;
    const body = { action: 'order.placed', resource: { type: 'order', id } };
    const written = await timed(() => client.post('/api/v1/audit/log', body));
    if (written.status === 201) acknowledged.push(id);
    await sleep(5);
  }
}

async function chainOf(tenant: TestTenant): Promise<(ChainedEvent & { resource: { id: string } })[]> {
  const events: (ChainedEvent & { resource: { id: string } })[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { body: { items: typeof events; next_cursor: string | null } } = await tenant.api.get(
      `/api/v1/audit/query?order=asc&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    events.push(...page.body.items);
    cursor = page.body.next_cursor;
  }
  return events;
}

describe('a restart of the database under load', { timeout: 240_000 }, () => {
  for (let round = 1; round <= RESTARTS; round += 1) {
    const signal = round % 2 ? 'SIGINT' : 'SIGQUIT';
    it(`${round}: ${signal === 'SIGINT' ? 'fast' : 'immediate'}: 503 at once, success soon after, nothing lost`, async () => {
      const tenants = [await gateway.registerTenant(), await gateway.registerTenant()];
      const acknowledged = new Map<TestTenant, string[]>(tenants.map((tenant) => [tenant, []]));
      const seen: Seen[] = [];
      let running = true;
      const loads = tenants.flatMap((tenant) =>
        Array.from({ length: 4 }, () => load(tenant, seen, acknowledged.get(tenant) ?? [], () => running)),
      );
      const health = async (path: string): Promise<number> => (await fetch(`${gateway.url}${path}`)).status;

      await until(async () => seen.filter(({ status }) => status === 201).length > 20, 10_000);
      const { pid } = server;
      process.kill(pid, signal);
      await until(async () => !isLivingPostgres(pid), 10_000);
      const gone = performance.now();
      await until(async () => seen.some(({ status, at }) => status === 503 && at > gone), 5000);
      assert.deepEqual([await health('/health/ready'), await health('/health/live')], [503, 200]);
      await sleep(500);
      server = await start();
      const back = performance.now();
      await until(async () => seen.some(({ status, at }) => status === 201 && at > back), 5000);
      await until(async () => (await health('/health/ready')) === 200, 5000);
      await sleep(300);
      running = false;
      await Promise.all(loads);

      const statuses = [...new Set(seen.map(({ status }) => status))].sort();
      assert.deepEqual(statuses, [200, 201, 503]);
      const slowest = Math.max(...seen.filter(({ status }) => status === 503).map(({ ms }) => ms));
      assert.ok(slowest < 2000, `a refusal took ${slowest} ms`);
      assert.ok(Math.max(...seen.map(({ ms }) => ms)) < 10_000, 'a request hung');
      for (const [tenant, ids] of acknowledged) {
        const events = await chainOf(tenant);
        assert.ok(verifyChain(events, sha256).ok, 'the chain verifies');
        const stored = events.map(({ resource }) => resource.id);
        assert.equal(new Set(stored.filter((id) => id.startsWith(tenant.id) && id !== tenant.id)).size > 0, true);
        for (const id of ids) assert.equal(stored.filter((one) => one === id).length, 1, 'acknowledged, stored once');
      }
    });
  }
});

describe('a tenant whose rows are locked', () => {
  it('gets 503, while others are served as if nothing was', async () => {
    const [stuck, other] = [await gateway.registerTenant(), await gateway.registerTenant()];
    const write = (tenant: TestTenant) =>
      gateway
        .client({ apiKey: tenant.apiKey })
        .post('/api/v1/audit/log', { action: 'order.placed', resource: { type: 'order', id: '1' } });
    assert.equal((await write(stuck)).status, 201);
    const lock = new pg.Client(admin('console'));
    await lock.connect();
    await lock.query('begin');
    await lock.query('select 1 from audit_heads where tenant_id = $1 for update', [stuck.id]);

    const begin = performance.now();
    const blocked = Array.from({ length: 60 }, () => write(stuck));
    const signIns = Array.from({ length: 4 }, () =>
      gateway.client().post('/api/v1/auth/client/login', { email: stuck.email, password: stuck.password }),
    );
    await sleep(500);
    const times: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const asked = performance.now();
      assert.equal((await write(other)).status, 201);
      assert.equal((await other.api.get('/v1/tenant')).status, 200);
      times.push(performance.now() - asked);
    }
    const median = times.sort((a, b) => a - b)[10] ?? Infinity;
    assert.ok(median < 200, `${median} ms`);
    const answers = await Promise.all([...blocked, ...signIns]);
    assert.ok(performance.now() - begin < 10_000, 'nobody hangs');
    for (const { status, body, headers } of answers) {
      assert.equal(status, 503);
      assert.equal(body.code, 'unavailable');
      assert.ok(headers.get('retry-after'));
    }
    await lock.query('rollback');
    await lock.end();
    assert.equal((await write(stuck)).status, 201);
  });
});
