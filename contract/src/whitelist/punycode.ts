/** A host as people read it: each `xn--` label decoded (RFC 3492). Null when a label is no Punycode of a name in normal form. */
export function unicodeHost(host: string): string | null {
  const labels = host.split('.').map((label) => (label.startsWith('xn--') ? decode(label.slice(4)) : label));
  return labels.includes(null) ? null : labels.join('.');
}

// The parameters of RFC 3492, section 5.
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;

/** RFC 3492, section 6.2; null for what can not have been made by an encoder. */
function decode(label: string): string | null {
  const hyphen = label.lastIndexOf('-');
  const output = hyphen > 0 ? label.slice(0, hyphen).split('') : [];
  let code = 128;
  let index = 0;
  let bias = 72;
  for (let at = hyphen > 0 ? hyphen + 1 : 0; at < label.length;) {
    const before = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(at));
      at += 1;
      if (digit < 0) return null;
      index += digit * weight;
      const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (index > 0x7fff_ffff) return null;
    }
    const length = output.length + 1;
    bias = adapt(index - before, length, before === 0);
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10_ffff || (code >= 0xd800 && code < 0xe000)) return null;
    output.splice(index, 0, String.fromCodePoint(code));
    index += 1;
  }
  return output.length > 0 ? output.join('') : null;
}

/** RFC 3492, section 6.1. */
function adapt(difference: number, length: number, first: boolean): number {
  let delta = first ? Math.floor(difference / DAMP) : difference >> 1;
  delta += Math.floor(delta / length);
  let k = 0;
  for (; delta > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) delta = Math.floor(delta / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}

/** a to z stand for 0 to 25, 0 to 9 for 26 to 35; -1: no digit. */
function digitOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 22 : -1;
}
