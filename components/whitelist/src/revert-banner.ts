import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Revert } from '@caas/contract/whitelists.js';
import { icon } from '@caas/ui/icon.js';
import { clock } from '@caas/ui/icons.js';
import { ListLayer } from './list-layer.js';

const SECOND = 1000;
/** The gateway undoes a change within this time after its end. */
const SETTLES = 1500;

/** A forced change that undoes itself: counts down, and keeps it for whoever still reaches the gateway. */
export class RevertBanner extends ListLayer {
  /** What undoes itself, and when. */
  @property({ attribute: false }) revert: Revert | null = null;
  /** Whether it may be kept. */
  @property({ type: Boolean }) mayWrite = false;
  /** Keeps the change. */
  @property({ attribute: false }) keep: () => Promise<void> = () => Promise.resolve();
  /** Called once the time is up. */
  @property({ attribute: false }) over: () => void = () => undefined;

  #ticker: ReturnType<typeof setInterval> | undefined;
  #told: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticker = setInterval(() => this.#tick(), SECOND);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
  }

  override render(): TemplateResult | typeof nothing {
    const { revert, texts } = this;
    if (!revert) return nothing;
    const left = this.#left;
    return html`<div class="note">
      ${icon(clock)}
      <div class="row wrap">
        <span class="grow">
          <b>${texts.text('revertTitle')}</b>
          <span class="vh" role="alert">${texts.text('revertOnce')}</span>
          <span role="timer" class="num"
            >${left > 0 ? texts.text('revertIn', clockOf(left)) : texts.text('reverting')}</span
          >
        </span>
        ${
          this.mayWrite && left > 0
            ? html`<button
                class="btn primary sm"
                type="button"
                aria-busy=${this.busy ? 'true' : nothing}
                aria-disabled=${this.offline ? 'true' : nothing}
                @click=${() => this.offline || void this.attempt(() => this.keep())}
              >
                ${texts.text('keep')}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  /** Seconds until it is undone. */
  get #left(): number {
    return Math.max(0, Math.ceil((Date.parse(this.revert?.at ?? '') - this.now) / SECOND));
  }

  #tick(): void {
    this.requestUpdate();
    const { revert } = this;
    if (!revert || this.#told === revert.id || this.now < Date.parse(revert.at) + SETTLES) return;
    this.#told = revert.id;
    this.over();
  }
}

/** `0:58` */
function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-whitelist-revert': RevertBanner;
  }
}
