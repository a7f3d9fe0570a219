import { actorName, insertKey, keyResource } from '../platform/api-key-create.js';
import { recordEvent, type AuditContext, type AuditEntry } from '../platform/audit.js';
import type { Tx } from '../platform/db.js';
import { newId } from '../platform/ids.js';
import { COMPANY, KEYS, PEOPLE, type DemoKey } from './demo.company.js';
import { inventUsage, randomOf } from './demo.figures.js';
import { dateKey, insertLastUse, insertUsage } from './demo.repository.js';
import { writeWhitelists } from './demo.whitelists.js';

const DAY_MS = 86_400_000;
const LOG_DAYS = 92;

/** Somebody of the company with the id they got. */
export interface DemoPerson {
  id: string;
  name: string;
  email: string;
}
/** A key of the demo with its secret: the traffic calls with it. */
export interface DemoSecret {
  name: string;
  id: string;
  secret: string;
}

/** Something that happened. */
export interface Past {
  at: number;
  by: AuditContext;
  entry: AuditEntry;
}

/**
 * Writes the company's past: keys with their ages and figures, and a log in the order things happened. The past can't be made
 * through the API, which stamps everything with now; everything after it is.
 */
export async function writeHistory(
  tx: Tx,
  tenantId: string,
  people: readonly DemoPerson[],
  now: number,
  host: string,
): Promise<DemoSecret[]> {
  const context = (name: string): AuditContext => contextOf(tenantId, people, name);
  const past: Past[] = [
    {
      at: now - COMPANY.daysOld * DAY_MS,
      by: context('Ada Okafor'),
      entry: {
        action: 'tenant.registered',
        resource: { type: 'tenant', id: tenantId, name: COMPANY.name },
        details: { plan: COMPANY.plan },
      },
    },
  ];
  for (const { name, role, joinedDaysAgo } of PEOPLE.slice(1)) {
    const person = people.find((one) => one.name === name);
    past.push({
      at: now - joinedDaysAgo * DAY_MS,
      by: context('Ada Okafor'),
      entry: { action: 'member.added', resource: { type: 'user', id: person?.id ?? '', name }, details: { role } },
    });
  }
  const secrets: DemoSecret[] = [];
  for (const key of KEYS) {
    const made = await makeKey(tx, context(key.by), key, now, key.revoked && context(key.revoked.by));
    secrets.push({ name: key.name, id: made.id, secret: made.secret });
    past.push({
      at: made.createdAt,
      by: context(key.by),
      entry: { action: 'api-key.created', resource: keyResource(made), details: { scopes: [...key.scopes] } },
    });
    if (key.revoked) {
      const changes = [{ field: 'status', before: 'active', after: 'revoked' }];
      past.push({
        at: now - key.revoked.daysAgo * DAY_MS,
        by: context(key.revoked.by),
        entry: { action: 'api-key.revoked', resource: keyResource(made), changes },
      });
    }
    if (key.load) await insertUsage(tx, tenantId, made.id, inventUsage(made.id, key.load, now, made.createdAt));
    if (key.lastUse) {
      const at = new Date(now - key.lastUse.daysAgo * DAY_MS).toISOString();
      await insertLastUse(tx, tenantId, made.id, { at, ip: key.lastUse.ip });
    }
  }
  past.push(...(await writeWhitelists(tx, { tenantId, host, keys: secrets, now }, context)));
  past.push(...everydayLife(context, secrets, now));
  // The log's time never runs backwards.
  for (const { at, by, entry } of past.sort((a, b) => a.at - b.at))
    await recordEvent(tx, by, { ...entry, occurredAt: new Date(at).toISOString() });
  return secrets;
}

async function makeKey(
  tx: Tx,
  by: AuditContext,
  key: DemoKey,
  now: number,
  revoker?: AuditContext,
): Promise<{ id: string; name: string; secret: string; createdAt: number }> {
  const createdAt = now - key.createdDaysAgo * DAY_MS;
  const expiresAt = key.expiresInDays === undefined ? null : new Date(now + key.expiresInDays * DAY_MS).toISOString();
  const made = await insertKey(
    tx,
    by,
    { name: key.name, note: key.note, scopes: key.scopes, expiresAt },
    { pairId: newId('pair'), role: 'primary', status: 'active', overlapSeconds: null },
  );
  const revoked =
    key.revoked && revoker
      ? { at: new Date(now - key.revoked.daysAgo * DAY_MS), by: JSON.stringify(actorName(revoker)) }
      : null;
  await dateKey(tx, made.key.id, new Date(createdAt), revoked);
  return { id: made.key.id, name: key.name, secret: made.secret, createdAt };
}

/** What happens on working days: people sign in, notes are changed, the company's servers log events of their own. */
function everydayLife(context: (name: string) => AuditContext, keys: readonly DemoSecret[], now: number): Past[] {
  const random = randomOf('everyday life');
  const events: Past[] = [];
  const server = keys.find((key) => key.name === 'Production server');
  for (let day = LOG_DAYS; day > 0; day -= 1) {
    const midnight = now - day * DAY_MS - ((now - day * DAY_MS) % DAY_MS);
    const at = (): number => midnight + (7 + 11 * random()) * 3_600_000;
    if (new Date(midnight).getUTCDay() % 6 === 0) continue;
    for (const { name, joinedDaysAgo } of PEOPLE) {
      if (joinedDaysAgo < day || random() < 0.55) continue;
      events.push({
        at: at(),
        by: context(name),
        entry: { action: 'session.started', resource: { type: 'session', id: newId('sess') } },
      });
    }
    if (random() < 0.08)
      events.push({
        at: at(),
        by: context('Ada Okafor'),
        entry: { action: 'session.failed', resource: { type: 'user', id: 'ada@meridian.example' }, result: 'failure' },
      });
    for (let n = 0; server && n < 2; n += 1) {
      const shipment = `MF-${10_000 + Math.floor(random() * 90_000)}`;
      events.push({
        at: at(),
        by: {
          ...context('Ada Okafor'),
          actor: { type: 'api_key', id: server.id, name: server.name, permissions: new Set() },
          request: { ip: '203.0.113.14', userAgent: 'caas-node/1.8.0' },
        },
        entry: {
          action: n === 0 ? 'shipment.booked' : 'conversation.archived',
          resource: { type: n === 0 ? 'shipment' : 'conversation', id: shipment, name: shipment },
          details: { messages: Math.floor(random() * 40) },
        },
      });
    }
  }
  return events.filter((event) => event.at < now);
}

function contextOf(tenantId: string, people: readonly DemoPerson[], name: string): AuditContext {
  const person = people.find((one) => one.name === name);
  return {
    actor: { type: 'user', id: person?.id ?? null, name, permissions: new Set() },
    tenant: { id: tenantId },
    request: {
      ip: '203.0.113.52',
      userAgent: 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36',
    },
  };
}
