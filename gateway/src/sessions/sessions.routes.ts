import type { FastifyInstance } from 'fastify';
import * as api from '@caas/contract/sessions.js';
import { recordEvent } from '../platform/audit.js';
import type { Call } from '../platform/call.js';
import { Devices } from '../platform/device.js';
import { problem } from '../platform/problem.js';
import { SDK_SESSIONS_CHANGED, SESSIONS_CHANGED, publishSessions } from '../platform/session-life.js';
import { countConsoleSessions, endConsoleSessions, selectConsoleSessions } from './console-sessions.repository.js';
import { consoleSessionRoutes } from './console-sessions.routes.js';
import { countSdkSessions, endSdkSessions, selectSdkSessions } from './sdk-sessions.repository.js';
import { sdkSessionListRoutes } from './sdk-sessions.routes.js';
import { SessionViews } from './sessions.views.js';

/** Of each kind in the overview. */
const LATEST = 10;
/** What ending a session needs that is not one's own. */
const NEEDS = 'sessions:write';

const noSession = () => problem('not_found', { detail: 'There is no such session.' });
const forbidden = () =>
  problem('forbidden', { detail: `Ending this session needs the permission "${NEEDS}".`, needs: NEEDS });

/** Who is signed in: sessions of members and of the tenant's end users, listed and ended. */
export async function sessionRoutes(app: FastifyInstance): Promise<void> {
  const { bus, places } = app.platform;
  const views = new SessionViews(new Devices(), places);
  consoleSessionRoutes(app, views);
  sdkSessionListRoutes(app, views);

  /** Throws `not_found`, `forbidden` and, for the calling session, `wrong_state`. */
  async function endConsole(call: Call<typeof api.endSession>, id: string): Promise<void> {
    const { actor, tenant } = call;
    // An embed token is not signed in to the console and knows nothing of those who are.
    if (actor.type !== 'user') throw noSession();
    if (id === actor.sessionId)
      throw problem('wrong_state', { detail: 'This is the session you are using. Sign out to end it.' });
    await tenant.write(async (tx) => {
      const [row] = await selectConsoleSessions(tx, tenant.id, { only: id }, 1, null);
      if (!row) throw noSession();
      if (row.user_id !== actor.id && !actor.permissions.has(NEEDS)) throw forbidden();
      const ended = await endConsoleSessions(tx, tenant.id, { only: id });
      if (ended.length === 0) throw noSession();
      await publishSessions(bus, tx, SESSIONS_CHANGED, tenant.id, ended);
      await recordEvent(tx, call, {
        action: 'session.ended',
        resource: { type: 'session', id, name: row.email },
        details: { sessions: 1 },
      });
    });
  }

  async function endSdk(call: Call<typeof api.endSession>, id: string): Promise<void> {
    const { actor, tenant } = call;
    await tenant.write(async (tx) => {
      const [row] = await selectSdkSessions(tx, tenant.id, { only: id, sort: 'started_at' }, 1, null);
      if (!row) throw noSession();
      if (!actor.permissions.has(NEEDS)) throw forbidden();
      const ended = await endSdkSessions(tx, tenant.id, { only: id });
      if (ended.length === 0) throw noSession();
      await publishSessions(bus, tx, SDK_SESSIONS_CHANGED, tenant.id, ended);
      await recordEvent(tx, call, {
        action: 'sdk-session.ended',
        resource: { type: 'sdk-session', id, name: row.user_external_id },
        details: { sessions: 1 },
      });
    });
  }

  app.mount(api.endSession, async (call) => {
    const id = call.params.session_id;
    if (id.startsWith('ses_')) await endConsole(call, id);
    else if (id.startsWith('sess_')) await endSdk(call, id);
    else throw noSession();
    return { status: 204 };
  });

  app.mount(api.sessionOverview, async ({ actor, tenant }) => {
    const body = await tenant.read(async (tx) => ({
      console:
        actor.type === 'user'
          ? {
              total: await countConsoleSessions(tx, tenant.id, {}),
              items: (await selectConsoleSessions(tx, tenant.id, {}, LATEST, null)).map((row) =>
                views.console(row, actor.sessionId),
              ),
            }
          : null,
      sdk: {
        total: await countSdkSessions(tx, tenant.id, {}),
        connected: await countSdkSessions(tx, tenant.id, { connected: true }),
        items: (await selectSdkSessions(tx, tenant.id, { sort: '-last_active_at' }, LATEST, null)).map((row) =>
          views.sdk(row),
        ),
      },
    }));
    return { status: 200, body };
  });
}
