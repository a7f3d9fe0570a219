import { performance } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import { testApiKey, validateApiKey } from '@caas/contract/api-keys.js';
import { keyWorks } from '@caas/contract/key-status.js';
import type { ApiKeyAccess } from '../platform/api-key-access.js';
import { actorName, keyResource } from '../platform/api-key-create.js';
import { judgeKeyCall, keyCaller } from '../platform/api-key-credential.js';
import { API_KEY_PREFIX, hashSecret, isWellFormed } from '../platform/api-key-format.js';
import type { ApiKeyRow } from '../platform/api-key-row.js';
import type { KnownKey } from '../platform/api-key-store.js';
import { recordEvent, type AuditContext } from '../platform/audit.js';
import type { Call } from '../platform/call.js';
import type { Tx } from '../platform/db.js';
import { databaseTime, findBeside, findKey, keepTest } from './api-keys.repository.js';
import { wrongState } from './api-keys.rotation.js';

type Checks = z.output<(typeof testApiKey.answers)[200]>['checks'];
type Verdict = z.output<(typeof validateApiKey.answers)[200]>;

/** Runs a change of keys in a transaction of its own. */
type ChangeKeys = <T>(call: Call, fn: (tx: Tx) => Promise<T>) => Promise<T>;

/** Whether a key would be accepted: asked by an admin before promoting it, and by other CAAS services for each call. */
export function keyCheckRoutes(app: FastifyInstance, { store, usage }: ApiKeyAccess, change: ChangeKeys): void {
  const { platform } = app;

  app.mount(testApiKey, async (call) => {
    const { body, tenant } = call;
    const { key, primary } = await tenant.read(async (tx) => {
      const found = await findKey(tx, tenant.id, body.key_id);
      return { key: found, primary: await findBeside(tx, found) };
    });
    requireWaiting(key);
    // The same look-up that a call goes through, past all caches; only the secret itself stays unknown.
    const known = key.secret_hash && (await store.load(key.secret_hash));
    const checks = runChecks(key, primary, known);
    await change(call, (tx) => noteTest(tx, call, key.id, checks));
    return { status: 200, body: { ok: checks.every((check) => check.ok), checks } };
  });

  app.mount(validateApiKey, async ({ body, request }) => ({ status: 200, body: await verdict(body, request.id) }));

  async function verdict(
    { api_key, ip, origin }: z.output<typeof validateApiKey.body>,
    requestId: string,
  ): Promise<Verdict> {
    if (!isWellFormed(api_key, API_KEY_PREFIX)) return { valid: false, reason: 'malformed' };
    const key = await store.find(hashSecret(api_key));
    if (!key) return { valid: false, reason: 'unknown' };
    const inBrowser = origin !== undefined && !platform.isOwnOrigin(origin);
    const from = { ip: ip ?? null, userAgent: null, origin: origin ?? null };
    const reason = (await judgeKeyCall(platform.whitelists, key, from)) ?? (inBrowser ? 'key_in_browser' : null);
    if (reason === 'ip_not_allowed' || reason === 'key_in_browser')
      await platform.onKeyRefused(keyCaller(key), from, reason);
    // The call itself went to the service that asks; it is a call with this key all the same.
    const id = `validate ${requestId}`;
    usage.begin({
      tenantId: key.tenantId,
      keyId: key.id,
      request: { id, ip: ip ?? '', userAgent: null },
      accepted: reason === null,
    });
    usage.end(id, reason ? 403 : 200);
    return reason
      ? { valid: false, reason: reason === 'ip_not_listed' ? 'ip_not_allowed' : reason }
      : { valid: true, tenant_id: key.tenantId, key_id: key.id, scopes: [...key.scopes] };
  }
}

function requireWaiting(key: ApiKeyRow): void {
  if (key.status !== 'secondary') throw wrongState(key, 'Only a waiting secondary is tested.');
}

/** Keeps what the test found, for all who look at the rotation. No new version: nothing was changed that somebody edits. */
async function noteTest(tx: Tx, call: AuditContext, keyId: string, checks: Checks): Promise<void> {
  const key = await findKey(tx, call.tenant.id, keyId);
  requireWaiting(key);
  const failed = checks.filter(({ ok }) => !ok).map(({ name }) => name);
  const passed = failed.length === 0;
  await keepTest(tx, key.id, passed ? { at: await databaseTime(tx), by: actorName(call) } : null);
  await recordEvent(tx, call, {
    action: 'api-key.tested',
    resource: keyResource(key),
    result: passed ? 'success' : 'failure',
    details: passed ? null : { failed },
  });
}

function runChecks(key: ApiKeyRow, primary: ApiKeyRow | null, known: KnownKey | null): Checks {
  if (known?.id !== key.id)
    return [
      { name: 'found', ok: known !== null },
      { name: 'hash', ok: false },
    ];
  const lost = (primary?.scopes ?? []).filter((scope) => !known.scopes.has(scope));
  return [
    { name: 'found', ok: true },
    { name: 'hash', ok: true },
    { name: 'status', ok: keyWorks(known.status), detail: known.status },
    {
      name: 'expiry',
      ok: performance.now() < known.endsAt,
      ...(key.expires_at ? { detail: key.expires_at.toISOString() } : {}),
    },
    { name: 'scopes', ok: lost.length === 0, detail: [...known.scopes].join(', ') },
  ];
}
