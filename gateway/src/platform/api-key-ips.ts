import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * One entry of a key's IP list in normal form (`203.0.113.7`, `10.0.0.0/8`, `2001:db8::/32`), or null if it is neither an address nor a range.
 * Host bits of a range are cleared; an IPv4 address mapped into IPv6 becomes IPv4, because that is how callers are seen.
 */
export function normalIpRange(entry: string): string | null {
  const [address = '', length, ...more] = entry.split('/');
  if (more.length > 0 || isIP(address) === 0 || address.includes('%')) return null;
  const plain = plainIp(address);
  if (length === undefined) return canonicalIp(plain);
  if (!/^(0|[1-9]\d{0,2})$/.test(length)) return null;
  const mapped = plain !== address;
  const bits = Number(length) - (mapped ? 96 : 0);
  if (bits < 0 || bits > (isIPv4(plain) ? 32 : 128)) return null;
  return `${canonicalIp(maskIp(plain, bits))}/${bits}`;
}

/** Whether `ip` is one of the addresses or lies in one of the ranges. An empty list allows all. */
export function ipAllowed(ip: string, restrictions: BlockList | null): boolean {
  if (!restrictions) return true;
  const plain = plainIp(ip);
  const family = isIP(plain);
  return family !== 0 && restrictions.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/** The list as something quick to ask; null when it is empty. */
export function ipRestrictions(entries: readonly string[]): BlockList | null {
  if (entries.length === 0) return null;
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', length] = entry.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (length === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(length), family);
  }
  return list;
}

/** `::ffff:203.0.113.7` as `203.0.113.7`; any other address as it is. */
export function plainIp(ip: string): string {
  if (isIP(ip) !== 6) return ip;
  const groups = ipv6Groups(ip);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!mapped) return ip;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** RFC 5952 form, as the URL parser writes it. */
function canonicalIp(ip: string): string {
  return isIPv4(ip) ? ip : new URL(`http://[${ip}]`).hostname.slice(1, -1);
}

function maskIp(ip: string, bits: number): string {
  const width = isIPv4(ip) ? 8 : 16;
  const parts = isIPv4(ip) ? ip.split('.').map(Number) : ipv6Groups(ip);
  const masked = parts.map((part, index) => {
    const keep = Math.min(width, Math.max(0, bits - index * width));
    return part & ~(2 ** (width - keep) - 1);
  });
  return isIPv4(ip) ? masked.join('.') : masked.map((part) => part.toString(16)).join(':');
}

/** The eight numbers of an IPv6 address. */
function ipv6Groups(ip: string): number[] {
  const canonical = new URL(`http://[${ip}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const numbers = (text: string): number[] => (text ? text.split(':').map((group) => parseInt(group, 16)) : []);
  if (tail === undefined) return numbers(head);
  const left = numbers(head);
  const right = numbers(tail);
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}
