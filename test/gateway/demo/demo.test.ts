import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { login } from '@caas/contract/accounts.js';
import * as api from '@caas/contract/api-keys.js';
import { queryAudit, type AuditEvent } from '@caas/contract/audit.js';
import { listSdkSessions } from '@caas/contract/sessions.js';
import { dryRunIps, listIpRefusals, listIpWhitelist } from '@caas/contract/ip-whitelist.js';
import { listOriginWhitelist } from '@caas/contract/origin-whitelist.js';
import { getDashboard } from '@caas/contract/dashboard.js';
import { verifyChain } from '@caas/verify/canonical.js';
import { sha256 } from '@caas/verify/node.js';
import { createMember, insertTenant } from '../../../gateway/src/accounts/accounts.repository.js';
import { Passwords } from '../../../gateway/src/accounts/password.js';
import { runDemo } from '../../../gateway/src/demo/demo.js';
import { ask, refused, until } from '../../support/gateway-client.js';
import { testGateway, type TestGateway } from '../../support/gateway.js';

let dataDir: string;
let open: TestGateway;
let stop: () => Promise<void>;
let printed = '';
const run = () => {
  const passwords = new Passwords();
  return runDemo(
    open.gateway.platform,
    open.url,
    { hash: (password) => passwords.hash(password), insertTenant, createMember },
    (text) => (printed = text),
  );
};
const signIn = async (role: string) => {
  const [, email = '', password = ''] = new RegExp(`${role} +(\\S+) +(\\S+)`).exec(printed) ?? [];
  const answer = await ask(open.url, login, { body: { email, password } });
  assert.ok('access_token' in answer, 'nobody of the demo has a second factor');
  return { token: answer.access_token };
};

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'caas-demo-'));
  open = await testGateway({ DATA_DIR: dataDir });
  stop = await run();
});
after(async () => {
  await stop();
  await open.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe('the demo', () => {
  it('prints how to sign in with each role, and keeps that to itself', async () => {
    assert.match(printed, /DEMO/);
    for (const role of ['owner', 'admin', 'developer', 'viewer'])
      await ask(open.url, api.listApiKeys, {}, await signIn(role));
    assert.equal((await stat(join(dataDir, 'demo.json'))).mode & 0o777, 0o600);
  });

  it('has lists of allowed callers that let its own servers in, and something to see on them', async () => {
    const owner = await signIn('owner');
    const ips = await ask(open.url, listIpWhitelist, {}, owner);
    assert.equal(ips.mode, 'enforce');
    assert.ok(ips.items.some(({ hits_24h }) => hits_24h > 100) && ips.items.some(({ expires_at }) => expires_at));
    assert.equal((await ask(open.url, listIpRefusals, {}, owner)).items[0]?.observed, false);
    assert.equal((await ask(open.url, listOriginWhitelist, {}, owner)).mode, 'observe');
    const { would_block } = await ask(open.url, dryRunIps, { body: {} }, owner);
    assert.deepEqual(would_block, [], 'nobody who calls is left out');
    await until(async () => {
      const { items } = await ask(open.url, listIpWhitelist, { query: { q: '127.0.0.1' } }, owner);
      return (items[0]?.hits_24h ?? 0) > 0;
    }, 10_000);
  });

  it('shows a company with keys in every state, three months of figures and something to look at', async () => {
    const owner = await signIn('owner');
    const { items } = await ask(open.url, api.listApiKeys, {}, owner);
    assert.deepEqual(
      items.map((key) => `${key.name} ${key.status}`),
      [
        'Production server rotating',
        'Production server secondary',
        'Message ingest active',
        'Staging ETL active',
        'Terraform active',
        'Old mobile gateway revoked',
      ],
    );
    const [waiting, ...lived] = items.filter(({ role, last_used_at: used }) => role === 'secondary' || used !== null);
    assert.ok(waiting && lived.length === 5, 'every key that is called was let in once');
    const gone = items.at(-1);
    assert.ok((gone?.last_used_at ?? '') < (gone?.revoked_at ?? ''), 'a revoked key was let in until then');
    const from = new Date(Date.now() - 90 * 86_400_000).toISOString();
    const { series, callers } = await ask(
      open.url,
      api.getApiKeyUsage,
      { params: { id: items[2]?.id ?? '' }, query: { from } },
      owner,
    );
    assert.ok(series.filter((hour) => hour.calls > 0).length > 89 * 24 && callers.length >= 2);
    const { calls, attention } = await ask(open.url, getDashboard, {}, owner);
    assert.ok(calls.total > 10_000 && (calls.previous_total ?? 0) > 10_000);
    const codes = attention.map((item) => item.code);
    assert.ok(codes.includes('key_expiring') && codes.includes('rotation_waiting'));
  });

  it('has a log in the order of time whose chain holds', async () => {
    const owner = await signIn('owner');
    const events: AuditEvent[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(
        open.url,
        queryAudit,
        { query: { order: 'asc', limit: 200, ...(cursor ? { cursor } : {}) } },
        owner,
      );
      events.push(...page.items);
      cursor = page.next_cursor ?? undefined;
    } while (cursor && events.length < 5000);
    assert.ok(events.length > 200);
    assert.ok(verifyChain(events, sha256).ok);
    assert.deepEqual(
      events.map((event) => event.occurred_at),
      events.map((event) => event.occurred_at).sort(),
    );
  });

  it('goes on calling, also with keys that are refused', async () => {
    const owner = await signIn('owner');
    const total = async () => (await ask(open.url, getDashboard, {}, owner)).calls.total;
    const begin = await total();
    await until(async () => (await total()) > begin + 2, 15_000);
  });

  it('has end users who come, connect, and are gone when it stops', async () => {
    const owner = await signIn('owner');
    const people = (connected?: boolean) =>
      ask(open.url, listSdkSessions, { query: connected === undefined ? {} : { connected } }, owner);
    await until(async () => (await people(true)).total >= 4, 15_000);
    const { items } = await people();
    assert.deepEqual(new Set(items.map(({ platform }) => platform)), new Set(['android', 'ios', 'web', null]));
    assert.ok(items.some(({ device, browser }) => device === 'Android' && browser === 'Chrome 141'));
    await stop();
    assert.equal((await people()).total, 0);
    stop = await run();
  });

  it('finds its company again and changes nothing', async () => {
    await stop();
    const first = printed;
    const kept = await readFile(join(dataDir, 'demo.json'), 'utf8');
    stop = await run();
    assert.equal(printed, first);
    assert.equal(await readFile(join(dataDir, 'demo.json'), 'utf8'), kept);
    await refused(
      open.url,
      login,
      { body: { email: 'ada@meridian.example', password: 'wrong' } },
      {},
      'invalid_credentials',
    );
  });
});
