// A mail server of a test: a real one, on loopback, that keeps what it is given.
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it came over the wire. */
export interface ReceivedMail {
  /** Of the envelope. */
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly raw: string;
  /** Unfolded, names in lower case, values as they stand. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Decoded. */
  readonly text: string;
  readonly html: string;
}

/** A running mail server. */
export interface MailServer {
  readonly port: number;
  readonly mails: ReceivedMail[];
  /** Waits until so many mails came to an address whose subject fits. */
  received(to: string, subject: RegExp, count?: number): Promise<ReceivedMail[]>;
  close(): Promise<void>;
}

/** A header as people read it: encoded words decoded. */
export function headerOf(mail: ReceivedMail, name: string): string {
  const value = mail.headers.find(([found]) => found === name)?.[1] ?? '';
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : fromQuotedPrintable(text.replaceAll('_', ' ')),
    );
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function decoded(part: string): string {
  const [head = '', ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return (/transfer-encoding: quoted-printable/i.test(head) ? fromQuotedPrintable(body) : body).replaceAll(
    '\r\n',
    '\n',
  );
}

function parse(raw: string): Pick<ReceivedMail, 'headers' | 'text' | 'html'> {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? assert.fail('the mail has one part only');
  const parts = raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => part.replace(/^\r\n/, ''));
  const of = (type: string): string =>
    decoded(parts.find((part) => part.toLowerCase().includes(`content-type: ${type}`)) ?? '');
  return { headers, text: of('text/plain'), html: of('text/html') };
}

/** Starts a server; `port` 0 takes a free one. Without further options it takes any mail without a login, unencrypted. */
export async function startMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          raw,
          ...parse(raw),
        });
        done();
      });
    },
    ...options,
  });
  // A client that goes away in the middle is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    received: async (to, subject, count = 1) => {
      for (let tries = 0; tries < 200; tries += 1) {
        const found = mails.filter((mail) => mail.to.includes(to) && subject.test(headerOf(mail, 'subject')));
        if (found.length >= count) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return assert.fail(`${count} mails to ${to} like ${subject} did not come`);
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
