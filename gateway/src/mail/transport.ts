import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Sender, SmtpConfig } from '../platform/config.js';
import type { Rendered } from './render.js';

/** A mail on its way. */
export interface Message extends Rendered {
  /** The same in every try, so that a mail that arrives twice is known as one. */
  readonly id: string;
  readonly from: Sender;
  readonly to: string;
  /** ISO. */
  readonly date: string;
}

/** A way out for mail. */
export interface MailTransport {
  /** Resolves when somebody else has taken the mail over. */
  send(message: Message): Promise<void>;
  close(): void;
}

/** All phases of one try together stay below the lease of a job. */
const SMTP_TIMEOUTS = { connectionTimeout: 8000, greetingTimeout: 8000, socketTimeout: 15_000, dnsTimeout: 5000 };
const CONNECTIONS = 3;
/** Kept mails beyond it are forgotten, oldest first. */
const MAX_KEPT = 200;

/** Hands mail to a server. Certificates are always checked. */
export function smtpTransport({ host, port, secure, requireTls, login }: SmtpConfig): MailTransport {
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    ...SMTP_TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A broken idle connection of the pool concerns nobody: the mail in it fails by itself.
  transport.on('error', () => undefined);
  return {
    send: async ({ id, from, to, subject, text, html, date }) => {
      await transport.sendMail({
        messageId: `<${id}@${from.address.split('@')[1] ?? 'localhost'}>`,
        from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        date: new Date(date),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    },
    close: () => transport.close(),
  };
}

/** Mail that was kept instead of sent. */
export type KeptMail = Message;

/** Keeps mail as files, for an installation without a mail server. Readable by the gateway's user alone. */
export class Outbox implements MailTransport {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async send(message: Message): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    // Written aside first: who lists the folder never reads half a mail.
    const path = join(this.#folder, `${message.id}.json`);
    await writeFile(`${path}.part`, JSON.stringify(message), { mode: 0o600 });
    await rename(`${path}.part`, path);
    for (const id of (await this.#ids()).slice(MAX_KEPT)) await rm(join(this.#folder, `${id}.json`), { force: true });
  }

  close(): void {
    // Nothing is open.
  }

  /** The kept mails, newest first. */
  async list(): Promise<KeptMail[]> {
    const found = await Promise.all((await this.#ids()).map((id) => this.find(id)));
    return found.filter((mail) => mail !== null);
  }

  /** One mail; null when it is not or no longer kept. */
  async find(id: string): Promise<KeptMail | null> {
    if (!/^mail_[0-9A-Z]{26}$/.test(id)) return null;
    const text = await readFile(join(this.#folder, `${id}.json`), 'utf8').catch(() => null);
    return text === null ? null : (JSON.parse(text) as KeptMail);
  }

  async #ids(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort()
      .reverse();
  }
}
