import { refused, type Refused, type RuleCode } from './rule-codes.js';

/** The normal form of an entry; null when the text is none. Only entries are suggested. */
export type NormalForm = (text: string) => string | null;

const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ADDRESS = new RegExp(`^${BYTE}(?:\\.${BYTE}){3}$`);
const STARS = new RegExp(`^((?:${BYTE}\\.){1,3})([*x](?:\\.[*x]){0,2})$`, 'i');
const MASKS = new Map(Array.from({ length: 32 }, (_, index) => [dotted(2 ** 32 - 2 ** (31 - index)), index + 1]));

/** Why a text that is no address or range is none, in the words of what somebody meant. The text is short and has no blanks. */
export function refusedIp(text: string, normal: NormalForm): Refused {
  const offer = (code: RuleCode, meant: string | null): Refused => refused(code, meant === null ? null : normal(meant));
  const [address = '', ...rest] = text.split('/');
  if (text.includes('*') || STARS.test(address)) return offer('ip_wildcard', rangeOfStars(address));
  if (text.includes('://') || /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$|^localhost$/i.test(address))
    return refused('ip_name');
  if (/[[\]]/.test(text)) return offer('ip_brackets', text.replace(/^\[([^\]]*)\](?::\d+)?/, '$1'));
  if (text.includes('%')) return refused('ip_zone');
  if (text.includes('-')) return offer('ip_dash', rangeBetween(text));
  if (/^[\d.]+:\d*$/.test(address)) return offer('ip_port', text.replace(/:\d*/, ''));
  if (address.includes(':')) return refused(/:0\d*\.|\.0\d/.test(address) ? 'ip_leading_zero' : 'ip_invalid');
  if (/(?:^|\.)0x[0-9a-f]*(?:\.|$)/i.test(address) || /^\d+$/.test(address)) return refused('ip_number');
  if (!/^\d+(?:\.\d+)*$/.test(address) || rest.length > 1) return refused('ip_invalid');
  const parts = address.split('.');
  if (parts.length < 4) return refused('ip_shorthand');
  if (parts.length > 4) return refused('ip_invalid');
  return refused(parts.some((part) => /^0\d/.test(part)) ? 'ip_leading_zero' : 'ip_octet');
}

/** Why what follows the slash of an IPv4 or IPv6 address is no length of a prefix. */
export function refusedPrefix(address: string, written: string, normal: NormalForm): Refused {
  const length = MASKS.get(written);
  if (length !== undefined) return refused('ip_mask', normal(`${address}/${length}`));
  if (ADDRESS.test(written)) return refused('ip_mask');
  return refused(/^0\d+$/.test(written) ? 'ip_leading_zero' : 'ip_prefix');
}

/** `10.1.*.*` as `10.1.0.0/16`. */
function rangeOfStars(address: string): string | null {
  const [, head = '', stars = ''] = STARS.exec(address) ?? [];
  const count = stars.split('.').length;
  const given = head.split('.').length - 1;
  return head && given + count === 4 ? `${head}${Array(count).fill('0').join('.')}/${given * 8}` : null;
}

/** `10.0.0.0-10.0.0.255` as `10.0.0.0/24`, if one range covers exactly this. */
function rangeBetween(text: string): string | null {
  const [from = '', to = '', ...more] = text.split('-');
  if (more.length > 0 || !ADDRESS.test(from)) return null;
  const end = ADDRESS.test(to) ? to : from.replace(/\d+$/, to);
  if (!ADDRESS.test(end)) return null;
  const first = numberOf(from);
  const prefix = 32 - Math.log2(numberOf(end) - first + 1);
  if (!Number.isInteger(prefix) || prefix < 1 || first % 2 ** (32 - prefix) !== 0) return null;
  return prefix === 32 ? from : `${from}/${prefix}`;
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function dotted(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
