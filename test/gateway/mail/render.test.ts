// Every mail in every language: words, lay-out, and what people called themselves.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MailContent } from '../../../gateway/src/platform/mail.js';
import { render } from '../../../gateway/src/mail/render.js';

const ORIGIN = 'https://console.example';
const at = '2026-11-20T09:41:07.214Z';
const place = {
  ip: '203.0.113.14',
  userAgent:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
};
const url = `${ORIGIN}/page#token=abc`;
/** One of each kind. */
const CONTENTS: { readonly [K in MailContent['kind']]: Extract<MailContent, { kind: K }> } = {
  verify_email: { kind: 'verify_email', code: '012345', minutes: 10 },
  reset_password: { kind: 'reset_password', code: '012345', url, minutes: 10 },
  password_changed: { kind: 'password_changed', at, place, url },
  account_locked: { kind: 'account_locked', at, place, minutes: 15, url },
  two_factor_locked: { kind: 'two_factor_locked', at, place, url },
  new_sign_in: { kind: 'new_sign_in', at, place, url },
  change_email: { kind: 'change_email', code: '012345', minutes: 10 },
  email_change_asked: { kind: 'email_change_asked', email: 'new@example.com', url, days: 7 },
  email_changed: { kind: 'email_changed', email: 'new@example.com', url, days: 7 },
  email_restored: { kind: 'email_restored', email: 'old@example.com', url },
  two_factor_changed: { kind: 'two_factor_changed', change: 'passkey_added', name: 'MacBook', at, place, url },
  sign_in_linked: { kind: 'sign_in_linked', provider: 'google', at, place, url },
  sign_in_unlinked: { kind: 'sign_in_unlinked', provider: 'github', at, place, url },
  invitation: { kind: 'invitation', company: 'Meridian', inviter: 'Tomás Rey', role: 'developer', url, days: 7 },
};
const ada = { name: 'Ada', locale: 'en', timezone: 'UTC' };

for (const locale of ['en', 'de'])
  describe(`mails in ${locale}`, () => {
    for (const content of Object.values(CONTENTS))
      it(`${content.kind} says the same as text and as HTML`, () => {
        const { subject, text, html } = render(content, { ...ada, locale }, ORIGIN);
        assert.match(subject, /^[^\r\n]{10,78}$/);
        assert.ok(html.includes(`<html lang="${locale}">`));
        const lines = text.split('\n').filter((line) => line.trim() && line !== '--');
        const shown = html
          .replace(/<style>[^]*?<\/style>/, '')
          .replace(/href="([^"]*)"/g, '>$1<')
          .replace(/<[^>]+>/g, ' ')
          .replace(/&#(\d+);/g, (_all, number: string) => String.fromCharCode(Number(number)))
          .replace(/\s+/g, ' ')
          .toLowerCase();
        for (const line of lines)
          for (const part of line.split(/: |:$/))
            assert.ok(shown.includes(part.trim().toLowerCase()), `"${part}" is not in the HTML`);
        assert.doesNotMatch(`${subject}${text}${html}`, /undefined|null|NaN|\[object/);
        assert.doesNotMatch(html, /<script|<img|<link|src=|@import|url\(/);
        if ('url' in content) assert.ok(text.includes(content.url));
      });
  });

describe('a mail', () => {
  it('is English where the language has no words, with the clock of its reader', () => {
    const { text } = render(CONTENTS.new_sign_in, { name: null, locale: 'ja', timezone: 'America/New_York' }, ORIGIN);
    assert.match(text, /^Hello,$/m);
    assert.match(text, /^When: November 20, 2026 at 4:41\sAM EST$/m);
    assert.match(text, /^Browser: Safari on macOS$/m);
    assert.match(
      render(CONTENTS.new_sign_in, { ...ada, locale: 'de-AT' }, ORIGIN).text,
      /^Browser: Safari unter macOS$/m,
    );
  });

  it('leaves the code out where too many were mailed', () => {
    const { text } = render({ ...CONTENTS.reset_password, code: null }, ada, ORIGIN);
    assert.ok(text.includes(url));
    assert.doesNotMatch(text, /Your code/);
  });

  it('leaves out what the browser did not say', () => {
    const quiet = { ...CONTENTS.new_sign_in, place: { ip: '203.0.113.14', userAgent: null } };
    assert.doesNotMatch(render(quiet, ada, ORIGIN).text, /Browser/);
  });

  it('shows names as text that leads nowhere', () => {
    const evil = 'Win at https://evil.example/x?a=1 now\r\nBcc: x@example.com <b>\u202egpj\u2066';
    const { subject, text, html } = render(
      { ...CONTENTS.invitation, company: evil, inviter: evil },
      { ...ada, name: evil },
      ORIGIN,
    );
    for (const part of [subject, text, html]) {
      assert.doesNotMatch(part, /https:\/\/evil|evil\.example|[\u202e\u2066]/);
    }
    assert.doesNotMatch(html, /<b>/);
    assert.doesNotMatch(subject, /[\r\n]/);
    const long = render(CONTENTS.verify_email, { ...ada, name: '👩🏽‍🚀'.repeat(500) }, ORIGIN);
    assert.ok(long.text.length < 1500);
    assert.match(render(CONTENTS.verify_email, { ...ada, name: ' \u200b\n ' }, ORIGIN).text, /^Hello,$/m);
  });
});
