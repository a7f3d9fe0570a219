import type { ErrorText } from './problem.js';

/** The error codes of signing in, second factors, passkeys and mailed codes. `ERRORS` has them among all others. */
export const ACCOUNT_ERRORS = {
  code_expired: {
    status: 400,
    title: 'The code has expired',
    meaning: 'The mailed code or link is too old, was used already, or a newer one has replaced it.',
    remedy: 'Ask for a new mail and use the newest.',
  },
  code_invalid: {
    status: 400,
    title: 'The code is not right',
    meaning:
      'The code is not the one that was mailed, or not the one the authenticator app shows now. `attempts_left` says how many tries remain.',
    remedy:
      'Compare it with the newest mail, or wait for the next code of the app. When no tries are left, start over with a new code.',
  },
  invalid_credentials: {
    status: 401,
    title: 'The e-mail address or the password is wrong',
    meaning: 'No account has this address together with this password. Which of the two is wrong is not told.',
    remedy: 'Check both. After five wrong passwords the account is locked for 15 minutes.',
  },
  session_expired: {
    status: 401,
    title: 'The session has ended',
    meaning: 'The sign-in was not used for too long, reached its longest life, or was signed out.',
    remedy: 'Sign in again.',
  },
  refresh_reused: {
    status: 401,
    title: 'The session was ended for safety',
    meaning:
      'A refresh token that had been used already came back, so somebody may have copied it. The whole session was ended.',
    remedy: 'Sign in again. If this happens more than once, change the password and look at the audit log.',
  },
  mfa_code_invalid: {
    status: 401,
    title: 'The two-factor code is not right',
    meaning:
      'The second step of a sign-in had a code that does not match, or was used once already. `attempts_left` says how many tries remain. (Signed in, a wrong code is `code_invalid`.)',
    remedy: 'Wait for the next code; each lasts 30 seconds. If none fits, set the clock of the device by the network.',
  },
  mfa_token_invalid: {
    status: 401,
    title: 'The sign-in has to start over',
    meaning: 'The second step came too late, or its sign-in was finished or given up already.',
    remedy: 'Sign in with the password again.',
  },
  passkey_invalid: {
    status: 400,
    title: 'The passkey was not accepted',
    meaning: 'The passkey is unknown here, its answer belongs to another request, or it did not check the person.',
    remedy: 'Try again. If the passkey was removed from the account, sign in another way.',
  },
  password_wrong: {
    status: 403,
    title: 'The password is wrong',
    meaning: 'The act asks for the present password of the signed-in member, and this is not it.',
    remedy: 'Type the present password. After five wrong ones the account is locked for 15 minutes.',
  },
  step_up_required: {
    status: 403,
    title: 'Prove that it is you',
    meaning:
      'The act is sensitive and this session has not proven itself in the last minutes. `methods` names the ways.',
    remedy: 'Call `POST /v1/mfa/step-up` with a code, a passkey or the password, then repeat the request.',
  },
  mfa_enrollment_required: {
    status: 403,
    title: 'Two-factor has to be set up first',
    meaning: 'The tenant requires a second factor of everyone, and the time to set one up is over for this member.',
    remedy: 'Set up an authenticator app or a passkey; everything else works again right after.',
  },
  mfa_setup_expired: {
    status: 409,
    title: 'The two-factor set-up has expired',
    meaning: 'The secret waited more than ten minutes for its first code, or none was made.',
    remedy: 'Start the set-up again and scan the new code.',
  },
  mfa_enforced: {
    status: 409,
    title: 'Two-factor is required here',
    meaning: 'The tenant requires a second factor of everyone, so the last one can not be removed.',
    remedy: 'Add another factor first, or have an owner or admin change the policy.',
  },
  passkeys_unavailable: {
    status: 409,
    title: 'Passkeys do not work at this address',
    meaning: 'Passkeys need https and a host name. This gateway is reached by an IP address or over plain http.',
    remedy: 'Open the console by its host name over https, or use an authenticator app.',
  },
  account_locked: {
    status: 423,
    title: 'The account is locked for now',
    meaning: 'Five wrong passwords in a row lock an address for 15 minutes, also one that has no account.',
    remedy: 'Wait for `Retry-After`, then sign in with the right password; or reset it, which unlocks at once.',
  },
  email_taken: {
    status: 409,
    title: 'This e-mail address is taken',
    meaning: 'Somebody registered with this address before.',
    remedy: 'Sign in instead, or register with another address.',
  },
  registration_closed: {
    status: 403,
    title: 'Registration is closed',
    meaning: 'This installation takes new companies by invitation only.',
    remedy: 'Ask its administrator for an invitation.',
  },
} as const satisfies Record<string, ErrorText>;
