import type { Format } from '@caas/base/format.js';

/** Texts of recent activity and of what needs attention, by the gateway's stable codes. */
export const en = {
  firstTitle: 'Make your first call',
  firstText: 'Call the API with a key from your server. The call shows here within a minute.',
  firstCode: 'Example call',
  firstCopy: 'Copy the example call',
  failedBadge: 'Failed',
  system: 'System',
  review: 'Review',
  reviewOf: (_: Format, title: string) => `Review: ${title}`,
  severityWarning: 'Warning:',
  severityDanger: 'Urgent:',
  severityInfo: 'Note:',
  'attention.key_expiring': (f: Format, name: string, data: Data, now: number) => {
    const at = time(data, 'expires_at');
    return at ? `${name} expires ${f.relative(at, now)}` : `${name} expires soon`;
  },
  'attention.key_retiring': (f: Format, name: string, data: Data, now: number) => {
    const at = time(data, 'retires_at');
    return at
      ? `The old key of ${name} is in use and stops ${f.relative(at, now)}`
      : `The old key of ${name} is still in use`;
  },
  'attention.rotation_waiting': (_: Format, name: string) => `The new key of ${name} waits to be promoted`,
  'attention.key_unused': (_: Format, name: string) => `${name} was not used for 30 days`,
  'attention.key_in_browser': (_: Format, name: string) => `${name} was used in a browser`,
  'attention.quota_near': (f: Format, _: string, data: Data) => {
    const [used, limit] = [count(data, 'used'), count(data, 'limit')];
    return used !== null && limit !== null
      ? `${f.number(used)} of ${f.number(limit)} API keys in use`
      : 'Nearly all API keys are in use';
  },
  'attention.calls_failing': (f: Format, name: string, data: Data) => {
    const [errors, calls] = [count(data, 'errors_24h'), count(data, 'calls_24h')];
    return errors !== null && calls !== null
      ? `${f.number(errors)} of ${f.number(calls)} calls with ${name} failed`
      : `Calls with ${name} fail`;
  },
  'attention.email_unverified': 'Your email address is not confirmed',
  'help.key_expiring': (f: Format, data: Data, now: number) =>
    lastUse(data, (at, ip) => `Last used ${f.ago(at, now)}${ip ? ` from ${ip}` : ''}. Rotate it before.`) ??
    'Never used. Rotate it before, or let it end.',
  'help.key_retiring': (f: Format, data: Data) => {
    const calls = count(data, 'calls_1h');
    return calls === null
      ? 'Give every server the new key.'
      : f.plural(calls, {
          one: '# call in the last hour. Give every server the new key.',
          other: '# calls in the last hour. Give every server the new key.',
        });
  },
  'help.rotation_waiting': 'Both keys work until you promote the new one.',
  'help.key_unused': (f: Format, data: Data, now: number) =>
    lastUse(data, (at) => `Last used ${f.ago(at, now)}. Unused keys are safer revoked.`) ??
    'Never used. Unused keys are safer revoked.',
  'help.key_in_browser': (_: Format, data: Data) => {
    const { origin } = data;
    return typeof origin === 'string'
      ? `Everybody who opens ${origin} can read it. Rotate it.`
      : 'Everybody who opens that page can read it. Rotate it.';
  },
  'help.quota_near': 'Revoke a key that is not in use, or change the plan.',
  'help.calls_failing': 'In the last 24 hours. See who calls with it.',
  'help.email_unverified': 'Type the code we mailed to you, or ask for a new one.',
  'action.api-key.created': 'created API key',
  'action.api-key.updated': 'changed API key',
  'action.api-key.disabled': 'switched off API key',
  'action.api-key.enabled': 'switched on API key',
  'action.api-key.rotated': 'started a rotation of',
  'action.api-key.tested': 'tested the new key of',
  'action.api-key.promoted': 'promoted the new key of',
  'action.api-key.rolled-back': 'went back to the old key of',
  'action.api-key.retired': 'retired the old key of',
  'action.api-key.revoked': 'revoked API key',
  'action.api-key.expired': 'ended API key',
  'action.api-key.deleted': 'deleted API key',
  'action.tenant.registered': 'registered',
  'action.session.started': 'signed in',
  'action.session.ended': 'signed out',
  'action.session.login-failed': 'typed a wrong password',
  'action.session.reuse-detected': 'lost a session: its access was used twice',
  'action.session.reported': 'ended a session that was not theirs',
  'action.session.password-refused': 'typed a wrong password',
  'action.account.locked': 'was locked out after wrong passwords',
  'action.account.reset-requested': 'asked for a new password',
  'action.account.password-reset': 'set a new password by mail',
  'action.account.password-changed': 'changed their password',
  'action.user.email-verified': 'confirmed their email address',
  'action.user.email-change-asked': 'wants to change their email address',
  'action.user.email-changed': 'changed their email address to',
  'action.user.email-restored': 'took a change of their email address back',
  'action.user.profile-updated': 'changed their profile',
  'action.user.avatar-changed': 'changed their picture',
  'action.user.avatar-removed': 'removed their picture',
  'action.mail.given-up': 'could not send a mail',
  'action.embed-token.created': 'let a page embed elements',
  'action.embed-token.refused': 'was refused on a page of another origin',
  'action.embed-token.revoked': 'ended the access of an embedding page',
  'action.sdk-session.created': 'started a session for',
  'action.api-key.refused': 'was refused',
  'action.allowed-ip.added': 'allowed',
  'action.allowed-ip.updated': 'changed the allowed IP',
  'action.allowed-ip.removed': 'no longer allows',
  'action.allowed-ip.expired': 'ended the allowed IP',
  'action.allowed-ips.updated': 'changed how allowed IPs are enforced',
  'action.allowed-ips.confirmed': 'kept a forced change of allowed IPs',
  'action.allowed-ips.reverted': 'undid a forced change of allowed IPs',
  'action.allowed-origin.added': 'allowed',
  'action.allowed-origin.updated': 'changed the allowed origin',
  'action.allowed-origin.removed': 'no longer allows',
  'action.allowed-origin.expired': 'ended the allowed origin',
  'action.allowed-origins.updated': 'changed how allowed origins are enforced',
  'action.allowed-origins.confirmed': 'kept a forced change of allowed origins',
  'action.allowed-origins.reverted': 'undid a forced change of allowed origins',
  'action.address.refused': 'called from an IP that is not allowed:',
  'action.origin.refused': 'called from an origin that is not allowed:',
  'action.mfa.totp-added': 'added an authenticator app',
  'action.mfa.totp-removed': 'removed their authenticator app',
  'action.mfa.passkey-added': 'added a passkey',
  'action.mfa.passkey-removed': 'removed a passkey',
  'action.mfa.passkey-renamed': 'renamed a passkey',
  'action.mfa.recovery-codes-renewed': 'made new recovery codes',
  'action.mfa.recovery-code-used': 'used a recovery code',
  'action.mfa.code-refused': 'typed a wrong two-factor code',
  'action.mfa.passkey-refused': 'used a passkey that was not accepted',
  'action.mfa.locked': 'was locked out after wrong two-factor codes',
  'action.security-policy.changed': 'changed who needs two-factor',
  'action.session.stepped-up': 'confirmed that it is them',
  'action.session.ended-of': 'ended a session of',
  'action.session.ended-several': 'ended other sessions',
  'action.sdk-session.ended': 'ended their session',
  'action.sdk-session.ended-of': 'ended a session of',
  'action.sdk-session.ended-several': 'ended several sessions of end users',
  'action.sdk-session.reuse-detected': 'lost a session: its access was used twice',
  'action.sign-in-provider.connected': 'connected a sign-in provider',
  'action.sign-in-provider.disconnected': 'disconnected a sign-in provider',
};

type Data = Readonly<Record<string, string | number | null>>;

/** A time among the members of an attention entry, or null. */
export function time(data: Data, name: string): string | null {
  const value = data[name];
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null;
}

/** A number among the members of an attention entry, or null. */
export function count(data: Data, name: string): number | null {
  const value = data[name];
  return typeof value === 'number' ? value : null;
}

/** The sentence about the last use of a key, or null where it was never used. */
export function lastUse(data: Data, say: (at: string, ip: string | null) => string): string | null {
  const at = time(data, 'last_used_at');
  const ip = data['last_used_ip'];
  return at ? say(at, typeof ip === 'string' ? ip : null) : null;
}
