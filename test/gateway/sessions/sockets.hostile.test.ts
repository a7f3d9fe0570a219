// What breaks naive socket servers: broken frames, floods, large messages, forged addresses. The process lives, and others notice nothing.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { beginSession } from '../../support/end-users.js';
import { newCompany } from '../../support/gateway-client.js';
import { testGateway } from '../../support/gateway.js';
import { openSocket, type OpenSocket } from '../../support/sockets.js';

const FRAMES = process.env.CAAS_LONG ? 100_000 : 1000;
const gateway = await testGateway({ TRUST_PROXY: '127.0.0.1' });
after(() => gateway.close());
const { url } = gateway;
const company = await newCompany(url);

const healthy = async () => (await fetch(`${url}/health/live`)).status;
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Frames as they stand behind the websocket; `n` makes each one different. */
const MALFORMED: readonly ((n: number) => string)[] = [
  () => '',
  () => '4',
  () => '42',
  () => '42[',
  () => '42/presence,',
  () => '42/presence,{}',
  () => '42/presence,[{"toString":"x"}]',
  () => '42/presence,[["a"],1]',
  () => '42/presence,[null]',
  () => '42/presence,["__proto__",{"__proto__":{"admin":true}}]',
  () => '42/presence,["constructor",{"constructor":{"prototype":{"admin":true}}}]',
  () => '42/presence,["disconnect"]',
  () => '42/presence,["connect_error",{}]',
  () => '42/presence,["newListener"]',
  () => '42/presence,["removeListener"]',
  () => '42/presence,["error"]',
  (n) => `42/presence,${n}${'9'.repeat(30)}["x"]`,
  (n) => `43/presence,${n}["ack of nothing"]`,
  (n) => `45${n}-/presence,["binary",{"_placeholder":true,"num":${n}}]`,
  () => '451-/presence,["binary",{"_placeholder":true,"num":-1}]',
  () => '45999999999999-/presence,["x"]',
  () => '46-/presence,[]',
  () => '40/presence,{"token":1}',
  () => '40/nowhere,{}',
  (n) => `40/${'n'.repeat(n % 500)},{}`,
  () => '41/presence,',
  () => '44/presence,{"message":"x"}',
  () => '49',
  () => '9',
  () => 'x',
  () => '\u0000',
  () => `42/presence,["deep",${nested(10_000)}]`,
  (n) => `42/presence,["n${n}",1e999]`,
];

describe('a gateway under malformed frames', () => {
  it(`lives through ${FRAMES}, and a good socket stays open`, { timeout: 3_600_000 }, async () => {
    const { access_token: token } = await beginSession(url, company.secret);
    const { access_token: bad } = await beginSession(url, company.secret);
    const good = await openSocket(url, { token });
    let hostile: OpenSocket | null = null;
    for (let n = 0; n < FRAMES; n += 1) {
      if (!hostile?.socket.connected) hostile = await openSocket(url, { token: bad });
      const frame = MALFORMED[n % MALFORMED.length]?.(n) ?? '';
      // Behind the client's encoder, which would not send these.
      const { ws } = hostile.socket.io.engine.transport as unknown as { ws: { send(data: string): void } };
      ws.send(frame);
      if (n % 8 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    hostile?.close();
    assert.equal(await healthy(), 200);
    assert.ok(good.socket.connected);
    assert.deepEqual(await good.socket.timeout(2000).emitWithAck('hello'), {
      error: { code: 'not_found', message: 'There is no such event.' },
    });
    assert.equal(Object.hasOwn(Object.prototype, 'admin'), false);
    good.close();
  });

  it('closes a socket that sends a message beyond 64 KB', async () => {
    const { access_token: token } = await beginSession(url, company.secret);
    for (const transport of ['websocket', 'polling'] as const) {
      const { socket, ended } = await openSocket(url, { token, transport });
      socket.emit('large', 'x'.repeat(70_000));
      await ended;
    }
    assert.equal(await healthy(), 200);
  });

  it('answers at most 50 events a second, and ends who floods', async () => {
    const { access_token: token } = await beginSession(url, company.secret);
    const steady = await openSocket(url, { token });
    const answers = await Promise.all(
      Array.from({ length: 80 }, async (_, n): Promise<{ error: { code: string } }> =>
        steady.socket.timeout(3000).emitWithAck('event', n),
      ),
    );
    const refused = answers.filter(({ error }) => error.code === 'rate_limited').length;
    assert.ok(refused >= 20 && refused <= 30, `${refused}`);
    assert.ok(steady.socket.connected, 'a burst is a mistake, not an attack');
    steady.close();
    const flood = await openSocket(url, { token });
    for (let n = 0; n < 1000; n += 1) flood.socket.emit('event', n);
    assert.equal((await flood.ended).code, 'rate_limited');
  });

  it('closes a connection that never says who it is', async () => {
    const hello = await fetch(`${url}/socket.io/?EIO=4&transport=polling`);
    const { sid } = JSON.parse((await hello.text()).slice(1)) as { sid: string };
    const begin = performance.now();
    for (let status = 200; status === 200;) {
      status = (await fetch(`${url}/socket.io/?EIO=4&transport=polling&sid=${sid}`)).status;
      assert.ok(performance.now() - begin < 9000);
    }
    assert.ok(performance.now() - begin > 3000);
  });

  it('takes the address of a trusted proxy and none that a caller made up', async () => {
    const { access_token: token, session_id } = await beginSession(url, company.secret);
    const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' };
    const through = await gateway.sibling();
    (await openSocket(through.url, { token, headers })).close();
    // What was noted is written when a gateway stops.
    await through.close();
    const [row] = await gateway.sql<{ ip: string }>('select ip from sdk_sessions where id = $1', [session_id]);
    assert.equal(row?.ip, '203.0.113.9');
  });
});
