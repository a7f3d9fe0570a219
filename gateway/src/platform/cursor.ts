import * as z from 'zod/mini';
import { problem } from './problem.js';

/** A time of a row as {@link encodeCursor} gets it, to the microsecond. PostgreSQL knows no year 0. */
export const CursorTime = z.iso.datetime({ precision: 6 }).check(z.refine((time) => !time.startsWith('0000')));

/** Where a page ended, as an opaque text. Holds nothing that its reader did not see. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** What {@link encodeCursor} made of the same list; anything else is refused as `invalid_request`. */
export function decodeCursor<T extends z.ZodMiniType>(cursor: string | undefined, shape: T): z.output<T> | null {
  if (cursor === undefined) return null;
  const refusal = problem('invalid_request', {
    errors: [{ path: 'cursor', code: 'cursor_invalid', message: 'This cursor does not belong to this list.' }],
  });
  let position: unknown;
  try {
    position = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'), refuseNul);
  } catch {
    throw refusal;
  }
  const parsed = z.safeParse(shape, position);
  if (!parsed.success) throw refusal;
  return parsed.data;
}

/** No text of the database holds U+0000, and it refuses to compare one. */
function refuseNul(_name: string, value: unknown): unknown {
  if (typeof value === 'string' && value.includes('\0')) throw new Error('A cursor holds U+0000');
  return value;
}
