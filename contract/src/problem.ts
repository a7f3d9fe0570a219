import * as z from 'zod/mini';

/** Every stable error code and its HTTP status. Texts may change, codes never do. */
export const ERROR_STATUS = {
  invalid_request: 400,
  token_invalid: 401,
  token_expired: 401,
  api_key_invalid: 401,
  invalid_credentials: 401,
  session_expired: 401,
  refresh_reused: 401,
  forbidden: 403,
  origin_not_allowed: 403,
  ip_not_allowed: 403,
  key_in_browser: 403,
  quota_reached: 403,
  registration_closed: 403,
  cross_site_request: 403,
  not_found: 404,
  method_not_allowed: 405,
  email_taken: 409,
  name_taken: 409,
  version_conflict: 409,
  wrong_state: 409,
  key_in_use: 409,
  rotation_running: 409,
  old_key_in_use: 409,
  new_key_unused: 409,
  idempotency_mismatch: 409,
  request_in_progress: 409,
  precondition_failed: 412,
  payload_too_large: 413,
  unsupported_media_type: 415,
  account_locked: 423,
  rate_limited: 429,
  headers_too_large: 431,
  internal_error: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One field of a request that was refused. `path` is dotted (`scopes.0`), `code` is stable. */
export const FieldError = z.object({ path: z.string(), code: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** RFC 9457 problem. Extra members (`limit`, `current`, `calls_24h` …) stand at the top level. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  request_id: z.string(),
  errors: z.optional(z.array(FieldError)),
});
export type Problem = z.infer<typeof Problem>;
