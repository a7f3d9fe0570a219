// Many clients that send or read slowly, beside normal ones: each is cut within 15 s, the others notice nothing.
import assert from 'node:assert/strict';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../support/gateway-client.js';
import { testGateway } from '../../support/gateway.js';

const EACH = process.env.CAAS_LONG ? 600 : 50;
const gateway = await testGateway();
after(() => gateway.close());
const { server } = gateway.gateway.app;
const { port } = server.address() as AddressInfo;

/** How many have got through: more at a time than the system's queue holds try again after a second and more. */
let connected = 0;

/** Sends `first`, then a byte a second, until the other side closes; gives the milliseconds that took. */
function slow(first: string): Promise<number> {
  return new Promise((resolve) => {
    let begin = Number.NaN;
    let drip: ReturnType<typeof setInterval> | undefined;
    const socket: Socket = connect(port, '127.0.0.1', () => {
      connected += 1;
      begin = performance.now();
      socket.write(first);
      drip = setInterval(() => socket.write('a'), 1000);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearInterval(drip);
      resolve(performance.now() - begin);
    });
    socket.resume();
  });
}

const connections = (): Promise<number> =>
  new Promise((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count))));

describe('slow clients in numbers', () => {
  it(`${EACH} of each kind are cut within 15 s, while others are served`, async () => {
    const tenant = await gateway.registerTenant();
    const kinds = [
      '',
      'GET / HTTP/1.1\r\nhost: x\r\nx-slow: ',
      'POST /api/v1/auth/client/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
    ];
    const gone = kinds.flatMap((first) => Array.from({ length: EACH }, () => slow(first)));
    await until(() => Promise.resolve(connected === 3 * EACH), 20_000);
    const times: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const begin = performance.now();
      assert.equal((await tenant.api.get('/v1/tenant')).status, 200);
      times.push(performance.now() - begin);
      await sleep(50);
    }
    times.sort((a, b) => a - b);
    assert.ok((times[20] ?? Infinity) < 300, `${times[20]} ms`);
    const slowest = Math.max(...(await Promise.all(gone)));
    assert.ok(slowest < 15_000, `${slowest} ms`);
    await until(async () => (await connections()) < 10, 10_000);
    assert.equal((await tenant.api.get('/v1/tenant')).status, 200);
  });
});
