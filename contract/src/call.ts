import type { Endpoint } from './endpoint.js';
import type { Shape } from './shape.js';

/** An endpoint as a browser needs it: where to call, and the shapes of its good answers. Carries the endpoint's types. */
export interface Call<E extends Endpoint = Endpoint> {
  readonly id: string;
  readonly method: Endpoint['method'];
  readonly path: string;
  /** No token is sent: anybody may call, or the refresh cookie speaks. */
  readonly open: boolean;
  /** `null` is an answer without a body. */
  readonly answers: { readonly [status: number]: Shape | null };
  /** For the compiler alone: never set. */
  readonly endpoint?: E;
}
