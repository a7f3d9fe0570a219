import { IpMatcher } from '@caas/contract/whitelist/ip-matcher.js';
import { parseIp, parseIpRange, type IpRange } from '@caas/contract/whitelist/ip.js';

/** Addresses and ranges a key is bound to, quick to ask. */
export type IpRestrictions = IpMatcher<IpRange>;

/**
 * One entry of a key's IP list in normal form (`203.0.113.7`, `10.0.0.0/8`, `2001:db8::/32`), or null if it is neither an address nor a range.
 * Host bits of a range are cleared; an IPv4 address mapped into IPv6 becomes IPv4, because that is how callers are seen.
 */
export function normalIpRange(entry: string): string | null {
  const verdict = parseIpRange(entry);
  return verdict.ok ? verdict.entry.value : null;
}

/** Whether `ip` is one of the addresses or lies in one of the ranges. No restrictions allow all. */
export function ipAllowed(ip: string, restrictions: IpRestrictions | null): boolean {
  if (!restrictions) return true;
  const verdict = parseIp(ip);
  return verdict.ok && restrictions.has(verdict.ip);
}

/** The list as something quick to ask; null when it is empty. An entry that is no range lets nobody in. */
export function ipRestrictions(entries: readonly string[]): IpRestrictions | null {
  if (entries.length === 0) return null;
  const ranges = entries.flatMap((entry) => {
    const verdict = parseIpRange(entry);
    return verdict.ok ? [verdict.entry] : [];
  });
  return new IpMatcher(ranges, (range) => range);
}
