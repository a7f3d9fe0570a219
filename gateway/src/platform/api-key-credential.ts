import type { Permission } from '@caas/contract/permissions.js';
import { API_KEY_PREFIX, hashSecret, isWellFormed } from './api-key-format.js';
import type { OnKeyRefused, RefusedCall } from './api-key-refusals.js';
import { judgeKey, type ApiKeyStore, type KeyRefusal, type KnownKey } from './api-key-store.js';
import type { ApiKeyUsage } from './api-key-usage.js';
import type { CallerResolver, ResolvedCaller } from './credentials.js';
import { problem } from './problem.js';
import { ipNotAllowed, type Whitelists } from './whitelist-judge.js';

/** Keys act by their scopes, not by permissions. */
const NO_PERMISSIONS: ReadonlySet<Permission> = new Set();

/** Who calls with a key. */
export function keyCaller({ id, tenantId, name, scopes }: KnownKey): ResolvedCaller {
  return { tenantId, actor: { type: 'api_key', id, name, permissions: NO_PERMISSIONS, keyScopes: scopes } };
}

/** Why a call with a known key is refused: by the key itself, or by its tenant's list of allowed addresses. */
export type KeyCallRefusal = KeyRefusal | 'ip_not_listed';

/** Judges a call by the key and, where that is good, by its tenant's list. `ip` null: it is not known, and not judged. */
export async function judgeKeyCall(
  whitelists: Pick<Whitelists, 'admitsKey'>,
  key: KnownKey,
  request: RefusedCall,
): Promise<KeyCallRefusal | null> {
  const refusal = judgeKey(key, request.ip);
  if (refusal !== null || key.whitelistRevision === null) return refusal;
  const admitted = await whitelists.admitsKey({ ...keyCaller(key), request }, key.whitelistRevision);
  return admitted ? null : 'ip_not_listed';
}

/** What the check of keys needs of the gateway. */
interface KeyChecks {
  readonly keys: ApiKeyStore;
  readonly usage: ApiKeyUsage;
  readonly whitelists: Pick<Whitelists, 'admitsKey'>;
  readonly onRefused: OnKeyRefused;
}

/**
 * The check of `x-api-key`. One answer for every key that is not good, `api_key_invalid`, so that it tells a stranger nothing;
 * `ip_not_allowed` for a good key called from outside its own list or its tenant's, which is audited, and `tenant_suspended`. Each
 * call with a known key is counted.
 */
export function apiKeyResolver({ keys, usage, whitelists, onRefused }: KeyChecks): CallerResolver {
  return async ({ value, request }) => {
    if (!value.startsWith(API_KEY_PREFIX)) return null;
    if (!isWellFormed(value, API_KEY_PREFIX)) throw problem('api_key_invalid');
    const key = await keys.find(hashSecret(value));
    if (!key) throw problem('api_key_invalid');
    const refusal = await judgeKeyCall(whitelists, key, request);
    usage.begin({ tenantId: key.tenantId, keyId: key.id, request, accepted: refusal === null });
    const caller = keyCaller(key);
    if (refusal === 'ip_not_allowed') {
      await onRefused(caller, request, refusal);
      throw problem('ip_not_allowed', { detail: `This key does not accept calls from ${request.ip}.` });
    }
    if (refusal === 'ip_not_listed') throw ipNotAllowed(request.ip);
    if (refusal === 'tenant_suspended') throw problem('tenant_suspended');
    if (refusal) throw problem('api_key_invalid');
    return caller;
  };
}
