import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { appCode } from '../../support/authenticator-app.js';
import { httpClient, testGateway, type TestTenant } from '../../support/gateway.js';
import { refusedSocket } from '../../support/sockets.js';
import { SoftPasskey } from '../../support/passkey.js';
import { enrolled } from '../../support/two-factor.js';

const MFA = '/v1/admin/mfa';
const POLICY = '/v1/tenant/security';
const ME = '/api/v1/auth/client/me';
const gateway = await testGateway();
after(() => gateway.close());
const url = gateway.url.replace('127.0.0.1', 'localhost');
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));

/** Requires a second factor of everyone, with so many days of grace. */
async function require(tenant: TestTenant, days: number): Promise<void> {
  const { body } = await tenant.api.get(POLICY);
  const reply = await tenant.api.put(POLICY, { mfa_required: true, mfa_grace_days: days, version: body.version });
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  await pause();
}

describe('the rules for signing in', () => {
  it('have defaults, change by version, and are recorded', async () => {
    const tenant = await gateway.registerTenant();
    const { body } = await tenant.api.get(POLICY);
    assert.deepEqual(body, {
      mfa_required: false,
      mfa_grace_days: 7,
      mfa_required_since: null,
      session_idle_seconds: 604_800,
      session_max_seconds: 2_592_000,
      version: 1,
    });
    const changed = await tenant.api.put(POLICY, {
      mfa_required: true,
      session_idle_seconds: 900,
      session_max_seconds: 3600,
      version: 1,
    });
    assert.equal(changed.status, 200);
    assert.equal(changed.body.version, 2);
    assert.ok(changed.body.mfa_required_since);
    const late = await tenant.api.put(POLICY, { mfa_required: false, version: 1 });
    assert.equal(late.body.code, 'version_conflict');
    assert.deepEqual(late.body.current, changed.body);
    const same = await tenant.api.put(POLICY, { mfa_required: true, version: 2 });
    assert.deepEqual(same.body, changed.body, 'what changes nothing makes no version');
    const off = await tenant.api.put(POLICY, { mfa_required: false, version: 2 });
    assert.equal(off.body.mfa_required_since, null);
    const audit = await tenant.api.get<{ items: { action: string; changes: { field: string }[] }[] }>(
      '/api/v1/audit/query?action=security-policy.changed&order=asc',
    );
    assert.deepEqual(audit.body.items.map(({ changes }) => changes.map(({ field }) => field)).sort(), [
      ['mfa_required'],
      ['mfa_required', 'session_idle_seconds', 'session_max_seconds'],
    ]);
  });

  it('refuse an idle limit beyond the absolute one, and numbers out of bounds', async () => {
    const { api } = await gateway.registerTenant();
    for (const wrong of [
      { session_idle_seconds: 3600, session_max_seconds: 1800 },
      { session_idle_seconds: 299 },
      { session_max_seconds: 7_776_001 },
      { mfa_grace_days: 91 },
      { mfa_grace_days: -1 },
    ]) {
      const reply = await api.put(POLICY, { ...wrong, version: 1 });
      assert.equal(reply.status, 400, JSON.stringify(wrong));
    }
  });

  it('let one of two changes at once through', async () => {
    const { api } = await gateway.registerTenant();
    const replies = await Promise.all(
      [1, 2, 3, 4].map((mfa_grace_days) => api.put(POLICY, { mfa_grace_days, version: 1 })),
    );
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409, 409, 409]);
  });
});

describe('a second factor for everyone', () => {
  it('leaves a time of grace, then only the way to set one up', async () => {
    const tenant = await gateway.registerTenant();
    const member = await gateway.addMember(tenant, 'developer');
    await require(tenant, 3);
    const during = await member.api.get<{ mfa: { required: boolean; grace_until: string } }>(ME);
    assert.equal(during.body.mfa.required, true);
    assert.ok(Math.abs(Date.parse(during.body.mfa.grace_until) - Date.now() - 3 * 86_400_000) < 60_000);
    assert.equal((await member.api.get('/v1/auth/api-keys')).status, 200);

    await require(tenant, 0);
    const keys = await member.api.get('/v1/auth/api-keys');
    assert.equal(keys.status, 403);
    assert.equal(keys.body.code, 'mfa_enrollment_required');
    assert.equal((await tenant.api.get(POLICY)).body.code, 'mfa_enrollment_required', 'its author too');
    const socket = { token: tenant.token, origin: gateway.url };
    assert.equal(await refusedSocket(gateway.url, socket), 'mfa_enrollment_required');
    assert.equal((await member.api.get(ME)).status, 200);
    assert.equal((await member.api.get(MFA)).status, 200);
    const refresh = await gateway.client({ cookie: member.cookie }).post('/api/v1/auth/client/refresh', undefined, {
      origin: gateway.gateway.platform.publicOrigin(),
    });
    assert.equal(refresh.status, 200);
    const embed = await gateway.client({ apiKey: tenant.apiKey }).get('/v1/auth/api-keys');
    assert.equal(embed.status, 200, 'keys are no members');

    const { secret } = (await member.api.post<{ secret: string }>(`${MFA}/setup`)).body;
    assert.equal((await member.api.post(`${MFA}/verify`, { code: appCode(secret) })).status, 200);
    assert.equal((await member.api.get('/v1/auth/api-keys')).status, 200);
    assert.equal((await member.api.get<{ mfa: { grace_until: unknown } }>(ME)).body.mfa.grace_until, null);
    const off = await member.api.delete(MFA, { code: appCode(secret, { steps: 1 }) });
    assert.equal(off.body.code, 'mfa_enforced');
    assert.equal((await member.api.post('/api/v1/auth/client/logout')).status, 204);
  });

  it('is met by a passkey, the last of which stays', async () => {
    const tenant = await gateway.registerTenant();
    await require(tenant, 0);
    const api = httpClient(url, { token: tenant.token });
    const { body } = await api.post<{ options: Record<string, unknown> }>(`${MFA}/passkeys/options`);
    const { response } = SoftPasskey.make(body.options, url);
    const made = await api.post(`${MFA}/passkeys`, { name: 'Key', response });
    assert.equal(made.status, 201);
    assert.equal((await api.get(POLICY)).status, 200);
    assert.equal((await api.delete(`${MFA}/passkeys/${String(made.body.id)}`)).body.code, 'mfa_enforced');
  });

  it('counts grace from joining for those who come later', async () => {
    const tenant = await enrolled(gateway);
    await require(tenant, 5);
    await gateway.sql(
      "update tenant_security set mfa_required_since = now() - interval '30 days' where tenant_id = $1",
      [tenant.id],
    );
    const late = await gateway.addMember(tenant, 'viewer');
    assert.equal((await late.api.get('/v1/auth/api-keys')).status, 200);
    await gateway.sql("update memberships set created_at = now() - interval '6 days' where user_id = $1", [
      late.userId,
    ]);
    await pause();
    assert.equal((await late.api.get('/v1/auth/api-keys')).body.code, 'mfa_enrollment_required');
  });
});

describe('who lacks a second factor', () => {
  it('comes first, page by page, and stays within the tenant', async () => {
    const tenant = await enrolled(gateway);
    const roles = ['admin', 'developer', 'viewer'] as const;
    const members = await Promise.all(roles.map((role) => gateway.addMember(tenant, role)));
    await require(tenant, 2);
    interface Page {
      items: { email: string; totp: boolean; passkeys: number; grace_until: string | null }[];
      next_cursor: string | null;
    }
    const all = (await tenant.api.get<Page>(`${MFA}/members`)).body;
    assert.deepEqual(
      all.items.map(({ email }) => email),
      [...members.map(({ email }) => email).sort(), tenant.email],
    );
    assert.deepEqual(
      all.items.map(({ totp, grace_until }) => [totp, grace_until !== null]),
      [...members.map(() => [false, true]), [true, false]],
    );
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor && `&cursor=${cursor}`;
      const { body } = await tenant.api.get<Page>(`${MFA}/members?limit=1${query}`);
      seen.push(...body.items.map(({ email }) => email));
      cursor = body.next_cursor;
    }
    assert.deepEqual(
      seen,
      all.items.map(({ email }) => email),
    );
  });
});
