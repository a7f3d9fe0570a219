const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const EMAIL = /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** Text that PostgreSQL and JSON can carry: no NUL, no lone surrogate. */
export function isCleanText(value: string): boolean {
  return !value.includes('\0') && !LONE_SURROGATE.test(value);
}

/** How many code points a text has: lengths are counted the way people and JSON Schema do, not in UTF-16 units. */
export function codePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/** The same text, of API keys in it only what lists show of them: searching for a leaked one must not leak it further. */
export function withoutSecrets(value: string): string {
  return value.replace(/(caas_\w{8})\w{5,}(\w{4})/g, '$1$2');
}

/** Whether a text is an e-mail address as people have them, 254 characters at most. Forms and gateway judge by this alone. */
export function isEmail(value: string): boolean {
  return value.length <= 254 && EMAIL.test(value);
}
