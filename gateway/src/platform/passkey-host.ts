import { isIP } from 'node:net';
import type { RequestInfo } from './call.js';

/**
 * The host passkeys are bound to (WebAuthn's RP ID) when the gateway is reached as it is. Null where browsers allow none: at an
 * IP address, and over plain http except on `localhost`.
 */
export function passkeyHost({ ownOrigin }: Pick<RequestInfo, 'ownOrigin'>): string | null {
  const { protocol, hostname } = new URL(ownOrigin);
  if (isIP(hostname.replace(/^\[|\]$/g, ''))) return null;
  return protocol === 'https:' || hostname === 'localhost' ? hostname : null;
}
