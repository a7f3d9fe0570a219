import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as api from '@caas/contract/api-keys.js';
import { queryAudit } from '@caas/contract/audit.js';
import { isWellFormed, mintSecret } from '../../../gateway/src/platform/api-key-format.js';
import { ask, newCompany, refused, send, until, type Company } from '../../support/gateway-client.js';
import { INTERNAL_SECRET, newMember, openGateway, type OpenGateway } from '../../support/gateway-open.js';

let open: OpenGateway;
let url: string;
let company: Company;

before(async () => {
  open = await openGateway();
  url = open.url;
  company = await newCompany(url, 'enterprise');
});
after(() => open.close());

const create = (name: string, more: object = {}, as: Company = company) =>
  ask(url, api.createApiKey, { body: { name, scopes: ['read'], ...more } }, as);

describe('API keys', () => {
  it('shows a new secret once and then only what it begins and ends with', async () => {
    const { key, secret } = await create('Once', { note: '  A note ', scopes: ['read', 'write'] });
    assert.ok(secret && isWellFormed(secret, 'caas_live_'));
    assert.equal(key.note, 'A note');
    assert.equal(key.prefix + '…' + key.last4, secret.slice(0, 13) + '…' + secret.slice(-4));
    const list = await send(url, api.listApiKeys, {}, company);
    assert.ok(!JSON.stringify(list.body).includes(secret));
    const log = await send(url, queryAudit, {}, company);
    assert.ok(!JSON.stringify(log.body).includes(secret));
    assert.equal((await send(url, api.listApiKeys, {}, { key: secret })).status, 200);
  });

  it('refuses a taken name, an expiry in the past, wrong addresses and doubled scopes', async () => {
    await create('Taken');
    const body = { name: 'Taken', scopes: ['read' as const] };
    await refused(url, api.createApiKey, { body }, company, 'name_taken');
    for (const wrong of [
      { expires_at: '2020-01-01T00:00:00.000Z' },
      { ip_restrictions: ['10.0.0.0/8', 'nowhere'] },
      { scopes: ['read', 'read'] as 'read'[] },
      { name: ' ' },
    ]) {
      const problem = await refused(
        url,
        api.createApiKey,
        { body: { ...body, name: 'Free', ...wrong } },
        company,
        'invalid_request',
      );
      assert.equal(problem.errors?.length, 1);
    }
  });

  it('holds the plan under 20 creates at once, and frees a place on revoke', async () => {
    const small = await newCompany(url, 'free');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send(url, api.createApiKey, { body: { name: `Key ${n}`, scopes: ['read'] } }, small),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 2);
    const { used, limit_allowed: limit } = await ask(url, api.listApiKeys, {}, small);
    assert.deepEqual([used, limit], [3, 3]);
    await ask(url, api.rotateApiKey, { body: { key_id: small.first.id } }, small);
    assert.equal((await ask(url, api.listApiKeys, {}, small)).used, 3);
    const problem = await refused(
      url,
      api.createApiKey,
      { body: { name: 'More', scopes: ['read'] } },
      small,
      'quota_reached',
    );
    assert.equal(problem.limit, 3);
    const { items } = await ask(url, api.listApiKeys, { query: { q: 'Key ' } }, small);
    await ask(url, api.revokeApiKey, { body: { key_id: items[0]?.id ?? '' } }, small);
    await create('More', {}, small);
  });

  it('changes names and notes by version, and says what stands there now', async () => {
    const { key } = await create('Before');
    const changed = await ask(
      url,
      api.updateApiKey,
      { params: { id: key.id }, body: { name: 'After', note: 'x', version: key.version } },
      company,
    );
    assert.deepEqual([changed.name, changed.note], ['After', 'x']);
    const problem = await refused(
      url,
      api.updateApiKey,
      { params: { id: key.id }, body: { name: 'Late', version: key.version } },
      company,
      'version_conflict',
    );
    assert.deepEqual(problem.current, changed);
    await refused(
      url,
      api.updateApiKey,
      { params: { id: key.id }, body: { name: 'Taken', version: changed.version } },
      company,
      'name_taken',
    );
  });

  it('says who was faster: whoever made the version that stands there', async () => {
    const member = await newMember(open, company.tenantId, 'developer');
    const soon = new Date(Date.now() + 1500).toISOString();
    const [{ key }, { key: theirs }, { key: brief }] = [
      await create('Contested'),
      await ask(url, api.createApiKey, { body: { name: 'Theirs', scopes: ['read'] } }, member),
      await create('Brief', { expires_at: soon }),
    ];
    const [owner, other] = [key.created_by, theirs.created_by];
    const late = async ({ id, version }: api.ApiKey, as: { token: string }) =>
      (
        await refused(
          url,
          api.updateApiKey,
          { params: { id }, body: { note: 'Late', version } },
          as,
          'version_conflict',
        )
      ).changed_by;

    const { key: waiting } = await ask(url, api.rotateApiKey, { body: { key_id: key.id } }, member);
    const note = { params: { id: waiting.id }, body: { note: 'Kept', version: waiting.version } };
    await ask(url, api.updateApiKey, note, company);
    assert.deepEqual(await late(key, company), other, 'a change of the key beside it is none of this one');
    assert.deepEqual(await late(waiting, member), owner);
    const again = await refused(url, api.rotateApiKey, { body: { key_id: key.id } }, company, 'rotation_running');
    assert.deepEqual(again.changed_by, other);

    await ask(url, api.promoteApiKey, { body: { key_id: waiting.id, force: true } }, member);
    assert.deepEqual(await late(waiting, company), other);
    const untouched = await refused(url, api.promoteApiKey, { body: { key_id: theirs.id } }, company, 'wrong_state');
    assert.equal(untouched.changed_by, null);

    await until(
      async () => (await ask(url, api.listApiKeys, { query: { q: 'Brief', status: 'expired' } }, company)).total > 0,
      5000,
    );
    assert.deepEqual(await late(brief, company), { type: 'public', id: null, name: 'CAAS' });
    const foreign = await newCompany(url);
    await refused(
      url,
      api.updateApiKey,
      { params: { id: key.id }, body: { version: key.version } },
      foreign,
      'not_found',
    );
  });

  it('switches keys off and on at once', async () => {
    const { key, secret = '' } = await create('Switch');
    const off = await ask(
      url,
      api.updateApiKey,
      { params: { id: key.id }, body: { status: 'disabled', version: key.version } },
      company,
    );
    await refused(url, api.listApiKeys, {}, { key: secret }, 'api_key_invalid');
    await refused(url, api.rotateApiKey, { body: { key_id: key.id } }, company, 'wrong_state');
    await ask(
      url,
      api.updateApiKey,
      { params: { id: key.id }, body: { status: 'active', version: off.version } },
      company,
    );
    await ask(url, api.listApiKeys, {}, { key: secret });
  });

  it('refuses calls from outside the IP list of a key', async () => {
    const { secret = '' } = await create('Elsewhere', { ip_restrictions: ['192.0.2.0/24'] });
    await refused(url, api.listApiKeys, {}, { key: secret }, 'ip_not_allowed');
    const { secret: here = '' } = await create('Here', { ip_restrictions: ['127.0.0.1'] });
    await ask(url, api.listApiKeys, {}, { key: here });
  });

  it('counts calls, errors and callers within two seconds', async () => {
    const { key, secret = '' } = await create('Counted');
    const headers = { 'user-agent': 'counter/1' };
    for (let n = 0; n < 3; n += 1) await ask(url, api.listApiKeys, {}, { key: secret, headers });
    await refused(url, queryAudit, { query: { from: 'yesterday' } }, { key: secret, headers }, 'invalid_request');
    const usage = () => ask(url, api.getApiKeyUsage, { params: { id: key.id } }, company);
    await until(async () => (await usage()).calls_1h === 4, 2000);
    const { series, callers, calls_24h: calls, last_used_at: at } = await usage();
    assert.deepEqual([calls, series.at(-1)?.calls, series.at(-1)?.errors], [4, 4, 1]);
    assert.deepEqual(
      callers.map(({ ip, user_agent, calls: n }) => [ip, user_agent, n]),
      [['127.0.0.1', 'counter/1', 4]],
    );
    assert.ok(at);
    const problem = await refused(url, api.deleteApiKey, { params: { id: key.id } }, company, 'key_in_use');
    assert.equal(problem.calls_24h, 4);
    await ask(url, api.deleteApiKey, { params: { id: key.id }, query: { force: true } }, company);
    await refused(url, api.getApiKeyUsage, { params: { id: key.id } }, company, 'not_found');
    await refused(url, api.listApiKeys, {}, { key: secret }, 'api_key_invalid');
  });

  it('refuses mistyped keys without a look-up', async () => {
    const { db } = open.gateway.platform;
    const platformTx = db.platformTx.bind(db);
    let lookups = 0;
    db.platformTx = (fn, lookup) => {
      if (lookup?.['app.key_hash'] !== undefined) lookups += 1;
      return platformTx(fn, lookup);
    };
    for (let n = 0; n < 200; n += 1) {
      const { secret } = mintSecret('caas_live_');
      const at = 10 + (n % 30);
      const wrong = secret.slice(0, at) + (secret.charAt(at) === 'x' ? 'y' : 'x') + secret.slice(at + 1);
      await refused(url, api.listApiKeys, {}, { key: wrong }, 'api_key_invalid');
    }
    assert.equal(lookups, 0);
    await refused(url, api.listApiKeys, {}, { key: mintSecret('caas_live_').secret }, 'api_key_invalid');
    assert.equal(lookups, 1);
    db.platformTx = platformTx;
  });

  it('answers a repeated create with the same key and without its secret, and says that nobody has it', async () => {
    const as = { ...company, headers: { 'idempotency-key': 'create-once' } };
    const first = await create('Idempotent', {}, as);
    const { body } = await send(url, api.createApiKey, { body: { name: 'Idempotent', scopes: ['read'] } }, as);
    assert.ok(first.secret && first.key.secret_delivered);
    assert.deepEqual(body, { key: { ...first.key, secret_delivered: false } });
    const seen = async () =>
      (await ask(url, api.listApiKeys, { query: { q: first.key.id } }, company)).items[0]?.secret_delivered === false;
    await until(seen, 5000);
  });

  it('tells other services whether a key is good', async () => {
    const { key, secret = '' } = await create('Validated', { ip_restrictions: ['192.0.2.0/24'] });
    const check = async (body: { api_key: string; ip?: string; origin?: string }) =>
      ask(url, api.validateApiKey, { body }, { headers: { 'x-internal-secret': INTERNAL_SECRET } });
    assert.deepEqual(await check({ api_key: secret, ip: '192.0.2.9' }), {
      valid: true,
      tenant_id: company.tenantId,
      key_id: key.id,
      scopes: ['read'],
    });
    assert.deepEqual(await check({ api_key: secret, ip: '198.51.100.1' }), { valid: false, reason: 'ip_not_allowed' });
    assert.deepEqual(await check({ api_key: secret, ip: '192.0.2.9', origin: 'https://page.example' }), {
      valid: false,
      reason: 'key_in_browser',
    });
    assert.deepEqual(await check({ api_key: 'nonsense' }), { valid: false, reason: 'malformed' });
    assert.deepEqual(await check({ api_key: mintSecret('caas_live_').secret }), { valid: false, reason: 'unknown' });
    await ask(url, api.revokeApiKey, { body: { key_id: key.id } }, company);
    assert.deepEqual(await check({ api_key: secret }), { valid: false, reason: 'revoked' });
    await refused(url, api.validateApiKey, { body: { api_key: secret } }, {}, 'token_invalid');
  });
});

describe('rights on API keys', () => {
  it('answers the same for keys of others as for keys that never were', async () => {
    const other = await newCompany(url);
    const ids = [other.first.id, 'key_01ARZ3NDEKTSV4RRFFQ69G5FAV'];
    for (const id of ids) {
      await refused(
        url,
        api.updateApiKey,
        { params: { id }, body: { name: 'Mine', version: 1 } },
        company,
        'not_found',
      );
      await refused(url, api.deleteApiKey, { params: { id } }, company, 'not_found');
      await refused(url, api.getApiKeyUsage, { params: { id } }, company, 'not_found');
      for (const endpoint of [
        api.rotateApiKey,
        api.promoteApiKey,
        api.rollbackApiKey,
        api.testApiKey,
        api.revokeApiKey,
      ]) {
        await refused(url, endpoint, { body: { key_id: id } }, company, 'not_found');
      }
    }
    const { items } = await ask(url, api.listApiKeys, {}, other);
    assert.deepEqual(
      items.map((key) => key.id),
      [other.first.id],
    );
  });

  it('lets owners, admins and developers change keys, viewers look, and keys themselves only list', async () => {
    const rights = { owner: true, admin: true, developer: true, viewer: false } as const;
    for (const role of ['owner', 'admin', 'developer', 'viewer'] as const) {
      const { token } = await newMember(open, company.tenantId, role);
      await ask(url, api.listApiKeys, {}, { token });
      const body = { name: `By ${role}`, scopes: ['read' as const] };
      if (rights[role]) await ask(url, api.createApiKey, { body }, { token });
      else await refused(url, api.createApiKey, { body }, { token }, 'forbidden');
    }
    await refused(
      url,
      api.createApiKey,
      { body: { name: 'By key', scopes: ['read'] } },
      { key: company.secret },
      'forbidden',
    );
    await refused(url, api.revokeApiKey, { body: { key_id: company.first.id } }, { key: company.secret }, 'forbidden');
    await refused(url, api.listApiKeys, {}, {}, 'token_invalid');
    const { secret: writer = '' } = await create('Writer', { scopes: ['write'] });
    assert.equal((await refused(url, api.listApiKeys, {}, { key: writer }, 'forbidden')).needs, 'read');
  });
});
