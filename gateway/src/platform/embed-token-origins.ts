import { sql } from 'kysely';
import type { Bus } from './bus.js';
import { EMBED_TOKENS_CHANGED, normalOrigin } from './embed-token.js';
import { ShortCache } from './short-cache.js';
import type { Database } from './tenant.js';

/**
 * Whether an embed token of any tenant is, or was within a day, bound to an origin: what a preflight, which brings no token, is
 * answered by. Past tokens count so that a page may read why its token is refused; reading gives no right.
 */
export function knownOrigins(db: Database, bus: Bus): (origin: string) => Promise<boolean> {
  const cache = new ShortCache<{ tenantId: string } | null>();
  // A new token's origin is known at once, also where it was asked for a moment before.
  bus.subscribe(EMBED_TOKENS_CHANGED, () => cache.clear());
  return async (origin) => {
    if (origin.length > 300 || normalOrigin(origin) !== origin) return false;
    const found = await cache.find(origin, () =>
      db.platformTx(
        async (tx) => {
          const row = await tx
            .selectFrom('embed_tokens')
            .where('origin', '=', origin)
            .where('expires_at', '>', sql<Date>`now() - interval '1 day'`)
            .select('tenant_id as tenantId')
            .limit(1)
            .executeTakeFirst();
          return row ?? null;
        },
        { 'app.embed_origin': origin },
      ),
    );
    return found !== null;
  };
}
