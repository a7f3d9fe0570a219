import { resolve } from 'node:path';
import { isEmail } from '@caas/contract/text.js';
import { parseIpRange } from '@caas/contract/whitelist/ip.js';
import type { OAuthProvider } from '@caas/contract/oauth.js';
import type { LevelWithSilent } from 'pino';
import { readOAuth, type OAuthConfig } from './oauth-config.js';

/** The mail server. */
export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps:`). */
  readonly secure: boolean;
  /** Whether a connection that can't be encrypted is refused. */
  readonly requireTls: boolean;
  /** Null: the server asks for none. */
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** A sender as mails name it. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** The gateway's settings, from the environment. Times in seconds. */
export interface Config {
  /** 0 takes a free port. */
  port: number;
  host: string;
  /** Scheme, host and port under which browsers reach the gateway; no path. Null: the address it listens on. */
  publicUrl: string | null;
  /** Absolute. */
  dataDir: string;
  /** Null: embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  redisUrl: string | null;
  /** Null: mail is kept in `dataDir`. */
  smtp: SmtpConfig | null;
  /** Null: `no-reply` at the host of the public address. */
  mailFrom: Sender | null;
  /** Whether kept mail is shown at `/dev/mailbox`, to this machine alone. */
  mailbox: boolean;
  /** Where people who register can read the terms and the data processing agreement; null: nowhere. */
  termsUrl: string | null;
  dpaUrl: string | null;
  /** Address of the people who sell the Enterprise plan. Null: nobody is named. */
  salesEmail: string | null;
  registration: 'open' | 'invite';
  accessTokenTtl: number;
  refreshIdleTtl: number;
  refreshMaxTtl: number;
  /** Null: internal routes answer 404. */
  internalSecret: string | null;
  rateLimitScale: number;
  /** Null: made once and kept in `dataDir`. */
  masterKey: Buffer | null;
  /** Proxies whose `X-Forwarded-For` is believed: addresses and CIDR ranges. */
  trustProxy: string[];
  /** A local database of places in MaxMind's format. Null: places are not known. */
  geoipDatabase: string | null;
  /** Providers members may sign in with. */
  oauth: Readonly<Partial<Record<OAuthProvider, OAuthConfig>>>;
  logLevel: LevelWithSilent;
  /** Whether answers are checked against the contract before they leave. On unless `NODE_ENV=production`. */
  checkAnswers: boolean;
}

/** A setting that can't be used. The message is one line for the person who starts the gateway. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Env = Readonly<Record<string, string | undefined>>;
const LOG_LEVELS: readonly LevelWithSilent[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const DAY = 86_400;
/** Where data lie unless `DATA_DIR` says otherwise. */
export const DEFAULT_DATA_DIR = './data';

function refuse(name: string, value: string, wanted: string): never {
  throw new ConfigError(`${name}="${value}" can't be used: ${wanted}.`);
}

function whole(env: Env, name: string, fallback: number, min: number, max: number): number {
  const value = env[name];
  if (!value) return fallback;
  const number = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN;
  return number >= min && number <= max
    ? number
    : refuse(name, value, `it must be a whole number from ${min} to ${max}`);
}

function oneOf<T extends string>(env: Env, name: string, fallback: T, allowed: readonly T[]): T {
  const value = env[name];
  if (!value) return fallback;
  return allowed.find((item) => item === value) ?? refuse(name, value, `it must be one of ${allowed.join(', ')}`);
}

function url(env: Env, name: string, protocols: readonly string[]): URL | null {
  const value = env[name];
  if (!value) return null;
  const parsed = URL.canParse(value) ? new URL(value) : null;
  // The value may hold a password, so it is not repeated.
  if (!parsed || !protocols.includes(parsed.protocol))
    throw new ConfigError(`${name} can't be used: it must start with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
  return parsed;
}

/** Of a socket libpq's form has a user and no host, `postgres://user@/database?host=/run/postgresql`: the driver reads it, `URL` does not. */
function databaseUrl(env: Env): string | null {
  const given = env.DATABASE_URL;
  const hostless = given !== undefined && !URL.canParse(given) && given.includes('@/');
  const parsed = url(hostless ? { DATABASE_URL: given.replace('@/', '@localhost/') } : env, 'DATABASE_URL', [
    'postgres:',
    'postgresql:',
  ]);
  return hostless ? given : (parsed?.href ?? null);
}

function publicUrl(env: Env): string | null {
  const parsed = url(env, 'PUBLIC_URL', ['http:', 'https:']);
  if (!parsed) return null;
  const form = 'it must be scheme, host and port only, such as https://console.example.com';
  // What holds a password is not repeated.
  if (parsed.username || parsed.password) throw new ConfigError(`PUBLIC_URL can't be used: ${form}.`);
  if (parsed.pathname !== '/' || parsed.search || parsed.hash) refuse('PUBLIC_URL', env.PUBLIC_URL ?? '', form);
  return parsed.origin;
}

function masterKey(env: Env): Buffer | null {
  const value = env.MASTER_KEY;
  if (!value) return null;
  const key = /^[0-9a-f]{64,}$/i.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64');
  if (key.length < 32)
    throw new ConfigError(
      "MASTER_KEY can't be used: it must be 32 random bytes or more, as hex or base64 (openssl rand -hex 32).",
    );
  return key;
}

function trustProxy(env: Env): string[] {
  const entries = (env.TRUST_PROXY ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  for (const entry of entries)
    if (!parseIpRange(entry).ok)
      refuse('TRUST_PROXY', entry, 'each entry must be an IP address or a CIDR range, such as 10.0.0.0/8');
  return entries;
}

function scale(env: Env): number {
  const value = env.RATE_LIMIT_SCALE;
  if (!value) return 1;
  const number = /^\d{1,7}(\.\d{1,4})?$/.test(value) ? Number(value) : 0;
  return number > 0 ? number : refuse('RATE_LIMIT_SCALE', value, 'it must be a number above 0');
}

function internalSecret(env: Env): string | null {
  const value = env.INTERNAL_SECRET;
  if (!value) return null;
  if (value.length < 16) throw new ConfigError("INTERNAL_SECRET can't be used: it must have 16 characters or more.");
  return value;
}

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Kept mail holds codes that open accounts: it is shown only where nobody else's browser can come. */
function mailbox(env: Env): boolean {
  const wanted = oneOf(env, 'MAILBOX', env.NODE_ENV === 'production' ? 'off' : 'on', ['on', 'off']) === 'on';
  const home = publicUrl(env);
  return wanted && !env.SMTP_URL && (home === null || LOOPBACK_HOSTS.has(new URL(home).hostname));
}

function email(env: Env, name: string): string | null {
  const value = env[name];
  if (!value) return null;
  return isEmail(value) ? value : refuse(name, value, 'it must be an address, such as sales@example.com');
}

const SMTP_FORM = 'it must be such as smtps://user:password@mail.example.com or smtp://mail.example.com:587';

function smtp(env: Env): SmtpConfig | null {
  if (!env.SMTP_URL) return null;
  // The value may hold a password, so it is not repeated.
  const fail = (reason: string): never => {
    throw new ConfigError(`SMTP_URL can't be used: ${reason}.`);
  };
  const parsed = URL.canParse(env.SMTP_URL) ? new URL(env.SMTP_URL) : fail(SMTP_FORM);
  const { protocol, hostname, port, pathname, hash, searchParams } = parsed;
  if (!['smtp:', 'smtps:'].includes(protocol) || !hostname || !['', '/'].includes(pathname) || hash)
    return fail(SMTP_FORM);
  for (const [name, value] of searchParams)
    if (name !== 'from' && !(name === 'tls' && value === 'off'))
      return fail(`it knows the parameters from=<address> and tls=off, not "${name}"`);
  if (port === '0') return fail('its port must be from 1 to 65535');
  const secure = protocol === 'smtps:';
  const plain = searchParams.has('tls');
  if (secure && plain) return fail('smtps:// and tls=off exclude each other');
  let login: SmtpConfig['login'] = null;
  try {
    const [user, password] = [decodeURIComponent(parsed.username), decodeURIComponent(parsed.password)];
    if (user) login = { user, password };
  } catch {
    return fail('its user or password is not percent-encoded');
  }
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    // Mails carry codes: they leave this machine encrypted, unless somebody says otherwise in so many words.
    requireTls: !secure && !plain && !LOOPBACK_HOSTS.has(hostname),
    login,
  };
}

function mailFrom(env: Env): Sender | null {
  const inUrl = env.SMTP_URL && URL.canParse(env.SMTP_URL) ? new URL(env.SMTP_URL).searchParams.get('from') : null;
  const value = env.MAIL_FROM || inUrl;
  if (!value) return null;
  const [, name = '', address = ''] = /^(?:([^<>\p{Cc}]*)<)?([^<>\s]+?)>?$/u.exec(value.trim()) ?? [];
  if (isEmail(address)) return { name: name.trim().replace(/^"|"$/g, ''), address };
  // The value may hold line breaks or a password, so it is not repeated.
  throw new ConfigError(
    `${env.MAIL_FROM ? 'MAIL_FROM' : 'The parameter from of SMTP_URL'} can't be used: it must be an address, such as CAAS Console <no-reply@example.com>.`,
  );
}

/** Reads the settings. Throws {@link ConfigError} with one clear line for a value that can't be used. */
export function readConfig(env: Env): Config {
  const refreshIdleTtl = whole(env, 'REFRESH_IDLE_TTL', 7 * DAY, 60, 365 * DAY);
  const refreshMaxTtl = whole(env, 'REFRESH_MAX_TTL', 30 * DAY, 60, 365 * DAY);
  if (refreshIdleTtl > refreshMaxTtl)
    throw new ConfigError(
      `REFRESH_IDLE_TTL (${refreshIdleTtl}) can't be used: it is longer than REFRESH_MAX_TTL (${refreshMaxTtl}).`,
    );
  return {
    port: whole(env, 'PORT', 3100, 0, 65_535),
    host: env.HOST || '127.0.0.1',
    publicUrl: publicUrl(env),
    dataDir: resolve(env.DATA_DIR || DEFAULT_DATA_DIR),
    databaseUrl: databaseUrl(env),
    redisUrl: url(env, 'REDIS_URL', ['redis:', 'rediss:'])?.href ?? null,
    smtp: smtp(env),
    mailFrom: mailFrom(env),
    mailbox: mailbox(env),
    termsUrl: url(env, 'TERMS_URL', ['https:', 'http:'])?.href ?? null,
    dpaUrl: url(env, 'DPA_URL', ['https:', 'http:'])?.href ?? null,
    salesEmail: email(env, 'SALES_EMAIL'),
    registration: oneOf(env, 'REGISTRATION', 'open', ['open', 'invite']),
    accessTokenTtl: whole(env, 'ACCESS_TOKEN_TTL', 900, 5, DAY),
    refreshIdleTtl,
    refreshMaxTtl,
    internalSecret: internalSecret(env),
    rateLimitScale: scale(env),
    masterKey: masterKey(env),
    trustProxy: trustProxy(env),
    geoipDatabase: env.GEOIP_DATABASE ? resolve(env.GEOIP_DATABASE) : null,
    oauth: readOAuth(env, (message) => {
      throw new ConfigError(message);
    }),
    logLevel: oneOf(env, 'LOG_LEVEL', 'info', LOG_LEVELS),
    checkAnswers: env.NODE_ENV !== 'production',
  };
}
