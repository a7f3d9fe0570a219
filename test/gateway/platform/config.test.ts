import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError, readConfig } from '../../../gateway/src/platform/config.js';

describe('settings', () => {
  it('have the documented defaults', () => {
    const { dataDir, ...config } = readConfig({});
    assert.ok(dataDir.endsWith('/data'));
    assert.deepEqual(config, {
      port: 3100,
      host: '127.0.0.1',
      publicUrl: null,
      databaseUrl: null,
      redisUrl: null,
      smtp: null,
      mailFrom: null,
      mailbox: true,
      termsUrl: null,
      dpaUrl: null,
      salesEmail: null,
      registration: 'open',
      accessTokenTtl: 900,
      refreshIdleTtl: 604_800,
      refreshMaxTtl: 2_592_000,
      internalSecret: null,
      rateLimitScale: 1,
      masterKey: null,
      trustProxy: [],
      geoipDatabase: null,
      oauth: {},
      logLevel: 'info',
      checkAnswers: true,
    });
  });

  it('take what is given', () => {
    const config = readConfig({
      PORT: '8080',
      PUBLIC_URL: 'https://c.example/',
      TRUST_PROXY: '10.0.0.0/8, fd00::/8,192.0.2.1',
      MASTER_KEY: 'ab'.repeat(32),
      REGISTRATION: 'invite',
      NODE_ENV: 'production',
    });
    assert.equal(config.port, 8080);
    assert.equal(config.publicUrl, 'https://c.example');
    assert.deepEqual(config.trustProxy, ['10.0.0.0/8', 'fd00::/8', '192.0.2.1']);
    assert.equal(config.masterKey?.length, 32);
    assert.equal(config.checkAnswers, false);
  });

  it("take libpq's form of a database behind a socket, which has no host", () => {
    for (const url of [
      'postgres://owner:p%40ss@/console?host=/run/postgresql',
      'postgres:///console?host=/tmp&user=me',
    ])
      assert.equal(readConfig({ DATABASE_URL: url }).databaseUrl, url);
  });

  const wrong: Record<string, string>[] = [
    { PORT: '70000' },
    { PORT: 'http' },
    { PORT: '-1' },
    { PUBLIC_URL: 'console.example.com' },
    { PUBLIC_URL: 'https://c.example/path' },
    { PUBLIC_URL: 'ftp://c.example' },
    { DATABASE_URL: 'mysql://x' },
    { REDIS_URL: 'x' },
    { REGISTRATION: 'closed' },
    { TERMS_URL: 'javascript:alert(1)' },
    { DPA_URL: 'caas.example/dpa' },
    { SALES_EMAIL: 'mailto:sales@caas.example' },
    { MAILBOX: 'yes' },
    { SMTP_URL: 'mail.example.com' },
    { SMTP_URL: 'https://mail.example.com' },
    { SMTP_URL: 'smtp://' },
    { SMTP_URL: 'smtp://mail.example.com/inbox' },
    { SMTP_URL: 'smtp://mail.example.com:0' },
    { SMTP_URL: 'smtp://mail.example.com?tls.rejectUnauthorized=false' },
    { SMTP_URL: 'smtps://mail.example.com?tls=off' },
    { SMTP_URL: 'smtp://%zz@mail.example.com' },
    { SMTP_URL: 'smtp://mail.example.com?from=nobody' },
    { MAIL_FROM: 'nobody' },
    { MAIL_FROM: 'CAAS <no-reply@example.com>\r\nBcc: all@example.com' },
    { ACCESS_TOKEN_TTL: '0' },
    { ACCESS_TOKEN_TTL: '1.5' },
    { REFRESH_IDLE_TTL: '99999999' },
    { REFRESH_IDLE_TTL: '86400', REFRESH_MAX_TTL: '3600' },
    { INTERNAL_SECRET: 'short' },
    { RATE_LIMIT_SCALE: '0' },
    { RATE_LIMIT_SCALE: '-1' },
    { RATE_LIMIT_SCALE: 'fast' },
    { MASTER_KEY: 'abcd' },
    { TRUST_PROXY: 'loopback' },
    { TRUST_PROXY: '10.0.0.0/33' },
    { TRUST_PROXY: '10.0.0.0/8/8' },
    { OAUTH_GOOGLE_CLIENT_ID: 'console' },
    { OAUTH_GITHUB_CLIENT_SECRET: 'secret' },
    { OAUTH_GITHUB_CLIENT_ID: 'c', OAUTH_GITHUB_CLIENT_SECRET: 's', OAUTH_GITHUB_BASE_URL: 'http://github.example' },
    { OAUTH_GOOGLE_CLIENT_ID: 'c', OAUTH_GOOGLE_CLIENT_SECRET: 's', OAUTH_GOOGLE_ISSUER: 'accounts.google.com' },
    { LOG_LEVEL: 'loud' },
  ];
  for (const env of wrong) {
    it(`refuse ${JSON.stringify(env)} with one line that names them`, () => {
      assert.throws(
        () => readConfig(env),
        (error: unknown) => {
          assert.ok(error instanceof ConfigError);
          assert.ok(Object.keys(env).some((name) => error.message.includes(name)));
          assert.doesNotMatch(error.message, /\n/);
          return true;
        },
      );
    });
  }

  it('never repeat a password or a key', () => {
    for (const env of [
      { DATABASE_URL: 'mysql://u:hunter2@x' },
      { DATABASE_URL: 'mysql://u:hunter2@/console' },
      { PUBLIC_URL: 'https://u:hunter2@console.example.com' },
      { MASTER_KEY: 'hunter2' },
      { INTERNAL_SECRET: 'hunter2' },
    ]) {
      assert.throws(
        () => readConfig(env),
        (error: Error) => !error.message.includes('hunter2'),
      );
    }
  });
});
