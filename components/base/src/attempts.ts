import { newIdempotencyKey } from './client.js';
import { toApiError, type ApiError } from './errors.js';

/** Whether a write that failed may have happened all the same: its answer was lost. */
export function isLost(error: ApiError): boolean {
  return error.kind === 'network' || error.status >= 500 || (error.code === 'invalid_answer' && error.status < 400);
}

/**
 * Sends writes so that a repeat of one whose answer was lost is the same write: equal writes share their idempotency key until an
 * answer is certain.
 */
export class Attempts {
  readonly #open = new Map<string, string>();

  /** `what` names the write with all its values. Throws an `ApiError`. */
  async send<T>(what: string, write: (idempotencyKey: string) => Promise<T>): Promise<T> {
    const idempotencyKey = this.#open.get(what) ?? newIdempotencyKey();
    this.#open.set(what, idempotencyKey);
    try {
      const answer = await write(idempotencyKey);
      this.#open.delete(what);
      return answer;
    } catch (cause) {
      const error = toApiError(cause);
      // The first try runs still, and its answer may yet be lost.
      const runs = error.code === 'request_in_progress' && !error.problem?.done;
      if (!isLost(error) && !runs) this.#open.delete(what);
      throw error;
    }
  }
}
