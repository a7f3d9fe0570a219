import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApiKey } from '@caas/contract/api-keys.js';
import { logAuditEvent, queryAudit, type AuditEvent } from '@caas/contract/audit.js';
import { createEmbedToken } from '@caas/contract/embed-tokens.js';
import type { Input } from '@caas/contract/endpoint.js';
import { verifyChain } from '@caas/verify/canonical.js';
import { sha256 } from '@caas/verify/node.js';
import { ask, newCompany, refused, type Company } from '../../support/gateway-client.js';
import { newMember, openGateway, type OpenGateway } from '../../support/gateway-open.js';

let open: OpenGateway;
let url: string;
let company: Company;
type Body = Input<typeof logAuditEvent>['body'];
type Query = NonNullable<Input<typeof queryAudit>['query']>;

before(async () => {
  open = await openGateway();
  url = open.url;
  company = await newCompany(url);
});
after(() => open.close());

const log = (body: Partial<Body> = {}, as = company) =>
  ask(
    url,
    logAuditEvent,
    { body: { action: 'order.paid', resource: { type: 'order', id: '7' }, ...body } },
    { key: as.secret },
  );
const query = (more: Query = {}) => ask(url, queryAudit, { query: more }, company);
const all = async (more: Query = {}) => {
  const events: AuditEvent[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await query({ ...more, ...(cursor ? { cursor } : {}) });
    events.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return events;
};

describe('the audit log', () => {
  it('takes entries of the tenant’s own, by the key that sent them', async () => {
    const event = await log({
      resource: { type: 'order', id: '7', name: 'Order 7' },
      result: 'failure',
      details: { amount: 1200, nested: { list: ['a', 1, null, true] } },
    });
    assert.deepEqual(
      [event.actor.type, event.actor.id, event.action, event.result, event.resource.name],
      ['api_key', company.first.id, 'order.paid', 'failure', 'Order 7'],
    );
    assert.deepEqual((await query({ limit: 1 })).items[0], event);
  });

  it('keeps what a key says about others as its claim', async () => {
    const event = await log({
      actor: { type: 'user', id: 'u-9', name: 'Grace' },
      occurred_at: '2026-01-02T03:04:05Z',
      details: { a: 1 },
    });
    assert.equal(event.actor.type, 'api_key');
    assert.deepEqual(event.details, {
      a: 1,
      claimed: { actor: { type: 'user', id: 'u-9', name: 'Grace' }, occurred_at: '2026-01-02T03:04:05.000Z' },
    });
    assert.ok(Date.now() - Date.parse(event.occurred_at) < 60_000);
    assert.deepEqual(
      (await query({ actor: 'grace' })).items.map(({ seq }) => seq),
      [event.seq],
    );
  });

  it('refuses what has no exact canonical form or is too much', async () => {
    let deep: Record<string, unknown> = {};
    for (let n = 0; n < 12; n += 1) deep = { deep };
    const wrong: Record<string, unknown>[] = [
      { a: 0.1 },
      { a: 2 ** 53 },
      { a: { b: ['x\u0000'] } },
      { a: '\ud800' },
      { 'a\u0000': 1 },
      { claimed: 1 },
      { a: 'x'.repeat(8200) },
      deep,
    ];
    for (const details of wrong) {
      await refused(
        url,
        logAuditEvent,
        { body: { action: 'order.paid', resource: { type: 'order', id: '7' }, details } },
        { key: company.secret },
        'invalid_request',
      );
    }
    for (const action of ['paid', 'Order.Paid', 'order.', 'order paid.x']) {
      await refused(
        url,
        logAuditEvent,
        { body: { action, resource: { type: 'order', id: '7' } } },
        { key: company.secret },
        'invalid_request',
      );
    }
  });

  it('is searched by what happened, to what, by whom and when', async () => {
    const begin = new Date().toISOString();
    await log({ action: 'invoice.sent', resource: { type: 'invoice', id: 'i-1', name: '100 % due' } });
    await log({ action: 'invoice.paid', resource: { type: 'invoice', id: 'i-2' }, result: 'failure' });
    const seen = async (more: Query) => (await query(more)).items.map(({ action }) => action);
    assert.deepEqual(await seen({ action: 'invoice.*' }), ['invoice.paid', 'invoice.sent']);
    assert.deepEqual(await seen({ action: 'invoice.sent' }), ['invoice.sent']);
    assert.deepEqual(await seen({ resource_type: 'invoice', resource_id: 'i-2' }), ['invoice.paid']);
    assert.deepEqual(await seen({ resource_type: 'invoice', result: 'success' }), ['invoice.sent']);
    assert.deepEqual(await seen({ q: '100 %' }), ['invoice.sent']);
    assert.deepEqual(await seen({ q: 'I-2' }), ['invoice.paid']);
    assert.deepEqual(await seen({ from: begin, order: 'asc' }), ['invoice.sent', 'invoice.paid']);
    assert.deepEqual(await seen({ actor: company.first.id, from: begin }), ['invoice.paid', 'invoice.sent']);
    assert.deepEqual(await seen({ to: '2020-01-01T00:00:00Z' }), []);
    await refused(
      url,
      queryAudit,
      { query: { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' } },
      company,
      'invalid_request',
    );
  });

  it('is read without what pages do at each load, which it keeps', async () => {
    const body = {
      scopes: ['tenant:read' as const],
      origin: 'https://app.example.com',
      actor: { id: 'u', name: 'Ada' },
    };
    await log({ action: 'invoice.written', resource: { type: 'invoice', id: 'i-3' } });
    for (let load = 0; load < 6; load += 1) await ask(url, createEmbedToken, { body }, { key: company.secret });
    const newest = async (more: Query) => (await query({ limit: 5, ...more })).items.map(({ action }) => action);
    assert.equal((await newest({ routine: false }))[0], 'invoice.written');
    for (const more of [{}, { routine: true }])
      assert.deepEqual(new Set(await newest(more)), new Set(['embed-token.created']));
  });

  it('gives every entry once over pages, while new ones come in, and its chain holds', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => log({ details: { n, text: 'ünï\u2028"\\' } })));
    const down = await all({ limit: 7 });
    const first = await query({ limit: 7 });
    await log();
    const rest = await all({ limit: 7, cursor: first.next_cursor ?? '' });
    assert.deepEqual(
      [...first.items, ...rest].map(({ seq }) => seq),
      down.map(({ seq }) => seq),
    );
    const up = await all({ limit: 200, order: 'asc' });
    assert.deepEqual(
      up.map(({ seq }) => seq),
      up.map((_, index) => index + 1),
    );
    assert.ok(verifyChain(up, sha256).ok);
    const forged = up.map((event) => (event.seq === 9 ? { ...event, action: 'nothing.happened' } : event));
    assert.equal(verifyChain(forged, sha256).first_bad?.seq, 9);
    await refused(
      url,
      queryAudit,
      { query: { cursor: first.next_cursor ?? '', order: 'asc' } },
      company,
      'invalid_request',
    );
  });

  it('is written by keys with write, read by those who may, and each tenant sees its own', async () => {
    const other = await newCompany(url);
    await log({ action: 'other.secret' }, other);
    assert.deepEqual((await query({ action: 'other.secret' })).items, []);
    const { secret = '' } = await ask(url, createApiKey, { body: { name: 'Reader', scopes: ['read'] } }, company);
    await ask(url, queryAudit, {}, { key: secret });
    const body = { action: 'order.paid', resource: { type: 'order', id: '7' } };
    assert.equal((await refused(url, logAuditEvent, { body }, { key: secret }, 'forbidden')).needs, 'write');
    await refused(url, logAuditEvent, { body }, company, 'forbidden');
    const viewer = await newMember(open, company.tenantId, 'viewer');
    await refused(url, queryAudit, {}, viewer, 'forbidden');
    const developer = await newMember(open, company.tenantId, 'developer');
    await ask(url, queryAudit, {}, developer);
  });
});
