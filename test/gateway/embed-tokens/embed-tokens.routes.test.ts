import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as api from '@caas/contract/api-keys.js';
import { me } from '@caas/contract/accounts.js';
import { queryAudit } from '@caas/contract/audit.js';
import { getDashboard } from '@caas/contract/dashboard.js';
import { createEmbedToken, revokeEmbedToken } from '@caas/contract/embed-tokens.js';
import { EMBED_SCOPES } from '@caas/contract/permissions.js';
import { getTenant } from '@caas/contract/tenant.js';
import { ask, newCompany, refused, sendAny, until, type Company } from '../../support/gateway-client.js';
import { openGateway, type OpenGateway } from '../../support/gateway-open.js';

const PAGE = 'https://app.example.com';
let open: OpenGateway;
let second: OpenGateway;
let url: string;
let company: Company;

before(async () => {
  open = await openGateway();
  second = await openGateway(open);
  url = open.url;
  company = await newCompany(url, 'enterprise');
});
after(async () => {
  await second.close();
  await open.close();
});

const mint = (scopes: readonly (typeof EMBED_SCOPES)[number][], key = company.secret, origin = PAGE) =>
  ask(url, createEmbedToken, { body: { scopes: [...scopes], origin, actor: { id: 'u-1', name: 'Ada' } } }, { key });
const from = (token: string, origin = PAGE) => ({ token, headers: { origin } });
const keyWith = async (scopes: ('read' | 'write' | 'admin')[]) => {
  const { key, secret = '' } = await ask(
    url,
    api.createApiKey,
    { body: { name: `With ${scopes.join()} ${Math.random()}`, scopes } },
    company,
  );
  return { id: key.id, secret };
};

describe('embed tokens', () => {
  it('work from their own origin with their scopes alone', async () => {
    const { token, expires_in: lives, scopes } = await mint(['api-keys:read', 'tenant:read']);
    assert.deepEqual([lives, scopes], [300, ['api-keys:read', 'tenant:read']]);
    assert.match(token, /^caas_embed_[0-9A-Za-z]{30}$/);
    const who = await ask(url, me, {}, from(token));
    assert.deepEqual([who.user, who.actor.name, who.tenant.id], [null, 'Ada', company.tenantId]);
    await ask(url, api.listApiKeys, {}, from(token));
    await ask(url, getTenant, {}, from(token));
    await refused(url, getDashboard, {}, from(token), 'forbidden');
    await refused(url, api.createApiKey, { body: { name: 'No', scopes: ['read'] } }, from(token), 'forbidden');
    await refused(
      url,
      createEmbedToken,
      { body: { scopes: ['tenant:read'], origin: PAGE, actor: { id: 'x', name: 'x' } } },
      from(token),
      'forbidden',
    );
  });

  it('are refused from any other origin and from none, with an entry in the log', async () => {
    const { token, jti } = await mint(['api-keys:read']);
    for (const origin of [
      'https://evil.example.com',
      'http://app.example.com',
      'https://app.example.com:8443',
      'https://sub.app.example.com',
      'null',
      url,
    ]) {
      await refused(url, api.listApiKeys, {}, from(token, origin), 'origin_not_allowed');
    }
    await refused(url, api.listApiKeys, {}, { token }, 'origin_not_allowed');
    await refused(
      url,
      api.listApiKeys,
      {},
      { token, headers: { 'sec-fetch-site': 'same-origin' } },
      'origin_not_allowed',
    );
    const { items } = await ask(
      url,
      queryAudit,
      { query: { resource_id: jti, action: 'embed-token.refused' } },
      company,
    );
    assert.equal(items.length, 8 - 1, 'the last two come without an origin or with the own one: once each');
    assert.ok(items.every((event) => event.result === 'failure'));
  });

  it('that are tried from ever new origins fill the log with a few of them, and one entry for the rest', async () => {
    const { token, jti } = await mint(['api-keys:read']);
    for (let n = 0; n < 30; n += 1)
      await refused(url, api.listApiKeys, {}, from(token, `https://evil-${n}.example.com`), 'origin_not_allowed');
    const query = { resource_id: jti, action: 'embed-token.refused', limit: 50 };
    const { items } = await ask(url, queryAudit, { query }, company);
    assert.equal(items.length, 20 + 1);
    const [rest, last] = items.map(({ details }) => details);
    assert.deepEqual([rest?.origin, rest?.others], [null, true]);
    assert.deepEqual([last?.origin, last?.others], ['https://evil-19.example.com', undefined]);
    const { token: another, jti: id } = await mint(['api-keys:read']);
    await refused(url, api.listApiKeys, {}, from(another, 'https://evil.example.com'), 'origin_not_allowed');
    const { items: its } = await ask(url, queryAudit, { query: { ...query, resource_id: id } }, company);
    assert.equal(its[0]?.details?.origin, 'https://evil.example.com', 'each token counts for itself');
  });

  it('of the gateway’s own origin need no Origin header where the browser says same-origin', async () => {
    const { token } = await mint(['api-keys:read'], company.secret, url);
    await ask(url, api.listApiKeys, {}, { token, headers: { 'sec-fetch-site': 'same-origin' } });
    await refused(url, api.listApiKeys, {}, { token }, 'origin_not_allowed');
  });

  it('take origins in any spelling and nothing else', async () => {
    const { token } = await mint(['api-keys:read'], company.secret, 'HTTPS://App.Example.com:443');
    await ask(url, api.listApiKeys, {}, from(token));
    for (const fine of [
      'http://localhost:5173',
      'http://127.0.0.1:8080',
      'http://[::1]:3000',
      'https://münchen.example',
    ])
      await mint(['api-keys:read'], company.secret, fine);
    for (const origin of [
      'http://app.example.com',
      'https://app.example.com/',
      'https://app.example.com/path',
      'https://u@app.example.com',
      'https://*.example.com',
      'null',
      '*',
      'app.example.com',
      'javascript:alert(1)',
      'https://a.example.',
      'https://a..example.com',
      'https://-a.example.com',
      'https://app.example.com:0',
      'https://127.1',
    ]) {
      await refused(
        url,
        createEmbedToken,
        { body: { scopes: ['api-keys:read'], origin, actor: { id: 'x', name: 'x' } } },
        { key: company.secret },
        'invalid_request',
      );
    }
  });

  it('that can not be minted are refused with what can be', async () => {
    const fine = { scopes: ['api-keys:read'], origin: PAGE, actor: { id: 'u-1', name: 'Ada' } };
    for (const [wrong, path, message] of [
      [{ scopes: ['keys:read'] }, 'scopes.0', `one of the allowed values: ${EMBED_SCOPES.join(', ')}.`],
      [{ scopes: [] }, 'scopes', 'is too short: at least 1 value.'],
      [{ expires_in: 30 }, 'expires_in', 'is too small: at least 60.'],
      [{ expires_in: 3600 }, 'expires_in', 'is too large: at most 900.'],
      [{ actor: { id: '', name: 'Ada' } }, 'actor.id', 'is too short: at least 1 character.'],
      [{ actor: { id: 'x'.repeat(201), name: 'Ada' } }, 'actor.id', 'is too long: at most 200 characters.'],
      [{ origin: `https://${'a'.repeat(300)}` }, 'origin', 'is too long: at most 300 characters.'],
    ] as const) {
      const { status, body } = await sendAny(
        url,
        createEmbedToken,
        { body: { ...fine, ...wrong } },
        { key: company.secret },
      );
      const [error] = (body as { errors: { path: string; message: string }[] }).errors;
      assert.deepEqual([status, error?.path], [400, path]);
      assert.ok(error?.message.endsWith(message), error?.message);
    }
  });

  it('are told from API keys, which have a header of their own', async () => {
    const { detail } = await refused(url, api.listApiKeys, {}, { token: company.secret }, 'token_invalid');
    assert.match(String(detail), /x-api-key/);
    const { token } = await mint(['api-keys:read']);
    const other = await refused(url, api.listApiKeys, {}, from(`${token.slice(0, -1)}-`), 'token_invalid');
    assert.doesNotMatch(String(other.detail), /x-api-key/);
  });

  it('carry no more than the key that minted them may give', async () => {
    const reader = await keyWith(['read', 'admin']);
    assert.deepEqual(
      (await mint(EMBED_SCOPES, reader.secret)).scopes,
      EMBED_SCOPES.filter((scope) => scope.endsWith(':read')),
    );
    const admin = await keyWith(['admin']);
    const body = { scopes: ['api-keys:read' as const], origin: PAGE, actor: { id: 'x', name: 'x' } };
    assert.equal((await refused(url, createEmbedToken, { body }, { key: admin.secret }, 'forbidden')).needs, 'read');
    const plain = await keyWith(['read', 'write']);
    assert.equal((await refused(url, createEmbedToken, { body }, { key: plain.secret }, 'forbidden')).needs, 'admin');
    const writer = await keyWith(['write', 'admin']);
    const { token } = await mint(['api-keys:write'], writer.secret);
    const create = (scopes: ('read' | 'write')[]) => ({ body: { name: `Made in a page ${Math.random()}`, scopes } });
    await ask(url, api.createApiKey, create(['write']), from(token));
    assert.equal((await refused(url, api.createApiKey, create(['read']), from(token), 'forbidden')).needs, 'read');
    await refused(url, api.rotateApiKey, { body: { key_id: company.first.id } }, from(token), 'forbidden');
  });

  it('name token and page in the log', async () => {
    const { token, jti } = await mint(['api-keys:write', 'api-keys:read']);
    const { key } = await ask(url, api.createApiKey, { body: { name: 'Embedded', scopes: ['read'] } }, from(token));
    assert.deepEqual(key.created_by, { type: 'embed', id: 'u-1', name: 'Ada' });
    const { items } = await ask(url, queryAudit, { query: { resource_id: key.id } }, company);
    assert.deepEqual(items[0]?.details?.embed, { jti, origin: PAGE });
  });

  it('end within a second in every process when they are revoked or their key is', async () => {
    const minter = await keyWith(['read', 'admin']);
    const ends: ((jti: string) => Promise<unknown>)[] = [
      (jti) => ask(url, revokeEmbedToken, { params: { jti } }, { key: company.secret }),
      () => ask(url, api.revokeApiKey, { body: { key_id: minter.id } }, company),
    ];
    for (const end of ends) {
      const { token, jti } = await mint(['api-keys:read'], minter.secret);
      await ask(url, api.listApiKeys, {}, from(token));
      await ask(second.url, api.listApiKeys, {}, from(token));
      await end(jti);
      await refused(url, api.listApiKeys, {}, from(token), 'token_invalid');
      await until(
        () =>
          refused(second.url, api.listApiKeys, {}, from(token), 'token_invalid').then(
            () => true,
            () => false,
          ),
        1000,
      );
      await refused(
        url,
        revokeEmbedToken,
        { params: { jti: 'emb_01J00000000000000000000000' } },
        { key: company.secret },
        'not_found',
      );
    }
  });

  it('tell their page which key it stops with, and nobody else', async () => {
    const minter = await keyWith(['read', 'admin']);
    const { token } = await mint(['api-keys:read'], minter.secret);
    const mints = async (id: string, as: object) =>
      (await ask(url, api.getApiKeyUsage, { params: { id } }, as)).mints_this_session;
    assert.equal(await mints(minter.id, from(token)), true);
    assert.equal(await mints(company.first.id, from(token)), false);
    assert.equal(await mints(minter.id, company), false);
  });

  it('of one tenant are not there for another', async () => {
    const other = await newCompany(url);
    const { jti, token } = await mint(['tenant:read']);
    await refused(url, revokeEmbedToken, { params: { jti } }, { key: other.secret }, 'not_found');
    assert.equal((await ask(url, getTenant, {}, from(token))).id, company.tenantId);
  });

  it('let the page of their origin read the answers, without credentials', async () => {
    const { token } = await mint(['api-keys:read'], company.secret, 'https://cors.example.com');
    const preflight = async (origin: string) =>
      fetch(`${url}/v1/auth/api-keys`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
      });
    const known = await preflight('https://cors.example.com');
    assert.equal(known.headers.get('access-control-allow-origin'), 'https://cors.example.com');
    assert.equal(known.headers.get('access-control-allow-credentials'), null);
    assert.equal((await preflight('https://unknown.example.com')).headers.get('access-control-allow-origin'), null);
    const answer = await fetch(`${url}/v1/auth/api-keys`, {
      headers: { origin: 'https://cors.example.com', authorization: `Bearer ${token}` },
    });
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://cors.example.com');
    assert.match(answer.headers.get('vary') ?? '', /origin/i);
  });
});

describe('an API key in a browser', () => {
  it('fills the log no further from ever new origins', async () => {
    const { id, secret } = await keyWith(['read']);
    for (let n = 0; n < 30; n += 1) {
      const headers = { origin: `https://page-${n}.example.com` };
      await refused(url, api.listApiKeys, {}, { key: secret, headers }, 'key_in_browser');
    }
    const query = { resource_id: id, action: 'api-key.refused', limit: 50 };
    const { items } = await ask(url, queryAudit, { query }, company);
    assert.equal(items.length, 20 + 1);
    assert.equal(items[0]?.details?.others, true);
  });

  it('is refused, logged and shown on the dashboard', async () => {
    const { id, secret } = await keyWith(['read']);
    for (let n = 0; n < 3; n += 1)
      await refused(url, api.listApiKeys, {}, { key: secret, headers: { origin: PAGE } }, 'key_in_browser');
    await ask(url, api.listApiKeys, {}, { key: secret });
    const { items } = await ask(url, queryAudit, { query: { resource_id: id, action: 'api-key.refused' } }, company);
    assert.equal(items.length, 1);
    const { attention } = await ask(url, getDashboard, {}, company);
    assert.ok(
      attention.some(
        (item) => item.code === 'key_in_browser' && item.resource?.id === id && item.severity === 'danger',
      ),
    );
  });
});
