import { sameSecret, type Crypto } from '../platform/crypto.js';

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

const FORM = /^(ten_[0-9A-Z]{26})\.(ses_[0-9A-Z]{26})\.([1-9]\d{0,8})\.([A-Za-z0-9_-]{43})$/;

function macOf(crypto: Crypto, { id, secret }: RefreshSecret, generation: number): string {
  return crypto
    .mac('refresh-token', Buffer.concat([Buffer.from(`${id}.${generation}.`), secret]))
    .toString('base64url');
}

/** Token `generation` of a session. It can be made again at any time, so the live one can be given twice to racing tabs. */
export function refreshToken(crypto: Crypto, tenantId: string, session: RefreshSecret, generation: number): string {
  return `${tenantId}.${session.id}.${generation}.${macOf(crypto, session, generation)}`;
}

/** Takes a cookie's value apart; null when it has not the form. */
export function parseRefreshToken(value: string | undefined): RefreshToken | null {
  const [, tenantId, sessionId, generation, mac] = FORM.exec(value ?? '') ?? [];
  return tenantId && sessionId && generation && mac
    ? { tenantId, sessionId, generation: Number(generation), mac }
    : null;
}

/** Whether the gateway made this token. */
export function isGenuine(crypto: Crypto, token: RefreshToken, session: RefreshSecret): boolean {
  return sameSecret(token.mac, macOf(crypto, session, token.generation));
}
