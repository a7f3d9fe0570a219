import type { Answer, Endpoint } from '@caas/contract/endpoint.js';
import { ApiClient } from '@caas/base/client.js';
import { ApiError } from '@caas/base/errors.js';

/** A client that tells of each answer, a refusal too, by `caas-answered` on `window`: the gateway can be reached. */
export class HeardClient extends ApiClient {
  override async call<E extends Endpoint>(
    ...given: Parameters<typeof ApiClient.prototype.call<E>>
  ): Promise<Answer<E>> {
    let answered = true;
    try {
      return await super.call(...given);
    } catch (cause) {
      answered = cause instanceof ApiError && cause.status > 0;
      throw cause;
    } finally {
      if (answered) dispatchEvent(new Event('caas-answered'));
    }
  }
}
