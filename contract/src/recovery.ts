import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Email, secretText, text } from './fields.js';

const AUTH = '/api/v1/auth/client' as const;

/** Six digits as mailed; blanks between them are ignored. */
export const Code = z.string().check(
  z.maxLength(20),
  z.overwrite((value) => value.replace(/\s+/g, '')),
  z.regex(/^\d{6}$/),
);
/** The secret part of a mailed link. */
const LinkToken = text(20, 200);

export const verifyEmail = endpoint({
  id: 'verifyEmail',
  method: 'POST',
  path: `${AUTH}/verify-email`,
  summary: 'Prove the address with the mailed code',
  who: ['console'],
  body: z.strictObject({ code: Code }),
  answers: { 204: null },
  errors: ['code_invalid', 'code_expired'],
});

export const resendVerification = endpoint({
  id: 'resendVerification',
  method: 'POST',
  path: `${AUTH}/verify-email/resend`,
  summary: 'Mail a new code; once a minute',
  who: ['console'],
  answers: { 202: null },
  errors: ['rate_limited'],
});

export const forgotPassword = endpoint({
  id: 'forgotPassword',
  method: 'POST',
  path: `${AUTH}/forgot-password`,
  summary: 'Mail a code and a link to reset the password, if the address has an account',
  who: ['public'],
  body: z.strictObject({ email: Email }),
  answers: { 202: null },
  errors: ['cross_site_request', 'rate_limited'],
});

export const resetPassword = endpoint({
  id: 'resetPassword',
  method: 'POST',
  path: `${AUTH}/reset-password`,
  summary: 'Set a new password with the mailed code or link; ends all sessions and a lock-out, keeps two-factor',
  who: ['public'],
  /** Either `token`, or `email` and `code`. */
  body: z
    .strictObject({
      token: z.optional(LinkToken),
      email: z.optional(Email),
      code: z.optional(Code),
      new_password: secretText(8, 256),
    })
    .check(
      z.refine(
        ({ token, email, code }) =>
          token === undefined ? email !== undefined && code !== undefined : email === undefined && code === undefined,
        { path: ['token'], params: { code: 'required' } },
      ),
    ),
  answers: { 204: null },
  errors: ['code_invalid', 'code_expired', 'cross_site_request'],
});

export const reportSignIn = endpoint({
  id: 'reportSignIn',
  method: 'POST',
  path: `${AUTH}/sign-in/report`,
  summary: '"This wasn\'t me": ends the session a mail told of, at once, or takes a change of the e-mail address back',
  who: ['public'],
  body: z.strictObject({ token: LinkToken }),
  answers: { 204: null },
  errors: ['code_expired', 'cross_site_request'],
});
