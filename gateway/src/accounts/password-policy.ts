import { isCommonPassword } from '@caas/contract/common-passwords.js';
import { isPersonalPassword } from '@caas/contract/password-rules.js';
import { problem } from '../platform/problem.js';

/**
 * Refuses passwords that are guessed first, wherever one is set. Throws `invalid_request`, whose error at `field` is `too_common`
 * or `too_personal`.
 * @param known what everybody knows of the account: the company's name, the member's, the address
 */
export function requireGoodPassword(field: string, password: string, known: readonly string[]): void {
  if (isCommonPassword(password))
    refuse(field, 'too_common', 'This password is among the first an attacker would try.');
  if (isPersonalPassword(password, known))
    refuse(field, 'too_personal', 'This password is a name everybody knows: of you, your company or this product.');
}

function refuse(path: string, code: string, message: string): never {
  throw problem('invalid_request', { detail: message, errors: [{ path, code, message }] });
}
