import type { FastifyRequest } from 'fastify';
import type { RequestInfo } from './call.js';
import { parseCookies } from './cookies.js';
import type { Platform } from './platform.js';

const MAX_USER_AGENT = 300;

/** One value of a header; of a header that was sent twice, none. */
export function header(request: Pick<FastifyRequest, 'headers'>, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** The origin a same-origin request was sent to: its `Host`, where that is one of ours. */
function ownOrigin(request: FastifyRequest, platform: Pick<Platform, 'publicOrigin' | 'isOwnOrigin'>): string {
  const asked = `${request.protocol}://${request.host}`;
  return platform.isOwnOrigin(asked) ? asked : platform.publicOrigin();
}

/** The request's origin: its `Origin` header, or the gateway's own where the browser says "same-origin" and leaves it out. */
export function requestOrigin(
  request: FastifyRequest,
  platform: Pick<Platform, 'publicOrigin' | 'isOwnOrigin'>,
): string | null {
  return (
    header(request, 'origin') ??
    (header(request, 'sec-fetch-site') === 'same-origin' ? ownOrigin(request, platform) : null)
  );
}

const known = new WeakMap<FastifyRequest, RequestInfo>();

/** What handlers get to know of a request's way here. */
export function requestInfo(
  request: FastifyRequest,
  platform: Pick<Platform, 'publicOrigin' | 'isOwnOrigin' | 'clientIp'>,
): RequestInfo {
  const info = known.get(request) ?? readInfo(request, platform);
  known.set(request, info);
  return info;
}

function readInfo(
  request: FastifyRequest,
  platform: Pick<Platform, 'publicOrigin' | 'isOwnOrigin' | 'clientIp'>,
): RequestInfo {
  let cookies: RequestInfo['cookies'] | undefined;
  return {
    id: request.id,
    ip: platform.clientIp(request.raw),
    userAgent: header(request, 'user-agent')?.slice(0, MAX_USER_AGENT) ?? null,
    origin: requestOrigin(request, platform),
    originHeader: header(request, 'origin') ?? null,
    get ownOrigin() {
      return ownOrigin(request, platform);
    },
    fetchSite: header(request, 'sec-fetch-site') ?? null,
    get cookies() {
      return (cookies ??= parseCookies(request.headers.cookie));
    },
  };
}

/** Whether an `Origin` header is one a web page may have: scheme, host and port. `null` is none that a list could name. */
export function isPageOrigin(origin: string): boolean {
  return (
    origin.length <= 300 && /^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin
  );
}
