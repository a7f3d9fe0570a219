import { sql, type Selectable } from 'kysely';
import type { DB, Tx } from '../platform/db.js';
import type { Mail } from '../platform/mail.js';
import type { Addressee } from './render.js';

/** A mail that one process has taken for a while. */
export interface MailJob extends Selectable<DB['mail_jobs']> {
  /** Nobody needs it any more. */
  stale: boolean;
}

/**
 * Takes mails that are due, for `lease` seconds: should this process die, another takes them after that. Counted at once, so
 * that a mail that kills its process is given up in the end.
 */
export async function takeDue(tx: Tx, { count, lease }: { count: number; lease: number }): Promise<MailJob[]> {
  const { rows } = await sql<MailJob>`
    update mail_jobs set attempts = attempts + 1, next_at = clock_timestamp() + make_interval(secs => ${lease})
    where id in (
      select id from mail_jobs where next_at <= clock_timestamp() order by next_at limit ${count} for update skip locked)
    returning *, expires_at <= clock_timestamp() as stale`.execute(tx);
  return rows;
}

/** Forgets a mail that was sent or given up. */
export async function deleteJob(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('mail_jobs').where('id', '=', id).execute();
}

/** Puts a mail off by `seconds`. */
export async function putOff(tx: Tx, id: string, seconds: number): Promise<void> {
  await tx
    .updateTable('mail_jobs')
    .set({ next_at: sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})` })
    .where('id', '=', id)
    .execute();
}

/** Whom a mail greets and how: what the member chose, else the tenant. */
export async function selectAddressee(tx: Tx, { userId, tenantId }: Mail): Promise<Addressee> {
  const user =
    userId === null
      ? undefined
      : await tx.selectFrom('users').select(['name', 'locale', 'timezone']).where('id', '=', userId).executeTakeFirst();
  const tenant =
    tenantId === null
      ? undefined
      : await tx.selectFrom('tenants').select(['locale', 'timezone']).where('id', '=', tenantId).executeTakeFirst();
  return {
    name: user?.name ?? null,
    locale: user?.locale ?? tenant?.locale ?? 'en',
    timezone: user?.timezone ?? tenant?.timezone ?? 'UTC',
  };
}
