import type { Format } from '@caas/base/format.js';

/** Texts of the dashboard. Names after `attention.` and `action.` are the gateway's stable codes. */
export const en = {
  title: 'Dashboard',
  purpose: 'The last 24 hours at a glance.',
  asOf: (f: Format, time: string) => `The last 24 hours, as of ${f.time(time)}.`,
  loading: 'Loading dashboard',
  figures: 'Figures',
  calls: 'API calls, 24 h',
  callsBefore: (f: Format, count: number) => `${f.number(count)} in the 24 h before`,
  callsNoneBefore: 'None in the 24 h before',
  callsUnknownBefore: 'Nothing known of the 24 h before',
  errorRate: 'Error rate, 24 h',
  errors: (f: Format, count: number) => f.plural(count, { one: '# failed call', other: '# failed calls' }),
  noCalls: 'No calls yet',
  keysLive: 'API keys that work',
  keysOf: (f: Format, live: number, allowed: number) => `${f.number(live)} of ${f.number(allowed)}`,
  keysLeft: (f: Format, count: number) => f.plural(count, { one: '# more in your plan', other: '# more in your plan' }),
  keysFull: 'All keys of your plan are in use',
  keysUsed: 'Keys used, 24 h',
  keysUsedOf: (f: Format, live: number) => f.plural(live, { one: 'of # that works', other: 'of # that work' }),
  figuresFailed: 'The figures could not be loaded.',
  activity: 'Recent activity',
  activityNote: 'who did what',
  when: 'When',
  event: 'Event',
  from: 'From',
  activityEmpty: 'Nothing yet. What you and your keys do shows here.',
  activityFailed: 'Recent activity could not be loaded.',
  failedBadge: 'Failed',
  system: 'System',
  attention: 'Needs attention',
  attentionEmpty: 'Nothing needs you.',
  attentionFailed: 'What needs attention could not be loaded.',
  review: 'Review',
  reviewOf: (_: Format, title: string) => `Review: ${title}`,
  severityWarning: 'Warning:',
  severityDanger: 'Urgent:',
  severityInfo: 'Note:',
  quickActions: 'Quick actions',
  createKey: 'API key',
  createKeyName: 'Create API key',
  allKeys: 'All API keys',
  firstTitle: 'Make your first call',
  firstText: 'Call the API with a key from your server. The call shows here within a minute.',
  firstCode: 'Example call',
  'attention.key_expiring': (f: Format, name: string, data: Data) => {
    const at = time(data, 'expires_at');
    return at ? `${name} expires ${f.relative(at)}` : `${name} expires soon`;
  },
  'attention.key_retiring': (f: Format, name: string, data: Data) => {
    const at = time(data, 'retires_at');
    return at ? `The old key of ${name} stops ${f.relative(at)}` : `The old key of ${name} stops soon`;
  },
  'attention.rotation_waiting': (_: Format, name: string) => `The rotation of ${name} waits for you`,
  'attention.key_unused': (_: Format, name: string) => `${name} is not in use`,
  'attention.key_in_browser': (_: Format, name: string) => `${name} was used in a browser`,
  'attention.quota_near': (f: Format, _: string, data: Data) => {
    const [used, limit] = [count(data, 'used'), count(data, 'limit')];
    return used !== null && limit !== null
      ? `${f.number(used)} of ${f.number(limit)} API keys in use`
      : 'Nearly all API keys are in use';
  },
  'attention.calls_failing': (f: Format, _: string, data: Data) => {
    const errors = count(data, 'errors');
    return errors === null ? 'Many calls fail' : f.plural(errors, { one: '# call failed', other: '# calls failed' });
  },
  'help.key_expiring': 'Calls with it fail from then on. Rotate it before.',
  'help.key_retiring': 'Make sure that every server has the new key.',
  'help.rotation_waiting': 'Both keys work until you promote the new one.',
  'help.key_unused': 'Keys that nobody uses are safer revoked.',
  'help.key_in_browser': 'Everybody who opens that page can read it. Rotate it.',
  'help.quota_near': 'Revoke a key that is not in use, or change the plan.',
  'help.calls_failing': 'Look at the callers of your keys.',
  'action.api-key.created': 'created API key',
  'action.api-key.updated': 'changed API key',
  'action.api-key.renamed': 'renamed API key',
  'action.api-key.disabled': 'switched off API key',
  'action.api-key.enabled': 'switched on API key',
  'action.api-key.rotated': 'started a rotation of',
  'action.api-key.promoted': 'promoted the new key of',
  'action.api-key.rolled-back': 'went back to the old key of',
  'action.api-key.retired': 'retired the old key of',
  'action.api-key.revoked': 'revoked API key',
  'action.api-key.expired': 'ended API key',
  'action.api-key.deleted': 'deleted API key',
  'action.api-key.used': 'used API key',
  'action.tenant.registered': 'registered',
  'action.tenant.created': 'registered',
  'action.user.registered': 'registered',
  'action.user.signed-in': 'signed in',
  'action.user.signed-out': 'signed out',
  'action.user.locked': 'was locked out after failed sign-ins of',
  'action.session.started': 'signed in',
  'action.session.created': 'signed in',
  'action.session.ended': 'signed out',
  'action.session.revoked': 'ended a session of',
  'action.session.reused': 'ended a session whose access was used twice',
  'action.embed-token.created': 'let a page embed elements:',
  'action.embed-token.revoked': 'ended the access of an embedding page:',
  'action.sdk-session.created': 'started a session for',
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
