import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import * as api from '@caas/contract/sessions.js';
import { recordEvent } from '../platform/audit.js';
import { CursorTime, decodeCursor, encodeCursor } from '../platform/cursor.js';
import { problem } from '../platform/problem.js';
import { SDK_SESSIONS_CHANGED, publishSessions } from '../platform/session-life.js';
import * as db from './sdk-sessions.repository.js';
import type { SessionViews } from './sessions.views.js';

const SORTS = api.SDK_SESSION_SORTS;
const Position = z.strictObject({ sort: z.enum(SORTS), value: z.string(), id: z.string() });

/** Where the page before ended. Throws `invalid_request` for a cursor of another order. */
function positionOf(cursor: string | undefined, sort: db.SdkSort): db.SdkPosition | null {
  const after = decodeCursor(cursor, Position);
  if (!after) return null;
  const fits =
    after.sort === sort && (sort.endsWith('user_external_id') || z.safeParse(CursorTime, after.value).success);
  if (fits) return after;
  throw problem('invalid_request', {
    errors: [{ path: 'cursor', code: 'cursor_invalid', message: 'This cursor belongs to another sort order.' }],
  });
}

/** Sessions of end users as the tenant sees them: `/api/v1/sessions`. */
export function sdkSessionListRoutes(app: FastifyInstance, views: SessionViews): void {
  const { bus } = app.platform;

  app.mount(api.listSdkSessions, async ({ tenant, query: { sort, cursor, limit, q, connected } }) => {
    const after = positionOf(cursor, sort);
    const { rows, total } = await tenant.read(async (tx) => ({
      rows: await db.selectSdkSessions(tx, tenant.id, { q, connected, sort }, limit + 1, after),
      total: await db.countSdkSessions(tx, tenant.id, { q, connected }),
    }));
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      status: 200,
      body: {
        items: page.map((row) => views.sdk(row)),
        next_cursor: last ? encodeCursor({ sort, value: last.position, id: last.id }) : null,
        total,
      },
    };
  });

  app.mount(api.endSdkSessions, async (call) => {
    const { tenant, query } = call;
    const { q, connected, all } = query;
    if (!q && connected === undefined && all !== true)
      throw problem('invalid_request', {
        detail: 'Say which sessions end.',
        errors: [
          { path: 'all', code: 'required', message: 'Without a filter, all=true says that every session is meant.' },
        ],
      });
    const ended = await tenant.write(async (tx) => {
      const ids = await db.endSdkSessions(tx, tenant.id, { q, connected });
      if (ids.length === 0) return 0;
      await publishSessions(bus, tx, SDK_SESSIONS_CHANGED, tenant.id, ids);
      await recordEvent(tx, call, {
        action: 'sdk-session.ended',
        resource: { type: 'sdk-session', id: ids.length === 1 ? (ids[0] ?? '') : 'several' },
        details: { sessions: ids.length, ...(q ? { q } : {}), ...(connected === undefined ? {} : { connected }) },
      });
      return ids.length;
    });
    return { status: 200, body: { ended } };
  });
}
