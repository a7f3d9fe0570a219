// Kept mail: a page for this machine alone, that runs nothing a mail brings.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { testGateway } from '../../support/gateway.js';
import { keptMail, mailTo } from '../../support/mailbox.js';

const dataDir = mkdtempSync(join(tmpdir(), 'caas-mailbox-'));
const gateway = await testGateway({ DATA_DIR: dataDir });
after(async () => {
  await gateway.close();
  rmSync(dataDir, { recursive: true, force: true });
});
const { url } = gateway;
const PAGE = '/dev/mailbox';

/** `fetch` sends no `Host` of its choice. */
function statusOf(path: string, headers: Record<string, string>, base = url): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${base}${path}`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the mailbox', () => {
  it('lists mail and shows each as text and in a frame that can do nothing', async () => {
    const tenant = await gateway.registerTenant();
    const mail = await mailTo(url, tenant.email, /Confirm/);
    const list = await fetch(`${url}${PAGE}`);
    const html = await list.text();
    assert.ok(html.includes(`href="${PAGE}/${mail.id}"`) && html.includes(tenant.email));
    assert.equal(list.headers.get('cache-control'), 'no-store');
    const page = await fetch(`${url}${PAGE}/${mail.id}`);
    for (const answer of [list, page]) {
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.doesNotMatch(policy, /script-src|unsafe/);
    }
    assert.match(await page.text(), /<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    const frame = await fetch(`${url}${PAGE}/${mail.id}/html`);
    const policy = frame.headers.get('content-security-policy') ?? '';
    assert.match(
      policy,
      /default-src 'none'.*frame-ancestors 'self'.*sandbox(?!.*allow-(scripts|same-origin|forms|top))/,
    );
    assert.equal(await frame.text(), mail.html);
    assert.equal((await fetch(`${url}${PAGE}.css`)).headers.get('content-type'), 'text/css; charset=utf-8');
  });

  it('keeps files for its own user, and the newest two hundred', async () => {
    const folder = join(dataDir, 'mail');
    mkdirSync(folder, { recursive: true });
    for (let n = 0; n < 205; n += 1)
      writeFileSync(
        join(folder, `mail_00000000000000000000000${String(n).padStart(3, '0')}.json`),
        '{"id":"old","to":"","from":{},"subject":"","date":"","text":"","html":""}',
      );
    const tenant = await gateway.registerTenant();
    const { id } = await mailTo(url, tenant.email, /Confirm/);
    assert.equal((await keptMail(url)).length, 200);
    assert.equal(statSync(join(folder, `${id}.json`)).mode & 0o777, 0o600);
  });

  it('has no other paths', async () => {
    for (const path of [
      `${PAGE}/mail_0`,
      `${PAGE}/..%2f..%2fmaster.key`,
      `${PAGE}/mail_00000000000000000000000999`,
      `${PAGE}/x/html`,
    ])
      assert.equal((await fetch(`${url}${path}`, { headers: { accept: 'text/html' } })).status, 404, path);
  });

  it('is for this machine alone: not through a proxy, not by a name that leads here', async () => {
    const { port } = new URL(url);
    assert.equal(await statusOf(PAGE, { host: `localhost:${port}` }), 200);
    for (const headers of [
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { 'x-real-ip': '127.0.0.1' },
      { via: '1.1 proxy' },
      { host: `evil.example:${port}` },
      { host: 'localhost.evil.example' },
    ] as Record<string, string>[])
      for (const path of [PAGE, `${PAGE}.json`])
        assert.equal(await statusOf(path, headers), 404, JSON.stringify(headers));
  });

  it('is off with a mail server, under a public name, and in production unless asked for', async () => {
    const settings: [number, Record<string, string>][] = [
      [404, { SMTP_URL: 'smtp://127.0.0.1:1' }],
      [404, { PUBLIC_URL: 'https://console.example.com', MAILBOX: 'on' }],
      [404, { MAILBOX: 'off' }],
      [404, { NODE_ENV: 'production' }],
      [200, { NODE_ENV: 'production', MAILBOX: 'on' }],
    ];
    for (const [status, env] of settings) {
      const other = await gateway.sibling(env);
      assert.equal(await statusOf(`${PAGE}.json`, {}, other.url), status, JSON.stringify(env));
      await other.close();
    }
  });
});
