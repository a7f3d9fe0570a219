import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { testGateway, type Reply } from '../../support/gateway.js';

const PATH = '/v1/auth/api-keys';
const gateway = await testGateway();
after(() => gateway.close());
const tenant = await gateway.registerTenant({ plan: 'enterprise' });

type Made = { key: { id: string; name: string }; secret?: string; code?: string; done?: boolean };
const create = (key: string, name: string, api = tenant.api): Promise<Reply<Made>> =>
  api.post<Made>(PATH, { name, scopes: ['read'] }, { 'idempotency-key': key });
const count = async (name: string): Promise<number> =>
  (
    await gateway.sql<{ n: number }>('select count(*)::int as n from api_keys where tenant_id = $1 and name = $2', [
      tenant.id,
      name,
    ])
  )[0]?.n ?? 0;

describe('Idempotency-Key', () => {
  it('replays the answer without its secret', async () => {
    const first = await create('replay', 'Replayed');
    const second = await create('replay', 'Replayed');
    assert.equal(first.status, 201);
    assert.ok(first.body.secret);
    assert.equal(second.status, 201);
    assert.equal(second.headers.get('idempotent-replayed'), 'true');
    assert.equal(second.body.key.id, first.body.key.id);
    assert.equal(second.body.secret, undefined);
    assert.equal(await count('Replayed'), 1);
  });

  it('keeps no secret', async () => {
    const { body } = await create('kept', 'Kept');
    const rows = await gateway.sql<{ all: string }>('select k::text as all from idempotency_keys k');
    assert.ok(body.secret && rows.length > 0);
    assert.ok(rows.every((row) => !row.all.includes(String(body.secret))));
  });

  it('refuses another request under the same key', async () => {
    await create('mismatch', 'One');
    const reply = await create('mismatch', 'Two');
    assert.equal(reply.status, 409);
    assert.equal(reply.body.code, 'idempotency_mismatch');
  });

  it('makes one change of twenty parallel tries', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => create('parallel', 'Parallel')));
    assert.equal(await count('Parallel'), 1);
    for (const { status, body } of replies)
      assert.ok(status === 201 || body.code === 'request_in_progress', `${status} ${body.code}`);
    assert.equal(replies.filter(({ body }) => body.secret).length, 1);
  });

  it('belongs to its actor and tenant', async () => {
    const other = await gateway.registerTenant();
    const colleague = await gateway.addMember(tenant, 'admin');
    await create('shared', 'Shared');
    assert.equal((await create('shared', 'Elsewhere', other.api)).status, 201);
    assert.equal((await create('shared', 'Colleague', colleague.api)).status, 201);
  });

  it('is free again after a refusal', async () => {
    await create('first', 'Taken');
    assert.equal((await create('refused', 'Taken')).status, 409);
    assert.equal((await create('refused', 'Taken')).headers.get('idempotent-replayed'), null);
  });

  it('does not repeat a change whose answer was lost with the process', async () => {
    await create('lost', 'Lost');
    await gateway.sql(
      "update idempotency_keys set state = 'committed', status = null, body = null, locked_until = now() where key = 'lost'",
    );
    const reply = await create('lost', 'Lost');
    assert.equal(reply.status, 409);
    assert.equal(reply.body.code, 'request_in_progress');
    assert.equal(reply.body.done, true);
    assert.equal(await count('Lost'), 1);
  });

  it('makes the change when the first process died before it committed', async () => {
    await create('died', 'Died');
    await gateway.sql(
      "update idempotency_keys set state = 'running', status = null, body = null, locked_until = now() where key = 'died'",
    );
    await gateway.sql("delete from api_keys where name = 'Died'");
    assert.equal((await create('died', 'Died')).status, 201);
    assert.equal(await count('Died'), 1);
  });

  it('is refused when it is empty or too long', async () => {
    for (const key of ['', 'x'.repeat(201), 'a b'])
      assert.equal((await create(key, 'Bad key')).status, 400, key.slice(0, 5));
  });

  it('is forgotten after 24 hours', async () => {
    await create('old', 'Old');
    await gateway.sql("update idempotency_keys set created_at = now() - interval '25 hours' where key = 'old'");
    await create('sweeps', 'Sweeps');
    assert.equal((await gateway.sql("select 1 from idempotency_keys where key = 'old'")).length, 0);
  });
});
