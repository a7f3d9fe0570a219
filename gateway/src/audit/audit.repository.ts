import { sql, type Selectable } from 'kysely';
import type * as z from 'zod/mini';
import { ACTOR_TYPES, type AuditEvent, type queryAudit } from '@caas/contract/audit.js';
import type { AuditEventsTable, Tx } from '../platform/db.js';
import { containing, escapeLike } from '../platform/like.js';

type Query = z.output<typeof queryAudit.query>;

/** What happens by itself, at each load of a page that embeds an element. */
const ROUTINE = 'embed-token.created';

/** Entries that match, by sequence: at most `limit` of them beyond `after`. */
export async function findEvents(
  tx: Tx,
  tenantId: string,
  query: Query,
  limit: number,
  after: number | null,
): Promise<AuditEvent[]> {
  let select = tx
    .selectFrom('audit_events')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('seq', query.order)
    .limit(limit);
  if (after !== null) select = select.where('seq', query.order === 'desc' ? '<' : '>', after);
  if (query.from) select = select.where('occurred_at', '>=', new Date(query.from));
  if (query.to) select = select.where('occurred_at', '<=', new Date(query.to));
  if (query.action?.endsWith('*')) select = select.where('action', 'like', `${escapeLike(query.action.slice(0, -1))}%`);
  else if (query.action) select = select.where('action', '=', query.action);
  if (query.actor) {
    const actor = query.actor;
    select = select.where(sql<boolean>`(actor_id = ${actor} or lower(actor_name) = lower(${actor})
      or details #>> '{claimed,actor,id}' = ${actor} or lower(details #>> '{claimed,actor,name}') = lower(${actor}))`);
  }
  if (query.resource_type) select = select.where('resource_type', '=', query.resource_type);
  if (query.resource_id) select = select.where('resource_id', '=', query.resource_id);
  if (query.result) select = select.where('result', '=', query.result);
  if (query.routine === false) select = select.where('action', '!=', ROUTINE);
  if (query.q) {
    const pattern = containing(query.q);
    select =
      select.where(sql<boolean>`(action ilike ${pattern} or actor_name ilike ${pattern} or actor_id ilike ${pattern}
      or resource_name ilike ${pattern} or resource_id ilike ${pattern} or ip ilike ${pattern})`);
  }
  return (await select.execute()).map(toEvent);
}

function toEvent(row: Selectable<AuditEventsTable>): AuditEvent {
  const type = ACTOR_TYPES.find((known) => known === row.actor_type);
  if (!type) throw new Error(`Unknown actor type ${row.actor_type}`);
  return {
    seq: row.seq,
    id: row.id,
    occurred_at: row.occurred_at.toISOString(),
    actor: { type, id: row.actor_id, name: row.actor_name },
    action: row.action,
    resource: { type: row.resource_type, id: row.resource_id, name: row.resource_name },
    ip: row.ip,
    user_agent: row.user_agent,
    result: row.result,
    changes: row.changes,
    details: row.details,
    leaf: row.leaf.toString('hex'),
    hash: row.hash.toString('hex'),
  };
}
