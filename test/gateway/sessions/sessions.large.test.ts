// Many sessions of end users: a page, a search and the total stay quick, whichever way they are asked for.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { endSdkSessions, listSdkSessions, sessionOverview } from '@caas/contract/sessions.js';
import { ask, newCompany, type Company } from '../../support/gateway-client.js';
import { testGateway } from '../../support/gateway.js';

const SESSIONS = process.env.CAAS_LONG ? 100_000 : 5000;
/** For one answer with its total, on a machine that does other things as well. */
const WITHIN_MS = 300;
const gateway = await testGateway();
after(() => gateway.close());
const { url } = gateway;
let company: Company;

before(async () => {
  [company] = [await newCompany(url), await newCompany(url)];
  await gateway.sql(
    `insert into sdk_sessions (id, tenant_id, key_id, user_external_id, user_data, secret, started_at, last_active_at, lives_until, expires_at, ended_at)
     select 'sess_' || lpad(upper(to_hex(n)), 26, '0'), $1, $2, 'user-' || n, '{}', '\\x00', now() - n * interval '3 seconds',
       now() - (n * 7919 % $3) * interval '1 second', now() + interval '7 days', now() + interval '30 days',
       case when n % 10 = 0 then now() end
     from generate_series(1, ($3 / 0.9)::int) n`,
    [company.tenantId, company.first.id, SESSIONS],
  );
  await gateway.sql('analyze sdk_sessions');
});

/** The middle one of several times, in milliseconds. */
async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 9; n += 1) {
    const begin = performance.now();
    await act();
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[4] ?? Infinity;
}

describe(`${SESSIONS} sessions of end users`, () => {
  const list = (query: Parameters<typeof ask<typeof listSdkSessions>>[2]['query']) =>
    ask(url, listSdkSessions, { query }, { token: company.token });
  const deep = async () => {
    let cursor: string | null = null;
    for (let page = 0; page < 20; page += 1)
      ({ next_cursor: cursor } = await list({ limit: 200, ...(cursor ? { cursor } : {}) }));
    return cursor ?? '';
  };

  it(`answer each page within ${WITHIN_MS} ms, with the total`, async (context) => {
    const { total } = await list({});
    assert.ok(Math.abs(total - SESSIONS) < 2, `${total}`);
    const cursor = await deep();
    for (const [name, act] of [
      ['the first page', () => list({})],
      ['a deep page', () => list({ limit: 200, cursor })],
      ['by start', () => list({ sort: 'started_at' })],
      ['by id', () => list({ sort: '-user_external_id' })],
      ['found', () => list({ q: 'user-77' })],
      ['not found', () => list({ q: 'nobody' })],
      ['connected', () => list({ connected: true })],
      ['the overview', () => ask(url, sessionOverview, {}, { token: company.token })],
    ] as const) {
      const ms = await median(act);
      context.diagnostic(`${name}: ${ms.toFixed(1)} ms`);
      assert.ok(ms < WITHIN_MS, `${name}: ${ms} ms`);
    }
  });

  it('end at once', async () => {
    const { ended } = await ask(url, endSdkSessions, { query: { q: 'user-1' } }, { token: company.token });
    assert.ok(ended > SESSIONS / 20, `${ended}`);
    await ask(url, endSdkSessions, { query: { all: true } }, { token: company.token });
    assert.equal((await list({})).total, 0);
  });
});
