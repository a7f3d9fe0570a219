import { html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ApiKey } from '@caas/contract/api-keys.js';
import type { QueryController } from '@caas/base/query.controller.js';
import '@caas/ui/caas-dialog.js';
import { checkbox, checkboxStyles } from '@caas/ui/checkbox.js';
import { fieldStyles } from '@caas/ui/field.js';
import { icon } from '@caas/ui/icon.js';
import { circleCheck, triangleAlert } from '@caas/ui/icons.js';
import type { Rotation } from './api-keys.data.js';
import { isSecretLost, type KeyUsage } from './key-actions.data.js';
import { KeyLayer } from './key-layer.js';

/** The gate before a secondary becomes the primary: who still calls with the old key, counted while one looks. */
export class PromoteDialog extends KeyLayer {
  static override styles = [KeyLayer.styles, fieldStyles, checkboxStyles];

  /** The pair in question. */
  @property({ attribute: false }) rotation: Rotation | null = null;
  /** Promotes; `force` though the old key is in use, or the new one was never called. */
  @property({ attribute: false }) run: (force: boolean) => Promise<void> = () => Promise.resolve();

  @state() private force = false;
  @state() private missing = false;

  readonly #old = this.liveUsage(() => this.rotation?.primary ?? null);
  readonly #new = this.liveUsage(() => this.rotation?.beside ?? null);

  protected override async firstUpdated(): Promise<void> {
    await this.renderRoot.querySelector('caas-dialog')?.updateComplete;
    await new Promise(requestAnimationFrame); // the dialog shows its footer once it has seen what is in it
    this.renderRoot.querySelector<HTMLElement>('#cancel')?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { rotation, texts } = this;
    if (!rotation) return nothing;
    const { beside, primary } = rotation;
    return html`<caas-dialog
      open
      heading=${texts.text('promoteTitle', beside.name)}
      .dismissible=${!this.holds()}
      @caas-dialog-closed=${() => this.closed()}
    >
      <div class="stack">
        <p class="muted">
          ${beside.overlap_seconds ? texts.text('promoteText', beside.overlap_seconds) : texts.text('promoteAtOnce')}
        </p>
        ${this.renderOwn(this.#old)} ${this.#renderSplit(primary, beside)} ${this.#renderGate()}
        ${this.#renderOldCallers()}
        <div>
          <div role="alert">${this.#renderFailure()}</div>
          ${this.renderPatience('mayLeaveAct')}
        </div>
      </div>
      ${this.renderLeave()}
      <button
        slot="footer"
        class="btn ${this.#gate && !this.#counting ? 'danger' : 'primary'}"
        type="button"
        aria-busy=${this.busy ? 'true' : nothing}
        @click=${this.#onPromote}
      >
        ${texts.text('promoteVerb')}
      </button>
    </caas-dialog>`;
  }

  #renderSplit(old: ApiKey | null, beside: ApiKey): TemplateResult {
    const { texts } = this;
    const oldCalls = this.#old.data?.calls_1h;
    const newCalls = this.#new.data?.calls_1h;
    const total = (oldCalls ?? 0) + (newCalls ?? 0);
    const share = total > 0 ? ((newCalls ?? 0) / total) * 100 : 0;
    const side = (kind: 'old' | 'new', key: ApiKey | null, calls: number | undefined) =>
      html`<div>
        <span class="row muted"><i class="dot ${kind}"></i>${texts.text(kind === 'old' ? 'oldKey' : 'newKey')}</span>
        <b>${calls === undefined ? '–' : texts.format.number(calls)}</b>
        <span class="subtle mono">••••${key?.last4}</span>
      </div>`;
    const spoken = texts.text('split', oldCalls ?? null, newCalls ?? null);
    return html`<div class="stack tight" role="group" aria-label=${texts.text('splitTitle')}>
      <p><b>${texts.text('splitTitle')}</b></p>
      <div class="sides">${side('old', old, oldCalls)}${side('new', beside, newCalls)}</div>
      <svg class="split" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label=${spoken}>
        ${total > 0 ? svg`<rect class="old" x="0" y="0" width=${100 - share} height="1"></rect><rect class="new" x=${100 - share} y="0" width=${share} height="1"></rect>` : nothing}
      </svg>
    </div>`;
  }

  #renderGate(): TemplateResult {
    const { texts } = this;
    const gate = this.#gate;
    if (this.#counting) {
      return html`<p class="muted" role="status">${texts.text('usageLoading')}</p>`;
    }
    if (gate === null) {
      return html`<p class="row"><span class="ic-success">${icon(circleCheck)}</span>${texts.text('promoteClear')}</p>`;
    }
    return html`<div class="note danger">
      <span class="ic-danger">${icon(triangleAlert)}</span>
      <div class="stack tight">
        <span>${texts.text(gate)} ${gate === 'gateLost' ? nothing : this.#consequence}</span>
        ${checkbox({
          name: 'force',
          label: texts.text('promoteForce'),
          checked: this.force,
          error: this.missing && !this.force ? texts.text('promoteForceMissing') : undefined,
          onChange: (checked) => (this.force = checked),
        })}
      </div>
    </div>`;
  }

  /** Who made the calls of the last hour that are counted above. */
  #renderOldCallers(): TemplateResult | typeof nothing {
    const callers = this.#old.data?.callers_1h ?? [];
    if (callers.length === 0) return nothing;
    const label = this.texts.text('callersOld');
    return html`<div class="stack tight">
      <h3>${label}</h3>
      ${this.renderCallers(callers.slice(0, 8), label)}
    </div>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const text = this.failure ? this.explain(this.failure) : this.offline ? this.texts.text('offline') : null;
    if (text === null) return nothing;
    return html`<div class="note danger">${icon(triangleAlert)}<span>${text}</span></div>`;
  }

  /** No count has arrived yet, nor failed, nor is late. */
  get #counting(): boolean {
    const waiting = ({ data, error, slow }: QueryController<KeyUsage>) => !data && !error && !slow;
    return waiting(this.#new) || (this.rotation?.primary != null && waiting(this.#old));
  }

  /** Why promoting wants a tick: the name of its text; null where nothing speaks against it. */
  get #gate(): 'gateLost' | 'gateOldInUse' | 'gateNewUnused' | 'gateUnknown' | null {
    if (this.rotation && isSecretLost(this.rotation)) return 'gateLost';
    if (!this.#old.data || !this.#new.data) return 'gateUnknown';
    if (this.#old.data.calls_1h > 0) return 'gateOldInUse';
    return this.#new.data.last_used_at === null ? 'gateNewUnused' : null;
  }

  get #consequence(): string {
    const overlap = this.rotation?.beside.overlap_seconds ?? 0;
    return overlap > 0 ? this.texts.text('forceLater', overlap) : this.texts.text('forceNow');
  }

  #onPromote(): void {
    if (this.#counting) return;
    this.missing = this.#gate !== null && !this.force;
    if (this.missing) this.renderRoot.querySelector<HTMLElement>('[name="force"]')?.focus();
    else void this.attempt(() => this.run(this.force));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys-promote': PromoteDialog;
  }
}
