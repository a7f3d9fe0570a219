import { isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { ipAllowed, type IpRestrictions } from './api-key-ips.js';
import type { RequestInfo } from './call.js';
import { newId } from './ids.js';
import type { Platform } from './platform.js';

const MAX_USER_AGENT = 300;
const MAPPED = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

function header({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

/**
 * The address a socket came from: the last one that no trusted proxy vouches for, as HTTP calls are judged. What a caller writes into
 * `X-Forwarded-For` itself counts for nothing.
 */
export function socketIp(request: IncomingMessage, trusted: IpRestrictions | null): string {
  const plain = (ip: string): string => ip.replace(MAPPED, '');
  let ip = plain(request.socket.remoteAddress ?? '');
  if (!trusted) return ip;
  const hops = (header(request, 'x-forwarded-for') ?? '').split(',').map((hop) => plain(hop.trim()));
  while (hops.length > 0 && ipAllowed(ip, trusted)) {
    const hop = hops.pop() ?? '';
    if (isIP(hop) === 0) break;
    ip = hop;
  }
  return ip;
}

/** What credentials get to know of a socket's handshake; the same as of a call. */
export function socketRequest(
  request: IncomingMessage,
  platform: Pick<Platform, 'publicOrigin'>,
  trusted: IpRestrictions | null,
): RequestInfo {
  const originHeader = header(request, 'origin');
  const fetchSite = header(request, 'sec-fetch-site');
  return {
    id: newId('req'),
    ip: socketIp(request, trusted),
    userAgent: header(request, 'user-agent')?.slice(0, MAX_USER_AGENT) ?? null,
    // Polling from the console's own page is a same-origin GET, which carries no Origin.
    origin: originHeader ?? (fetchSite === 'same-origin' ? platform.publicOrigin() : null),
    originHeader,
    ownOrigin: platform.publicOrigin(),
    fetchSite,
    cookies: {},
  };
}

/** Whether an `Origin` header is one a web page may have: scheme, host and port. `null` is none that a list could name. */
export function isPageOrigin(origin: string): boolean {
  return (
    origin.length <= 300 && /^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin
  );
}
