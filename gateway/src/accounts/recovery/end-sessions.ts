import { recordEvent } from '../../platform/audit.js';
import type { RequestInfo } from '../../platform/call.js';
import type { Tx } from '../../platform/db.js';
import type { Platform } from '../../platform/platform.js';
import type { UserRow } from '../accounts.repository.js';
import { deleteStepsOf } from '../mfa/sign-in-steps.repository.js';
import type { SessionStore } from '../session-store.js';
import { endSessions } from '../sessions.repository.js';
import { memberContext } from '../sign-in.js';
import { inEachTenant } from './members.repository.js';

/** What happened, and what stays. */
export interface Ending {
  readonly action: 'account.password-reset' | 'account.password-changed' | 'user.email-restored';
  /** The session that goes on, and the tenant the transaction is in. Default: none goes on, and it is in none. */
  readonly keep?: { readonly sessionId: string; readonly tenantId: string };
}

/** Ends a member's sessions, and sign-ins that wait for their second step, in every tenant, everywhere at once, and records why in each of them. */
export async function endAllSessions(
  tx: Tx,
  { platform, sessions }: { platform: Platform; sessions: SessionStore },
  user: UserRow,
  request: RequestInfo,
  { action, keep }: Ending,
): Promise<void> {
  await deleteStepsOf(tx, user.id);
  await inEachTenant(tx, user.id, keep?.tenantId ?? '', async (tenantId) => {
    const which = { tenantId, userId: user.id, ...(keep ? { except: keep.sessionId } : {}) };
    const ended = await endSessions(tx, which, 'revoked');
    await sessions.changed(tx, tenantId, ended);
    await recordEvent(tx, memberContext(platform, tenantId, user, request), {
      action,
      resource: { type: 'user', id: user.id, name: user.email },
      details: { sessions_ended: ended.length },
    });
  });
}
