import {
  forgotPassword,
  reportSignIn,
  resendVerification,
  resetPassword,
  verifyEmail,
} from '@caas/contract/calls/recovery.js';
import type { Input } from '@caas/contract/endpoint.js';
import type { ApiClient } from '@caas/base/client.js';
import '@caas/base/problem-error.js'; // a write that is refused says at once why

/** Seconds a mailed code is good for. */
export const CODE_LIFE = 600;
/** Seconds between two mails to one address. */
export const PAUSE = 60;

/** Mails a code and a link, if the address has an account; the answer is the same if not. */
export async function askForReset(client: ApiClient, email: string): Promise<void> {
  await client.call(forgotPassword, { body: { email } });
}

/** Sets a new password with the mailed code, or with the secret of the mailed link. */
export async function setPassword(client: ApiClient, body: Input<typeof resetPassword>['body']): Promise<void> {
  await client.call(resetPassword, { body });
}

/** "This wasn't me": ends the session that a mail told of. */
export async function endReportedSession(client: ApiClient, token: string): Promise<void> {
  await client.call(reportSignIn, { body: { token } });
}

/** Proves the member's address with the mailed code. */
export async function confirmAddress(client: ApiClient, code: string): Promise<void> {
  await client.call(verifyEmail, { body: { code } });
}

/** Mails another code to the member's address. */
export async function resendCode(client: ApiClient): Promise<void> {
  await client.call(resendVerification);
}
