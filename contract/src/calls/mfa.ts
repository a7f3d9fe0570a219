// Made from ../mfa.ts by `npm run generate`. Do not edit.
import type * as source from '../mfa.js';
import type { Call } from '../call.js';
import type { Shape } from '../shape.js';

const Passkey: Shape = { id: 's', name: 's', created_at: 't', last_used_at: ['?', 't'], synced: 'b' };
const MfaStatus: Shape = {
  enabled: 'b',
  since: ['?', 't'],
  recovery_codes_left: 'i',
  enforced: 'b',
  grace_until: ['?', 't'],
  passkeys: ['a', Passkey],
  passkey_host: ['?', 's'],
};

export const addPasskey: Call<typeof source.addPasskey> = {
  id: 'addPasskey',
  method: 'POST',
  path: '/v1/admin/mfa/passkeys',
  open: false,
  answers: {
    201: {
      id: 's',
      name: 's',
      created_at: 't',
      last_used_at: ['?', 't'],
      synced: 'b',
      recovery_codes: ['~', ['a', 's']],
    },
  },
};
export const disableMfa: Call<typeof source.disableMfa> = {
  id: 'disableMfa',
  method: 'DELETE',
  path: '/v1/admin/mfa',
  open: false,
  answers: { 204: null },
};
export const getMfa: Call<typeof source.getMfa> = {
  id: 'getMfa',
  method: 'GET',
  path: '/v1/admin/mfa',
  open: false,
  answers: { 200: MfaStatus },
};
export const mfaChallenge: Call<typeof source.mfaChallenge> = {
  id: 'mfaChallenge',
  method: 'POST',
  path: '/v1/mfa/challenge',
  open: true,
  answers: {
    200: {
      access_token: 's',
      token_type: ['e', 'Bearer'],
      expires_in: 'i',
      user: {
        id: 's',
        email: 's',
        name: ['?', 's'],
        role: ['e', 'owner', 'admin', 'developer', 'viewer'],
        mfa_enabled: 'b',
        email_verified: 'b',
        avatar_url: ['?', 's'],
        locale: ['?', 's'],
        timezone: ['?', 's'],
        created_at: 't',
      },
      tenant: {
        id: 's',
        name: 's',
        slug: 's',
        plan: ['e', 'free', 'business', 'enterprise'],
        status: ['e', 'active', 'suspended'],
        logo_url: ['?', 's'],
        timezone: 's',
        locale: 's',
        created_at: 't',
      },
    },
  },
};
export const mfaChallengePasskey: Call<typeof source.mfaChallengePasskey> = {
  id: 'mfaChallengePasskey',
  method: 'POST',
  path: '/v1/mfa/challenge/passkey',
  open: true,
  answers: { 200: { options: ['r', 'x'] } },
};
export const newPasskeyOptions: Call<typeof source.newPasskeyOptions> = {
  id: 'newPasskeyOptions',
  method: 'POST',
  path: '/v1/admin/mfa/passkeys/options',
  open: false,
  answers: { 200: { options: ['r', 'x'] } },
};
export const passkeySignIn: Call<typeof source.passkeySignIn> = {
  id: 'passkeySignIn',
  method: 'POST',
  path: '/api/v1/auth/client/passkey',
  open: true,
  answers: {
    200: {
      access_token: 's',
      token_type: ['e', 'Bearer'],
      expires_in: 'i',
      user: {
        id: 's',
        email: 's',
        name: ['?', 's'],
        role: ['e', 'owner', 'admin', 'developer', 'viewer'],
        mfa_enabled: 'b',
        email_verified: 'b',
        avatar_url: ['?', 's'],
        locale: ['?', 's'],
        timezone: ['?', 's'],
        created_at: 't',
      },
      tenant: {
        id: 's',
        name: 's',
        slug: 's',
        plan: ['e', 'free', 'business', 'enterprise'],
        status: ['e', 'active', 'suspended'],
        logo_url: ['?', 's'],
        timezone: 's',
        locale: 's',
        created_at: 't',
      },
    },
  },
};
export const passkeySignInOptions: Call<typeof source.passkeySignInOptions> = {
  id: 'passkeySignInOptions',
  method: 'POST',
  path: '/api/v1/auth/client/passkey/options',
  open: true,
  answers: { 200: { request_id: 's', options: ['r', 'x'] } },
};
export const removePasskey: Call<typeof source.removePasskey> = {
  id: 'removePasskey',
  method: 'DELETE',
  path: '/v1/admin/mfa/passkeys/:id',
  open: false,
  answers: { 204: null },
};
export const renamePasskey: Call<typeof source.renamePasskey> = {
  id: 'renamePasskey',
  method: 'PATCH',
  path: '/v1/admin/mfa/passkeys/:id',
  open: false,
  answers: { 200: Passkey },
};
export const renewRecoveryCodes: Call<typeof source.renewRecoveryCodes> = {
  id: 'renewRecoveryCodes',
  method: 'POST',
  path: '/v1/admin/mfa/recovery-codes',
  open: false,
  answers: { 200: { recovery_codes: ['~', ['a', 's']] } },
};
export const setupMfa: Call<typeof source.setupMfa> = {
  id: 'setupMfa',
  method: 'POST',
  path: '/v1/admin/mfa/setup',
  open: false,
  answers: { 200: { secret: 's', otpauth_uri: 's', expires_at: 't' } },
};
export const stepUp: Call<typeof source.stepUp> = {
  id: 'stepUp',
  method: 'POST',
  path: '/v1/mfa/step-up',
  open: false,
  answers: { 200: { fresh_until: 't' } },
};
export const stepUpOptions: Call<typeof source.stepUpOptions> = {
  id: 'stepUpOptions',
  method: 'POST',
  path: '/v1/mfa/step-up/options',
  open: false,
  answers: {
    200: { methods: ['a', ['e', 'totp', 'recovery_code', 'passkey', 'password']], passkey: ['~', ['r', 'x']] },
  },
};
export const verifyMfa: Call<typeof source.verifyMfa> = {
  id: 'verifyMfa',
  method: 'POST',
  path: '/v1/admin/mfa/verify',
  open: false,
  answers: { 200: { enabled: ['e', true], recovery_codes: ['~', ['a', 's']] } },
};
