import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { logAuditEvent, queryAudit } from '@caas/contract/audit.js';
import { recordEvent } from '../platform/audit.js';
import { decodeCursor, encodeCursor } from '../platform/cursor.js';
import { problem } from '../platform/problem.js';
import { checkDetails } from './audit.details.js';
import { findEvents } from './audit.repository.js';

const Position = z.strictObject({ order: z.enum(['asc', 'desc']), seq: z.int() });

/** The audit log: entries of the tenant's own, and the search over all. */
export async function auditRoutes(app: FastifyInstance): Promise<void> {
  app.mount(logAuditEvent, async (call) => {
    const { body, tenant } = call;
    const { claimed: reserved, ...details } = body.details ?? {};
    if (reserved !== undefined)
      throw problem('invalid_request', {
        errors: [
          { path: 'details.claimed', code: 'reserved', message: 'This name is kept for what the gateway adds.' },
        ],
      });
    checkDetails(details);
    // An entry names whom the gateway knows, the key, and when it came in. What the tenant's server says about who acted
    // and when stands beside it as its claim: a leaked key must not be able to write entries in a member's name.
    const claimed = {
      ...(body.actor ? { actor: { type: body.actor.type, id: body.actor.id ?? null, name: body.actor.name } } : {}),
      ...(body.occurred_at ? { occurred_at: new Date(body.occurred_at).toISOString() } : {}),
    };
    const all = { ...details, ...(Object.keys(claimed).length > 0 ? { claimed } : {}) };
    const event = await tenant.write((tx) =>
      recordEvent(tx, call, {
        action: body.action,
        resource: { type: body.resource.type, id: body.resource.id, name: body.resource.name || null },
        result: body.result,
        details: Object.keys(all).length > 0 ? all : null,
      }),
    );
    return { status: 201, body: event };
  });

  app.mount(queryAudit, async ({ query, tenant }) => {
    if (query.from && query.to && new Date(query.from) > new Date(query.to)) {
      throw problem('invalid_request', {
        errors: [{ path: 'from', code: 'after_to', message: 'The window ends before it begins.' }],
      });
    }
    const after = decodeCursor(query.cursor, Position);
    if (after && after.order !== query.order) {
      throw problem('invalid_request', {
        errors: [{ path: 'cursor', code: 'cursor_invalid', message: 'This cursor belongs to the other order.' }],
      });
    }
    const found = await tenant.read((tx) => findEvents(tx, tenant.id, query, query.limit + 1, after?.seq ?? null));
    const items = found.slice(0, query.limit);
    const last = found.length > query.limit ? items.at(-1) : undefined;
    return {
      status: 200,
      body: { items, next_cursor: last ? encodeCursor({ order: query.order, seq: last.seq }) : null },
    };
  });
}
