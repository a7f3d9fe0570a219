import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseUnknown } from '../platform/errors.js';
import { isLocal } from '../platform/local-request.js';
import { listPage, mailPage } from './mailbox.pages.js';
import type { KeptMail, Outbox } from './transport.js';

const STYLES = readFileSync(new URL('./mailbox.css', import.meta.url), 'utf8');
const PATH = '/dev/mailbox';
/** Text, one stylesheet and the frame of a mail; no script. */
const POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** A mail's HTML: styles as mails have them, links that open beside, nothing fetched, nothing run, an origin of its own. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

function page(reply: FastifyReply, html: string): FastifyReply {
  return reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(html);
}

/** Shows kept mail, to this machine alone. Without an outbox the paths do not exist. */
export function registerMailbox(app: FastifyInstance, outbox: Outbox | null): void {
  /** Serves `answer` where the mailbox is on and the caller local; else there is no such path. */
  const serve = (
    path: string,
    answer: (box: Outbox, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
  ) =>
    app.get(`${PATH}${path}`, async (request, reply) => {
      if (!outbox || !isLocal(request)) return refuseUnknown(request, reply);
      return answer(outbox, request, reply);
    });
  const serveMail = (path: string, answer: (mail: KeptMail, reply: FastifyReply) => unknown) =>
    serve(`/:id${path}`, async (box, request, reply) => {
      const mail = await box.find((request.params as { id: string }).id);
      return mail ? answer(mail, reply) : refuseUnknown(request, reply);
    });

  serve('', async (box, _request, reply) => page(reply, listPage(await box.list())));
  serve('.json', async (box, _request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify({ items: await box.list() })),
  );
  serve('.css', async (_box, _request, reply) => reply.type('text/css; charset=utf-8').send(STYLES));
  serveMail('', (mail, reply) => page(reply, mailPage(mail)));
  serveMail('/html', (mail, reply) =>
    reply
      .headers({ 'content-security-policy': MAIL_POLICY, 'x-frame-options': 'SAMEORIGIN' })
      .type('text/html; charset=utf-8')
      .send(mail.html),
  );
}
