import * as z from 'zod/mini';
import { codePoints, isCleanText, isEmail } from './text.js';

/** Text of `min` to `max` code points, kept as typed less blanks at both ends. */
// @__NO_SIDE_EFFECTS__
export function text(min: number, max: number) {
  return z.string().check(
    z.trim(),
    z.refine(isCleanText, { params: { code: 'text_invalid' } }),
    z.refine((value: string) => codePoints(value) >= min, { params: { code: 'too_short', min } }),
    z.refine((value: string) => value.length <= max || codePoints(value) <= max, { params: { code: 'too_long', max } }),
    z.meta({ minLength: min, maxLength: max }),
  );
}

/** Optional text: blank, null and absent all mean "none" and are stored as null. */
// @__NO_SIDE_EFFECTS__
export function optionalText(max: number) {
  return z.optional(
    z.nullable(
      z.pipe(
        text(0, max),
        z.transform((value: string) => value || null),
      ),
    ),
  );
}

/** A secret as typed: not trimmed, bounded. */
// @__NO_SIDE_EFFECTS__
export function secretText(min: number, max: number) {
  return z.string().check(
    z.refine(isCleanText, { params: { code: 'text_invalid' } }),
    z.refine((value: string) => codePoints(value) >= min, { params: { code: 'too_short', min } }),
    z.refine((value: string) => value.length <= max * 2 && codePoints(value) <= max, {
      params: { code: 'too_long', max },
    }),
    z.meta({ minLength: min, maxLength: max }),
  );
}

/** A prefixed, sortable id such as `key_01J8Z…` (ULID in Crockford's base 32). */
// @__NO_SIDE_EFFECTS__
export function id(prefix: string) {
  return z.string().check(z.regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`)));
}

/** A time, ISO 8601 in UTC with milliseconds. */
export const Time = z.iso.datetime();

/** An e-mail address as people have them; compared without case. */
export const Email = z
  .string()
  .check(
    z.trim(),
    z.refine(isEmail, { params: { code: 'invalid_format' } }),
    z.meta({ format: 'email', maxLength: 254 }),
  );

/** A number in a query string: whole, within bounds, never coerced from anything else. */
// @__NO_SIDE_EFFECTS__
export function queryInt(min: number, max: number) {
  return z.pipe(
    z.union([z.number(), z.string().check(z.regex(/^-?\d{1,15}$/))]),
    z.pipe(
      z.transform((value: string | number) => Number(value)),
      z.int().check(z.gte(min), z.lte(max)),
    ),
  );
}

/** A boolean in a query string: `true` or `false`. */
export const QueryBoolean = z.pipe(
  z.union([z.boolean(), z.enum(['true', 'false'])]),
  z.transform((value) => value === true || value === 'true'),
);

/** Page size: 25, at most 200. */
export const Limit = z._default(queryInt(1, 200), 25);

/** Where the next page starts. Opaque; made by the gateway. */
export const Cursor = z.string().check(z.maxLength(500));

/** A list answer. `total` is absent where counting costs too much. */
// @__NO_SIDE_EFFECTS__
export function page<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), next_cursor: z.nullable(z.string()), total: z.optional(z.int()) });
}
