import { ERRORS, type ErrorCode, type FieldError } from '@caas/contract/problem.js';

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
    super(detail ?? ERRORS[code].title);
    this.name = 'ProblemError';
    this.code = code;
    this.status = ERRORS[code].status;
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
      title: ERRORS[this.code].title,
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
