import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Localize } from '@caas/base/localize.js';
import { controls } from './controls.styles.js';
import { icon } from './icon.js';
import { circleCheck, circleX, info, triangleAlert, x, type Icon } from './icons.js';
import { messages } from './messages.overlays.js';
import { styles } from './toasts.styles.js';

/** What a toast says. */
export interface Toast {
  tone?: 'success' | 'info' | 'warning' | 'danger';
  text: string;
  /** One thing to do about it: Undo. */
  action?: { label: string; run: () => void };
  /** How long it stays, in ms; until dismissed where 0. 5 s where absent, 8 s with an action. */
  duration?: number;
}

type Shown = Toast & { id: number };

const ICONS: Record<NonNullable<Toast['tone']>, Icon> = {
  success: circleCheck,
  info,
  warning: triangleAlert,
  danger: circleX,
};
const STAYS = 5_000;
const STAYS_WITH_ACTION = 8_000;
/** More than this many at once push the oldest out. */
const MOST = 4;

/**
 * Short notices over everything, in the corner at the end. They wait while the pointer or the focus is on them, and are never the only
 * record of a result.
 *
 * @element caas-toasts
 * @csspart base - The stack.
 * @cssprop [--caas-toast-width=360px] - Width of a notice.
 * @example <caas-toasts></caas-toasts>
 */
export class Toasts extends LitElement {
  static override styles: CSSResultGroup = [controls, styles];

  @state() private toasts: readonly Shown[] = [];
  @query('.stack') private stack!: HTMLElement;

  readonly #localize = new Localize(this, messages);
  readonly #timers = new Map<
    number,
    { timer: ReturnType<typeof setTimeout> | undefined; rest: number; since: number }
  >();
  #count = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const { timer } of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.toasts = [];
  }

  /** Shows a notice and says it once to assistive technology. */
  show(toast: Toast): void {
    const id = (this.#count += 1);
    const duration = toast.duration ?? (toast.action ? STAYS_WITH_ACTION : STAYS);
    this.toasts = [...this.toasts, { ...toast, id }];
    if (duration > 0) this.#timers.set(id, { timer: undefined, rest: duration, since: 0 });
    for (const old of this.toasts.slice(0, -MOST)) this.#remove(old.id);
    void this.updateComplete.then(() => this.#raise());
  }

  override render(): TemplateResult {
    const byId = ({ id }: Shown): number => id;
    return html`
      <div class="vh" role="status">${repeat(this.toasts, byId, ({ text }) => html`<p>${text}</p>`)}</div>
      <div
        class="stack"
        part="base"
        popover="manual"
        role="region"
        aria-label=${this.#localize.text('notifications')}
        @pointerenter=${this.#pause}
        @pointerleave=${this.#resume}
        @focusin=${this.#pause}
        @focusout=${this.#resume}
      >
        ${repeat(this.toasts, byId, (toast) => this.#renderToast(toast))}
      </div>
    `;
  }

  #renderToast({ id, tone, text, action }: Shown): TemplateResult {
    return html`<div class=${id === this.#count ? 'toast new' : 'toast'}>
      ${tone ? html`<span class=${`ic-${tone}`}>${icon(ICONS[tone])}</span>` : nothing}
      <span class="text">${text}</span>
      ${action ? html`<button class="btn default sm" type="button" @click=${() => this.#act(id, action.run)}>${action.label}</button>` : nothing}
      <button
        class="iconbtn"
        type="button"
        aria-label=${this.#localize.text('dismiss')}
        @click=${() => this.#remove(id)}
      >
        ${icon(x, 14)}
      </button>
    </div>`;
  }

  /** Puts the stack above dialogs opened since, and starts the clocks that stand. */
  #raise(): void {
    if (!this.isConnected || this.toasts.length === 0) return;
    this.stack.hidePopover();
    this.stack.showPopover();
    this.#settle();
  }

  readonly #pause = (): void => {
    for (const clock of this.#timers.values()) {
      if (clock.timer === undefined) continue;
      clearTimeout(clock.timer);
      clock.timer = undefined;
      clock.rest -= performance.now() - clock.since;
    }
  };

  readonly #resume = (): void => {
    for (const [id, clock] of this.#timers) {
      if (clock.timer !== undefined) continue;
      clock.since = performance.now();
      clock.timer = setTimeout(() => this.#remove(id), Math.max(0, clock.rest));
    }
  };

  #act(id: number, run: () => void): void {
    this.#remove(id);
    run();
  }

  #remove(id: number): void {
    clearTimeout(this.#timers.get(id)?.timer);
    this.#timers.delete(id);
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
    void this.updateComplete.then(() => this.#settle());
  }

  /** A notice that had the focus is gone without a word from the browser: the clocks go on, or the stack closes. */
  #settle(): void {
    if (!this.isConnected) return;
    if (this.toasts.length === 0) this.stack.hidePopover();
    else if (!this.stack.matches(':hover, :focus-within')) this.#resume();
  }
}
