/** Hashes bytes with SHA-256. Given by the caller, so that the same code runs in Node (`@caas/verify/node.js`) and in a browser's worker. */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** What a chain is checked from: an event as the API answers it. */
export interface ChainedEvent {
  readonly seq: number;
  readonly leaf: string;
  readonly hash: string;
  readonly [member: string]: unknown;
}

/** The outcome of a chain check. `first_bad` names the first event that does not fit. */
export interface ChainVerdict {
  readonly ok: boolean;
  readonly checked: number;
  readonly head: { readonly seq: number; readonly hash: string } | null;
  readonly first_bad?: { readonly seq: number; readonly expected: string; readonly found: string };
}

/** The hash before the first event: 32 zero bytes. */
export const FIRST_PREVIOUS = new Uint8Array(32);

const utf8 = new TextEncoder();
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function canonicalText(value: string): string {
  if (LONE_SURROGATE.test(value)) throw new TypeError('A lone surrogate has no canonical form');
  return JSON.stringify(value);
}

/**
 * The canonical JSON text of a value (RFC 8785): members sorted by UTF-16 units, no blanks, numbers as ECMAScript writes them.
 * Members that are undefined are left out. Throws on what JSON can't hold: functions, non-finite numbers, lone surrogates.
 */
export function canonicalize(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalText(value);
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('A number that is not finite has no canonical form');
      return JSON.stringify(value);
    case 'object': {
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalize(item)).join(',')}]`;
      const members = Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => `${canonicalText(name)}:${canonicalize(member)}`);
      return `{${members.join(',')}}`;
    }
    default:
      throw new TypeError(`A ${typeof value} has no canonical form`);
  }
}

/** An event's canonical text: all its members but `leaf` and `hash`. */
export function canonicalEvent({ leaf: _leaf, hash: _hash, ...event }: Readonly<Record<string, unknown>>): string {
  return canonicalize(event);
}

/** Leaf of an event: SHA-256(0x00 || canonical event). */
export function leafHash(event: Readonly<Record<string, unknown>>, sha256: Sha256): Uint8Array {
  const text = utf8.encode(canonicalEvent(event));
  const bytes = new Uint8Array(text.length + 1);
  bytes.set(text, 1);
  return sha256(bytes);
}

/** Link of an event: SHA-256(previous hash || seq as big-endian int64 || leaf). */
export function linkHash(previous: Uint8Array, seq: number, leaf: Uint8Array, sha256: Sha256): Uint8Array {
  const bytes = new Uint8Array(72);
  bytes.set(previous, 0);
  new DataView(bytes.buffer).setBigInt64(32, BigInt(seq));
  bytes.set(leaf, 40);
  return sha256(bytes);
}

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += byte.toString(16).padStart(2, '0');
  return out;
}

/** Lower-case hex as bytes. Throws on anything else. */
export function fromHex(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(hex)) throw new TypeError('Not lower-case hex');
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}

/**
 * Recomputes leaf and link of every event, in rising order of `seq` without a gap. `after` is the event before the first one
 * (default: the chain's beginning). Stops at the first event that does not fit.
 */
export function verifyChain(
  events: Iterable<ChainedEvent>,
  sha256: Sha256,
  after: { readonly seq: number; readonly hash: string } = { seq: 0, hash: toHex(FIRST_PREVIOUS) },
): ChainVerdict {
  let head = after;
  let previous = fromHex(after.hash);
  let checked = 0;
  for (const event of events) {
    const bad = (expected: string, found: string): ChainVerdict => ({
      ok: false,
      checked,
      head: checked ? head : null,
      first_bad: { seq: head.seq + 1, expected, found },
    });
    if (event.seq !== head.seq + 1) return bad(`seq ${head.seq + 1}`, `seq ${event.seq}`);
    const leaf = leafHash(event, sha256);
    if (toHex(leaf) !== event.leaf) return bad(toHex(leaf), event.leaf);
    const hash = linkHash(previous, event.seq, leaf, sha256);
    if (toHex(hash) !== event.hash) return bad(toHex(hash), event.hash);
    previous = hash;
    head = { seq: event.seq, hash: event.hash };
    checked += 1;
  }
  return { ok: true, checked, head: checked ? head : null };
}
