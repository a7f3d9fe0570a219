import type { Problem } from '@caas/contract/problem.js';

/** What a host page has to tell apart, as `caas-error` says it. */
export type ErrorKind = 'network' | 'auth' | 'permission' | 'rate_limit' | 'config' | 'server' | 'render' | 'request';

/** Codes of failures that never reached the gateway or came back unreadable, beside the gateway's own codes. */
export type LocalCode = 'network' | 'timeout' | 'invalid_answer' | 'token_unavailable' | 'not_configured';

/** What whoever built the page has to mend. */
const CONFIG = ['not_configured', 'token_unavailable', 'origin_not_allowed'];

interface Details {
  status?: number;
  requestId?: string | null;
  problem?: Problem | null;
  /** Seconds to wait before trying again. */
  retryAfter?: number | null;
  /** What was thrown; where a token was asked for in vain, its path. */
  cause?: unknown;
}

/** A call that failed. `code` is the gateway's stable code, or a local one where there was no readable answer. */
export class ApiError extends Error {
  readonly code: string;
  /** HTTP status, 0 where there was no answer. */
  readonly status: number;
  readonly requestId: string | null;
  readonly problem: Problem | null;
  readonly retryAfter: number | null;

  constructor(code: string, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = 'ApiError';
    this.code = code;
    this.status = details.status ?? 0;
    this.requestId = details.requestId ?? null;
    this.problem = details.problem ?? null;
    this.retryAfter = details.retryAfter ?? null;
  }

  get kind(): ErrorKind {
    if (this.code === 'network' || this.code === 'timeout') return 'network';
    if (this.status === 401) return 'auth';
    if (CONFIG.includes(this.code)) return 'config';
    if (this.status === 403) return 'permission';
    if (this.status === 429) return 'rate_limit';
    if (this.status >= 400 && this.status < 500) return 'request';
    return 'server';
  }

  /** Whether asking again may help without anybody changing anything. */
  get transient(): boolean {
    return this.kind === 'network' || this.kind === 'rate_limit' || this.status >= 500;
  }
}

/** The failure of an element that has neither connection nor address. */
export function notConfigured(): ApiError {
  return new ApiError('not_configured', 'Set api-url, and token-url or getToken.');
}

/** Any thrown value as an `ApiError`. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError('invalid_answer', error instanceof Error ? error.message : String(error), { cause: error });
}
