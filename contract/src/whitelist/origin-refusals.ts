import { refused, type Refused, type RuleCode } from './rule-codes.js';

/** A refusal with a suggestion, unless the suggestion would be refused itself. */
export type Offer = (code: RuleCode, suggestion: string | null) => Refused;

/**
 * Why a text has not the shape `scheme://host[:port]`, or null if it has. `new URL` repairs nearly everything that is refused here; a list of rights takes
 * only what it can repeat. The text is short and has no blanks.
 */
export function refusedShape(text: string, offer: Offer): Refused | null {
  if (text.toLowerCase() === 'null') return refused('origin_null');
  if (/^(?:[\w*]+:\/\/)?\*(?::[\d*]*)?\/*$/.test(text)) return refused('origin_any');
  if (text.includes('\\')) return refused('origin_backslash');
  const [, scheme = '', authority = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(text) ?? [];
  if (scheme === '') return withoutScheme(text, offer);
  if (!/^https?$/i.test(scheme)) return otherScheme(scheme, authority, offer);
  const base = `${scheme.toLowerCase()}://`;
  if (authority.includes('@')) return offer('origin_user', base + authority.slice(authority.lastIndexOf('@') + 1));
  if (rest !== '') return offer(REST[rest.charAt(0)] ?? 'origin_path', base + authority);
  return refusedAuthority(authority, base, offer);
}

const REST: Readonly<Record<string, RuleCode>> = { '/': 'origin_path', '?': 'origin_query', '#': 'origin_fragment' };

/** What stands between the slashes: host and port. */
function refusedAuthority(authority: string, base: string, offer: Offer): Refused | null {
  if (authority.includes('%')) return refused('origin_encoded');
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority) ?? [];
  if (host === '' || !/^(?:[^[\]]*|\[[^\]]*\](?::.*)?)$/.test(authority)) return refused('origin_host');
  if (port?.includes('*')) return offer('origin_port_wildcard', base + host);
  if (port !== undefined && !isPort(port))
    return offer(
      'origin_port',
      /^0*[1-9]\d{0,4}$/.test(port) ? `${base}${host}:${Number(port)}` : port === '' ? base + host : null,
    );
  if (host.includes('*')) return refused('origin_wildcard');
  if (host.endsWith('.'))
    return offer('origin_trailing_dot', `${base}${host.replace(/\.+$/, '')}${port ? `:${port}` : ''}`);
  return null;
}

/** `app.example.com`, `//app.example.com`, `https:app.example.com`, `localhost:3000/start`. */
function withoutScheme(text: string, offer: Offer): Refused {
  const rest = text.replace(/^(?:https?:)?\/*/i, '');
  const bare = rest.replace(/^[^/?#]*@/, '').replace(/[/?#].*$/, '');
  const local = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/i.test(bare);
  return /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(rest)
    ? refused('origin_scheme')
    : offer('origin_scheme_missing', `${local ? 'http' : 'https'}://${bare}`);
}

/** Sockets have the origin of the page that opens them. */
function otherScheme(scheme: string, authority: string, offer: Offer): Refused {
  if (!/^wss?$/i.test(scheme)) return refused('origin_scheme');
  return offer('origin_scheme', `https://${authority}`);
}

function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;
}
