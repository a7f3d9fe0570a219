import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import { isLost } from '@caas/base/attempts.js';
import { errorText } from '@caas/base/error-text.js';
import { ApiError, toApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { baseMessages, type BaseLocalize } from '@caas/base/messages.js';
import type { Guard } from './layers.js';
import type { Added, EntryChange, ListActs, NewEntry } from './list-acts.js';
import type { ListHost } from './list-actions.js';
import type { ListPage } from './list-kind.js';
import { ListWriter, type Step } from './list-writer.js';
import type { en } from './locales/en.actions.js';
import { ruleMessages } from './messages.rules.js';

/** Asks the user what to do about callers that a change would cut off; null closes the question. */
type AskGuard = (guard: Guard | null) => Promise<void>;

/** Changes a list. A change that would cut off callers in use asks first. */
export class ListChanges {
  readonly #host: ListHost;
  readonly #texts: Localize<typeof en>;
  readonly #base: BaseLocalize;
  readonly #writer: ListWriter;
  readonly #askGuard: AskGuard;

  constructor(host: ListHost, texts: Localize<typeof en>, askGuard: AskGuard) {
    this.#host = host;
    this.#texts = texts;
    this.#base = new Localize(host.element, baseMessages, () => host.locale());
    this.#writer = new ListWriter(host, texts);
    this.#askGuard = askGuard;
  }

  /** Adds entries and says what came of each. Throws an `ApiError`; code `left` where the user gave up. */
  async add(entries: readonly NewEntry[], merge: boolean): Promise<Added> {
    const { name } = this.#host.kind;
    const wasEmpty = this.#host.page()?.total === 0;
    const acts = await this.acts();
    const answer = await this.#guarded(addition(acts, entries, merge), (more) =>
      this.#writer.write(addition(acts, [...entries, ...plain(more)], merge)),
    );
    const { added, merged, rejected } = answer;
    const first = wasEmpty && added.length > 0 ? ` ${this.#texts.text(`first.${name}`)}` : '';
    this.#host.say({
      tone: rejected.length > 0 ? 'warning' : 'info',
      text: this.#texts.text('addedNotice', added.length, merged.length, rejected.length) + first,
    });
    return answer;
  }

  /** Adds one that was refused, by one click. A failure is said. */
  async addOne(value: string): Promise<void> {
    await this.#told(async () => {
      const { rejected } = await this.add(plain([value]), false);
      const code = rejected[0]?.code;
      if (!code) return;
      const why = this.#texts.findIn(ruleMessages, code) ?? rejected[0]?.message ?? code;
      this.#host.say({ tone: 'warning', text: `${value}: ${why}` });
    });
  }

  /** Removes an entry, and offers to put it back. A failure is said. */
  async remove(entry: WhitelistEntry): Promise<void> {
    await this.#told(async () => {
      const acts = await this.acts();
      const step: Step<unknown> = {
        before: 'remove',
        values: [entry.value],
        done: 'removed',
        entry,
        what: `remove ${entry.value}`,
        send: (client, sending) => acts.remove(client, entry.value, sending),
        about: () => [entry],
      };
      await this.#guarded(step, async (more) => {
        await this.#writer.write(addition(acts, plain(more), false));
        return this.#writer.write(step);
      });
      this.#host.say({
        tone: 'info',
        text: this.#texts.text('removedNotice', entry.value),
        action: { label: this.#texts.text('undo'), run: () => void this.#undo(entry) },
      });
    });
  }

  /** Changes label or end. Throws an `ApiError`. */
  async update(entry: WhitelistEntry, change: EntryChange): Promise<void> {
    const acts = await this.acts();
    await this.#writer.write({
      done: 'updated',
      entry,
      what: `update ${entry.id} ${JSON.stringify(change)}`,
      send: (client, sending) => acts.update(client, entry.id, change, sending),
      about: (now) => [now],
    });
  }

  /** Enforces the list or only observes. Throws an `ApiError`; code `left` where the user gave up. */
  async setMode(mode: ListPage['mode'], bindConsole: boolean): Promise<void> {
    const acts = await this.acts();
    const step: Step<unknown> = {
      before: 'mode-change',
      done: 'mode-changed',
      mode,
      what: `mode ${mode} ${bindConsole}`,
      send: (client, sending) => acts.setMode(client, mode, bindConsole, sending),
    };
    await this.#guarded(step, async (more) => {
      await this.#writer.write(addition(acts, plain(more), false));
      return this.#writer.write(step);
    });
    this.#host.say({ tone: 'info', text: this.#texts.text(mode === 'enforce' ? 'nowEnforced' : 'nowObserving') });
  }

  /** Keeps a change that would undo itself. A failure is said. */
  async confirm(revertId: string): Promise<void> {
    await this.#told(async () => {
      const acts = await this.acts();
      await this.#writer.write({
        done: 'change-confirmed',
        what: `confirm ${revertId}`,
        send: (client, sending) => acts.confirm(client, revertId, sending),
      });
      this.#host.say({ tone: 'info', text: this.#texts.text('kept') });
    });
  }

  /** Says why something failed. */
  failed(cause: unknown): void {
    const error = toApiError(cause);
    // What the user left needs no words; of lost answers and conflicts the writer has told.
    if (error.code === 'left' || isLost(error) || error.code === 'version_conflict') return;
    const text = this.#texts.find(`error.${error.code}`) ?? errorText(this.#base, error);
    this.#host.say({ tone: 'warning', text, error });
  }

  acts(): Promise<ListActs> {
    return this.#host.kind.acts();
  }

  /** Puts an entry back with label and end. */
  async #undo({ value, label, expires_at }: WhitelistEntry): Promise<void> {
    this.#host.say(null);
    await this.#told(() => this.add([{ value, label, expires_at }], false));
  }

  async #told(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (cause) {
      this.failed(cause);
    }
  }

  /** Makes a change; where it would cut callers off, the user lists them too, forces it, or leaves it. */
  async #guarded<T>(step: Step<T>, withThem: (sources: readonly string[]) => Promise<T>): Promise<T> {
    try {
      return await this.#writer.write(step);
    } catch (cause) {
      const { code, problem } = toApiError(cause);
      if (code !== 'would_lock_out') throw cause;
      const acts = await this.acts();
      const rules = await acts.rules();
      const callers = acts.callers(problem?.uncovered);
      const total = Number(problem?.uncovered_total);
      return await new Promise<T>((resolve, reject) => {
        // A failure stays in the question, which shows it and lets the user choose again.
        const choose = async (run: () => Promise<T>): Promise<void> => {
          resolve(await run());
          await this.#askGuard(null);
        };
        const guard: Guard = {
          callers,
          total: Number.isInteger(total) ? total : callers.length,
          addable: callers.map(({ source }) => source).filter((source) => rules.parse(source).ok),
          add: (sources) => choose(() => withThem(sources)),
          force: () => choose(() => this.#writer.write({ ...step, before: undefined }, true)),
          leave: () => {
            void this.#askGuard(null);
            reject(new ApiError('left', 'Nothing was changed.'));
          },
        };
        this.#askGuard(guard).catch(reject);
      });
    }
  }
}

function addition(acts: ListActs, entries: readonly NewEntry[], merge: boolean): Step<Added> {
  return {
    before: 'add',
    values: entries.map(({ value }) => value),
    done: 'added',
    what: `add ${merge} ${JSON.stringify(entries)}`,
    send: (client, sending) => acts.add(client, entries, merge, sending),
    about: ({ added }) => added,
  };
}

function plain(values: readonly string[]): NewEntry[] {
  return values.map((value) => ({ value, label: null, expires_at: null }));
}
