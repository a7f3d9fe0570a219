import { recordEvent } from './audit.js';
import type { Platform } from './platform.js';
import { RecentOnce } from './recent-once.js';
import type { Database } from './tenant.js';

/** The audit action of a call that was refused although its credential is good. */
export const KEY_REFUSED = 'api-key.refused';

/** Writes into the tenant's audit log that a page brought one of its keys: once a minute for each key and origin. The dashboard shows it. */
export function keyInBrowserAudit(db: Database): Platform['onKeyInBrowser'] {
  const audited = new RecentOnce(60_000);
  return async ({ actor, tenantId }, request) => {
    const origin = request.origin?.slice(0, 300) ?? null;
    if (!audited.first(`${actor.id} ${origin}`)) return;
    await db.tenant(tenantId).write((tx) =>
      recordEvent(
        tx,
        { actor, tenant: { id: tenantId }, request },
        {
          action: KEY_REFUSED,
          resource: { type: 'api-key', id: actor.id ?? '', name: actor.name },
          result: 'failure',
          details: { reason: 'key_in_browser', origin },
        },
      ),
    );
  };
}
