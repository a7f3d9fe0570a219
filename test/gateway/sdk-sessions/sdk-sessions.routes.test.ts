import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApiKey } from '@caas/contract/api-keys.js';
import { queryAudit } from '@caas/contract/audit.js';
import { createSdkSession, endSdkSession, refreshSdkSession } from '@caas/contract/sdk-sessions.js';
import { ask, newCompany, refused, send, type Company } from '../../support/gateway-client.js';
import { openGateway, type OpenGateway } from '../../support/gateway-open.js';

let open: OpenGateway;
let company: Company;

before(async () => {
  open = await openGateway();
  company = await newCompany(open.url);
});
after(() => open.close());

const body = {
  user_external_id: 'user-7',
  user_data: { name: 'Zoë', email: 'zoe@example.com', avatar: 'https://example.com/z.png' },
};

describe('sessions of end users', () => {
  it('start with tokens that are kept nowhere in clear', async () => {
    const answer = await ask(open.url, createSdkSession, { body }, { key: company.secret });
    assert.match(answer.session_id, /^sess_/);
    assert.notEqual(answer.access_token, answer.refresh_token);
    assert.equal(answer.expires_in, 900);
    const rows = await open.gateway.platform.db
      .tenant(company.tenantId)
      .read((tx) => tx.selectFrom('sdk_sessions').selectAll().execute());
    assert.equal(rows.length, 1);
    assert.deepEqual(rows[0]?.user_data, body.user_data);
    const log = await send(
      open.url,
      queryAudit,
      { query: { action: 'sdk-session.created' } },
      { token: company.token },
    );
    for (const kept of [JSON.stringify(rows), JSON.stringify(log.body)]) {
      assert.ok(!kept.includes(answer.access_token) && !kept.includes(answer.refresh_token));
    }
    assert.ok(!JSON.stringify(log.body).includes('zoe@example.com'), 'what the log can not forget stays out of it');
  });

  it('need a key with write', async () => {
    const { secret = '' } = await ask(
      open.url,
      createApiKey,
      { body: { name: 'Reader', scopes: ['read'] } },
      { token: company.token },
    );
    assert.equal((await refused(open.url, createSdkSession, { body }, { key: secret }, 'forbidden')).needs, 'write');
    await refused(open.url, createSdkSession, { body }, { token: company.token }, 'forbidden');
    await refused(open.url, createSdkSession, { body }, {}, 'token_invalid');
    await refused(
      open.url,
      createSdkSession,
      { body: { user_external_id: '' } },
      { key: company.secret },
      'invalid_request',
    );
  });

  it('are renewed and ended by pages of any origin while the tenant names none, which may read the answer', async () => {
    const { refresh_token } = await ask(open.url, createSdkSession, { body }, { key: company.secret });
    const origin = 'https://shop.example';
    for (const path of [refreshSdkSession.path, endSdkSession.path]) {
      const preflight = await fetch(`${open.url}${path}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      });
      assert.equal(preflight.headers.get('access-control-allow-origin'), origin);
    }
    const page = { headers: { origin } };
    const renewed = await send(open.url, refreshSdkSession, { body: { refresh_token } }, page);
    assert.deepEqual([renewed.status, renewed.headers.get('access-control-allow-origin')], [200, origin]);
    const { access_token: token = '' } = renewed.body as { access_token?: string };
    const ended = await send(open.url, endSdkSession, {}, { token, ...page });
    assert.deepEqual([ended.status, ended.headers.get('access-control-allow-origin')], [204, origin]);
    const refusal = await send(open.url, refreshSdkSession, { body: { refresh_token } }, page);
    assert.deepEqual([refusal.status, refusal.headers.get('access-control-allow-origin')], [401, origin]);
    const nowhere = await send(
      open.url,
      refreshSdkSession,
      { body: { refresh_token } },
      { headers: { origin: 'null' } },
    );
    assert.equal(nowhere.headers.get('access-control-allow-origin'), null);
  });

  it('are neither console tokens nor embed tokens', async () => {
    const { access_token: token } = await ask(open.url, createSdkSession, { body }, { key: company.secret });
    await refused(open.url, queryAudit, {}, { token }, 'forbidden');
  });
});
