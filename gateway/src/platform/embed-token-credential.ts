import { performance } from 'node:perf_hooks';
import { EMBED_TOKEN_PREFIX, hashSecret, isWellFormed } from './api-key-format.js';
import { judgeKey, knownKey, onKeysChanged, selectKnownKey, type KnownKey } from './api-key-store.js';
import { recordEvent } from './audit.js';
import { tenantOf } from './bus.js';
import type { Actor, RequestInfo } from './call.js';
import type { CallerResolver } from './credentials.js';
import { EMBED_TOKENS_CHANGED, TOKEN_LIFE_LEFT, scopesWithin } from './embed-token.js';
import type { Platform } from './platform.js';
import { problem } from './problem.js';
import { RecentOnce } from './recent-once.js';
import { ShortCache } from './short-cache.js';
import { enterTenant } from './tenant.js';

interface KnownToken {
  readonly tenantId: string;
  readonly jti: string;
  readonly origin: string;
  readonly actor: Actor;
  readonly key: KnownKey;
  /** On this process's monotonic clock. */
  readonly endsAt: number;
}

/**
 * The check of embed tokens. A token works from its own origin only, for as long as the key that minted it works, with what that
 * key may still give. `token_expired` asks for a new one, `token_invalid` says that it is no good at all.
 */
export function embedTokenResolver({ db, bus }: Platform): CallerResolver {
  const cache = new ShortCache<KnownToken | null>();
  const audited = new RecentOnce(60_000);
  onKeysChanged(bus, cache);
  bus.subscribe(EMBED_TOKENS_CHANGED, (payload) => cache.forgetTenant(tenantOf(payload)));

  const load = (hash: Buffer): Promise<KnownToken | null> => {
    const asked = performance.now();
    return db.platformTx(
      async (tx) => {
        const token = await tx
          .selectFrom('embed_tokens')
          .where('token_hash', '=', hash)
          .where('revoked_at', 'is', null)
          .selectAll()
          .select(TOKEN_LIFE_LEFT.as('life_left_ms'))
          .executeTakeFirst();
        if (!token) return null;
        await enterTenant(tx, token.tenant_id);
        const row = await selectKnownKey(tx)
          .where('k.id', '=', token.key_id)
          .where('k.deleted_at', 'is', null)
          .executeTakeFirst();
        if (!row) return null;
        const key = knownKey(row, asked);
        const actor: Actor = {
          type: 'embed',
          id: token.actor_id,
          name: token.actor_name,
          permissions: new Set(scopesWithin(token.scopes, key.scopes)),
          keyScopes: key.scopes,
          embedJti: token.jti,
          embedKeyId: token.key_id,
          origin: token.origin,
        };
        return {
          tenantId: token.tenant_id,
          jti: token.jti,
          origin: token.origin,
          actor,
          key,
          endsAt: asked + token.life_left_ms,
        };
      },
      { 'app.embed_hash': hash.toString('hex') },
    );
  };

  const refuseOrigin = async (token: KnownToken, request: RequestInfo) => {
    await audited.run(token.jti, request.origin?.slice(0, 300) ?? '', (origin) =>
      db.tenant(token.tenantId).write((tx) =>
        recordEvent(
          tx,
          { actor: token.actor, tenant: { id: token.tenantId }, request },
          {
            action: 'embed-token.refused',
            resource: { type: 'embed-token', id: token.jti },
            result: 'failure',
            details: {
              reason: 'origin_not_allowed',
              origin: origin || null,
              ...(origin === null ? { others: true } : {}),
              allowed: token.origin,
              key_id: token.key.id,
            },
          },
        ),
      ),
    );
    return problem('origin_not_allowed', {
      detail: `This token works from ${token.origin} only.`,
      origin: request.origin,
    });
  };

  return async ({ value, request, aside = false }) => {
    if (!value.startsWith(EMBED_TOKEN_PREFIX)) return null;
    if (!isWellFormed(value, EMBED_TOKEN_PREFIX)) throw problem('token_invalid');
    const hash = hashSecret(value);
    const token = await cache.find(hash.toString('hex'), () => load(hash));
    const refusal = token && judgeKey(token.key, null);
    if (refusal === 'tenant_suspended') throw problem('tenant_suspended');
    if (!token || refusal) throw problem('token_invalid');
    if (performance.now() >= token.endsAt) throw problem('token_expired');
    if (!aside && request.origin !== token.origin) throw await refuseOrigin(token, request);
    return {
      tenantId: token.tenantId,
      actor: token.actor,
      expiresAt: Date.now() + token.endsAt - performance.now(),
    };
  };
}
