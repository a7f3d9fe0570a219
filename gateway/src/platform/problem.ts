import { ERROR_STATUS, type ErrorCode, type FieldError } from '@caas/contract/problem.js';

const TITLES: Readonly<Record<ErrorCode, string>> = {
  invalid_request: 'The request is not valid',
  token_invalid: 'The token is missing or not valid',
  token_expired: 'The token has expired',
  api_key_invalid: 'The API key is missing or not valid',
  invalid_credentials: 'The e-mail address or the password is wrong',
  session_expired: 'The session has ended',
  refresh_reused: 'The session was ended for safety',
  forbidden: 'Not allowed',
  origin_not_allowed: 'This origin is not allowed',
  ip_not_allowed: 'This address is not allowed',
  key_in_browser: 'An API key must not be used in a browser',
  quota_reached: 'The limit of the plan is reached',
  registration_closed: 'Registration is closed',
  cross_site_request: 'Requests from other sites are refused',
  not_found: 'Not found',
  method_not_allowed: 'Method not allowed',
  email_taken: 'This e-mail address is taken',
  name_taken: 'This name is taken',
  version_conflict: 'Somebody else changed this meanwhile',
  wrong_state: 'Not possible in the present state',
  key_in_use: 'The key is in use',
  rotation_running: 'A rotation is running already',
  old_key_in_use: 'The old key is still in use',
  new_key_unused: 'The new key was not used yet',
  idempotency_mismatch: 'The idempotency key belongs to another request',
  request_in_progress: 'The same request is in progress',
  precondition_failed: 'The precondition failed',
  payload_too_large: 'The request is too large',
  unsupported_media_type: 'Only application/json is accepted',
  account_locked: 'The account is locked for now',
  rate_limited: 'Too many requests',
  headers_too_large: 'The request headers are too large',
  internal_error: 'Something went wrong on our side',
  unavailable: 'Temporarily unavailable',
};

/** What a problem may carry besides its code. Any other member stands at the top level of the answer. */
export interface ProblemOptions {
  /** One sentence for the person who reads the answer. Never a secret, a stack or SQL. */
  detail?: string;
  errors?: readonly FieldError[];
  /** Seconds, sent as `Retry-After`. */
  retryAfter?: number;
  /** Further answer headers. */
  headers?: Readonly<Record<string, string>>;
  [member: string]: unknown;
}

/** A refusal that reaches the caller as an RFC 9457 problem. Made by {@link problem}. */
export class ProblemError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #members: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, { detail, retryAfter, headers, ...members }: ProblemOptions = {}) {
    super(detail ?? TITLES[code]);
    this.name = 'ProblemError';
    this.code = code;
    this.status = ERROR_STATUS[code];
    this.headers =
      retryAfter === undefined
        ? (headers ?? {})
        : { ...headers, 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) };
    this.#members = members;
  }

  /** The answer's body. */
  toBody(requestId: string): Record<string, unknown> {
    return {
      type: `/docs/errors/${this.code}`,
      title: TITLES[this.code],
      status: this.status,
      code: this.code,
      detail: this.message,
      request_id: requestId,
      ...this.#members,
    };
  }
}

/** Makes a refusal: `throw problem('name_taken', { detail: 'Another key has this name.' })`. The status comes from the contract. */
export function problem(code: ErrorCode, options?: ProblemOptions): ProblemError {
  return new ProblemError(code, options);
}
