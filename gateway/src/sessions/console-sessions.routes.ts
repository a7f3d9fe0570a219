import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import * as api from '@caas/contract/sessions.js';
import { recordEvent } from '../platform/audit.js';
import type { Actor } from '../platform/call.js';
import { CursorTime, decodeCursor, encodeCursor } from '../platform/cursor.js';
import { problem } from '../platform/problem.js';
import { SESSIONS_CHANGED, publishSessions } from '../platform/session-life.js';
import * as db from './console-sessions.repository.js';
import type { SessionViews } from './sessions.views.js';

const Position = z.strictObject({ at: CursorTime, id: z.string() });

/** The list that is meant. Throws `forbidden` where the caller may see no other than their own. */
function filterOf(
  actor: Actor,
  of: 'mine' | 'everyone',
  q: string | undefined,
  verb: 'read' | 'write',
): db.ConsoleFilter {
  const needs = `sessions:${verb}` as const;
  if (of === 'everyone' && !actor.permissions.has(needs))
    throw problem('forbidden', { detail: `Sessions of other members need the permission "${needs}".`, needs });
  return {
    ...(of === 'mine' && actor.id !== null ? { userId: actor.id } : {}),
    ...(q ? { q } : {}),
  };
}

/** Console sessions: `/v1/sessions`. */
export function consoleSessionRoutes(app: FastifyInstance, views: SessionViews): void {
  const { bus } = app.platform;

  app.mount(api.listConsoleSessions, async ({ actor, tenant, query }) => {
    const filter = filterOf(actor, query.of, query.q, 'read');
    const after = decodeCursor(query.cursor, Position);
    const current = actor.sessionId;
    const { own, rows, total } = await tenant.read(async (tx) => ({
      // Pinned on the first page, and on no other.
      own:
        current === undefined
          ? []
          : await db.selectConsoleSessions(tx, tenant.id, { ...filter, only: current }, 1, null),
      rows: await db.selectConsoleSessions(
        tx,
        tenant.id,
        { ...filter, ...(current === undefined ? {} : { except: current }) },
        query.limit + 1,
        after,
      ),
      total: await db.countConsoleSessions(tx, tenant.id, filter),
    }));
    const pinned = after === null ? own : [];
    const page = rows.slice(0, query.limit - pinned.length);
    const last = rows.length > page.length ? page.at(-1) : undefined;
    return {
      status: 200,
      body: {
        items: [...pinned, ...page].map((row) => views.console(row, current)),
        next_cursor: last ? encodeCursor({ at: last.position, id: last.id }) : null,
        total,
      },
    };
  });

  app.mount(api.endConsoleSessions, async (call) => {
    const { actor, tenant, query } = call;
    const filter = filterOf(actor, query.of, query.q, 'write');
    const ended = await tenant.write(async (tx) => {
      const ids = await db.endConsoleSessions(tx, tenant.id, {
        ...filter,
        ...(actor.sessionId === undefined ? {} : { except: actor.sessionId }),
      });
      if (ids.length === 0) return 0;
      await publishSessions(bus, tx, SESSIONS_CHANGED, tenant.id, ids);
      await recordEvent(tx, call, {
        action: 'session.ended',
        resource: { type: 'session', id: ids.length === 1 ? (ids[0] ?? '') : 'several' },
        details: { of: query.of, ...(query.q ? { q: query.q } : {}), sessions: ids.length },
      });
      return ids.length;
    });
    return { status: 200, body: { ended } };
  });
}
