// Renewing the sessions of end users. The names follow the suite of cases that refresh tokens are known to fail by.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { endSdkSession, refreshSdkSession, validateToken } from '@caas/contract/sdk-sessions.js';
import { ask, newCompany, refused, send } from '../../support/gateway-client.js';
import { testGateway } from '../../support/gateway.js';
import { beginSession, type EndUser } from '../../support/end-users.js';

const ROUNDS = process.env.CAAS_LONG ? 2000 : 10;
const gateway = await testGateway();
after(() => gateway.close());
const { url } = gateway;
const company = await newCompany(url);
const begin = (): Promise<EndUser> => beginSession(url, company.secret);

const refresh = (refresh_token: string) => ask(url, refreshSdkSession, { body: { refresh_token } });
const refuse = (refresh_token: string, code: string) =>
  refused(url, refreshSdkSession, { body: { refresh_token } }, {}, code);
const works = async (token: string) => (await ask(url, validateToken, { body: { token } })).valid;
const generation = async ({ session_id }: EndUser): Promise<number> =>
  (await gateway.sql<{ generation: number }>('select generation from sdk_sessions where id = $1', [session_id]))[0]
    ?.generation ?? 0;

describe('renewing an SDK session', () => {
  it('NormalUse: each token works once and brings the next', async () => {
    let tokens = await begin();
    for (let round = 0; round < 5; round += 1) {
      const next = await refresh(tokens.refresh_token);
      assert.equal(next.session_id, tokens.session_id);
      assert.notEqual(next.refresh_token, tokens.refresh_token);
      assert.match(next.refresh_token, /^caas_sdkr_/);
      assert.ok(await works(next.access_token));
      tokens = next;
    }
  });

  it('MaliciousReuse: a token of two generations ago ends the session, also within the grace time', async () => {
    const first = await begin();
    const second = await refresh(first.refresh_token);
    const third = await refresh(second.refresh_token);
    await refuse(first.refresh_token, 'refresh_reused');
    for (const tokens of [first, second, third]) {
      await refuse(tokens.refresh_token, 'refresh_reused');
      assert.ok(!(await works(tokens.access_token)));
    }
    const events = await gateway.sql(
      "select 1 from audit_events where action = 'sdk-session.reuse-detected' and result = 'failure' and resource_id = $1",
      [first.session_id],
    );
    assert.equal(events.length, 1);
  });

  it(
    `ConcurrentReuse: 20 at once turn it over once and get the same token, ${ROUNDS} rounds`,
    { timeout: 3_600_000 },
    async () => {
      let tokens = await begin();
      for (let round = 1; round <= ROUNDS; round += 1) {
        const { refresh_token } = tokens;
        const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refresh_token)));
        assert.equal(new Set(answers.map((answer) => answer.refresh_token)).size, 1);
        assert.equal(await generation(tokens), round + 1);
        tokens = answers[0] ?? tokens;
      }
    },
  );

  it('FailToSaveReuse: who lost the answer gets the live token again, for ten seconds', async () => {
    const first = await begin();
    const lost = await refresh(first.refresh_token);
    for (let tries = 0; tries < 3; tries += 1)
      assert.equal((await refresh(first.refresh_token)).refresh_token, lost.refresh_token);
    assert.equal(await generation(first), 2);
    await gateway.sql("update sdk_sessions set rotated_at = now() - interval '11 seconds' where id = $1", [
      first.session_id,
    ]);
    await refuse(first.refresh_token, 'refresh_reused');
    await refuse(lost.refresh_token, 'refresh_reused');
  });

  it('InvalidRefreshTokens: tampered, invented and of a session that is gone', async () => {
    const tokens = await begin();
    const { refresh_token: good } = tokens;
    const [head = '', session = '', , mac = ''] = good.split('.');
    const other = await begin();
    const cases = [
      [head, session, '2', mac].join('.'),
      [head, other.session_id, '1', mac].join('.'),
      [head.replace(company.tenantId, `ten_${'0'.repeat(26)}`), session, '1', mac].join('.'),
      good.slice(0, -1) + (good.endsWith('A') ? 'B' : 'A'),
      good.replace('caas_sdkr_', ''),
      `${good}A`,
      'caas_sdkr_nonsense-of-some-length',
    ];
    for (const value of cases) await refuse(value, 'session_expired');
    await refresh(good);
    await gateway.sql('delete from sdk_sessions where id = $1', [other.session_id]);
    await refuse(other.refresh_token, 'session_expired');
  });

  it('RefreshTokenReuseRevocation: nothing of the family gets through while a reuse races a refresh', async () => {
    for (let round = 0; round < 5; round += 1) {
      const first = await begin();
      const second = await refresh(first.refresh_token);
      const third = await refresh(second.refresh_token);
      const [, raced] = await Promise.all(
        [first, third, first].map(({ refresh_token }) => send(url, refreshSdkSession, { body: { refresh_token } })),
      );
      const got = (raced?.body as { refresh_token?: string } | undefined)?.refresh_token;
      for (const token of [second.refresh_token, third.refresh_token, ...(got ? [got] : [])])
        await refuse(token, 'refresh_reused');
    }
  });

  it('ends by idleness and by age, and never lives longer than its maximum', async () => {
    const idle = await begin();
    await gateway.sql('update sdk_sessions set lives_until = now() where id = $1', [idle.session_id]);
    await refuse(idle.refresh_token, 'session_expired');
    const old = await begin();
    await gateway.sql("update sdk_sessions set expires_at = now() + interval '1 second' where id = $1", [
      old.session_id,
    ]);
    const next = await refresh(old.refresh_token);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await refuse(next.refresh_token, 'session_expired');
    for (const { access_token } of [idle, old, next]) assert.ok(!(await works(access_token)));
  });

  it('is over after signing out, which can be said twice', async () => {
    const tokens = await begin();
    await ask(url, endSdkSession, {}, { token: tokens.access_token });
    await refused(url, endSdkSession, {}, { token: tokens.access_token }, 'token_invalid');
    await refuse(tokens.refresh_token, 'session_expired');
  });

  it('is refused for a suspended tenant, and works again afterwards', async () => {
    const other = await newCompany(url);
    const tokens = await beginSession(url, other.secret);
    await gateway.sql("update tenants set status = 'suspended' where id = $1", [other.tenantId]);
    await refuse(tokens.refresh_token, 'tenant_suspended');
    await gateway.sql("update tenants set status = 'active' where id = $1", [other.tenantId]);
    await refresh(tokens.refresh_token);
  });
});
