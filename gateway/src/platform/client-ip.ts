import type { IncomingMessage } from 'node:http';
import { parseIp } from '@caas/contract/whitelist/ip.js';
import { ipAllowed, ipRestrictions } from './api-key-ips.js';

/** What tells where a request came from. */
export type Arrived = Pick<IncomingMessage, 'headers' | 'socket'>;

/** An address in normal form, IPv4 where it is mapped into IPv6; null for anything else. */
function normalIp(text: string): string | null {
  const verdict = parseIp(text);
  return verdict.ok ? verdict.ip.value : null;
}

/**
 * How the caller's address is told. Proxies append to `X-Forwarded-For`, so it is read from its end: the first address that is
 * not one of `trusted` (addresses and ranges) is the caller. What a caller writes itself stands before that and counts for
 * nothing; a peer that is no trusted proxy is the caller, whatever it sends. A hop that is no address, with or without a port,
 * makes the header worthless: then the caller is the peer. `Forwarded` and `X-Real-IP` are never read.
 */
export function clientIps(trusted: readonly string[]): (request: Arrived) => string {
  const proxies = ipRestrictions(trusted);
  return ({ headers, socket }) => {
    // The zone of a link-local peer means something on this machine only.
    const written = (socket.remoteAddress ?? '').replace(/%.*$/, '');
    const peer = normalIp(written) ?? written;
    const header = headers['x-forwarded-for'];
    if (!proxies || header === undefined) return peer;
    // Several headers of this name arrive as one, in their order.
    const hops = String(header).split(',');
    let ip = peer;
    while (hops.length > 0 && ipAllowed(ip, proxies)) {
      const next = normalIp(hops.pop() ?? '');
      if (next === null) return peer;
      ip = next;
    }
    return ip;
  };
}
