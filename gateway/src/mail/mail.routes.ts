import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { registerMailbox } from './mailbox.js';
import { Mailer } from './mailer.js';
import { Outbox, smtpTransport } from './transport.js';

/** Sends the mail of this installation: to its mail server, else into a folder with a page that shows it. */
export async function mailRoutes(app: FastifyInstance): Promise<void> {
  const { platform } = app;
  const { smtp, dataDir, mailbox } = platform.config;
  const outbox = new Outbox(join(dataDir, 'mail'));
  const mailer = new Mailer(platform, smtp ? smtpTransport(smtp) : outbox);
  if (!smtp && !mailbox) platform.log.warn('SMTP_URL is not set: mail is kept in DATA_DIR and reaches nobody');
  registerMailbox(app, mailbox ? outbox : null);
  app.addHook('onListen', () => mailer.start());
  app.addHook('onClose', () => mailer.stop());
}
