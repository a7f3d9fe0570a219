import type { RequestInfo } from '../../platform/call.js';
import type { Tx } from '../../platform/db.js';
import type { Platform } from '../../platform/platform.js';
import { deleteIdentities } from '../oauth/oauth.repository.js';
import { replaceEmail } from '../profile/profile.repository.js';
import type { SessionStore } from '../session-store.js';
import type { AccountMails } from './account-mails.js';
import { dropCodes, dropUndoLinks, useCode, type CodeRow } from './codes.repository.js';
import { endAllSessions } from './end-sessions.js';
import { codeExpired } from './mailed-codes.js';
import { dropPassword } from './members.repository.js';

/**
 * Stops a change of the address, or takes it back, for whoever reads the mail of the old one. All sessions end,
 * the password and sign-in providers with them: who began the change was signed in and proved it, and may have connected their own.
 * Second factors stay, or whoever reads an old mailbox could take them off. Fails where the old address belongs to somebody else by now.
 */
export async function undoEmailChange(
  tx: Tx,
  { platform, sessions, mails }: { platform: Platform; sessions: SessionStore; mails: AccountMails },
  change: CodeRow,
  request: RequestInfo,
): Promise<void> {
  const { user_id: userId } = change;
  const { tenant: tenantId, email } = change.data;
  if (userId === null || !tenantId || !email) throw codeExpired();
  if (!(await useCode(tx, change))) return;
  const user = await replaceEmail(tx, userId, email);
  if (!user) throw codeExpired();
  await dropPassword(tx, userId);
  await deleteIdentities(tx, userId);
  await dropCodes(tx, userId, ['change_email', 'reset_password']);
  await dropUndoLinks(tx, userId, change);
  await endAllSessions(tx, { platform, sessions }, user, request, { action: 'user.email-restored' });
  await mails.emailRestored(tx, tenantId, user);
}
