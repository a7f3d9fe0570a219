import { problem } from '../platform/problem.js';

const MAX_BYTES = 8_192;
const MAX_DEPTH = 8;
const UNFIT_TEXT = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Refuses details whose canonical form would not be the same everywhere: fractions and numbers beyond 2^53, text that JSON or the
 * database can't hold, and anything too deep or beyond 8 KB.
 */
export function checkDetails(details: Readonly<Record<string, unknown>>): void {
  if (Buffer.byteLength(JSON.stringify(details)) > MAX_BYTES)
    refuse('details', 'too_long', `At most ${MAX_BYTES} bytes as JSON.`);
  checkValue(details, 'details', 0);
}

function checkValue(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') {
    if (UNFIT_TEXT.test(value)) refuse(path, 'text_invalid', 'This text has characters that can not be stored.');
  } else if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      refuse(path, 'number_invalid', 'Whole numbers within 2^53 only. Send others as text.');
  } else if (typeof value === 'object' && value !== null) {
    if (depth >= MAX_DEPTH) refuse(path, 'too_deep', `At most ${MAX_DEPTH} levels.`);
    for (const [name, member] of Object.entries(value)) {
      checkValue(name, path, depth);
      checkValue(member, `${path}.${name}`, depth + 1);
    }
  }
}

function refuse(path: string, code: string, message: string): never {
  throw problem('invalid_request', { errors: [{ path: path.slice(0, 200), code, message }] });
}
