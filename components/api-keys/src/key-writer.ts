import type { ApiKey } from '@caas/contract/api-keys.js';
import { Attempts, isLost } from '@caas/base/attempts.js';
import { ApiError, toApiError } from '@caas/base/errors.js';
import { emit, mayProceed } from '@caas/base/events.js';
import type { Localize } from '@caas/base/localize.js';
import { withStepUp } from '@caas/ui/step-up.js';
import type { KeyEventDetail } from './api-keys.data.js';
import { isConflict, type Send } from './key-actions.data.js';
import type { KeysHost } from './key-actions.js';
import type { en } from './locales/en.actions.js';

/** One write: whom it asks before, what it sends, what it says after. */
export interface Step<T> {
  /** The cancelable event before it. */
  before?: string;
  /** The event after it. */
  done: string;
  /** The key it acts on; absent where it makes one. */
  key?: ApiKey;
  /** Name of the key to be made. */
  name?: string;
  /** Names the write with all its values, for repeats. */
  what: string;
  send: Send<T>;
  /** Who the event is about, where not `key`. */
  about?: (answer: T) => KeyEventDetail;
}

/** Does writes: asks the host page, sends, lets all reads ask again, tells the host page. */
export class KeyWriter {
  readonly #host: KeysHost;
  readonly #texts: Localize<typeof en>;
  readonly #attempts = new Attempts();

  constructor(host: KeysHost, texts: Localize<typeof en>) {
    this.#host = host;
    this.#texts = texts;
  }

  /** Throws an `ApiError`; code `cancelled` where the host page stopped it, `offline` where nothing was sent. */
  async write<T>(step: Step<T>): Promise<T> {
    const connection = this.#host.connection();
    if (!connection || this.#host.offline()) throw new ApiError('offline', 'Offline. Nothing was sent.');
    if (step.before && !(await mayProceed(this.#host.element, step.before, detailOf(step)))) {
      throw new ApiError('cancelled', 'The page did not allow it.');
    }
    let answer: T;
    try {
      const { client } = connection;
      answer = await withStepUp(this.#host.element, client, () =>
        this.#attempts.send(step.what, (idempotencyKey) => step.send(client, idempotencyKey)),
      );
    } catch (cause) {
      const error = toApiError(cause);
      this.#onFailure(step, error);
      throw error;
    }
    if (connection !== this.#host.connection()) return answer; // the element serves another tenant by now
    this.#host.say(null);
    this.#host.markChanged(null);
    void this.#host.reload();
    const about = step.about?.(answer) ?? step.key;
    emit(this.#host.element, step.done, about ? { id: about.id, name: about.name } : undefined);
    return answer;
  }

  #onFailure(step: Pick<Step<unknown>, 'key'>, error: ApiError): void {
    if (isLost(error)) {
      this.#host.say({ tone: 'warning', text: this.#texts.text('notConfirmed'), error });
      void this.#host.reload();
    } else if (isConflict(error) && step.key) {
      this.#host.say({ tone: 'warning', text: this.#texts.text('conflict', step.key.name), error });
      this.#host.markChanged(step.key.id);
      void this.#host.reload();
    }
  }
}

function detailOf({ key, name }: Pick<Step<unknown>, 'key' | 'name'>): Partial<KeyEventDetail> {
  return key ? { id: key.id, name: key.name } : { name: name ?? '' };
}
