import type { Problem } from '@caas/contract/problem.js';
import { read } from '@caas/contract/shape.js';
import { ApiError } from './errors.js';

/** A refusal of the gateway, as its problem document describes it. */
export function problemError(response: Response, json: unknown, requestId: string | null): ApiError {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const details = { status: response.status, requestId, retryAfter: Number.isFinite(retryAfter) ? retryAfter : null };
  if (!isProblem(json)) return new ApiError('invalid_answer', `The gateway answered ${response.status}.`, details);
  return new ApiError(json.code, json.detail, { ...details, requestId: json.request_id, problem: json });
}

/** RFC 9457 with our members; extra members are kept. */
function isProblem(json: unknown): json is Problem {
  try {
    read(
      { code: 's', detail: 's', request_id: 's', errors: ['~', ['a', { path: 's', code: 's', message: 's' }]] },
      json,
    );
    return true;
  } catch {
    return false;
  }
}
