import type { Attention } from '@caas/contract/dashboard.js';
import type { WatchedKey, callsByKey, keysInBrowsers } from './dashboard.repository.js';

const DAY_MS = 86_400_000;
const EXPIRING_DAYS = 14;
const URGENT_DAYS = 3;
const UNUSED_DAYS = 30;
/** Below this many failed calls a day nobody needs to look. */
const FAILING_CALLS = 5;
const FAILING_SHARE = 0.05;
const QUOTA_SHARE = 0.8;
const MAX_ITEMS = 20;
const ORDER = { danger: 0, warning: 1, info: 2 } as const;

/** What the list is made from. */
export interface Watched {
  now: Date;
  keys: readonly WatchedKey[];
  calls: Awaited<ReturnType<typeof callsByKey>>;
  browsers: Awaited<ReturnType<typeof keysInBrowsers>>;
  quota: { limit: number; used: number };
  /** The calling member has not proven their address. */
  unverified: boolean;
}

/** What an admin should look at, most pressing first. */
export function attention(watched: Watched): Attention[] {
  const { quota, unverified } = watched;
  const items: Attention[] = [
    ...watched.browsers.map((key) =>
      keyItem('key_in_browser', 'danger', `${key.name ?? key.id} was used in a browser`, key, {
        refusals: key.refusals,
        origin: key.origin,
        last_at: key.last_at.toISOString(),
      }),
    ),
    ...watched.keys.flatMap((key) => keyItems(key, watched.now)),
    ...watched.calls
      .filter((key) => key.errors >= FAILING_CALLS && key.errors >= key.calls * FAILING_SHARE)
      .map((key) =>
        keyItem(
          'calls_failing',
          key.errors * 2 >= key.calls ? 'danger' : 'warning',
          `Calls with ${key.name} fail`,
          key,
          { calls_24h: key.calls, errors_24h: key.errors },
        ),
      ),
  ];
  if (quota.used >= quota.limit * QUOTA_SHARE) {
    items.push({
      code: 'quota_near',
      severity: quota.used >= quota.limit ? 'warning' : 'info',
      title: `${quota.used} of ${quota.limit} keys in use`,
      resource: null,
      data: { ...quota },
      href: '/api-keys',
    });
  }
  if (unverified) {
    items.push({
      code: 'email_unverified',
      severity: 'info',
      title: 'Your e-mail address is not confirmed',
      resource: null,
      data: {},
      href: '/profile',
    });
  }
  return items.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]).slice(0, MAX_ITEMS);
}

function keyItems(key: WatchedKey, now: Date): Attention[] {
  const items: Attention[] = [];
  const lastUse = { last_used_at: key.last_used_at?.toISOString() ?? null, last_used_ip: key.last_used_ip || null };
  if (key.expires_at) {
    const days = (key.expires_at.getTime() - now.getTime()) / DAY_MS;
    if (days <= EXPIRING_DAYS)
      items.push(
        keyItem('key_expiring', days <= URGENT_DAYS ? 'danger' : 'warning', `${key.name} expires soon`, key, {
          expires_at: key.expires_at.toISOString(),
          ...lastUse,
        }),
      );
  }
  if (key.status === 'secondary') {
    items.push(
      keyItem('rotation_waiting', 'info', `The new key of ${key.name} waits to be promoted`, key, {
        created_at: key.created_at.toISOString(),
        ...lastUse,
      }),
    );
  } else if (key.status === 'retiring' && key.calls_1h > 0) {
    items.push(
      keyItem('key_retiring', 'warning', `The old key of ${key.name} is still in use`, key, {
        retires_at: key.retires_at?.toISOString() ?? null,
        calls_1h: key.calls_1h,
        ...lastUse,
      }),
    );
  } else if (
    key.role === 'primary' &&
    now.getTime() - (key.last_used_at ?? key.created_at).getTime() > UNUSED_DAYS * DAY_MS
  ) {
    items.push(
      keyItem('key_unused', 'info', `${key.name} was not used for ${UNUSED_DAYS} days`, key, {
        created_at: key.created_at.toISOString(),
        ...lastUse,
      }),
    );
  }
  return items;
}

function keyItem(
  code: Attention['code'],
  severity: Attention['severity'],
  title: string,
  key: { id: string; name: string | null },
  data: Attention['data'],
): Attention {
  return { code, severity, title, resource: { type: 'api-key', id: key.id, name: key.name }, data, href: '/api-keys' };
}
