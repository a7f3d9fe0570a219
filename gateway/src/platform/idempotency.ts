import { sql } from 'kysely';
import type { Call } from './call.js';
import type { Crypto } from './crypto.js';
import type { Tx } from './db.js';
import { newId } from './ids.js';
import { problem } from './problem.js';
import type { TenantScope } from './tenant.js';

/** How long one attempt may run before a retry takes over. Longer than any request can take. */
const LEASE_SECONDS = 30;
const KEEP_HOURS = 24;
const SWEEP_ROWS = 100;

/** An answer that was given before. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** One try of a write that carries an `Idempotency-Key`. */
export interface Attempt {
  /** The answer of an earlier try; then the handler must not run. */
  readonly answered: KeptAnswer | null;
  /** The tenant for the handler: what it writes commits only while this try holds the key, together with the mark "done". */
  readonly tenant: TenantScope;
  /** Keeps the answer. `secrets` are left out of it. */
  finish(answer: KeptAnswer, secrets: readonly string[]): Promise<void>;
  /** Frees the key after a refusal, unless something was committed. */
  release(): Promise<void>;
}

/** Refuses keys that are empty, long or not plain ASCII. */
export function checkIdempotencyKey(value: string): string {
  if (!/^[\x21-\x7e]{1,200}$/.test(value)) {
    throw problem('invalid_request', {
      detail: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
      errors: [{ path: 'Idempotency-Key', code: 'invalid_format', message: 'This header has the wrong form.' }],
    });
  }
  return value;
}

/** The answer without its secrets, wherever they stand. */
export function withoutSecrets(body: unknown, secrets: readonly string[]): unknown {
  if (Array.isArray(body)) return body.map((item: unknown) => withoutSecrets(item, secrets));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name]) => !secrets.includes(name))
      .map(([name, value]) => [name, withoutSecrets(value, secrets)]),
  );
}

function mine(tx: Tx, tenantId: string, actor: string, key: string, attempt: string) {
  return tx
    .updateTable('idempotency_keys')
    .where('tenant_id', '=', tenantId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('attempt', '=', attempt);
}

/**
 * Begins a try. Throws `idempotency_mismatch` when the key belongs to another request and `request_in_progress` when it is
 * running, or was done while its answer was lost (`done: true`).
 */
export async function beginAttempt(
  call: Pick<Call, 'endpoint' | 'actor' | 'tenant' | 'params' | 'query' | 'body'>,
  key: string,
  crypto: Crypto,
): Promise<Attempt> {
  const { tenant } = call;
  const actor = `${call.actor.type}:${call.actor.id ?? ''}`;
  const attempt = newId('try');
  const parts = [call.endpoint.id, call.params ?? null, call.query ?? null, call.body ?? null];
  const requestHash = crypto.mac('idempotency', JSON.stringify(parts));

  const answered = await tenant.write(async (tx) => {
    await sql`delete from idempotency_keys where (tenant_id, actor, key) in (
      select tenant_id, actor, key from idempotency_keys where tenant_id = ${tenant.id} and created_at < now() - make_interval(hours => ${KEEP_HOURS})
      limit ${SWEEP_ROWS} for update skip locked)`.execute(tx);
    const lockedUntil = sql<Date>`now() + make_interval(secs => ${LEASE_SECONDS})`;
    const inserted = await tx
      .insertInto('idempotency_keys')
      .values({
        tenant_id: tenant.id,
        actor,
        key,
        attempt,
        request_hash: requestHash,
        state: 'running',
        status: null,
        body: null,
        locked_until: lockedUntil,
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'actor', 'key']).doNothing())
      .returning('attempt')
      .executeTakeFirst();
    if (inserted) return null;
    const found = await tx
      .selectFrom('idempotency_keys')
      .selectAll()
      .select(sql<boolean>`locked_until > now()`.as('leased'))
      .where('tenant_id', '=', tenant.id)
      .where('actor', '=', actor)
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirst();
    if (!found) throw problem('request_in_progress', { retryAfter: 1 });
    if (!found.request_hash.equals(requestHash))
      throw problem('idempotency_mismatch', { detail: 'This Idempotency-Key was used for another request.' });
    if (found.state === 'answered') return { status: found.status ?? 200, body: found.body };
    if (found.leased)
      throw problem('request_in_progress', {
        detail: 'The first try of this request is still running.',
        retryAfter: 1,
        done: false,
      });
    if (found.state === 'committed') {
      throw problem('request_in_progress', {
        detail: 'The change was made, but its answer was lost. Load the resource again.',
        done: true,
      });
    }
    await tx
      .updateTable('idempotency_keys')
      .set({ attempt, locked_until: lockedUntil })
      .where('tenant_id', '=', tenant.id)
      .where('actor', '=', actor)
      .where('key', '=', key)
      .execute();
    return null;
  });

  let committed = false;
  return {
    answered,
    tenant: {
      id: tenant.id,
      read: (fn) => tenant.read(fn),
      write: async (fn) => {
        const result = await tenant.write(async (tx) => {
          const { numUpdatedRows } = await mine(tx, tenant.id, actor, key, attempt)
            .set({ state: 'committed' })
            .executeTakeFirst();
          // A retry took over meanwhile: it makes the change, this one must not.
          if (numUpdatedRows !== 1n) throw problem('request_in_progress', { retryAfter: 1 });
          return fn(tx);
        });
        committed = true;
        return result;
      },
    },
    finish: async ({ status, body }, secrets) => {
      const kept = JSON.stringify(withoutSecrets(body, secrets) ?? null);
      await tenant.write((tx) =>
        mine(tx, tenant.id, actor, key, attempt).set({ state: 'answered', status, body: kept }).execute(),
      );
    },
    release: async () => {
      if (committed) return;
      await tenant.write((tx) =>
        tx
          .deleteFrom('idempotency_keys')
          .where('tenant_id', '=', tenant.id)
          .where('actor', '=', actor)
          .where('key', '=', key)
          .where('attempt', '=', attempt)
          .where('state', '=', 'running')
          .execute(),
      );
    },
  };
}
