import type { RequestInfo } from '../../platform/call.js';
import type { Tx } from '../../platform/db.js';
import { queueMail, type MailContent, type MailPlace } from '../../platform/mail.js';
import type { Platform } from '../../platform/platform.js';
import { MailedCodes } from './mailed-codes.js';

const MINUTE = 60;
const DAY = 86_400;
/** How long mailed codes are good, in minutes (ASVS 6.6.2: at most 10 for a code that stands for a factor). */
const VERIFY_MINUTES = 10;
const RESET_MINUTES = 10;
/** How long "this wasn't me" works, in days. */
const OBJECTION_DAYS = 7;
/** Between two mails of one kind to one person, in seconds. */
const PAUSE = 60;

/** Whom a mail about an account goes to. */
export interface AccountOwner {
  readonly id: string;
  readonly email: string;
}

/** Where a request came from, as mails tell it. */
function place({ ip, userAgent }: Pick<RequestInfo, 'ip' | 'userAgent'>): MailPlace {
  return { ip, userAgent };
}

/** Every mail about an account: put into the queue with the change it tells of, codes and links made for it. */
export class AccountMails {
  readonly codes: MailedCodes;
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
    this.codes = new MailedCodes(platform.crypto);
  }

  /** A code that proves the member's address. Null when it was sent, else the seconds until another may be asked for. */
  verifyEmail(tx: Tx, tenantId: string, owner: AccountOwner): Promise<number | null> {
    return this.#sendCode(tx, tenantId, owner, 'verify_email');
  }

  /**
   * A code and a link that set a new password. The same is done for an address nobody has (`owner` null), but nothing is
   * sent: neither the time it takes nor what a code is answered later tells the two apart.
   */
  async resetPassword(tx: Tx, owner: AccountOwner | null, email: string, tenantId: string | null): Promise<void> {
    const made = await this.codes.make(tx, {
      purpose: 'reset_password',
      subject: email.toLowerCase(),
      userId: owner?.id ?? null,
      email,
      ttl: RESET_MINUTES * MINUTE,
      pause: PAUSE,
    });
    if ('waitSeconds' in made) return;
    await queueMail(
      tx,
      this.#platform,
      {
        to: owner?.email ?? null,
        userId: owner?.id ?? null,
        tenantId,
        content: {
          kind: 'reset_password',
          code: made.code,
          url: this.#page(`/reset-password#token=${made.token}`),
          minutes: RESET_MINUTES,
        },
      },
      RESET_MINUTES * MINUTE,
    );
  }

  /** Says that the password was changed. */
  passwordChanged(tx: Tx, tenantId: string, owner: AccountOwner, request: RequestInfo): Promise<void> {
    return this.#send(tx, tenantId, owner, {
      kind: 'password_changed',
      at: new Date().toISOString(),
      place: place(request),
      url: this.#page('/forgot-password'),
    });
  }

  /** Says that wrong passwords locked the account. */
  locked(tx: Tx, tenantId: string, owner: AccountOwner, request: RequestInfo, minutes: number): Promise<void> {
    return this.#send(tx, tenantId, owner, {
      kind: 'account_locked',
      at: new Date().toISOString(),
      place: place(request),
      minutes,
      url: this.#page('/forgot-password'),
    });
  }

  /** Tells of a session in a browser that was not seen before, with a link that ends it. */
  async newSignIn(
    tx: Tx,
    tenantId: string,
    owner: AccountOwner,
    session: { id: string; device: Buffer },
    request: RequestInfo,
  ): Promise<void> {
    const token = await this.#objection(tx, 'report_sign_in', session.id, owner, {
      tenant: tenantId,
      session: session.id,
      device: session.device.toString('base64url'),
    });
    await this.#send(tx, tenantId, owner, {
      kind: 'new_sign_in',
      at: new Date().toISOString(),
      place: place(request),
      url: this.#page(`/not-me#token=${token}`),
    });
  }

  /** A code to the new address. Null when it was sent, else the seconds until another may be asked for. */
  changeEmail(tx: Tx, tenantId: string, { id }: AccountOwner, email: string): Promise<number | null> {
    return this.#sendCode(tx, tenantId, { id, email }, 'change_email');
  }

  /** Tells the present address that another is to take (or took) its place, with a link that prevents it or takes it back. */
  async emailChange(
    tx: Tx,
    tenantId: string,
    owner: AccountOwner,
    email: string,
    kind: 'email_change_asked' | 'email_changed',
  ): Promise<void> {
    const token = await this.#objection(tx, 'undo_email', `${owner.id} ${owner.email} ${kind}`, owner, {
      tenant: tenantId,
      email: owner.email,
    });
    await this.#send(tx, tenantId, owner, {
      kind,
      email,
      url: this.#page(`/not-me#token=${token}`),
      days: OBJECTION_DAYS,
    });
  }

  /** Tells the old address that it is back. */
  emailRestored(tx: Tx, tenantId: string, owner: AccountOwner): Promise<void> {
    return this.#send(tx, tenantId, owner, {
      kind: 'email_restored',
      email: owner.email,
      url: this.#page('/forgot-password'),
    });
  }

  async #sendCode(
    tx: Tx,
    tenantId: string,
    { id, email }: AccountOwner,
    kind: 'verify_email' | 'change_email',
  ): Promise<number | null> {
    const ttl = VERIFY_MINUTES * MINUTE;
    const wish = { purpose: kind, subject: id, userId: id, email, ttl, pause: PAUSE, only: 'code' } as const;
    const made = await this.codes.make(tx, wish);
    if ('waitSeconds' in made) return made.waitSeconds;
    if (made.code === null) throw new Error('A code was wished for, and none was made');
    const content = { kind, code: made.code, minutes: VERIFY_MINUTES };
    await this.#send(tx, tenantId, { id, email }, content, VERIFY_MINUTES);
    return null;
  }

  async #objection(
    tx: Tx,
    purpose: 'report_sign_in' | 'undo_email',
    subject: string,
    owner: AccountOwner,
    data: Readonly<Record<string, string>>,
  ): Promise<string> {
    const ttl = OBJECTION_DAYS * DAY;
    const made = await this.codes.make(tx, {
      purpose,
      subject,
      userId: owner.id,
      email: owner.email,
      ttl,
      data,
      only: 'token',
    });
    if ('waitSeconds' in made) throw new Error('A link came too early');
    return made.token;
  }

  /** @param minutes after which nobody needs the mail */
  #send(tx: Tx, tenantId: string, to: AccountOwner, content: MailContent, minutes?: number): Promise<void> {
    const mail = { to: to.email, userId: to.id, tenantId, content };
    return minutes === undefined
      ? queueMail(tx, this.#platform, mail)
      : queueMail(tx, this.#platform, mail, minutes * MINUTE);
  }

  /** Secrets stand behind the #: no server, log or referrer sees them. */
  #page(path: string): string {
    return `${this.#platform.publicOrigin()}${path}`;
  }
}
