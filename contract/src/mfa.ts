import * as z from 'zod/mini';
import { Signed } from './accounts.js';
import { endpoint } from './endpoint.js';
import { Time, id, secretText, text } from './fields.js';
import { Code } from './recovery.js';

const MFA = '/v1/admin/mfa' as const;

/** A recovery code as shown or typed: 80 bits in Crockford's base 32, dashes and case ignored. */
export const RecoveryCode = text(10, 40);
/** What the browser's WebAuthn calls take and give; the library on both sides knows its inside. */
export const WebAuthnJson = z.record(z.string(), z.unknown());

export const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  created_at: Time,
  last_used_at: z.nullable(Time),
  /** Whether it is kept by a password manager that copies it between devices. */
  synced: z.boolean(),
});
export type Passkey = z.infer<typeof Passkey>;

export const MfaStatus = z.object({
  /** Whether an authenticator app is set up. */
  enabled: z.boolean(),
  since: z.nullable(Time),
  recovery_codes_left: z.int(),
  /** Whether the tenant requires a second factor of everyone. */
  enforced: z.boolean(),
  /** Until when a member without one may still work; null where nothing is asked. */
  grace_until: z.nullable(Time),
  passkeys: z.array(Passkey),
  /** Null: the gateway's address allows no passkeys (an IP host or plain http). */
  passkey_host: z.nullable(z.string()),
});
export type MfaStatus = z.infer<typeof MfaStatus>;

export const getMfa = endpoint({
  id: 'getMfa',
  method: 'GET',
  path: MFA,
  summary: "The caller's own two-factor state and passkeys",
  who: ['console'],
  answers: { 200: MfaStatus },
  errors: [],
  beforeEnrollment: true,
});

export const setupMfa = endpoint({
  id: 'setupMfa',
  method: 'POST',
  path: `${MFA}/setup`,
  summary: 'Make a secret for an authenticator app; it waits 10 minutes for its first code',
  who: ['console'],
  answers: { 200: z.object({ secret: z.string(), otpauth_uri: z.string(), expires_at: Time }) },
  errors: ['wrong_state', 'step_up_required'],
  secrets: ['secret', 'otpauth_uri'],
  beforeEnrollment: true,
});

export const verifyMfa = endpoint({
  id: 'verifyMfa',
  method: 'POST',
  path: `${MFA}/verify`,
  summary: 'Turn two-factor on with the first code; answers ten recovery codes, this once',
  who: ['console'],
  body: z.strictObject({ code: Code }),
  answers: { 200: z.object({ enabled: z.literal(true), recovery_codes: z.optional(z.array(z.string())) }) },
  errors: ['code_invalid', 'mfa_setup_expired'],
  secrets: ['recovery_codes'],
  beforeEnrollment: true,
});

/** A fresh proof: a code of the app, or a recovery code; one of the two. */
const Proof = z.strictObject({ code: z.optional(Code), recovery_code: z.optional(RecoveryCode) });

export const renewRecoveryCodes = endpoint({
  id: 'renewRecoveryCodes',
  method: 'POST',
  path: `${MFA}/recovery-codes`,
  summary: 'Ten new recovery codes; the old ones end. Without an app, and so without `code`, a fresh step-up is needed',
  who: ['console'],
  body: z.strictObject({ code: z.optional(Code) }),
  answers: { 200: z.object({ recovery_codes: z.optional(z.array(z.string())) }) },
  errors: ['code_invalid', 'account_locked', 'wrong_state', 'step_up_required'],
  secrets: ['recovery_codes'],
  beforeEnrollment: true,
});

export const disableMfa = endpoint({
  id: 'disableMfa',
  method: 'DELETE',
  path: MFA,
  summary: 'Turn the authenticator app off; only with a code, never where the tenant requires it',
  who: ['console'],
  body: Proof,
  answers: { 204: null },
  errors: ['code_invalid', 'account_locked', 'mfa_enforced', 'wrong_state'],
  beforeEnrollment: true,
});

export const mfaChallenge = endpoint({
  id: 'mfaChallenge',
  method: 'POST',
  path: '/v1/mfa/challenge',
  summary: 'Finish a sign-in with a code, a recovery code or a passkey',
  who: ['public'],
  body: z.strictObject({
    mfa_token: text(20, 2000),
    code: z.optional(Code),
    recovery_code: z.optional(RecoveryCode),
    passkey: z.optional(WebAuthnJson),
  }),
  answers: { 200: Signed },
  errors: ['mfa_code_invalid', 'mfa_token_invalid', 'passkey_invalid', 'account_locked', 'cross_site_request'],
  secrets: ['access_token'],
});

export const mfaChallengePasskey = endpoint({
  id: 'mfaChallengePasskey',
  method: 'POST',
  path: '/v1/mfa/challenge/passkey',
  summary: "Options for the browser's passkey prompt as the second factor of a sign-in",
  who: ['public'],
  body: z.strictObject({ mfa_token: text(20, 2000) }),
  answers: { 200: z.object({ options: WebAuthnJson }) },
  errors: ['mfa_token_invalid', 'passkeys_unavailable', 'cross_site_request'],
});

export const passkeySignInOptions = endpoint({
  id: 'passkeySignInOptions',
  method: 'POST',
  path: '/api/v1/auth/client/passkey/options',
  summary: "Options for the browser's passkey prompt to sign in without a password",
  who: ['public'],
  answers: { 200: z.object({ request_id: z.string(), options: WebAuthnJson }) },
  errors: ['passkeys_unavailable'],
});

export const passkeySignIn = endpoint({
  id: 'passkeySignIn',
  method: 'POST',
  path: '/api/v1/auth/client/passkey',
  summary: 'Sign in with a passkey alone; it proves possession and the person',
  who: ['public'],
  body: z.strictObject({ request_id: text(10, 200), response: WebAuthnJson }),
  answers: { 200: Signed },
  errors: ['passkey_invalid', 'passkeys_unavailable', 'cross_site_request'],
  secrets: ['access_token'],
});

export const newPasskeyOptions = endpoint({
  id: 'newPasskeyOptions',
  method: 'POST',
  path: `${MFA}/passkeys/options`,
  summary: "Options for the browser's prompt to make a passkey",
  who: ['console'],
  answers: { 200: z.object({ options: WebAuthnJson }) },
  errors: ['passkeys_unavailable', 'step_up_required'],
  beforeEnrollment: true,
});

export const addPasskey = endpoint({
  id: 'addPasskey',
  method: 'POST',
  path: `${MFA}/passkeys`,
  summary: 'Keep the passkey the browser made; with the first factor of an account come ten recovery codes, this once',
  who: ['console'],
  body: z.strictObject({ name: text(1, 80), response: WebAuthnJson }),
  answers: { 201: z.extend(Passkey, { recovery_codes: z.optional(z.array(z.string())) }) },
  errors: ['passkey_invalid', 'passkeys_unavailable', 'quota_reached', 'step_up_required'],
  secrets: ['recovery_codes'],
  beforeEnrollment: true,
});

const PasskeyParams = z.strictObject({ id: id('psk') });

export const renamePasskey = endpoint({
  id: 'renamePasskey',
  method: 'PATCH',
  path: `${MFA}/passkeys/:id`,
  summary: 'Rename a passkey',
  who: ['console'],
  params: PasskeyParams,
  body: z.strictObject({ name: text(1, 80) }),
  answers: { 200: Passkey },
  errors: ['not_found'],
  beforeEnrollment: true,
});

export const removePasskey = endpoint({
  id: 'removePasskey',
  method: 'DELETE',
  path: `${MFA}/passkeys/:id`,
  summary: 'Remove a passkey',
  who: ['console'],
  params: PasskeyParams,
  answers: { 204: null },
  errors: ['not_found', 'mfa_enforced', 'step_up_required'],
  beforeEnrollment: true,
});

/** How a member can prove afresh that it is them. */
export const STEP_UP_METHODS = ['totp', 'recovery_code', 'passkey', 'password'] as const;

export const stepUpOptions = endpoint({
  id: 'stepUpOptions',
  method: 'POST',
  path: '/v1/mfa/step-up/options',
  summary: 'How the caller can prove afresh that it is them',
  who: ['console'],
  answers: { 200: z.object({ methods: z.array(z.enum(STEP_UP_METHODS)), passkey: z.optional(WebAuthnJson) }) },
  errors: [],
  beforeEnrollment: true,
});

export const stepUp = endpoint({
  id: 'stepUp',
  method: 'POST',
  path: '/v1/mfa/step-up',
  summary:
    'Prove afresh that it is you; holds for this session for 5 minutes. A password counts only without a second factor',
  who: ['console'],
  body: z.strictObject({
    code: z.optional(Code),
    recovery_code: z.optional(RecoveryCode),
    passkey: z.optional(WebAuthnJson),
    password: z.optional(secretText(1, 256)),
  }),
  answers: { 200: z.object({ fresh_until: Time }) },
  errors: ['code_invalid', 'passkey_invalid', 'password_wrong', 'account_locked'],
  beforeEnrollment: true,
});
