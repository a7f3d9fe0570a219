import type { WhitelistEntry, WhitelistMode } from '@caas/contract/whitelists.js';
import { Attempts, isLost } from '@caas/base/attempts.js';
import type { ApiClient } from '@caas/base/client.js';
import { ApiError, toApiError } from '@caas/base/errors.js';
import { emit, mayProceed } from '@caas/base/events.js';
import type { Localize } from '@caas/base/localize.js';
import { withStepUp } from '@caas/ui/step-up.js';
import type { ListHost } from './list-actions.js';
import type { Sending } from './list-acts.js';
import type { en } from './locales/en.actions.js';

/** One write: what it asks the host page before, what it sends, what it tells after. */
export interface Step<T> {
  /** The cancelable event before it, without `caas-before-ip-`. */
  before?: string | undefined;
  /** The event after it, without `caas-ip-`. */
  done: string;
  /** What it is about, as the event before tells it. */
  values?: readonly string[];
  /** The entry it acts on; absent where it makes some. */
  entry?: WhitelistEntry;
  mode?: WhitelistMode;
  /** Names the write with all its values, for repeats. */
  what: string;
  send: (client: ApiClient, sending: Sending) => Promise<T>;
  /** Which entries the event after is about. */
  about?: (answer: T) => readonly WhitelistEntry[];
}

/** Does writes: asks the host page, sends, lets all reads ask again, tells the host page. */
export class ListWriter {
  readonly #host: ListHost;
  readonly #texts: Localize<typeof en>;
  readonly #attempts = new Attempts();

  constructor(host: ListHost, texts: Localize<typeof en>) {
    this.#host = host;
    this.#texts = texts;
  }

  /** Throws an `ApiError`; code `cancelled` where the host page stopped it, `offline` where nothing was sent. */
  async write<T>(step: Step<T>, force = false): Promise<T> {
    const { element, kind } = this.#host;
    const connection = this.#host.connection();
    if (!connection || this.#host.offline()) throw new ApiError('offline', 'Offline. Nothing was sent.');
    const about = step.mode ? { mode: step.mode } : { values: [...(step.values ?? [])] };
    if (step.before && !(await mayProceed(element, `caas-before-${kind.name}-${step.before}`, about)))
      throw new ApiError('cancelled', 'The page did not allow it.');
    let answer: T;
    try {
      const { client } = connection;
      answer = await withStepUp(element, client, () =>
        this.#attempts.send(`${force} ${step.what}`, (idempotencyKey) => step.send(client, { idempotencyKey, force })),
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
    const entries = step.about?.(answer).map(({ id, value, label }) => ({ id, value, label }));
    const detail = step.mode ? { mode: step.mode } : entries && { entries };
    emit(element, `caas-${kind.name}-${step.done}`, detail);
    return answer;
  }

  #onFailure({ entry }: Pick<Step<unknown>, 'entry'>, error: ApiError): void {
    if (isLost(error)) {
      this.#host.say({ tone: 'warning', text: this.#texts.text('notConfirmed'), error });
      void this.#host.reload();
    } else if (entry && (error.code === 'version_conflict' || error.code === 'not_found')) {
      this.#host.say({ tone: 'warning', text: this.#texts.text('conflict', entry.value), error });
      this.#host.markChanged(entry.id);
      void this.#host.reload();
    }
  }
}
