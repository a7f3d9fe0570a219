import type { IncomingMessage } from 'node:http';
import type { RequestInfo } from './call.js';
import { newId } from './ids.js';
import type { Platform } from './platform.js';

const MAX_USER_AGENT = 300;

function header({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

/** What credentials get to know of a socket's handshake; the same as of a call. */
export function socketRequest(
  request: IncomingMessage,
  platform: Pick<Platform, 'publicOrigin' | 'clientIp'>,
): RequestInfo {
  const originHeader = header(request, 'origin');
  const fetchSite = header(request, 'sec-fetch-site');
  return {
    id: newId('req'),
    ip: platform.clientIp(request),
    userAgent: header(request, 'user-agent')?.slice(0, MAX_USER_AGENT) ?? null,
    // Polling from the console's own page is a same-origin GET, which carries no Origin.
    origin: originHeader ?? (fetchSite === 'same-origin' ? platform.publicOrigin() : null),
    originHeader,
    ownOrigin: platform.publicOrigin(),
    fetchSite,
    cookies: {},
  };
}
