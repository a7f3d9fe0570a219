import { sql } from 'kysely';
import type { DefaultedTimestamp, Generated, Timestamp, Tx } from './db.js';
import { newId } from './ids.js';
import type { Platform } from './platform.js';

interface MailJobsTable {
  id: string;
  tenant_id: string | null;
  kind: MailContent['kind'];
  sealed: Buffer;
  attempts: Generated<number>;
  next_at: DefaultedTimestamp;
  expires_at: Timestamp;
  created_at: DefaultedTimestamp;
}

declare module './db.js' {
  interface DB {
    mail_jobs: MailJobsTable;
  }
}

/** Where something happened, for the reader to recognise it. */
export interface MailPlace {
  readonly ip: string;
  /** As the browser sent it. */
  readonly userAgent: string | null;
}

/** A way to sign in through somebody else came or went. */
interface ProviderChange {
  readonly provider: 'google' | 'github';
  readonly at: string;
  readonly place: MailPlace;
  readonly url: string;
}

/** What a mail says. Its words come from the mail module, in the reader's language. Times are ISO, addresses of pages whole. */
export type MailContent =
  | { readonly kind: 'verify_email'; readonly code: string; readonly minutes: number }
  | {
      readonly kind: 'reset_password';
      /** Null: too many codes were mailed lately, the link alone works. */
      readonly code: string | null;
      readonly url: string;
      readonly minutes: number;
    }
  | { readonly kind: 'password_changed'; readonly at: string; readonly place: MailPlace; readonly url: string }
  | {
      readonly kind: 'account_locked';
      readonly at: string;
      readonly place: MailPlace;
      readonly minutes: number;
      readonly url: string;
    }
  | { readonly kind: 'new_sign_in'; readonly at: string; readonly place: MailPlace; readonly url: string }
  | { readonly kind: 'change_email'; readonly code: string; readonly minutes: number }
  | { readonly kind: 'email_change_asked'; readonly email: string; readonly url: string; readonly days: number }
  | { readonly kind: 'email_changed'; readonly email: string; readonly url: string; readonly days: number }
  | { readonly kind: 'email_restored'; readonly email: string; readonly url: string }
  | { readonly kind: 'two_factor_locked'; readonly at: string; readonly place: MailPlace; readonly url: string }
  | {
      readonly kind: 'two_factor_changed';
      readonly change:
        | 'totp_added'
        | 'totp_removed'
        | 'passkey_added'
        | 'passkey_removed'
        | 'recovery_codes_renewed'
        | 'recovery_code_used';
      /** Of a passkey. */
      readonly name?: string;
      readonly at: string;
      readonly place: MailPlace;
      readonly url: string;
    }
  | (ProviderChange & { readonly kind: 'sign_in_linked' })
  | (ProviderChange & { readonly kind: 'sign_in_unlinked' })
  | {
      readonly kind: 'invitation';
      readonly company: string;
      readonly inviter: string;
      readonly role: 'owner' | 'admin' | 'developer' | 'viewer';
      readonly url: string;
      readonly days: number;
    };

/** A mail to one person. */
export interface Mail {
  /** Null for an address nobody has: the job is made all the same, so that its making takes as long, and nothing is sent. */
  readonly to: string | null;
  /** Whose language and time zone it is written in, and whom it greets. Null: the tenant's. */
  readonly userId: string | null;
  readonly tenantId: string | null;
  readonly content: MailContent;
}

/** Of one message to all processes: something waits to be sent. */
export const MAIL_TOPIC = 'mail.queued';

const DAY = 86_400;

/**
 * Puts a mail into the queue, in the transaction of what it tells of: it is sent when that commits, and by no means before.
 * `ttl`: seconds after which it is of no use to anybody (default: 3 days).
 */
export async function queueMail(
  tx: Tx,
  { crypto, bus }: Pick<Platform, 'crypto' | 'bus'>,
  mail: Mail,
  ttl = 3 * DAY,
): Promise<void> {
  await tx
    .insertInto('mail_jobs')
    .values({
      id: newId('mail'),
      tenant_id: mail.tenantId,
      kind: mail.content.kind,
      sealed: crypto.seal('mail', JSON.stringify(mail)),
      expires_at: sql<Date>`now() + make_interval(secs => ${ttl})`,
    })
    .execute();
  await bus.publish(MAIL_TOPIC, null, tx);
}
