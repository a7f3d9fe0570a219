import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { revokeApiKey } from '@caas/contract/api-keys.js';
import { createEmbedToken, revokeEmbedToken } from '@caas/contract/embed-tokens.js';
import { setIpMode } from '@caas/contract/ip-whitelist.js';
import { addOrigins, setOriginMode } from '@caas/contract/origin-whitelist.js';
import { endSdkSession, validateToken } from '@caas/contract/sdk-sessions.js';
import { endSdkSessions, endSession, listSdkSessions } from '@caas/contract/sessions.js';
import { beginSession } from '../../support/end-users.js';
import { ask, newCompany, until, type Company } from '../../support/gateway-client.js';
import { startGatewayProcess, type GatewayProcess } from '../../support/gateway-open.js';
import { testGateway } from '../../support/gateway.js';
import { openSocket, refusedSocket, type OpenSocket } from '../../support/sockets.js';

const HOST = 'https://admin.tenant.example';
const gateway = await testGateway();
const { url } = gateway;
const own = gateway.gateway.platform.publicOrigin();
let company: Company;
let other: GatewayProcess;

before(async () => {
  [company, other] = [await newCompany(url), await startGatewayProcess(gateway)];
});
after(async () => {
  await other.kill();
  await gateway.close();
});

const embedToken = async (scopes: ('sessions:read' | 'tenant:read')[] = ['sessions:read']) =>
  ask(
    url,
    createEmbedToken,
    { body: { scopes, origin: HOST, actor: { id: 'u1', name: 'Wren' } } },
    { key: company.secret },
  );

/** How long after `act` the gateway ended the sockets, in milliseconds; and why. */
async function endedBy(sockets: OpenSocket[], act: () => Promise<unknown>): Promise<{ ms: number; codes: unknown[] }> {
  await act();
  const done = performance.now();
  const ends = await Promise.all(sockets.map(({ ended }) => ended));
  return { ms: Math.max(...ends.map(({ at }) => at - done)), codes: ends.map(({ code }) => code) };
}

describe('a socket is let in', () => {
  for (const transport of ['websocket', 'polling'] as const) {
    it(`for a member, an embedded page and an end user, by ${transport}`, async () => {
      const { access_token: sdk } = await beginSession(url, company.secret);
      const { token: embed } = await embedToken();
      const open = [
        await openSocket(url, { token: company.token, origin: own, transport }),
        await openSocket(url, { token: embed, origin: HOST, transport }),
        await openSocket(url, { token: sdk, transport }),
        await openSocket(url, { token: sdk, origin: 'https://shop.example', transport }),
      ];
      const { body } = { body: await (await fetch(`${url}/metrics`)).text() };
      assert.match(body, /caas_sockets_open\{kind="sdk"\} 2/);
      assert.match(body, /caas_sockets_open\{kind="console"\} 1/);
      for (const socket of open) socket.close();
    });

    it(`and refused with a reason otherwise, by ${transport}`, async () => {
      const { access_token: sdk } = await beginSession(url, company.secret);
      const { token: embed } = await embedToken();
      const { token: poor } = await embedToken(['tenant:read']);
      const cases: [string, Parameters<typeof refusedSocket>[1], string][] = [
        ['nothing', {}, 'token_invalid'],
        ['a number', { token: 7 }, 'token_invalid'],
        ['an object', { token: { toString: 'x' } }, 'token_invalid'],
        ['a long text', { token: 'x'.repeat(9000) }, 'token_invalid'],
        ['a key', { token: company.secret }, 'token_invalid'],
        ['a member elsewhere', { token: company.token, origin: 'https://evil.example' }, 'origin_not_allowed'],
        ['a member from nowhere', { token: company.token }, 'origin_not_allowed'],
        ['an embed token elsewhere', { token: embed, origin: 'https://evil.example' }, 'origin_not_allowed'],
        ['an embed token from nowhere', { token: embed }, 'origin_not_allowed'],
        ['an embed token without the scope', { token: poor, origin: HOST }, 'forbidden'],
        ['a page without an origin', { token: sdk, origin: 'null' }, 'http'],
        ['an origin with a path', { token: sdk, origin: 'https://shop.example/x' }, 'http'],
        ['another namespace', { token: sdk, namespace: '/' }, 'not_found'],
      ];
      for (const [name, options, code] of cases)
        assert.equal(await refusedSocket(url, { ...options, transport }), code, name);
    });
  }

  it('only from origins the tenant allows, once it has named one', async () => {
    const fenced = await newCompany(url);
    const { access_token: token } = await beginSession(url, fenced.secret);
    const shop = await openSocket(url, { token, origin: 'https://shop.example' });
    const elsewhere = await openSocket(url, { token, origin: 'https://elsewhere.example' });
    const { ms, codes } = await endedBy([elsewhere], () =>
      ask(
        url,
        addOrigins,
        { body: { origin: 'https://shop.example' }, query: { confirm_lockout: true } },
        { token: fenced.token },
      ),
    );
    assert.deepEqual(codes, ['origin_not_allowed']);
    assert.ok(ms < 1000, `${ms}`);
    assert.ok(shop.socket.connected);
    for (const transport of ['websocket', 'polling'] as const) {
      assert.equal(
        await refusedSocket(url, { token, origin: 'https://elsewhere.example', transport }),
        'origin_not_allowed',
      );
      assert.equal(
        await refusedSocket(other.url, { token, origin: 'https://elsewhere.example', transport }),
        'origin_not_allowed',
      );
      (await openSocket(url, { token, origin: 'https://shop.example', transport })).close();
    }
    shop.close();
  });

  it('ten times for one session', async () => {
    const { access_token: token } = await beginSession(url, company.secret);
    const asked = await Promise.allSettled(Array.from({ length: 14 }, () => openSocket(url, { token })));
    const open = asked.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    assert.equal(open.length, 10);
    open.pop()?.close();
    await until(async () => {
      const again = await openSocket(url, { token }).catch(() => null);
      if (again) open.push(again);
      return again !== null;
    }, 2000);
    for (const socket of open) socket.close();
  });
});

describe('a socket ends within a second, on every process', () => {
  it('when the end user signs out', async () => {
    const { access_token: token } = await beginSession(url, company.secret);
    const sockets = [await openSocket(url, { token }), await openSocket(other.url, { token, transport: 'polling' })];
    const { ms, codes } = await endedBy(sockets, () => ask(url, endSdkSession, {}, { token }));
    assert.ok(ms < 1000, `${ms}`);
    assert.deepEqual(codes, ['token_invalid', 'token_invalid']);
    assert.equal(await refusedSocket(other.url, { token }), 'token_invalid');
  });

  it('when the tenant ends the session, by one or by filter', async () => {
    const [one, two] = [
      await beginSession(url, company.secret, 'end-1'),
      await beginSession(url, company.secret, 'end-2'),
    ];
    const first = [await openSocket(other.url, { token: one.access_token })];
    const ended = await endedBy(first, () =>
      ask(url, endSession, { params: { session_id: one.session_id } }, { token: company.token }),
    );
    assert.ok(ended.ms < 1000, `${ended.ms}`);
    const second = [await openSocket(other.url, { token: two.access_token })];
    const all = await endedBy(second, () =>
      ask(url, endSdkSessions, { query: { q: 'end-' } }, { token: company.token }),
    );
    assert.ok(all.ms < 1000, `${all.ms}`);
  });

  it('when its origin is refused while all sockets are still being judged for a change before', async (context) => {
    const alone = await gateway.sibling();
    context.after(() => alone.close());
    const fenced = await newCompany(url);
    const as = { token: fenced.token };
    await ask(url, setOriginMode, { body: { mode: 'observe' } }, as);
    await ask(url, addOrigins, { body: { origin: 'https://elsewhere.example' } }, as);
    const tokens: string[] = [];
    const sockets: OpenSocket[] = [];
    for (let n = 0; n < 8; n += 1) {
      const { access_token: token } = await beginSession(url, fenced.secret);
      tokens.push(token);
      sockets.push(await openSocket(alone.url, { token, origin: 'https://shop.example' }));
    }
    // Of the eight sessions, four are known and four have to be read, which takes its time.
    await delay(1000);
    for (const token of tokens.slice(0, 4)) await ask(alone.url, validateToken, { body: { token } });
    const reading = gateway.sql('do $$ begin lock table sdk_sessions; perform pg_sleep(0.5); end $$');
    await delay(50);
    await ask(url, setIpMode, { body: { mode: 'observe' } }, as);
    await delay(50);
    await gateway.sql("update whitelist_settings set mode = 'enforce', revision = revision + 1 where kind = 'origin'");
    const { ms, codes } = await endedBy(sockets, async () => {
      await ask(url, setIpMode, { body: { mode: 'enforce' } }, as);
      await reading;
    });
    assert.deepEqual(new Set(codes), new Set(['origin_not_allowed']));
    assert.ok(ms < 1000, `${ms}`);
  });

  it('when a member signs out', async () => {
    const member = await gateway.addMember({ id: company.tenantId }, 'admin');
    const sockets = [
      await openSocket(url, { token: member.token, origin: own }),
      await openSocket(other.url, { token: member.token, origin: new URL(other.url).origin }),
    ];
    const { ms } = await endedBy(sockets, () => member.api.post('/api/v1/auth/client/logout', {}));
    assert.ok(ms < 1000, `${ms}`);
  });

  it('when its embed token, or the key that minted it, is revoked', async () => {
    const minted = await embedToken();
    const socket = [await openSocket(other.url, { token: minted.token, origin: HOST })];
    const ended = await endedBy(socket, () =>
      ask(url, revokeEmbedToken, { params: { jti: minted.jti } }, { key: company.secret }),
    );
    assert.ok(ended.ms < 1000, `${ended.ms}`);
    const lone = await newCompany(url);
    const { token } = await ask(
      url,
      createEmbedToken,
      { body: { scopes: ['sessions:read'], origin: HOST, actor: { id: 'u1', name: 'Wren' } } },
      { key: lone.secret },
    );
    const sockets = [await openSocket(other.url, { token, origin: HOST })];
    const revoked = await endedBy(sockets, () =>
      ask(url, revokeApiKey, { body: { key_id: lone.first.id } }, { token: lone.token }),
    );
    assert.ok(revoked.ms < 1000, `${revoked.ms}`);
  });

  it('when its token runs out', async () => {
    const short = await gateway.sibling({ ACCESS_TOKEN_TTL: '5' });
    const begin = performance.now();
    const { access_token: token } = await beginSession(short.url, company.secret);
    const { ended } = await openSocket(short.url, { token });
    const { code, at } = await ended;
    await short.close();
    assert.equal(code, 'token_expired');
    assert.ok(at - begin < 7500, `${at - begin}`);
  });

  it('when the gateway stops, which takes no longer for it', async () => {
    const leaving = await gateway.sibling();
    const { access_token: token } = await beginSession(url, company.secret);
    const sockets = [
      await openSocket(leaving.url, { token }),
      await openSocket(leaving.url, { token, transport: 'polling' }),
    ];
    const begin = performance.now();
    await leaving.close();
    assert.ok(performance.now() - begin < 5000);
    await Promise.all(sockets.map(({ ended }) => ended));
  });
});

describe('an end user', () => {
  const connected = async (q: string, at = url) =>
    (await ask(at, listSdkSessions, { query: { q } }, { token: company.token })).items[0]?.connected;

  it('is connected while a socket is open, on whichever process', async () => {
    const { access_token: token } = await beginSession(url, company.secret, 'present');
    assert.equal(await connected('present'), false);
    const sockets = [await openSocket(url, { token }), await openSocket(other.url, { token })];
    await until(
      async () => (await connected('present')) === true && (await connected('present', other.url)) === true,
      3000,
    );
    const { total } = await ask(
      url,
      listSdkSessions,
      { query: { q: 'present', connected: true } },
      { token: company.token },
    );
    assert.equal(total, 1);
    sockets[0]?.close();
    await new Promise((resolve) => setTimeout(resolve, 1200));
    assert.equal(await connected('present'), true);
    sockets[1]?.close();
    await until(async () => (await connected('present')) === false, 3000);
  });

  it('is not connected any more when the process died without a word', async () => {
    const dying = await startGatewayProcess(gateway);
    const { access_token: token } = await beginSession(url, company.secret, 'ghost');
    await openSocket(dying.url, { token });
    await until(async () => (await connected('ghost')) === true, 3000);
    await dying.kill();
    // A minute at most; the clock is moved instead of waited for.
    await gateway.sql("update gateway_processes set seen_at = seen_at - interval '36 seconds'");
    assert.equal(await connected('ghost'), false);
  });
});
