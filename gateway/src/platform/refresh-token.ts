import { sameSecret, type Crypto } from './crypto.js';

/** What a refresh token says it is, before it is checked. */
export interface RefreshToken {
  readonly tenantId: string;
  readonly sessionId: string;
  readonly generation: number;
  readonly mac: string;
}

/** What the keyed hash of a session's tokens hangs on besides the master key. */
export interface RefreshSecret {
  readonly id: string;
  readonly secret: Buffer;
}

/** Sessions of members, and of end users; the tokens of the latter leave the house, so scanners must know them. */
export type RefreshKind = 'console' | 'sdk';

/** The parent of the live refresh token gets the live one again within this time: another tab was faster, or an answer was lost. */
export const GRACE_SECONDS = 10;

const SDK_PREFIX = 'caas_sdkr_';
const FORMS: Readonly<Record<RefreshKind, RegExp>> = {
  console: /^(ten_[0-9A-Z]{26})\.(ses_[0-9A-Z]{26})\.([1-9]\d{0,8})\.([A-Za-z0-9_-]{43})$/,
  sdk: /^caas_sdkr_(ten_[0-9A-Z]{26})\.(sess_[0-9A-Z]{26})\.([1-9]\d{0,8})\.([A-Za-z0-9_-]{43})$/,
};

function macOf(crypto: Crypto, { id, secret }: RefreshSecret, generation: number): string {
  return crypto
    .mac('refresh-token', Buffer.concat([Buffer.from(`${id}.${generation}.`), secret]))
    .toString('base64url');
}

/** Token `generation` of a session. It can be made again at any time, so the live one can be given twice to racing tabs. */
export function refreshToken(crypto: Crypto, tenantId: string, session: RefreshSecret, generation: number): string {
  const prefix = session.id.startsWith('sess_') ? SDK_PREFIX : '';
  return `${prefix}${tenantId}.${session.id}.${generation}.${macOf(crypto, session, generation)}`;
}

/** Takes a token apart; null when it has not the form of its kind. */
export function parseRefreshToken(value: string | undefined, kind: RefreshKind = 'console'): RefreshToken | null {
  const [, tenantId, sessionId, generation, mac] = FORMS[kind].exec(value ?? '') ?? [];
  return tenantId && sessionId && generation && mac
    ? { tenantId, sessionId, generation: Number(generation), mac }
    : null;
}

/** Whether the gateway made this token. */
export function isGenuine(crypto: Crypto, token: RefreshToken, session: RefreshSecret): boolean {
  return sameSecret(token.mac, macOf(crypto, session, token.generation));
}

/**
 * What to do with a genuine token of a living session: `live` turns it over, `parent` gets the live one again, anything older was
 * used before and came back: it was copied.
 */
export function judgeGeneration(
  token: Pick<RefreshToken, 'generation'>,
  session: { readonly generation: number; readonly since_rotation: number | null },
): 'live' | 'parent' | 'reused' {
  if (token.generation === session.generation) return 'live';
  return token.generation === session.generation - 1 && (session.since_rotation ?? Infinity) <= GRACE_SECONDS
    ? 'parent'
    : 'reused';
}
