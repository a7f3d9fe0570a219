import type { MfaStatus, Passkey } from '@caas/contract/mfa.js';
import type { MemberMfa, SecurityPolicy } from '@caas/contract/security-policy.js';
import type { Role } from '@caas/contract/permissions.js';
import { identity, type Answers } from './people.js';

export const MFA = 'GET /v1/admin/mfa';
export const SETUP = 'POST /v1/admin/mfa/setup';
export const VERIFY = 'POST /v1/admin/mfa/verify';
export const RENEW = 'POST /v1/admin/mfa/recovery-codes';
export const OFF = 'DELETE /v1/admin/mfa';
export const POLICY = 'GET /v1/tenant/security';
export const SET_POLICY = 'PUT /v1/tenant/security';
export const MEMBERS = 'GET /v1/admin/mfa/members';

const DAY = 86_400_000;
const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** Ten codes as the gateway makes them. */
export const CODES = Array.from({ length: 10 }, (_, index) => `${index}A2B-C3D4-E5F6-G7H8`);
/** A secret that waits for its first code. */
export const PENDING = {
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  otpauth_uri:
    'otpauth://totp/CAAS:ada%40meridian.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=CAAS&digits=6&period=30',
  expires_at: at(1),
};

export function passkey(given: Partial<Passkey> = {}): Passkey {
  return {
    id: 'psk_00000000000000000000000001',
    name: 'Work laptop',
    created_at: at(-40),
    last_used_at: at(-1),
    synced: false,
    ...given,
  };
}

/** A member without any second factor. */
export function noFactor(given: Partial<MfaStatus> = {}): MfaStatus {
  return {
    enabled: false,
    since: null,
    recovery_codes_left: 0,
    enforced: false,
    grace_until: null,
    passkeys: [],
    passkey_host: 'console.caas.example',
    ...given,
  };
}

/** A member with an app and a passkey. */
export function bothFactors(given: Partial<MfaStatus> = {}): MfaStatus {
  return noFactor({
    enabled: true,
    since: at(-40),
    recovery_codes_left: 8,
    passkeys: [
      passkey(),
      passkey({ id: 'psk_00000000000000000000000002', name: 'Phone', synced: true, last_used_at: null }),
    ],
    ...given,
  });
}

/** A gateway for a member in this state. */
export function mfaAnswers(status: MfaStatus = noFactor(), more: Answers = {}): Answers {
  return {
    'GET /api/v1/auth/client/me': { status: 200, json: identity('owner') },
    [MFA]: { status: 200, json: status },
    [SETUP]: { status: 200, json: PENDING },
    [VERIFY]: { status: 200, json: { enabled: true, recovery_codes: CODES } },
    [RENEW]: { status: 200, json: { recovery_codes: CODES } },
    [OFF]: { status: 204 },
    ...more,
  };
}

export function policy(given: Partial<SecurityPolicy> = {}): SecurityPolicy {
  return {
    mfa_required: false,
    mfa_grace_days: 7,
    mfa_required_since: null,
    session_idle_seconds: 604_800,
    session_max_seconds: 2_592_000,
    version: 1,
    ...given,
  };
}

export function member(name: string, given: Partial<MemberMfa> = {}): MemberMfa {
  return {
    id: `usr_${name}`,
    name,
    email: `${name.toLowerCase().replace(/\W+/g, '.')}@meridian.example`,
    role: 'developer',
    totp: false,
    passkeys: 0,
    grace_until: null,
    ...given,
  };
}

/** Four people, two of them without a second factor. */
export const MEMBERS_OF_MERIDIAN: readonly MemberMfa[] = [
  member('Tomás Rey'),
  member('Lena Vogt', { role: 'viewer' }),
  member('Ada Okafor', { role: 'owner', totp: true, passkeys: 1 }),
  member('Jun Park', { role: 'admin', passkeys: 2 }),
];

/** A gateway with this policy, for a member with this role. */
export function policyAnswers(given: SecurityPolicy = policy(), role: Role = 'owner', more: Answers = {}): Answers {
  return {
    'GET /api/v1/auth/client/me': { status: 200, json: identity(role) },
    [POLICY]: { status: 200, json: given },
    [MEMBERS]: { status: 200, json: { items: MEMBERS_OF_MERIDIAN, next_cursor: null } },
    [SET_POLICY]: ({ body }) => ({
      status: 200,
      json: { ...given, ...(body as object), mfa_required_since: at(0), version: given.version + 1 },
    }),
    ...more,
  };
}
