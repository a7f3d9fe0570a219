import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { listConsoleSessions } from '@caas/contract/sessions.js';
import { Devices } from '../../../gateway/src/platform/device.js';
import { openPlaces } from '../../../gateway/src/platform/places.js';
import { ask, newCompany } from '../../support/gateway-client.js';
import { testGateway } from '../../support/gateway.js';
import { placesFile } from '../../support/places-file.js';

const dir = mkdtempSync(join(tmpdir(), 'caas-places-'));
after(() => rmSync(dir, { recursive: true, force: true }));
const file = join(dir, 'places.mmdb');
writeFileSync(
  file,
  placesFile({
    '203.0.113.0/24': { city: 'Lagos', country: 'Nigeria' },
    '198.51.100.0/25': { country: 'Iceland' },
    '127.0.0.0/8': { city: 'Here' },
  }),
);

describe('places', () => {
  it('come from the local file, as far as it knows them', () => {
    const places = openPlaces(file);
    assert.equal(places.of('203.0.113.9'), 'Lagos, Nigeria');
    assert.equal(places.of('198.51.100.7'), 'Iceland');
    for (const unknown of ['198.51.100.200', '2001:db8::1', 'nonsense', '', null])
      assert.equal(places.of(unknown), null);
    assert.equal(openPlaces(null).of('203.0.113.9'), null);
  });

  it('are shown beside the address', async () => {
    const gateway = await testGateway({ GEOIP_DATABASE: file });
    const { token } = await newCompany(gateway.url);
    const { items } = await ask(gateway.url, listConsoleSessions, {}, { token });
    await gateway.close();
    assert.equal(items[0]?.place, 'Here');
  });

  it('stop the start with one clear line when the file can not be used', async () => {
    const broken = join(dir, 'broken.mmdb');
    writeFileSync(broken, 'no such thing');
    for (const [path, reason] of [
      [broken, "not a database in MaxMind's format"],
      [join(dir, 'absent.mmdb'), 'ENOENT'],
      [dir, 'EISDIR'],
    ] as const) {
      assert.throws(
        () => openPlaces(path),
        (error: Error) =>
          error.name === 'ConfigError' && error.message.includes(reason) && !error.message.includes('\n'),
      );
    }
    await assert.rejects(testGateway({ GEOIP_DATABASE: broken }), /GEOIP_DATABASE=.*can't be used/);
  });
});

describe('devices', () => {
  const read = (userAgent: string | null) => {
    const { device, browser } = new Devices().read(userAgent);
    return [device, browser];
  };
  const CASES: readonly [string, string, (string | null)[]][] = [
    [
      'Firefox on Windows, whose version it does not tell',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0',
      ['Windows', 'Firefox 144'],
    ],
    [
      'Chrome on Android, which hides the model',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
      ['Android', 'Chrome 141'],
    ],
    [
      'Safari on iPad',
      'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      ['iPad', 'Safari 17'],
    ],
    [
      'Edge on macOS',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      ['macOS', 'Microsoft Edge 141'],
    ],
  ];
  for (const [name, userAgent, expected] of CASES)
    it(`reads ${name}`, () => assert.deepEqual(read(userAgent), expected));

  it('guesses nothing', () => {
    for (const nothing of [null, '', 'node', 'x', 'okhttp/4.12.0', 'Mozilla/5.0', '\u{1f600}', 'a'.repeat(300)])
      assert.equal(read(nothing)[0], null, String(nothing));
    for (const nothing of [null, '', 'node', 'x', '\u{1f600}']) assert.equal(read(nothing)[1], null, String(nothing));
  });

  it('takes no longer for texts that are made to take long', () => {
    const begin = performance.now();
    for (const piece of ['Mozilla/5.0 (', ' ', 'Version/', 'Android ', ';', '((', 'Chrome/1.'])
      read(piece.repeat(300).slice(0, 300));
    assert.ok(performance.now() - begin < 500);
  });
});
