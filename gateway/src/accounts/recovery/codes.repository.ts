import { sql, type Selectable } from 'kysely';
import type { Generated, Json, Timestamp, Tx } from '../../platform/db.js';

/** What a mailed code or link is good for. */
export type CodePurpose = 'verify_email' | 'reset_password' | 'change_email' | 'report_sign_in' | 'undo_email';

interface MailedCodesTable {
  purpose: CodePurpose;
  subject: Buffer;
  user_id: string | null;
  email: string | null;
  code: Buffer | null;
  token: Buffer | null;
  attempts: Generated<number>;
  used_at: Timestamp | null;
  data: Json<Readonly<Record<string, string>>>;
  issued_at: Timestamp;
  expires_at: Timestamp;
  window_start: Timestamp;
  issued: number;
}

declare module '../../platform/db.js' {
  interface DB {
    mailed_codes: MailedCodesTable;
  }
}

/** A mailed code or link as it is stored. */
export type CodeRow = Selectable<MailedCodesTable>;

/** What is stored of a new code. The hashes are keyed. */
export interface NewCode {
  readonly purpose: CodePurpose;
  readonly subject: Buffer;
  readonly userId: string | null;
  readonly email: string | null;
  readonly code: Buffer | null;
  readonly token: Buffer | null;
  /** Seconds. */
  readonly ttl: number;
  readonly data?: Readonly<Record<string, string>>;
  /** Seconds that have to pass since the last one. */
  readonly pause: number;
  /** So many codes a day; later links of the day come without one, and where there would be a code alone nothing is made. */
  readonly codesADay: number;
}

const SWEEP_ROWS = 20;

/** What became of a wish for a code: it was stored (with a code or, after too many, a link without), or it came too early. */
export type Issued =
  | { readonly outcome: 'issued'; readonly withCode: boolean }
  /** `seconds` until the next may be asked for. */
  | { readonly outcome: 'too_early'; readonly seconds: number };

/** Stores a code in the place of the one before, which stays where it is too early for another. Takes as long for addresses nobody has. */
export async function insertCode(tx: Tx, code: NewCode): Promise<Issued> {
  await sql`delete from mailed_codes where (purpose, subject) in (
    select purpose, subject from mailed_codes where expires_at < now() - interval '2 days' limit ${SWEEP_ROWS} for update skip locked)`.execute(
    tx,
  );
  const fresh = sql`mailed_codes.window_start < now() - interval '1 day'`;
  const allowed = sql`(${fresh} or mailed_codes.issued < ${code.codesADay})`;
  const { rows } = await sql<{ with_code: boolean }>`
    insert into mailed_codes (purpose, subject, user_id, email, code, token, data, issued_at, expires_at, window_start, issued)
    values (${code.purpose}, ${code.subject}, ${code.userId}, ${code.email}, ${code.code}, ${code.token},
      ${JSON.stringify(code.data ?? {})}::jsonb, clock_timestamp(), clock_timestamp() + make_interval(secs => ${code.ttl}), now(), 1)
    on conflict (purpose, subject) do update set
      user_id = excluded.user_id, email = excluded.email, token = excluded.token, data = excluded.data,
      code = case when ${allowed} then excluded.code end,
      attempts = 0, used_at = null, issued_at = excluded.issued_at, expires_at = excluded.expires_at,
      window_start = case when ${fresh} then excluded.window_start else mailed_codes.window_start end,
      issued = case when ${fresh} then 1 else mailed_codes.issued + 1 end
    where mailed_codes.issued_at <= clock_timestamp() - make_interval(secs => ${code.pause})
      and (${allowed} or excluded.token is not null)
    returning code is not null as with_code`.execute(tx);
  if (rows[0]) return { outcome: 'issued', withCode: rows[0].with_code };
  const { rows: waits } = await sql<{ seconds: number }>`
    select greatest(1, ceil(extract(epoch from issued_at - clock_timestamp()) + ${code.pause}),
      case when not ${allowed} and ${code.token}::bytea is null then ceil(extract(epoch from window_start + interval '1 day' - clock_timestamp())) + 1 end
    )::int as seconds
    from mailed_codes where purpose = ${code.purpose} and subject = ${code.subject}`.execute(tx);
  return { outcome: 'too_early', seconds: waits[0]?.seconds ?? 1 };
}

/**
 * Counts a try before the code is compared, so that parallel guesses can't outrun the limit. Null when no code is alive; a row
 * whose tries are used up comes back with `attempts` above the limit.
 */
export async function takeCodeAttempt(tx: Tx, purpose: CodePurpose, subject: Buffer): Promise<CodeRow | null> {
  const row = await tx
    .updateTable('mailed_codes')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .where('used_at', 'is', null)
    .where('code', 'is not', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Takes back a try that was right: a refusal for another reason does not use the code up. */
export async function giveBackAttempt(tx: Tx, { purpose, subject, code }: CodeRow): Promise<void> {
  await tx
    .updateTable('mailed_codes')
    .set({ attempts: sql<number>`greatest(0, attempts - 1)` })
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .where('code', '=', code)
    .execute();
}

/** The row of a link's token. Null when it is unknown or too old; used ones are found too. */
export async function selectByToken(tx: Tx, purpose: CodePurpose, token: Buffer): Promise<CodeRow | null> {
  const row = await tx
    .selectFrom('mailed_codes')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('token', '=', token)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirst();
  return row ?? null;
}

/** Uses a code or link up. False when somebody was faster, or a newer one took its place. */
export async function useCode(tx: Tx, { purpose, subject, token, code }: CodeRow): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mailed_codes')
    .set({ used_at: sql<Date>`clock_timestamp()` })
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .where('used_at', 'is', null)
    .where(sql<boolean>`token is not distinct from ${token} and code is not distinct from ${code}`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Makes codes and links of a member useless. How many were made stays counted. */
export async function dropCodes(tx: Tx, userId: string, purposes: readonly CodePurpose[]): Promise<void> {
  await tx
    .updateTable('mailed_codes')
    .set({ code: null, token: null, used_at: sql<Date>`clock_timestamp()` })
    .where('user_id', '=', userId)
    .where('purpose', 'in', purposes)
    .execute();
}

/**
 * Makes the links useless that would take the address back to the same one, and those of changes that came after `change`. Links of
 * earlier changes stay: else whoever has the later addresses could take the way back from the owner of the first.
 */
export async function dropUndoLinks(tx: Tx, userId: string, { email, issued_at }: CodeRow): Promise<void> {
  await tx
    .updateTable('mailed_codes')
    .set({ token: null, used_at: sql<Date>`clock_timestamp()` })
    .where('user_id', '=', userId)
    .where('purpose', '=', 'undo_email')
    .where(sql<boolean>`(issued_at > ${issued_at} or lower(email) = lower(${email}))`)
    .execute();
}

/** The living code of a purpose; null when there is none, or it was used. */
export async function selectCode(tx: Tx, purpose: CodePurpose, subject: Buffer): Promise<CodeRow | null> {
  const row = await tx
    .selectFrom('mailed_codes')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirst();
  return row ?? null;
}
