import type { Permission } from '@caas/contract/permissions.js';
import { API_KEY_PREFIX, hashSecret, isWellFormed } from './api-key-format.js';
import { judgeKey, type ApiKeyStore } from './api-key-store.js';
import type { ApiKeyUsage } from './api-key-usage.js';
import type { CallerResolver } from './credentials.js';
import { problem } from './problem.js';

/** Keys act by their scopes, not by permissions. */
const NO_PERMISSIONS: ReadonlySet<Permission> = new Set();

/**
 * The check of `x-api-key`. One answer for every key that is not good, `api_key_invalid`, so that it tells a stranger nothing;
 * `ip_not_allowed` for a good key called from outside its list. Each call with a known key is counted.
 */
export function apiKeyResolver(keys: ApiKeyStore, usage: ApiKeyUsage): CallerResolver {
  return async ({ value, request }) => {
    if (!value.startsWith(API_KEY_PREFIX)) return null;
    if (!isWellFormed(value, API_KEY_PREFIX)) throw problem('api_key_invalid');
    const key = await keys.find(hashSecret(value));
    if (!key) throw problem('api_key_invalid');
    const refusal = judgeKey(key, request.ip);
    usage.begin({ tenantId: key.tenantId, keyId: key.id, request, accepted: refusal === null });
    if (refusal === 'ip_not_allowed')
      throw problem('ip_not_allowed', { detail: `This key does not accept calls from ${request.ip}.` });
    if (refusal) throw problem('api_key_invalid');
    return {
      tenantId: key.tenantId,
      actor: { type: 'api_key', id: key.id, name: key.name, permissions: NO_PERMISSIONS, keyScopes: key.scopes },
    };
  };
}
