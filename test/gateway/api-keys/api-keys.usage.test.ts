import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { me } from '@caas/contract/accounts.js';
import * as api from '@caas/contract/api-keys.js';
import { ask, newCompany, refused, type Company } from '../../support/gateway-client.js';
import { openGateway, type OpenGateway } from '../../support/gateway-open.js';

let open: OpenGateway;
let url: string;
let company: Company;
let tenantId: string;

before(async () => {
  open = await openGateway();
  url = open.url;
  company = await newCompany(url, 'enterprise');
  tenantId = (await ask(url, me, {}, company)).tenant.id;
});
after(() => open.close());

let counter = 0;
const create = async () => {
  const body = { name: `Key ${(counter += 1)}`, scopes: ['read' as const] };
  return (await ask(url, api.createApiKey, { body }, company)).key.id;
};
const usage = (id: string, query: object = {}) => ask(url, api.getApiKeyUsage, { params: { id }, query }, company);
const shown = (callers: api.KeyCaller[]) => callers.map(({ ip, calls }) => [ip, calls]);

/** Counts that were written earlier: `calls` from `ip`, the last of them so many minutes ago. */
async function called(keyId: string, ...counts: { ip: string; calls: number; minutes: number }[]): Promise<void> {
  await open.gateway.platform.db.platformTx((tx) =>
    sql`insert into api_key_callers (tenant_id, key_id, minute, ip, user_agent, calls, last_seen_at)
      select ${tenantId}, ${keyId}, date_trunc('minute', at), ip, '', calls, at
        from (select r.*, now() - make_interval(mins => r.minutes) as at
          from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as r(ip text, calls bigint, minutes int)) as given`.execute(
      tx,
    ),
  );
}

describe('use of a key', () => {
  it('names those who called within the last hour with their calls of that hour, beside those of the day', async () => {
    const id = await create();
    await called(
      id,
      { ip: '203.0.113.14', calls: 6_123, minutes: 180 },
      { ip: '127.0.0.1', calls: 1_000, minutes: 120 },
      { ip: '127.0.0.1', calls: 3_349, minutes: 5 },
    );
    const { callers, callers_1h: lately, calls_1h: hour, calls_24h: day } = await usage(id);
    assert.deepEqual([hour, shown(lately)], [3_349, [['127.0.0.1', 3_349]]]);
    assert.deepEqual(
      [day, shown(callers)],
      [
        10_472,
        [
          ['203.0.113.14', 6_123],
          ['127.0.0.1', 4_349],
        ],
      ],
    );
  });

  it('tells the latest call with its own address, not with that of whoever called most', async () => {
    const id = await create();
    assert.equal((await usage(id)).last_call, null);
    const many = Array.from({ length: 30 }, (_, n) => ({ ip: `198.51.100.${n}`, calls: 900 + n, minutes: 47 }));
    await called(id, ...many, { ip: '203.0.113.9', calls: 1, minutes: 2 });
    const { callers, calls_24h: calls, last_call: last } = await usage(id);
    assert.equal(last?.ip, '203.0.113.9');
    assert.equal(Math.round((Date.now() - Date.parse(last.at)) / 60_000), 2);
    assert.deepEqual([callers.length, callers[0]?.ip, calls], [20, '198.51.100.29', 27_436]);
    // Later still, from more callers than are told apart.
    await called(id, { ip: '', calls: 12, minutes: 1 });
    const later = await usage(id);
    assert.deepEqual([later.last_call?.ip, later.calls_24h, later.callers.length], [null, 27_448, 20]);
  });

  it('says who holds up a promotion by the hour, who a deletion by the day', async () => {
    const id = await create();
    const { key } = await ask(url, api.rotateApiKey, { body: { key_id: id } }, company);
    await called(id, { ip: '203.0.113.14', calls: 500, minutes: 90 }, { ip: '127.0.0.1', calls: 3, minutes: 5 });
    const promotion = await refused(url, api.promoteApiKey, { body: { key_id: key.id } }, company, 'old_key_in_use');
    assert.deepEqual([promotion.calls_1h, shown(promotion.callers as api.KeyCaller[])], [3, [['127.0.0.1', 3]]]);
    const deletion = await refused(url, api.deleteApiKey, { params: { id } }, company, 'key_in_use');
    assert.equal(deletion.calls_24h, 503);
  });

  it('stays quick for a key that as many called as are told apart, in every minute of a day', async () => {
    const id = await create();
    await open.gateway.platform.db.platformTx((tx) =>
      sql`insert into api_key_callers (tenant_id, key_id, minute, ip, user_agent, calls, last_seen_at)
        select ${tenantId}, ${id}, date_trunc('minute', now()) - make_interval(mins => m), '10.0.' || n || '.' || m % 256, 'worker/1.0', 1,
          date_trunc('minute', now()) - make_interval(mins => m) from generate_series(1, 1439) as m, generate_series(1, 50) as n`.execute(
        tx,
      ),
    );
    const { calls_1h: hour, calls_24h: day } = await usage(id);
    assert.ok(hour >= 58 * 50 && hour <= 60 * 50, `${hour} calls`);
    assert.ok(day >= 1_437 * 50 && day <= 1_440 * 50, `${day} calls`);
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const start = performance.now();
      await usage(id);
      times.push(performance.now() - start);
    }
    assert.ok(Math.min(...times) < 500, `${times.map(Math.round).join(', ')} ms`);
  });
});
