import type { FastifyInstance } from 'fastify';
import * as api from '@caas/contract/api-keys.js';
import type { ApiKeyAccess } from '../platform/api-key-access.js';
import { createKey, keyResource, lockTenantKeys, requireFreeName } from '../platform/api-key-create.js';
import { toApiKey, type ApiKeyRow } from '../platform/api-key-row.js';
import { changeKey, publishKeysChanged, settleDueKeys } from '../platform/api-key-settle.js';
import { recordEvent } from '../platform/audit.js';
import type { Actor, Call } from '../platform/call.js';
import type { Tx } from '../platform/db.js';
import { problem } from '../platform/problem.js';
import { keyCheckRoutes } from './api-keys.checks.js';
import { keyUpdate, newKey } from './api-keys.input.js';
import { KeyLists, keyList } from './api-keys.list.js';
import { findBeside, findKey, renamePair } from './api-keys.repository.js';
import { asItIs, promote, remove, revoke, rollback, rotate } from './api-keys.rotation.js';
import { keyUsage } from './api-keys.usage.js';

/** API keys: `/v1/auth/api-keys` and their rotation. */
export async function apiKeyRoutes(app: FastifyInstance, { keys }: { keys: ApiKeyAccess }): Promise<void> {
  const { bus } = app.platform;
  const lists = new KeyLists(bus);

  /** A change of keys: alone in its tenant, on settled keys, known to all processes when it commits. */
  function change<T>({ tenant }: Call, fn: (tx: Tx) => Promise<T>): Promise<T> {
    return tenant.write(async (tx) => {
      await lockTenantKeys(tx, tenant.id);
      await settleDueKeys(tx, tenant.id);
      const result = await fn(tx);
      await publishKeysChanged(bus, tx, tenant.id);
      return result;
    });
  }

  app.mount(api.listApiKeys, async ({ query, tenant, actor }) => {
    if (actor.type === 'api_key') return { status: 200, body: await lists.read(tenant, query), shared: true };
    return { status: 200, body: await tenant.read((tx) => keyList(tx, tenant.id, query)) };
  });

  app.mount(api.createApiKey, async (call) => {
    requireScopes(call.actor, call.body.scopes);
    const made = await change(call, async (tx) => createKey(tx, call, await newKey(tx, call.body)));
    return { status: 201, body: made };
  });

  app.mount(api.updateApiKey, async (call) => {
    const body = await change(call, (tx) => update(tx, call));
    return { status: 200, body };
  });

  app.mount(api.deleteApiKey, async (call) => {
    // What this process counted within the last half second belongs to the question whether the key is in use.
    await keys.usage.flush();
    await change(call, (tx) => remove(tx, call, call.params.id, call.query.force ?? false));
    return { status: 204 };
  });

  app.mount(api.getApiKeyUsage, async ({ actor, params, query, tenant }) => {
    const usage = await tenant.read(async (tx) =>
      keyUsage(tx, tenant.id, await findKey(tx, tenant.id, params.id), query),
    );
    return { status: 200, body: { ...usage, mints_this_session: actor.embedKeyId === params.id } };
  });

  app.mount(api.rotateApiKey, async (call) => {
    const made = await change(call, async (tx) => {
      requireScopes(call.actor, (await findKey(tx, call.tenant.id, call.body.key_id)).scopes);
      return rotate(tx, call, call.body.key_id, call.body.overlap_seconds);
    });
    return { status: 201, body: made };
  });

  app.mount(api.promoteApiKey, async (call) => {
    await keys.usage.flush();
    return {
      status: 200,
      body: await change(call, (tx) => promote(tx, call, call.body.key_id, call.body.force ?? false)),
    };
  });

  app.mount(api.rollbackApiKey, async (call) => ({
    status: 200,
    body: await change(call, (tx) => rollback(tx, call, call.body.key_id)),
  }));

  app.mount(api.revokeApiKey, async (call) => ({
    status: 200,
    body: await change(call, (tx) => revoke(tx, call, call.body.key_id)),
  }));

  keyCheckRoutes(app, keys, change);
}

/** An embed token hands out no more than the key that minted it has. */
function requireScopes({ type, keyScopes }: Actor, scopes: readonly api.ApiKey['scopes'][number][]): void {
  if (type !== 'embed') return;
  const missing = scopes.find((scope) => !keyScopes?.has(scope));
  if (missing)
    throw problem('forbidden', {
      detail: `The key behind this embed token lacks the scope "${missing}".`,
      needs: missing,
    });
}

async function update(tx: Tx, call: Call<typeof api.updateApiKey>): Promise<api.ApiKey> {
  const { body, params, tenant } = call;
  const key = await findKey(tx, tenant.id, params.id);
  if (body.version !== key.version)
    throw problem('version_conflict', { detail: 'The key was changed meanwhile.', ...asItIs(key) });
  const { changes, name, ...columns } = await keyUpdate(tx, key, body);
  if (changes.length === 0) return toApiKey(key);
  if (name !== undefined) {
    // A key that is over may stand beside a living one: they have one name.
    const primary = key.role === 'primary' ? key : await findBeside(tx, key);
    if (isLive(key) || (primary && isLive(primary))) await requireFreeName(tx, tenant.id, name, key.pair_id);
    await renamePair(tx, call, key.pair_id, name);
  }
  if (Object.keys(columns).length > 0) await changeKey(tx, call, key.id, columns);
  await recordEvent(tx, call, {
    action: actionOf(columns.status),
    resource: keyResource({ id: key.id, name: name ?? key.name }),
    changes,
  });
  return toApiKey(await findKey(tx, tenant.id, key.id));
}

function isLive(key: ApiKeyRow): boolean {
  return key.status !== 'revoked' && key.status !== 'expired';
}

function actionOf(status: 'active' | 'disabled' | undefined): string {
  if (status === 'disabled') return 'api-key.disabled';
  return status === 'active' ? 'api-key.enabled' : 'api-key.updated';
}
