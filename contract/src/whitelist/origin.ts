import { parseIp } from './ip.js';
import { refusedShape, type Offer } from './origin-refusals.js';
import { unicodeHost } from './punycode.js';
import { refused, refusedText, type Refused, type RuleCode } from './rule-codes.js';

/** The longest host (253), its scheme and its port fit well. */
const MAX_LENGTH = 300;
const DEFAULT_PORTS = { http: '80', https: '443' } as const;
/** The hosts that `http` is allowed for: browsers treat them as trustworthy, because nothing leaves the machine. */
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** What tells names that everybody can register below from names that belong to one party. See `suffixes.ts`. */
export interface Suffixes {
  /** Whether `host` (lower case, Punycode) is a public suffix, such as `co.uk` or `github.io`. */
  isPublicSuffix(host: string): boolean;
}

/** An origin as browsers send it: scheme, host in lower case and Punycode, port unless it is the scheme's own. */
export interface Origin {
  /** `https://xn--bcher-kva.example:8443` */
  readonly value: string;
  /** The same for the eye: `https://bücher.example:8443`. Equal to `value` where the host is plain ASCII. */
  readonly unicode: string;
  readonly scheme: 'http' | 'https';
  /** Without port and wildcard; an IPv6 address has its brackets. */
  readonly host: string;
  /** Null: the scheme's own. */
  readonly port: string | null;
}

/** An origin of the list, or all origins one label below a name. */
export interface OriginEntry extends Origin {
  /** Whether it is `scheme://*.host`: any name with exactly one label before `host`, and not `host` itself. */
  readonly wildcard: boolean;
  /** For people: an origin a wildcard matches, and some it does not. Empty for others. */
  readonly matches: readonly string[];
  readonly matchesNot: readonly string[];
}

export type OriginVerdict = { readonly ok: true; readonly entry: OriginEntry } | Refused;

/** Reads an entry of the list of allowed origins. Blanks around it are ignored. */
export function parseOriginEntry(text: string, suffixes: Suffixes): OriginVerdict {
  return entryOf(text.trim(), suffixes, CORRECTIONS);
}

/** Reads one origin as a browser sends it: no wildcard, any host over http or https. Blanks around it are ignored. */
export function parseOrigin(text: string): { readonly ok: true; readonly origin: Origin } | Refused {
  return originOf(text.trim(), CORRECTIONS);
}

/** How many things a suggestion may put right: `http://me@example.com/path` has three. */
const CORRECTIONS = 4;

function entryOf(text: string, suffixes: Suffixes, corrections: number): OriginVerdict {
  /** The normal form of what was meant, if one can be found. */
  const offer = (code: RuleCode, suggestion: string | null): Refused => {
    if (suggestion === null || corrections === 0) return refused(code);
    const meant = entryOf(suggestion, suffixes, corrections - 1);
    return refused(code, meant.ok ? meant.entry.value : meant.suggestion);
  };
  const starred = /^(https?:\/\/)\*\.(.+)$/is.exec(text);
  const star = (origin: string): string => (starred ? origin.replace('://', '://*.') : origin);
  const read = readOrigin(starred ? `${starred[1]}${starred[2]}` : text, (code, suggestion) =>
    offer(code, suggestion && star(suggestion)),
  );
  if (!read.ok) return read;
  const { origin } = read;
  if (origin.scheme === 'http' && (starred || !LOCAL_HOSTS.includes(origin.host)))
    return offer('origin_http', star(origin.value).replace('http:', 'https:'));
  if (!starred) return { ok: true, entry: { ...origin, wildcard: false, matches: [], matchesNot: [] } };
  if (isIpHost(origin.host)) return refused('origin_wildcard');
  // A suffix that is one only with any label before it (`*.ck`) is as public as the others.
  if (suffixes.isPublicSuffix(origin.host) || suffixes.isPublicSuffix(`any-label.${origin.host}`))
    return refused('origin_public_suffix');
  return { ok: true, entry: wildcardEntry(origin) };
}

function originOf(text: string, corrections: number): ReturnType<typeof parseOrigin> {
  return readOrigin(text, (code, suggestion) => {
    if (suggestion === null || corrections === 0) return refused(code);
    const meant = originOf(suggestion, corrections - 1);
    return refused(code, meant.ok ? meant.origin.value : meant.suggestion);
  });
}

/** Reads what has no wildcard. */
function readOrigin(text: string, offer: Offer): { readonly ok: true; readonly origin: Origin } | Refused {
  const wrong = refusedText(text, MAX_LENGTH) ?? refusedShape(text, offer);
  if (wrong) return wrong;
  const [, written = '', name = '', port] = /^(https?):\/\/(\[[^\]]*\]|[^:]*)(?::(\d+))?$/i.exec(text) ?? [];
  const scheme = written.toLowerCase() === 'http' ? 'http' : 'https';
  const tail = port === undefined || port === DEFAULT_PORTS[scheme] ? '' : `:${port}`;
  const read = readHost(name);
  if (!read.ok) return offer(read.code, read.suggestion === undefined ? null : `${scheme}://${read.suggestion}${tail}`);
  const { host, unicode } = read;
  return {
    ok: true,
    origin: {
      value: `${scheme}://${host}${tail}`,
      unicode: `${scheme}://${unicode}${tail}`,
      scheme,
      host,
      port: tail === '' ? null : tail.slice(1),
    },
  };
}

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * A host in the form browsers send. The URL standard does the work; what it repairs in silence (`127.1`, full-width letters, other dots) is refused with
 * its reading as the suggestion, because two spellings of one host are a trap in a list of rights.
 */
function readHost(written: string): { ok: true; host: string; unicode: string } | Refused {
  if (written.startsWith('[')) {
    const six = parseIp(written.slice(1, -1));
    if (!six.ok || !written.includes(':')) return refused('origin_host');
  }
  const host = urlHost(written);
  if (host === null) return refused('origin_host');
  if (host.startsWith('[')) return { ok: true, host, unicode: host };
  if (host.length > 253 || !host.split('.').every((label) => LABEL.test(label))) return refused('origin_host');
  const unicode = unicodeHost(host);
  // Engines differ in which Punycode they take: only what comes back the same is good.
  if (unicode === null || (unicode !== host && urlHost(unicode) !== host)) return refused('origin_host');
  const lower = written.toLowerCase().normalize('NFC');
  return lower === host || lower === unicode ? { ok: true, host, unicode } : refused('origin_host_form', host);
}

/** A host as the URL standard reads it; null where it does not. */
function urlHost(written: string): string | null {
  try {
    return new URL(`https://${written}`).hostname;
  } catch {
    return null;
  }
}

function isIpHost(host: string): boolean {
  return host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host);
}

function wildcardEntry(origin: Origin): OriginEntry {
  const { scheme, host, port } = origin;
  const at = (name: string): string => `${scheme}://${name}${port === null ? '' : `:${port}`}`;
  return {
    ...origin,
    value: at(`*.${host}`),
    unicode: origin.unicode.replace('://', '://*.'),
    wildcard: true,
    matches: [at(`a.${host}`)],
    matchesNot: [at(host), at(`a.b.${host}`)],
  };
}
