import { sql } from 'kysely';
import type { AuditEvent } from '@caas/contract/audit.js';
import { canonicalize } from '@caas/verify/canonical.js';
import type { Call } from './call.js';
import type { Tx } from './db.js';
import { newId } from './ids.js';

/** Who did something, as the audit log names them. */
export type AuditActor = AuditEvent['actor'];

/** The parts of a call that an entry takes over. */
export interface AuditContext extends Pick<Call, 'actor'> {
  readonly tenant: { readonly id: string };
  readonly request: { readonly ip: string | null; readonly userAgent: string | null };
}

/** The context of what the gateway does by itself, such as ending a key whose time has come. */
export function systemContext(tenantId: string): AuditContext {
  return {
    actor: { type: 'public', id: null, name: 'CAAS', permissions: new Set() },
    tenant: { id: tenantId },
    request: { ip: null, userAgent: null },
  };
}

/** What happened. Never holds a secret: neither in `changes` nor in `details`. */
export interface AuditEntry {
  /** `resource.past-participle`, such as `api-key.rotated`. */
  action: string;
  resource: { type: string; id: string; name?: string | null };
  /** Default: `success`. */
  result?: AuditEvent['result'];
  changes?: { field: string; before: unknown; after: unknown }[] | null;
  details?: Record<string, unknown> | null;
  /** ISO time; default: now. */
  occurredAt?: string;
  /** Default: the caller. */
  actor?: AuditActor;
}

const AUDIT_TYPES = {
  user: 'user',
  api_key: 'api_key',
  embed: 'embed',
  sdk: 'sdk',
  internal: 'platform',
  public: 'system',
} as const;
/** Stands where the sequence number goes: only the database knows it, under the lock on the chain's head. */
const SEQ = '"seq":0,';

function auditActor({ actor }: AuditContext): AuditActor {
  return { type: AUDIT_TYPES[actor.type], id: actor.id, name: actor.name };
}

/** What an embed token did names the token, which leads to the key that minted it, and the page it was used in. */
function withEmbed({ embedJti, origin }: AuditContext['actor'], details: AuditEvent['details']): AuditEvent['details'] {
  return embedJti === undefined ? details : { ...details, embed: { jti: embedJti, origin: origin ?? null } };
}

/** An entry as it is stored, and its canonical text less the sequence number, in two halves. */
function eventOf(call: AuditContext, entry: AuditEntry) {
  const event = {
    seq: 0,
    id: newId('evt'),
    // To the millisecond: what is hashed is what is stored.
    occurred_at: new Date(entry.occurredAt ?? Date.now()).toISOString(),
    actor: entry.actor ?? auditActor(call),
    action: entry.action,
    resource: { type: entry.resource.type, id: entry.resource.id, name: entry.resource.name ?? null },
    ip: call.request.ip,
    user_agent: call.request.userAgent,
    result: entry.result ?? 'success',
    changes: entry.changes ?? null,
    details: withEmbed(call.actor, entry.details ?? null),
  };
  const canonical = canonicalize(event);
  const at = canonical.lastIndexOf(SEQ);
  return {
    event,
    before: canonical.slice(0, at + SEQ.length - 2),
    after: canonical.slice(at + SEQ.length - 1),
  };
}

/**
 * Appends an entry to the tenant's chain, in the transaction of the change it tells of: without the entry the change
 * does not happen. One SQL call takes the head's lock, numbers, hashes and stores.
 */
export async function recordEvent(tx: Tx, call: AuditContext, entry: AuditEntry): Promise<AuditEvent> {
  const { event, before, after } = eventOf(call, entry);
  const { rows } = await sql<{ seq: number; leaf: Buffer; hash: Buffer }>`
    select seq, leaf, hash from audit_append(
      ${call.tenant.id}, ${before}, ${after},
      ${JSON.stringify(event)}::jsonb)`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error('audit_append gave no row');
  return { ...event, seq: row.seq, leaf: row.leaf.toString('hex'), hash: row.hash.toString('hex') };
}

/** Appends many entries in their order, in one message to the database: for changes of up to a thousand things at once. */
export async function recordEvents(tx: Tx, call: AuditContext, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const parts = JSON.stringify(entries.map((entry) => eventOf(call, entry)));
  await sql`
    select a.seq from rows from (jsonb_to_recordset(${parts}::jsonb) as (event jsonb, before text, after text)) with ordinality as e(event, before, after, n),
      lateral audit_append(${call.tenant.id}, e.before, e.after, e.event) as a`.execute(tx);
}
