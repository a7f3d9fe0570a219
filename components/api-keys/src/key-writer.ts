import type { ApiKey } from '@caas/contract/api-keys.js';
import { Attempts, isLost } from '@caas/base/attempts.js';
import type { Connection } from '@caas/base/connection.js';
import { ApiError, toApiError } from '@caas/base/errors.js';
import { emit, mayProceed } from '@caas/base/events.js';
import type { Localize } from '@caas/base/localize.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import { withStepUp } from '@caas/ui/step-up.js';
import type { KeyEventDetail } from './api-keys.data.js';
import { changedBy, explain, isConflict, type Send } from './key-actions.data.js';
import type { KeysHost } from './key-actions.js';
import type { Notice } from './key-list.parts.js';
import type en from './locales/en.actions.js';

/** One write: whom it asks before, what it sends, what it says after. */
export interface Step<T> {
  /** The cancelable event before it. */
  before?: string;
  /** The event after it. */
  done: string;
  /** What asked for it and shows why it fails; null where nothing is open. */
  asked: object | null;
  /** What the list says where that is closed before the answer is there; with the name. */
  left: 'left' | 'leftRotation' | 'leftAct';
  /** The key it acts on; absent where it makes one. */
  key?: ApiKey;
  /** This very page stops with that key. */
  own?: boolean;
  /** Name of the key to be made. */
  name?: string;
  /** Names the write with all its values, for repeats. */
  what: string;
  send: Send<T>;
  /** Who the event is about, where not `key`. */
  about?: (answer: T) => KeyEventDetail;
}

/** Whom a write is about, and who waits for it. */
type Subject = Pick<Step<unknown>, 'asked' | 'left' | 'key' | 'name'>;

/**
 * Does writes: asks the host page, sends, lets all reads ask again, tells the host page. Of a write whose form or dialog was closed before
 * the answer, the list says what became of it.
 */
export class KeyWriter {
  readonly #host: KeysHost;
  readonly #texts: Localize<typeof en>;
  readonly #base: BaseLocalize;
  readonly #attempts = new Attempts();
  /** Writes that run, by what asked for them. */
  readonly #running = new Map<object, Subject>();
  /** What was closed before its answer was there. */
  readonly #left = new WeakSet<object>();

  constructor(host: KeysHost, texts: Localize<typeof en>, base: BaseLocalize) {
    this.#host = host;
    this.#texts = texts;
    this.#base = base;
  }

  /** What asked for a write is closed: where that has no answer yet, the list says so. */
  leave(asked: object): void {
    if (!this.#running.has(asked)) return;
    this.#left.add(asked);
    this.#host.say(this.#late());
    void this.#host.reload();
  }

  /** Throws an `ApiError`; code `cancelled` where the host page stopped it, `offline` where nothing was sent. */
  async write<T>(step: Step<T>): Promise<T> {
    const connection = this.#host.connection();
    let answer: T;
    if (step.asked) this.#running.set(step.asked, step);
    try {
      answer = await this.#send(step, connection).finally(() => step.asked && this.#running.delete(step.asked));
    } catch (cause) {
      const error = toApiError(cause);
      if (connection === this.#host.connection()) this.#onFailure(step, error);
      throw error;
    }
    if (connection === this.#host.connection()) this.#onDone(step, answer); // else it serves another tenant by now
    return answer;
  }

  async #send<T>(step: Step<T>, connection: Connection | null): Promise<T> {
    if (!connection || this.#host.offline()) throw new ApiError('offline', 'Offline. Nothing was sent.');
    if (step.before && !(await mayProceed(this.#host.element, step.before, detailOf(step)))) {
      throw new ApiError('cancelled', 'The page did not allow it.');
    }
    const { client } = connection;
    return withStepUp(this.#host.element, client, () =>
      this.#attempts.send(step.what, (idempotencyKey) => step.send(client, idempotencyKey)),
    );
  }

  /** What the list says of a write that was left and still runs. */
  #late(): Notice | null {
    const step = [...this.#running.values()].filter((each) => this.#isLeft(each)).at(-1);
    return step ? { tone: 'warning', text: this.#texts.text(step.left, nameOf(step)) } : null;
  }

  #onDone<T>(step: Step<T>, answer: T): void {
    // Where a secret comes, it is what is said.
    const told = step.left === 'leftAct' && this.#isLeft(step);
    const name = nameOf(step);
    const texts = this.#texts;
    const own = step.own && texts.text('about', name, `${texts.text('done')}. ${texts.text('ownKey')}`);
    const text = own || (told && texts.text('leftDone', name));
    this.#host.say(text ? { tone: 'info', text } : this.#late());
    this.#host.markChanged(null);
    void this.#host.reload();
    const about = step.about?.(answer) ?? step.key;
    emit(this.#host.element, step.done, about ? { id: about.id, name: about.name } : undefined);
  }

  #onFailure(step: Subject, error: ApiError): void {
    const lost = isLost(error);
    const alone = !step.asked || this.#isLeft(step);
    if (!lost && isConflict(error) && step.key) {
      this.#host.say({ tone: 'warning', text: this.#texts.text('conflict', step.key.name, changedBy(error)), error });
      this.#host.markChanged(step.key.id);
      void this.#host.reload();
    } else if (lost || alone) {
      const reason = explain(this.#texts, this.#base, error);
      const text = alone ? this.#texts.text('about', nameOf(step), reason) : reason;
      this.#host.say({ tone: 'warning', text, error });
      if (lost) void this.#host.reload();
    }
  }

  #isLeft({ asked }: Subject): boolean {
    return asked !== null && this.#left.has(asked);
  }
}

function nameOf({ key, name }: Subject): string {
  return key?.name ?? name ?? '';
}

function detailOf(step: Subject): Partial<KeyEventDetail> {
  return { ...(step.key ? { id: step.key.id } : {}), name: nameOf(step) };
}
