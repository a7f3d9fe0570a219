// Where a request came from: a table of what peers and headers say, and who is believed.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { after, describe, it } from 'node:test';
import { clientIps, type Arrived } from '../../../gateway/src/platform/client-ip.js';

const TRUSTED = ['10.0.0.0/8', '2001:db8:1::/48', '127.0.0.1', '::1'];

/** Peer, `X-Forwarded-For`, the caller. */
const CASES: readonly [what: string, peer: string, header: string | undefined, ip: string][] = [
  ['no header', '10.0.0.1', undefined, '10.0.0.1'],
  ['one hop', '10.0.0.1', '203.0.113.5', '203.0.113.5'],
  ['an untrusted peer that claims another', '198.51.100.9', '203.0.113.5', '198.51.100.9'],
  ['an untrusted peer that claims a proxy', '198.51.100.9', '10.0.0.1, 127.0.0.1', '198.51.100.9'],
  ['a forged first hop', '10.0.0.1', '203.0.113.5, 198.51.100.9', '198.51.100.9'],
  ['a forged hop within the trusted range', '10.0.0.1', '10.6.6.6, 198.51.100.9', '198.51.100.9'],
  ['proxies behind proxies', '10.0.0.1', '203.0.113.5, 198.51.100.9, 10.0.0.2, 10.0.0.3', '198.51.100.9'],
  ['trusted all the way', '10.0.0.1', '10.0.0.9, 10.0.0.2', '10.0.0.9'],
  ['blanks', '10.0.0.1', '  203.0.113.5 ,\t10.0.0.2  ', '203.0.113.5'],
  ['IPv6', '2001:db8:1::7', '2001:0DB8:F::1', '2001:db8:f::1'],
  ['IPv6 peer outside', '2001:db8:2::7', '203.0.113.5', '2001:db8:2::7'],
  ['IPv4 peer mapped into IPv6', '::ffff:10.0.0.1', '203.0.113.5', '203.0.113.5'],
  ['the same in hex', '::FFFF:0a00:1', '203.0.113.5', '203.0.113.5'],
  ['a mapped peer outside', '::ffff:198.51.100.9', '203.0.113.5', '198.51.100.9'],
  ['a mapped hop', '10.0.0.1', '::ffff:203.0.113.5', '203.0.113.5'],
  ['a mapped proxy among the hops', '10.0.0.1', '203.0.113.5, ::ffff:10.0.0.2', '203.0.113.5'],
  ['a peer with a zone', 'fe80::1%eth0', '203.0.113.5', 'fe80::1'],
  ['garbage before the caller', '10.0.0.1', "'; drop table, 203.0.113.5", '203.0.113.5'],
  ['garbage as the caller', '10.0.0.1', 'unknown', '10.0.0.1'],
  ['garbage behind a proxy', '10.0.0.1', '203.0.113.5, _hidden, 10.0.0.2', '10.0.0.1'],
  ['a port', '10.0.0.1', '203.0.113.5:4711', '10.0.0.1'],
  ['brackets', '10.0.0.1', '[2001:db8::1]', '10.0.0.1'],
  ['brackets and a port', '10.0.0.1', '[2001:db8::1]:443', '10.0.0.1'],
  ['a zone', '10.0.0.1', 'fe80::1%eth0', '10.0.0.1'],
  ['leading zeros', '10.0.0.1', '203.0.113.005', '10.0.0.1'],
  ['octal, hex, one number, shorthand', '10.0.0.1', '0x7f.1', '10.0.0.1'],
  ['an integer', '10.0.0.1', '2130706433', '10.0.0.1'],
  ['a range', '10.0.0.1', '203.0.113.0/24', '10.0.0.1'],
  ['a name', '10.0.0.1', 'localhost', '10.0.0.1'],
  ['the syntax of Forwarded', '10.0.0.1', 'for=203.0.113.5', '10.0.0.1'],
  ['an empty header', '10.0.0.1', '', '10.0.0.1'],
  ['an empty last hop', '10.0.0.1', '203.0.113.5,', '10.0.0.1'],
  ['an empty hop in between', '10.0.0.1', '203.0.113.5,,10.0.0.2', '10.0.0.1'],
  ['64 KiB', '10.0.0.1', `${'9'.repeat(65_536)}, 203.0.113.5`, '203.0.113.5'],
  ['64 KiB of garbage', '10.0.0.1', 'x'.repeat(65_536), '10.0.0.1'],
];

const arrived = (remoteAddress: string | undefined, headers: Record<string, string | undefined>): Arrived =>
  ({ socket: { remoteAddress }, headers }) as unknown as Arrived;

describe("the caller's address behind trusted proxies", () => {
  const clientIp = clientIps(TRUSTED);
  for (const [what, peer, header, ip] of CASES)
    it(what, () => assert.equal(clientIp(arrived(peer, { 'x-forwarded-for': header })), ip));

  it('is never read from Forwarded or X-Real-IP', () => {
    const headers = { forwarded: 'for=203.0.113.5', 'x-real-ip': '203.0.113.5', 'cf-connecting-ip': '203.0.113.5' };
    assert.equal(clientIp(arrived('10.0.0.1', headers)), '10.0.0.1');
  });

  it('is found among 10,000 hops at once', () => {
    const hops = ['203.0.113.5', ...Array.from({ length: 10_000 }, (_, n) => `10.1.${n >> 8}.${n & 255}`)].join(', ');
    const begin = performance.now();
    assert.equal(clientIp(arrived('10.0.0.1', { 'x-forwarded-for': hops })), '203.0.113.5');
    assert.ok(performance.now() - begin < 500);
  });
});

describe('without trusted proxies', () => {
  const clientIp = clientIps([]);
  it('is the peer, whatever the headers say', () => {
    for (const [, peer, header] of CASES)
      assert.equal(
        clientIp(arrived(peer, { 'x-forwarded-for': header })),
        clientIp(arrived(peer, {})),
        `${peer} ${header}`,
      );
  });
});

describe('over a real connection', () => {
  const clientIp = clientIps(['127.0.0.1']);
  const server = createHttpServer((request, response) => response.end(clientIp(request)));
  const listening = new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  after(() => server.close());

  /** The answer's body to a request with these header lines. */
  async function ask(...lines: string[]): Promise<string> {
    const socket = connect(await listening, '127.0.0.1');
    socket.write(['GET / HTTP/1.1', 'Host: localhost', 'Connection: close', ...lines, '', ''].join('\r\n'));
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    return text.split('\r\n\r\n').at(-1)?.split('\r\n').at(-1) ?? '';
  }

  it('several headers count as one, in their order', async () => {
    assert.equal(await ask('X-Forwarded-For: 203.0.113.5', 'X-Forwarded-For: 198.51.100.9'), '198.51.100.9');
    assert.equal(await ask('X-Forwarded-For: 203.0.113.5', 'x-forwarded-for: 127.0.0.1'), '203.0.113.5');
    assert.equal(await ask('X-Forwarded-For: 203.0.113.5', 'X-Forwarded-For: garbage'), '127.0.0.1');
  });
});
