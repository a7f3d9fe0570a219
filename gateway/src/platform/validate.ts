import type * as z from 'zod/mini';
import type { Endpoint, Received } from '@caas/contract/endpoint.js';
import type { FieldError } from '@caas/contract/problem.js';
import { problem } from './problem.js';

/** More would help nobody and makes answers large. */
const MAX_ERRORS = 50;

/** A longer list of values is read in the documentation. */
const MAX_VALUES = 12;

const MESSAGES: Readonly<Record<string, string>> = {
  required: 'is required',
  wrong_type: 'has the wrong type',
  unknown_field: 'is not known here',
  too_short: 'is too short',
  too_long: 'is too long',
  too_small: 'is too small',
  too_big: 'is too large',
  invalid_format: 'has the wrong form',
  not_allowed: 'is not one of the allowed values',
  text_invalid: 'holds characters that can not be stored',
  duplicate: 'holds a value twice',
  invalid: 'is not valid',
};

type Issue = z.core.$ZodIssue;

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let at = data;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

function stableCode(issue: Issue, data: unknown): string {
  const given = (): boolean => valueAt(data, issue.path) !== undefined;
  switch (issue.code) {
    case 'invalid_type':
      return given() ? 'wrong_type' : 'required';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_short' : 'too_small';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_big';
    case 'invalid_format':
      return 'invalid_format';
    case 'invalid_value':
      return given() ? 'not_allowed' : 'required';
    case 'invalid_union':
      return given() ? 'invalid' : 'required';
    case 'custom': {
      const code: unknown = issue.params?.code;
      return typeof code === 'string' ? code : 'invalid';
    }
    default:
      return 'invalid';
  }
}

/** What would have been possible: the allowed values where they are few, or the bound that was passed; null where neither says it. */
function possible(issue: Issue): string | null {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length <= MAX_VALUES ? issue.values.map(String).join(', ') : null;
    case 'too_small':
      return `at least ${amount(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `at most ${amount(issue.maximum, issue.origin)}`;
    case 'custom': {
      const { min, max } = issue.params ?? {};
      if (typeof min === 'number') return `at least ${amount(min, 'string')}`;
      return typeof max === 'number' ? `at most ${amount(max, 'string')}` : null;
    }
    default:
      return null;
  }
}

function amount(bound: number | bigint, origin: string): string {
  const unit = origin === 'string' ? 'character' : origin === 'array' ? 'value' : null;
  return unit ? `${bound} ${unit}${Number(bound) === 1 ? '' : 's'}` : String(bound);
}

function toFieldErrors(issues: readonly Issue[], data: unknown): FieldError[] {
  const error = (path: readonly PropertyKey[], code: string, instead: string | null): FieldError => ({
    path: path.map(String).join('.').slice(0, 200),
    code,
    message: `${path.length ? 'This field' : 'The value'} ${MESSAGES[code] ?? 'is not valid'}${instead ? `: ${instead}` : ''}.`,
  });
  const errors = issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => error([...issue.path, key], 'unknown_field', null));
    const code = stableCode(issue, data);
    return [error(issue.path, code, code === 'required' ? null : possible(issue))];
  });
  // A text in place of a list is no list that is too long.
  const mistyped = new Set(errors.filter(({ code }) => code === 'wrong_type').map(({ path }) => path));
  return errors.filter(({ code, path }) => code === 'wrong_type' || !mistyped.has(path));
}

function unknownFields(data: unknown): FieldError[] {
  if (data === undefined || data === null) return [];
  if (typeof data !== 'object' || Array.isArray(data))
    return [{ path: '', code: 'wrong_type', message: 'The value is not expected here.' }];
  return Object.keys(data).map((path) => ({
    path: path.slice(0, 200),
    code: 'unknown_field',
    message: 'This field is not known here.',
  }));
}

/** A raw request, before its shape is known. */
export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Applies the endpoint's schemas. Throws `invalid_request` with every field that is wrong; a part without a schema must be empty. */
export function validate<E extends Endpoint>(endpoint: E, raw: RawInput): Received<E> {
  const errors: FieldError[] = [];
  const check = (schema: z.ZodMiniType | undefined, data: unknown): unknown => {
    if (!schema) {
      errors.push(...unknownFields(data));
      return undefined;
    }
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    errors.push(...toFieldErrors(result.error.issues, data));
    return undefined;
  };
  const received = {
    params: check(endpoint.params, raw.params),
    query: check(endpoint.query, raw.query),
    // No body and an empty body are the same to a caller.
    body: check(endpoint.body, raw.body ?? undefined),
  };
  if (errors.length) {
    const detail =
      errors.length === 1
        ? `${errors[0]?.path || 'The request'}: ${errors[0]?.message}`
        : `${errors.length} fields are not valid.`;
    throw problem('invalid_request', { detail, errors: errors.slice(0, MAX_ERRORS) });
  }
  // The schemas gave exactly what the endpoint's type says.
  return received as Received<E>;
}
