import { refusedIp, refusedPrefix, type NormalForm } from './ip-refusals.js';
import { refused, refusedText, type Refused } from './rule-codes.js';

/** Longer than any address or range, also than two addresses with a dash. */
const MAX_LENGTH = 100;
const BITS = { 4: 32, 6: 128 } as const;
/** A prefix below this is "broad": a form asks for it twice. /8 is a sixteenth of what is in use; /32 is what a registry gives a provider. */
const BROAD = { 4: 8, 6: 32 } as const;

/** One address. Addresses of IPv4 that are mapped into IPv6 are IPv4 addresses: that is how callers are seen. */
export interface IpAddress {
  /** In normal form: dotted decimal, or RFC 5952. */
  readonly value: string;
  readonly family: 4 | 6;
  readonly number: bigint;
}

/**
 * What a reader should know of a range: `masked` host bits were set and are cleared now; `mapped` it was IPv4 written as IPv6; `private` none of its
 * addresses can call over the internet; `broad` it is wider than /8 (IPv4) or /32 (IPv6).
 */
export type IpNote = 'masked' | 'mapped' | 'private' | 'broad';

/** One address or range of the list. */
export interface IpRange {
  /** In normal form (RFC 4632, RFC 5952): `203.0.113.7`, `10.0.0.0/24`, `2001:db8::/32`. A single address has no prefix. */
  readonly value: string;
  readonly family: 4 | 6;
  /** Length of the prefix in bits; 32 or 128 for a single address. */
  readonly prefix: number;
  readonly first: bigint;
  readonly last: bigint;
  /** How many addresses it covers. */
  readonly size: bigint;
  readonly notes: readonly IpNote[];
}

export type IpVerdict = { readonly ok: true; readonly entry: IpRange } | Refused;

/** Reads an entry of the list of allowed addresses. Blanks around it are ignored. Refuses `/0`, which an empty list says better. */
export function parseIpEntry(text: string): IpVerdict {
  return judge(text, normalForm);
}

/** The same for places where a range may be all there is (`0.0.0.0/0`). */
export function parseIpRange(text: string): IpVerdict {
  return judgeRange(text, normalForm);
}

function judge(text: string, normal: NormalForm): IpVerdict {
  const verdict = judgeRange(text, normal);
  return verdict.ok && verdict.entry.prefix === 0 ? refused('ip_everything') : verdict;
}

/** `normal` gives suggestions their form; what explains a suggestion makes none itself. */
function judgeRange(text: string, normal: NormalForm): IpVerdict {
  const input = text.trim();
  const wrong = refusedText(input, MAX_LENGTH);
  if (wrong) return wrong;
  const slash = input.indexOf('/');
  const address = slash < 0 ? input : input.slice(0, slash);
  const read = readIp(address);
  if (!read) return refusedIp(input, normal);
  const written = slash < 0 ? null : input.slice(slash + 1);
  const mapped = read.family === 4 && address.includes(':');
  if (written === null) return { ok: true, entry: ipRange(read.family, read.number, BITS[read.family], mapped) };
  if (!/^(?:0|[1-9]\d{0,2})$/.test(written)) return refusedPrefix(address, written, normal);
  const prefix = Number(written) - (mapped ? 96 : 0);
  if (prefix > BITS[read.family]) return refused('ip_prefix');
  if (prefix < 0) return refused('ip_mapped_prefix');
  return { ok: true, entry: ipRange(read.family, read.number, prefix, mapped) };
}

/** Reads one address, as a caller has it. Blanks around it are ignored. */
export function parseIp(text: string): { readonly ok: true; readonly ip: IpAddress } | Refused {
  const input = text.trim();
  const wrong = refusedText(input, MAX_LENGTH);
  if (wrong) return wrong;
  const ip = readIp(input);
  if (ip) return { ok: true, ip: { ...ip, value: writeIp(ip.family, ip.number) } };
  return parseIpRange(input).ok ? refused('ip_range') : refusedIp(input, normalForm);
}

/** An address in normal form: dotted decimal, or RFC 5952 as the URL standard writes it. */
export function writeIp(family: 4 | 6, number: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((number >> BigInt(112 - index * 16)) & 0xffffn).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

const FOUR = /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/;
const SIX = /^[0-9a-f:.]{2,45}$/i;

/** The family and number of an address in the one strict form, or null. */
function readIp(text: string): { family: 4 | 6; number: bigint } | null {
  if (FOUR.test(text)) {
    const parts = text.split('.').map(Number);
    if (parts.some((part) => part > 255)) return null;
    return { family: 4, number: BigInt(parts.reduce((number, part) => number * 256 + part, 0)) };
  }
  if (!SIX.test(text) || !text.includes(':')) return null;
  // Not every engine's parser refuses `::ffff:192.0.2.01`.
  if (text.includes('.') && !FOUR.test(text.slice(text.lastIndexOf(':') + 1))) return null;
  const groups = groupsOfSix(text);
  if (!groups) return null;
  const number = groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
  return number >> 32n === 0xffffn ? { family: 4, number: number & 0xffff_ffffn } : { family: 6, number };
}

/** The eight numbers of an IPv6 address. The parser of the URL standard reads it: each engine has one, and it takes nothing but RFC 4291. */
function groupsOfSix(text: string): number[] | null {
  let host: string;
  try {
    host = new URL(`http://[${text}]`).hostname;
  } catch {
    return null;
  }
  const [head = '', tail] = host.slice(1, -1).split('::');
  const numbers = (part: string): number[] => (part ? part.split(':').map((group) => parseInt(group, 16)) : []);
  const left = numbers(head);
  const right = numbers(tail ?? '');
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}

/** The range that an address and a prefix name; host bits are cleared. */
function ipRange(family: 4 | 6, number: bigint, prefix: number, mapped: boolean): IpRange {
  const bits = BITS[family];
  const size = 1n << BigInt(bits - prefix);
  const first = number & ~(size - 1n);
  const last = first + size - 1n;
  const notes: IpNote[] = [];
  if (first !== number) notes.push('masked');
  if (mapped) notes.push('mapped');
  if (PRIVATE.some((range) => range.family === family && range.first <= first && last <= range.last))
    notes.push('private');
  if (prefix < BROAD[family]) notes.push('broad');
  const value = writeIp(family, first) + (prefix === bits ? '' : `/${prefix}`);
  return { value, family, prefix, first, last, size, notes };
}

function block(family: 4 | 6, first: bigint, prefix: number): { family: 4 | 6; first: bigint; last: bigint } {
  return { family, first, last: first + (1n << BigInt(BITS[family] - prefix)) - 1n };
}

/** What no caller from the internet has (RFC 1918, 6598, 3927, 1122, 4193, 4291): only calls from the same network match. */
const PRIVATE = [
  block(4, 0x0a00_0000n, 8),
  block(4, 0xac10_0000n, 12),
  block(4, 0xc0a8_0000n, 16),
  block(4, 0x6440_0000n, 10),
  block(4, 0xa9fe_0000n, 16),
  block(4, 0x7f00_0000n, 8),
  block(6, 1n, 128),
  block(6, 0xfc00n << 112n, 7),
  block(6, 0xfe80n << 112n, 10),
];

function normalForm(text: string): string | null {
  const verdict = judge(text, () => null);
  return verdict.ok ? verdict.entry.value : null;
}
