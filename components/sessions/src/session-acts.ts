import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { errorText } from '@caas/base/error-text.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { emit, mayProceed } from '@caas/base/events.js';
import { Localize, type LocaleSetting } from '@caas/base/localize.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import type { Connection } from '@caas/base/connection.js';
import '@caas/ui/caas-confirm.js';
import '@caas/ui/caas-menu.js';
import type { Confirm } from '@caas/ui/confirm.js';
import { copyText } from '@caas/ui/clipboard.js';
import { copy, logOut, power } from '@caas/ui/icons.js';
import type { Menu, MenuItem, MenuSelectedEvent } from '@caas/ui/menu.js';
import type { en } from './locales/en.acts.js';
import { actMessages } from './messages.acts.js';
import { endAll, endOne, type Scope, type SessionRow } from './sessions.data.js';

/** What the acts need of the list around them. */
export interface ActsHost {
  readonly element: LitElement;
  readonly base: BaseLocalize;
  connection(): Connection | null;
  locale(): LocaleSetting | null;
  offline(): boolean;
  /** Whether the page around follows `caas-navigate`, by which one signs out. */
  navigable(): boolean;
  mayEnd(row: SessionRow): boolean;
  /** Shows these sessions as being ended, until they are not. */
  mark(ids: readonly string[], ending: boolean): void;
  /** Asks the gateway for what is true now. */
  reload(): Promise<void>;
  said(outcome: Outcome): void;
}

/** What came of an act. */
export type Outcome =
  | { kind: 'ended'; who: string }
  | { kind: 'ended-many'; count: number }
  | { kind: 'failed'; who: string | null; reason: string; error: ApiError }
  | { kind: 'told'; text: string };

type Question = { kind: 'one'; row: SessionRow } | { kind: 'all'; scope: Scope; count: number; ids: readonly string[] };

/** The menu of a row and the dialogs before an end. A session is shown as ended after the gateway said so, not before. */
export class SessionActs {
  readonly #host: ActsHost;
  readonly #texts: Localize<typeof en>;
  #row: SessionRow | null = null;
  #question: Question | null = null;

  constructor(host: ActsHost) {
    this.#host = host;
    this.#texts = new Localize(host.element, actMessages, () => host.locale());
  }

  /** Once its texts are there, in the reader's language. */
  async ready(): Promise<void> {
    await this.#texts.bring();
  }

  /** Opens the menu of a row at its button. */
  async menu(row: SessionRow, anchor: HTMLElement): Promise<void> {
    this.#row = row;
    await this.#update();
    await this.#host.element.renderRoot.querySelector<Menu>('#acts')?.openAt(anchor);
  }

  /** Asks before all sessions of a scope end. `ids`: those that are shown. */
  endAll(scope: Scope, count: number, ids: readonly string[]): void {
    this.#question = { kind: 'all', scope, count, ids };
    void this.#update();
  }

  /** Takes back what is open. */
  close(): void {
    this.#question = null;
    this.#row = null;
    this.#host.element.requestUpdate();
  }

  render(): TemplateResult {
    return html`<caas-menu
        id="acts"
        .items=${this.#row ? this.#items(this.#row) : []}
        @caas-menu-selected=${(event: MenuSelectedEvent) => this.#choose(event.detail.id)}
      ></caas-menu>
      ${this.#question ? this.#renderQuestion(this.#question) : nothing}`;
  }

  #items(row: SessionRow): MenuItem[] {
    const texts = this.#texts;
    const write = this.#host.offline() ? { disabled: true, hint: texts.text('offline') } : {};
    const items: MenuItem[] = [{ id: 'copy', label: texts.text('copyId'), icon: copy }];
    if (row.current && this.#host.navigable())
      items.push('divider', { id: 'sign-out', label: texts.text('signOut'), icon: logOut, ...write });
    if (this.#host.mayEnd(row))
      items.push('divider', { id: 'end', label: texts.text('end'), icon: power, danger: true, ...write });
    return items;
  }

  #choose(id: string): void {
    const row = this.#row;
    if (!row) return;
    if (id === 'copy') void this.#copy(row.id);
    else if (id === 'sign-out') this.#signOut();
    else if (id === 'end') {
      this.#question = { kind: 'one', row };
      void this.#update();
    }
  }

  #renderQuestion(question: Question): TemplateResult {
    const texts = this.#texts;
    const one = question.kind === 'one';
    const kind = one ? question.row.kind : question.scope.kind;
    const text = one
      ? texts.text(question.row.own ? 'endText.own' : `endText.${kind}`)
      : texts.text(kind === 'console' && question.scope.of === 'mine' ? 'allText.mine' : `allText.${kind}`);
    return html`<caas-confirm
      open
      heading=${one ? texts.text('endTitle', question.row.who) : texts.text('allTitle', question.count)}
      verb=${one ? texts.text('end') : texts.text('allVerb', question.count)}
      tone="danger"
      .error=${this.#host.offline() ? texts.text('offline') : ''}
      @caas-confirmed=${() => void (one ? this.#endOne(question.row) : this.#endMany(question.scope, question.count, question.ids))}
      @caas-dialog-closed=${() => {
        if (this.#question === question) this.close();
      }}
    >
      <p>${text}</p>
    </caas-confirm>`;
  }

  async #endOne(row: SessionRow): Promise<void> {
    const { id, kind, who } = row;
    await this.#write(
      'caas-before-session-end',
      { id, kind },
      [id],
      who,
      // Gone already is what was wanted.
      (connection) =>
        endOne(connection.client, id).catch((error: unknown) => {
          if (toApiError(error).code !== 'not_found') throw error;
        }),
      () => {
        this.#host.said({ kind: 'ended', who });
        emit(this.#host.element, 'caas-session-ended', { id, kind });
      },
    );
  }

  async #endMany(scope: Scope, count: number, ids: readonly string[]): Promise<void> {
    const { kind } = scope;
    await this.#write(
      'caas-before-sessions-end',
      { kind, count },
      ids,
      null,
      (connection) => endAll(connection.client, scope),
      (ended) => {
        this.#host.said({ kind: 'ended-many', count: ended });
        emit(this.#host.element, 'caas-sessions-ended', { kind, count: ended });
      },
    );
  }

  async #write<T>(
    before: string,
    detail: object,
    ids: readonly string[],
    who: string | null,
    send: (connection: Connection) => Promise<T>,
    done: (answer: T) => void,
  ): Promise<void> {
    const host = this.#host;
    const connection = host.connection();
    if (!connection || host.offline()) return;
    // Closed by itself, so that the focus goes back to where it came from.
    host.element.renderRoot.querySelector<Confirm>('caas-confirm')?.close();
    if (!(await mayProceed(host.element, before, detail))) return;
    host.mark(ids, true);
    let answer: { value: T } | null = null;
    try {
      answer = { value: await send(connection) };
    } catch (cause) {
      const error = toApiError(cause);
      host.said({ kind: 'failed', who, reason: errorText(host.base, error), error });
    }
    // The rows go when the list comes without them; after a failure it tells what is true.
    await host.reload().catch(() => undefined);
    host.mark(ids, false);
    if (answer) done(answer.value);
  }

  async #copy(id: string): Promise<void> {
    const copied = await copyText(id);
    this.#host.said({ kind: 'told', text: this.#texts.text(copied ? 'copied' : 'copyFailed', id) });
  }

  /** The page around signs out: it holds what the session is renewed by. */
  #signOut(): void {
    const detail = { page: 'sign-out', params: {} };
    this.#host.element.dispatchEvent(
      new CustomEvent('caas-navigate', { bubbles: true, composed: true, cancelable: true, detail }),
    );
  }

  async #update(): Promise<void> {
    this.#host.element.requestUpdate();
    await this.#host.element.updateComplete;
  }
}
