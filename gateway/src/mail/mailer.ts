import { Counter } from 'prom-client';
import { recordEvent, systemContext } from '../platform/audit.js';
import type { Sender } from '../platform/config.js';
import { MAIL_TOPIC, type Mail } from '../platform/mail.js';
import type { Platform } from '../platform/platform.js';
import { enterTenant } from '../platform/tenant.js';
import { deleteJob, putOff, selectAddressee, takeDue, type MailJob } from './mail.repository.js';
import { render } from './render.js';
import type { MailTransport } from './transport.js';

/** Behind the bus, which tells of new mail at once: finds what was put off, and what it missed. */
const LOOK_EVERY_MS = 2000;
const AT_ONCE = 5;
/** Longer than any try takes, so that no second process sends what the first still sends. */
const LEASE_SECONDS = 60;
const TRY_WITHIN_MS = 45_000;
const STOP_WITHIN_MS = 4000;
/** Seconds after each failed try. After the last the mail is given up. */
const PAUSES = [2, 10, 60, 300, 900, 3600, 10_800] as const;

/** What the server said, as far as it may stand in a log: never an address, never a text. */
function reasonOf(error: unknown): { reason: string; permanent: boolean } {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  // The server knows the recipient or the message, and does not want it. Other refusals are about us and may pass.
  const permanent =
    responseCode !== undefined && responseCode >= 550 && responseCode < 560 && /^(RCPT TO|DATA)/.test(command ?? '');
  return { reason: [code ?? 'EUNKNOWN', responseCode].filter((part) => part !== undefined).join(' '), permanent };
}

/** Between a half and the whole of the pause, so that many mails do not come back in one moment. */
const jittered = (seconds: number): number => seconds * (0.5 + Math.random() / 2);

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('The mail server is too slow'), { code: 'ETIME' })), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Sends what is queued, in as many processes as there are: each mail is sent by one of them. */
export class Mailer {
  readonly #platform: Platform;
  readonly #transport: MailTransport;
  readonly #counter: Counter<'result'>;
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(platform: Platform, transport: MailTransport) {
    this.#platform = platform;
    this.#transport = transport;
    this.#counter = new Counter({
      name: 'caas_mails_total',
      help: 'Tries to send a mail, by what became of them',
      labelNames: ['result'],
      registers: [platform.metrics],
    });
    this.#unsubscribe = platform.bus.subscribe(MAIL_TOPIC, () => this.#wake());
  }

  /** Begins to look for mail. */
  start(): void {
    this.#timer = setInterval(() => this.#wake(), LOOK_EVERY_MS);
    this.#timer.unref();
    this.#wake();
  }

  /** Sends no more; what is on its way has a few seconds, and is sent again later where it needs more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    if (this.#timer) clearInterval(this.#timer);
    await within(this.#running ?? Promise.resolve(), STOP_WITHIN_MS).catch(() => undefined);
    this.#transport.close();
  }

  #wake(): void {
    this.#again = true;
    if (this.#stopped || this.#running) return;
    this.#running = this.#work()
      .catch((error: unknown) => this.#platform.log.warn({ err: error }, 'the queue of mails can not be read'))
      .finally(() => (this.#running = null));
  }

  async #work(): Promise<void> {
    const { db } = this.#platform;
    while (this.#again && !this.#stopped) {
      this.#again = false;
      for (;;) {
        const jobs = await db.platformTx((tx) => takeDue(tx, { count: AT_ONCE, lease: LEASE_SECONDS }));
        if (jobs.length === 0) break;
        await Promise.all(jobs.map((job) => this.#attempt(job)));
        if (this.#stopped) return;
      }
    }
  }

  async #attempt(job: MailJob): Promise<void> {
    const { db, crypto } = this.#platform;
    const done = (result: string): Promise<void> => {
      this.#counter.inc({ result });
      return db.platformTx((tx) => deleteJob(tx, job.id));
    };
    try {
      const mail = JSON.parse(crypto.open('mail', job.sealed)) as Mail;
      if (mail.to === null) return await db.platformTx((tx) => deleteJob(tx, job.id));
      if (job.stale) return await this.#giveUp(job, 'too late');
      const addressee = await db.platformTx((tx) => selectAddressee(tx, mail));
      const message = {
        ...render(mail.content, addressee, this.#platform.publicOrigin()),
        id: job.id,
        from: this.#sender(),
        to: mail.to,
        date: job.created_at.toISOString(),
      };
      await within(this.#transport.send(message), TRY_WITHIN_MS);
      await done('sent');
    } catch (error) {
      await this.#failed(job, error).catch((fault: unknown) =>
        // The lease runs out, and somebody tries again.
        this.#platform.log.warn({ err: fault, mail: job.id }, 'what became of a mail could not be kept'),
      );
    }
  }

  async #failed(job: MailJob, error: unknown): Promise<void> {
    const { reason, permanent } = reasonOf(error);
    const pause = PAUSES[job.attempts - 1];
    if (permanent || pause === undefined) return this.#giveUp(job, reason);
    this.#counter.inc({ result: 'put_off' });
    this.#platform.log.warn({ mail: job.id, kind: job.kind, attempt: job.attempts, reason }, 'a mail was put off');
    await this.#platform.db.platformTx((tx) => putOff(tx, job.id, jittered(pause)));
  }

  async #giveUp(job: MailJob, reason: string): Promise<void> {
    this.#counter.inc({ result: 'given_up' });
    this.#platform.log.error({ mail: job.id, kind: job.kind, attempts: job.attempts, reason }, 'a mail was given up');
    await this.#platform.db.platformTx(async (tx) => {
      await deleteJob(tx, job.id);
      if (job.tenant_id === null) return;
      await enterTenant(tx, job.tenant_id);
      await recordEvent(tx, systemContext(job.tenant_id), {
        action: 'mail.given-up',
        resource: { type: 'mail', id: job.id, name: job.kind },
        result: 'failure',
        details: { attempts: job.attempts, reason },
      });
    });
  }

  #sender(): Sender {
    const { config } = this.#platform;
    if (config.mailFrom) return config.mailFrom;
    const { hostname } = new URL(this.#platform.publicOrigin());
    const host = /^[\d.]+$|^\[/.test(hostname) ? 'localhost' : hostname;
    return { name: 'CAAS Console', address: `no-reply@${host}` };
  }
}
