import { sql } from 'kysely';
import { wildcardOver } from '@caas/contract/whitelist/origin-matcher.js';
import { parseOrigin } from '@caas/contract/whitelist/origin.js';
import type { Bus } from './bus.js';
import type { Tx } from './db.js';
import { EMBED_TOKENS_CHANGED } from './embed-token.js';
import { ShortCache } from './short-cache.js';
import type { Database } from './tenant.js';
import { onWhitelistsChanged } from './whitelist-store.js';
import './whitelist-tables.js';

type Known = { readonly tenantId: string } | null;

/**
 * Whether an origin is on the list of allowed origins of any tenant, or an embed token of any tenant is, or was within a day,
 * bound to it: what a preflight, which brings no token, is answered by. Past tokens count so that a page may read why its token is
 * refused; reading gives no right.
 */
export function knownOrigins(db: Database, bus: Bus): (origin: string) => Promise<boolean> {
  const cache = new ShortCache<Known>();
  // A new origin is known at once, also where it was asked for a moment before.
  bus.subscribe(EMBED_TOKENS_CHANGED, () => cache.clear());
  onWhitelistsChanged(bus, () => cache.clear());
  return async (origin) => {
    const verdict = parseOrigin(origin);
    if (!verdict.ok || verdict.origin.value !== origin) return false;
    const listed = [origin, wildcardOver(verdict.origin) ?? []].flat();
    const found = await cache.find(origin, () =>
      db.platformTx(async (tx) => (await boundToken(tx, origin)) ?? (await entry(tx, listed)), {
        'app.embed_origin': origin,
        'app.listed_origin': listed.join(' '),
      }),
    );
    return found !== null;
  };
}

async function boundToken(tx: Tx, origin: string): Promise<Known> {
  const row = await tx
    .selectFrom('embed_tokens')
    .where('origin', '=', origin)
    .where('expires_at', '>', sql<Date>`now() - interval '1 day'`)
    .select('tenant_id as tenantId')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function entry(tx: Tx, values: string[]): Promise<Known> {
  const row = await tx
    .selectFrom('whitelist_entries')
    .where('kind', '=', 'origin')
    .where('value', 'in', values)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', sql<Date>`now()`)]))
    .select('tenant_id as tenantId')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
