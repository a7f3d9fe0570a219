import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { verifyChain, type ChainedEvent } from '@caas/verify/canonical.js';
import { sha256 } from '@caas/verify/node.js';
import { recordEvent, systemContext } from '../../../gateway/src/platform/audit.js';
import { testGateway, type Reply, type TestTenant } from '../../support/gateway.js';

const gateway = await testGateway();
after(() => gateway.close());
const { db } = gateway.gateway.platform;

async function chainOf(tenant: TestTenant): Promise<ChainedEvent[]> {
  const events: ChainedEvent[] = [];
  let cursor: string | null = null;
  do {
    const path = `/api/v1/audit/query?order=asc&limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    const reply: Reply<{ items: ChainedEvent[]; next_cursor: string | null }> = await tenant.api.get(path);
    assert.equal(reply.status, 200);
    events.push(...reply.body.items);
    cursor = reply.body.next_cursor;
  } while (cursor);
  return events;
}

const note = (tenantId: string, details: Record<string, unknown>) =>
  db.tenant(tenantId).write((tx) =>
    recordEvent(tx, systemContext(tenantId), {
      action: 'test.noted',
      resource: { type: 'test', id: '1', name: null },
      details,
    }),
  );

describe('the audit chain', () => {
  it('has no gap and no fork under 16 parallel writers on two processes', async () => {
    const [tenant, other] = [await gateway.registerTenant(), await gateway.registerTenant()];
    const sibling = await gateway.sibling();
    const there = sibling.gateway.platform.db;
    await Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        for (let n = 0; n < 25; n += 1) {
          const target = writer % 2 ? db : there;
          await target
            .tenant(tenant.id)
            .write(async (tx) => {
              await recordEvent(tx, systemContext(tenant.id), {
                action: 'test.noted',
                resource: { type: 'test', id: String(writer), name: null },
                details: { n },
              });
              if (n % 10 === 9) throw new Error('rolled back');
            })
            .catch((error: Error) => assert.equal(error.message, 'rolled back'));
          if (n % 5 === 0) await note(other.id, { writer, n });
        }
      }),
    );
    await sibling.close();
    const events = await chainOf(tenant);
    const verdict = verifyChain(events, sha256);
    assert.equal(verdict.first_bad, undefined);
    assert.equal(verdict.checked, 3 + 16 * 23);
    assert.ok(verifyChain(await chainOf(other), sha256).ok);
  });

  it('hashes what it stores, whatever the text and the numbers', async () => {
    const tenant = await gateway.registerTenant();
    await note(tenant.id, {
      text: '"seq":0, \\ " \u2028 🧑‍🚀 é e\u0301 \u007f',
      numbers: [0, -1, 9_007_199_254_740_991, -0, 1e21, 0.1, 5e-324],
      z: 1,
      a: { b: null, B: true, '': [] },
      ключ: 'x',
    });
    const events = await chainOf(tenant);
    assert.ok(verifyChain(events, sha256).ok);
    assert.equal((events.at(-1)?.details as { text: string }).text.slice(0, 8), '"seq":0,');
  });

  it('finds a changed, a cut-out and a swapped entry and names the first bad one', async () => {
    const tenant = await gateway.registerTenant();
    for (let n = 0; n < 10; n += 1) await note(tenant.id, { n });
    const events = await chainOf(tenant);
    assert.ok(verifyChain(events, sha256).ok);
    const changed = events.map((event) => (event.seq === 5 ? { ...event, action: 'test.faked' } : event));
    assert.equal(verifyChain(changed, sha256).first_bad?.seq, 5);
    assert.equal(
      verifyChain(
        events.filter(({ seq }) => seq !== 7),
        sha256,
      ).first_bad?.seq,
      7,
    );
    const swapped = [...events];
    [swapped[3], swapped[4]] = [swapped[4], swapped[3]] as [ChainedEvent, ChainedEvent];
    assert.equal(verifyChain(swapped, sha256).first_bad?.seq, 4);
  });

  it('refuses changes, also by the owner of the table', async () => {
    for (const statement of [
      'update audit_events set action = $$x$$',
      'delete from audit_events',
      'truncate audit_events',
    ]) {
      await assert.rejects(gateway.sql(statement), /append-only/);
    }
  });

  it('undoes the change when its entry can not be written', async () => {
    const tenant = await gateway.registerTenant();
    await gateway.sql('alter function audit_append(text, text, text, jsonb) rename to audit_away');
    const reply = await tenant.api.post('/v1/auth/api-keys', { name: 'Without a trace', scopes: ['read'] });
    await gateway.sql('alter function audit_away(text, text, text, jsonb) rename to audit_append');
    assert.equal(reply.status, 500);
    assert.equal((await gateway.sql("select 1 from api_keys where name = 'Without a trace'")).length, 0);
  });
});
