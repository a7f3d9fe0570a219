import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as api from '@caas/contract/api-keys.js';
import { queryAudit } from '@caas/contract/audit.js';
import { verifyChain } from '@caas/verify/canonical.js';
import { sha256 } from '@caas/verify/node.js';
import { ask, newCompany, send, until, type Company } from '../../support/gateway-client.js';
import { openGateway, startGatewayProcess, type GatewayProcess, type OpenGateway } from '../../support/gateway-open.js';

/** Kills in `npm test`, and in `npm run test:long`. */
const KILLS = process.env.CAAS_LONG ? 300 : 8;
const LIVE: readonly string[] = ['active', 'rotating', 'secondary', 'retiring'];

let open: OpenGateway;
let other: GatewayProcess;
let company: Company;

before(async () => {
  open = await openGateway(undefined, { ACCESS_TOKEN_TTL: '7200' }); // hundreds of kills take longer than a token lives
  other = await startGatewayProcess(open);
  company = await newCompany(open.url, 'enterprise');
});
after(async () => {
  await other.kill();
  await open.close();
});

const works = async (url: string, secret: string) =>
  (await send(url, api.listApiKeys, { query: { limit: 1 } }, { key: secret })).status === 200;

describe('two gateway processes on one database', () => {
  it('both refuse a key within a second of its end, however it ends', async () => {
    const ends: ((id: string, secondary: string) => Promise<unknown>)[] = [
      (id) => ask(open.url, api.revokeApiKey, { body: { key_id: id } }, company),
      (id) => ask(open.url, api.deleteApiKey, { params: { id }, query: { force: true } }, company),
      (_id, secondary) => ask(open.url, api.promoteApiKey, { body: { key_id: secondary, force: true } }, company),
    ];
    for (const [n, end] of ends.entries()) {
      const { key, secret = '' } = await ask(
        open.url,
        api.createApiKey,
        { body: { name: `Ends ${n}`, scopes: ['read'] } },
        company,
      );
      const { key: fresh } = await ask(
        open.url,
        api.rotateApiKey,
        { body: { key_id: key.id, overlap_seconds: 0 } },
        company,
      );
      assert.ok((await works(open.url, secret)) && (await works(other.url, secret)));
      await end(key.id, fresh.id);
      assert.ok(!(await works(open.url, secret)));
      await until(async () => !(await works(other.url, secret)), 1000);
    }
  });
});

describe('a gateway killed while keys change', () => {
  it(
    `leaves ${KILLS} times one or two working keys, and the log says what happened and nothing else`,
    { timeout: 60_000 + KILLS * 10_000 },
    async () => {
      const { key } = await ask(open.url, api.createApiKey, { body: { name: 'Killed', scopes: ['read'] } }, company);
      const pair = async () =>
        (await ask(open.url, api.listApiKeys, { query: { q: 'Killed', limit: 200 } }, company)).items.filter(
          (item) => item.pair_id === key.pair_id,
        );
      for (let kill = 0; kill < KILLS; kill += 1) {
        const keys = await pair();
        const waiting = keys.find((item) => item.status === 'secondary');
        const primary = keys.find((item) => item.role === 'primary');
        assert.ok(primary);
        const change = waiting
          ? send(other.url, api.promoteApiKey, { body: { key_id: waiting.id, force: true } }, company)
          : send(other.url, api.rotateApiKey, { body: { key_id: primary.id, overlap_seconds: 0 } }, company);
        const answer = change.then(({ status }) => status).catch(() => null);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
        await other.kill();
        const status = await answer;
        // Its transaction may still be ending in the database.
        await new Promise((resolve) => setTimeout(resolve, 200));
        const now = await pair();
        const live = now.filter((item) => LIVE.includes(item.status));
        assert.ok(live.length === 1 || live.length === 2, JSON.stringify(now));
        assert.equal(now.filter((item) => item.role === 'primary').length, 1);
        if (status !== null) assert.notDeepEqual(now, keys, 'what was answered has happened');
        other = await startGatewayProcess(open);
      }
      const keys = await pair();
      const { items: events } = await ask(open.url, queryAudit, { query: { limit: 200, order: 'asc' } }, company);
      const made = events.filter(
        (event) => event.action === 'api-key.rotated' && keys.some((item) => item.id === event.resource.id),
      );
      assert.equal(made.length, keys.length - 1, 'one entry for each secondary, none without');
      const promoted = events.filter(
        (event) => event.action === 'api-key.promoted' && keys.some((item) => item.id === event.resource.id),
      );
      assert.equal(promoted.length, keys.filter((item) => item.status === 'expired').length);
      assert.ok(verifyChain(events, sha256).ok);
    },
  );
});
