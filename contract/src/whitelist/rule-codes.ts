/** Why a text is no entry of a list of allowed addresses or origins, with the gateway's words for it. Codes never change, texts may. */
export const RULE_CODES = {
  empty: 'Nothing was given.',
  too_long: 'This is longer than any address or origin.',
  whitespace: 'Blanks inside are not allowed. Give one entry at a time.',
  control_character: 'There is an invisible control character in it.',
  ip_invalid: 'Neither an IP address nor a range such as 10.0.0.0/24.',
  ip_name: 'A name or URL, not an IP address.',
  ip_leading_zero: 'Leading zeros are read as octal by some systems. Leave them out.',
  ip_octet: 'Each of the four numbers goes from 0 to 255.',
  ip_shorthand: 'Write all four numbers of the address.',
  ip_number: 'Write the address as four decimal numbers, not as one number or in hex.',
  ip_zone: 'An address with a zone (%) has a meaning on one machine only.',
  ip_brackets: 'Write the IPv6 address without brackets.',
  ip_port: 'Write the address without a port.',
  ip_wildcard: 'Write a range with a prefix, not with wildcards.',
  ip_dash: 'Write a range with a prefix, not with a dash.',
  ip_mask: 'Write the length of the prefix, not a mask.',
  ip_prefix: 'The prefix goes from /1 to /32 for IPv4, and to /128 for IPv6.',
  ip_mapped_prefix: 'A range of IPv4 addresses written as IPv6 needs a prefix of /97 to /128.',
  ip_range: 'This is a range. Give one address of it.',
  ip_everything: 'This would allow every address. An empty list does that.',
  origin_invalid: 'This is no origin. It looks like https://app.example.com.',
  origin_scheme_missing: 'An origin starts with https://.',
  origin_scheme: 'Only https is allowed, and http for localhost.',
  origin_http: 'Only localhost, 127.0.0.1 and [::1] may use http.',
  origin_null: 'The origin null can not be told apart from any other page.',
  origin_any: 'A bare * would allow every page. An empty list does that.',
  origin_user: 'An origin has no user name or password.',
  origin_path: 'An origin has no path.',
  origin_query: 'An origin has no query.',
  origin_fragment: 'An origin has no fragment.',
  origin_port: 'The port is a number from 1 to 65535.',
  origin_port_wildcard: 'A port can not be a wildcard.',
  origin_host: 'The host is not a valid name.',
  origin_host_form: 'Browsers write this host in another way.',
  origin_trailing_dot: 'Write the host without a dot at the end.',
  origin_backslash: 'There is a backslash in it.',
  origin_encoded: 'The host has percent-encoded characters.',
  origin_wildcard: 'A wildcard stands for the first label of a name only: https://*.example.com.',
  origin_public_suffix: 'Everybody can have a name below this suffix.',
} as const satisfies Readonly<Record<string, string>>;

export type RuleCode = keyof typeof RULE_CODES;

/** A text the rules refuse. `suggestion` is an entry they would take, where what was meant can be told. */
export interface Refused {
  readonly ok: false;
  readonly code: RuleCode;
  readonly suggestion?: string;
}

/** A refusal, with a suggestion if there is one. */
export function refused(code: RuleCode, suggestion?: string | null): Refused {
  return suggestion == null ? { ok: false, code } : { ok: false, code, suggestion };
}

const isControl = (code: number): boolean => code < 32 || (code >= 127 && code < 160);

/** What is wrong with a text before anything is read from it; null: nothing. `max` is in UTF-16 units. */
export function refusedText(text: string, max: number): Refused | null {
  if (text === '') return refused('empty');
  if (text.length > max) return refused('too_long');
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isControl(code) && !(code >= 9 && code <= 13)) return refused('control_character');
  }
  return /\s/.test(text) ? refused('whitespace') : null;
}
