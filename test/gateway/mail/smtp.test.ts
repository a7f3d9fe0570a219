// Mail over a real mail server: what arrives, what happens while the server is away, slow, picky or not to be trusted, and that
// several processes, or one that is killed, send each mail once.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { startGatewayProcess } from '../../support/gateway-open.js';
import { newCompany, until } from '../../support/gateway-client.js';
import { testGateway } from '../../support/gateway.js';
import { headerOf, startMailServer } from '../../support/smtp.js';

const AUTH = '/api/v1/auth/client';
const VERIFY = /Confirm your e-mail/;
const server = await startMailServer();
const gateway = await testGateway({
  SMTP_URL: `smtp://127.0.0.1:${server.port}`,
  MAIL_FROM: 'CAAS Prüfung <no-reply@caas.example>',
  PUBLIC_URL: 'https://console.example',
});
after(async () => {
  await gateway.close();
  await server.close();
});
const waiting = async (): Promise<number> => (await gateway.sql('select 1 from mail_jobs')).length;

describe('a mail', () => {
  it('arrives with text and HTML, in both the same, from the sender that was set', async () => {
    const tenant = await gateway.registerTenant({ name: 'Ada' });
    const [mail] = await server.received(tenant.email, VERIFY);
    assert.ok(mail);
    assert.equal(mail.from, 'no-reply@caas.example');
    assert.equal(headerOf(mail, 'from'), 'CAAS Prüfung <no-reply@caas.example>');
    assert.equal(headerOf(mail, 'auto-submitted'), 'auto-generated');
    assert.match(headerOf(mail, 'message-id'), /^<mail_[0-9A-Z]{26}@caas\.example>$/);
    const code = /^ {4}(\d{6})$/m.exec(mail.text)?.[1] ?? '';
    assert.ok(mail.html.includes(`>${code}<`));
    assert.ok(!headerOf(mail, 'subject').includes(code), 'no code where a locked screen shows it');
    assert.match(mail.text, /Hello Ada,/);
    assert.doesNotMatch(mail.html, /<script|src=|url\(/);
  });

  it('leads to the public address, with its secret behind the #', async () => {
    const tenant = await gateway.registerTenant();
    await gateway
      .client()
      .post(`${AUTH}/forgot-password`, { email: tenant.email }, { origin: 'https://console.example' });
    const [mail] = await server.received(tenant.email, /Reset your password/);
    const link = /https:\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    assert.match(link, /^https:\/\/console\.example\/reset-password#token=[\w-]{43}$/);
    assert.ok(mail?.html.includes(`href="${link.replace('#', '&#35;')}"`) || mail?.html.includes(`href="${link}"`));
  });

  it('takes names for text: they forge no header, no mark-up and no link', async () => {
    const name =
      'Eve\r\nBcc: all@example.com\r\n\r\n<img src=x onerror=alert(1)> "https://evil.example/login" \u202egpj.exe';
    const tenant = await gateway.registerTenant({ name, company_name: 'A & B <b>bold</b>' });
    const [mail] = await server.received(tenant.email, VERIFY);
    assert.ok(mail);
    assert.deepEqual(mail.to, [tenant.email]);
    assert.ok(mail.headers.every(([header]) => header !== 'bcc'));
    assert.equal(mail.headers.filter(([header]) => header === 'to').length, 1);
    assert.doesNotMatch(mail.html, /<img|<b>/);
    assert.doesNotMatch(mail.text, /https?:\/\/evil|evil\.example|\u202e/);
    assert.match(mail.text, /Hello Eve Bcc:/);
  });

  it('leaves nothing of itself in the queue', async () => {
    const tenant = await gateway.registerTenant();
    await server.received(tenant.email, VERIFY);
    await until(async () => (await waiting()) === 0, 2000);
  });

  it('is sealed while it waits: the queue names neither address nor code', async () => {
    const own = await testGateway({ SMTP_URL: 'smtp://127.0.0.1:1' });
    const tenant = await own.registerTenant();
    const rows = await own.sql<{ line: string }>(
      "select row_to_json(j)::text || encode(sealed, 'escape') as line from mail_jobs j",
    );
    await own.close();
    assert.equal(rows.length, 1);
    assert.ok(rows.every(({ line }) => !line.includes(tenant.email) && !/\D\d{6}\D.*minutes/.test(line)));
  });
});

describe('a mail server', () => {
  it('that is away gets the mail when it is back', async () => {
    const away = await startMailServer();
    const { port } = away;
    await away.close();
    const own = await testGateway({ SMTP_URL: `smtp://127.0.0.1:${port}` });
    const tenant = await own.registerTenant();
    const put = () => own.sql<{ attempts: number }>('select attempts from mail_jobs');
    await until(async () => (await put())[0]?.attempts === 1, 5000);
    const back = await startMailServer({}, port);
    const [mail] = await back.received(tenant.email, VERIFY);
    assert.ok(mail);
    await own.close();
    await back.close();
  });

  it('that knows no such recipient is not asked again, and the tenant can read it in the log', async () => {
    const picky = await startMailServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('No such user'), { responseCode: 550 })),
    });
    const own = await testGateway({ SMTP_URL: `smtp://127.0.0.1:${picky.port}` });
    const tenant = await own.registerTenant();
    const found = async () =>
      (
        await tenant.api.get<{ items: { resource: unknown; details: unknown }[] }>(
          '/api/v1/audit/query?action=mail.given-up',
        )
      ).body.items[0];
    await until(async () => (await found()) !== undefined, 5000);
    const entry = JSON.stringify(await found());
    assert.match(entry, /"name":"verify_email".*"reason":"EENVELOPE 550","attempts":1/);
    assert.ok(!entry.includes(tenant.email));
    assert.deepEqual(await own.sql('select 1 from mail_jobs'), []);
    await own.close();
    await picky.close();
  });

  it('whose certificate nobody vouches for gets no mail', async () => {
    const forged = await startMailServer({ secure: true, disabledCommands: [] });
    const own = await testGateway({ SMTP_URL: `smtps://127.0.0.1:${forged.port}` });
    await own.registerTenant();
    await until(
      async () => (await own.sql<{ attempts: number }>('select attempts from mail_jobs'))[0]?.attempts === 1,
      5000,
    );
    assert.equal(forged.mails.length, 0);
    await own.close();
    await forged.close();
  });

  it('asks for a login and gets the one of the URL', async () => {
    const logins: string[] = [];
    const closed = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        logins.push(`${username}:${password}`);
        done(null, { user: username });
      },
    });
    const own = await testGateway({ SMTP_URL: `smtp://ada:p%40ss@127.0.0.1:${closed.port}?from=hello@caas.example` });
    const tenant = await own.registerTenant();
    const [mail] = await closed.received(tenant.email, VERIFY);
    assert.equal(mail?.from, 'hello@caas.example');
    assert.deepEqual([...new Set(logins)], ['ada:p@ss']);
    await own.close();
    await closed.close();
  });

  it('that is slow keeps no request waiting, and the gateway stops all the same', async () => {
    const slow = await startMailServer({ onConnect: () => undefined });
    const own = await testGateway({ SMTP_URL: `smtp://127.0.0.1:${slow.port}` });
    const begin = performance.now();
    await own.registerTenant();
    assert.ok(performance.now() - begin < 2000);
    const stop = performance.now();
    await own.close();
    assert.ok(performance.now() - stop < 8000);
    await slow.close();
  });
});

describe('several processes', () => {
  it('send each mail once', async () => {
    const others = [await gateway.sibling(), await gateway.sibling()];
    const tenants = await Promise.all(
      Array.from({ length: 30 }, (_, n) => ([gateway, ...others][n % 3] ?? gateway).registerTenant()),
    );
    for (const { email } of tenants) await server.received(email, VERIFY);
    await until(async () => (await waiting()) === 0, 5000);
    for (const { email } of tenants) assert.equal(server.mails.filter(({ to }) => to.includes(email)).length, 1, email);
    await Promise.all(others.map((other) => other.close()));
  });

  it('take over what a killed one had in hand; a mail that came twice has one id', async (t) => {
    const end: (() => Promise<void>)[] = [];
    t.after(async () => {
      for (const one of end) await one();
    });
    // Takes the mail and never says so.
    const unheard: string[] = [];
    const mute = await startMailServer({
      onData: (stream) => void stream.on('data', (chunk: Buffer) => unheard.push(chunk.toString('utf8'))),
    });
    end.unshift(() => mute.close());
    const own = await testGateway();
    end.unshift(() => own.close());
    await own.gateway.close();
    const doomed = await startGatewayProcess(own, {
      SMTP_URL: `smtp://127.0.0.1:${mute.port}`,
      MAIL_FROM: 'a@caas.example',
    });
    end.unshift(() => doomed.kill());
    await newCompany(doomed.url);
    await until(
      () => Promise.resolve(unheard.join('').includes('\r\n.\r\n') || unheard.join('').includes('</html>')),
      8000,
    );
    await doomed.kill();
    const [job] = await own.sql<{ attempts: number; left: number }>(
      'select attempts, extract(epoch from next_at - now())::float8 as left from mail_jobs',
    );
    assert.equal(job?.attempts, 1);
    assert.ok((job?.left ?? 0) > 30, 'nobody else takes it while the first may still send it');
    await own.sql('update mail_jobs set next_at = now()');
    const good = await startMailServer();
    end.unshift(() => good.close());
    const next = await own.sibling({ SMTP_URL: `smtp://127.0.0.1:${good.port}`, MAIL_FROM: 'a@caas.example' });
    end.unshift(() => next.close());
    await until(() => Promise.resolve(good.mails.length === 1), 8000);
    const id = headerOf(good.mails[0] ?? assert.fail('no mail'), 'message-id');
    assert.ok(unheard.join('').includes(id));
  });
});
