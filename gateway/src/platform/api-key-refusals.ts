import { recordEvent } from './audit.js';
import type { RequestInfo } from './call.js';
import type { ResolvedCaller } from './credentials.js';
import { RecentOnce } from './recent-once.js';
import type { Database } from './tenant.js';

/** The audit action of a call that was refused although its credential is good. */
export const KEY_REFUSED = 'api-key.refused';

/** Why a good key was refused: a page of another origin brought it, or it came from an address outside its list. */
export type RefusedBecause = 'key_in_browser' | 'ip_not_allowed';

/** Where a refused call came from. */
export type RefusedCall = Pick<RequestInfo, 'origin' | 'userAgent'> & { readonly ip: string | null };

/** Told of a good key that is about to be refused. Rejects when that can't be written down. */
export type OnKeyRefused = (caller: ResolvedCaller, request: RefusedCall, reason: RefusedBecause) => Promise<void>;

/**
 * Writes refusals of good keys into their tenant's audit log: once a minute for each key and origin (`key_in_browser`, which the
 * dashboard shows) or address (`ip_not_allowed`), and once for all beyond the first of them (`others`).
 */
export function keyRefusalAudit(db: Database): OnKeyRefused {
  const audited = new RecentOnce(60_000);
  return async ({ actor, tenantId }, request, reason) => {
    const inBrowser = reason === 'key_in_browser';
    const from = (inBrowser ? request.origin?.slice(0, 300) : request.ip) ?? '';
    await audited.run(`${actor.id} ${reason}`, from, (told) =>
      db.tenant(tenantId).write((tx) =>
        recordEvent(
          tx,
          { actor, tenant: { id: tenantId }, request },
          {
            action: KEY_REFUSED,
            resource: { type: 'api-key', id: actor.id ?? '', name: actor.name },
            result: 'failure',
            details: {
              reason,
              ...(inBrowser ? { origin: told || null } : {}),
              ...(told === null ? { others: true } : {}),
            },
          },
        ),
      ),
    );
  };
}
