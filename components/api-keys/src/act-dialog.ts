import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ApiKey } from '@caas/contract/api-keys.js';
import '@caas/ui/caas-confirm.js';
import { KeyLayer } from './key-layer.js';
import type { Act } from './key-actions.data.js';

/** Asks before a key is revoked, deleted, disabled, retired or rolled back, with its calls counted while one decides. */
export class ActDialog extends KeyLayer {
  /** What is asked for. */
  @property({ attribute: false }) act: Act = 'revoke';
  /** Does it; `force` where a key is deleted though it is in use, `own` where this very page stops with it. */
  @property({ attribute: false }) run: (force: boolean, own: boolean) => Promise<void> = () => Promise.resolve();

  readonly #usage = this.liveUsage(() => (this.act === 'rollback' || this.#over ? null : this.key));

  override render(): TemplateResult | typeof nothing {
    const { act, key, texts } = this;
    if (!key) return nothing;
    return html`<caas-confirm
      open
      heading=${texts.text(`${act}Title`, key.name)}
      verb=${texts.text(`${act}Verb`)}
      tone=${act === 'rollback' ? 'default' : 'danger'}
      expect=${act === 'delete' ? key.name : ''}
      .busy=${this.busy}
      .dismissible=${!this.holds()}
      .error=${this.failure ? this.explain(this.failure) : this.offline ? texts.text('offline') : ''}
      @caas-confirmed=${this.#onConfirmed}
      @caas-dialog-closed=${() => this.closed()}
    >
      <div class="stack">
        <p class="muted">${this.#text(act, key)}</p>
        ${this.renderOwn(this.#usage)}
        ${act === 'rollback' || this.#over ? nothing : this.renderImpact(this.#usage, this.#safer(act, key))}
        ${this.#usage.data ? this.renderCallers(this.#usage.data.callers.slice(0, 5)) : nothing}
        ${this.renderPatience('mayLeaveAct')}
      </div>
    </caas-confirm>`;
  }

  /** It works no more, so nothing depends on it. */
  get #over(): boolean {
    return this.key?.status === 'revoked' || this.key?.status === 'expired';
  }

  #text(act: Act, key: ApiKey): string {
    if (act === 'cancel') return this.texts.text('cancelText', key.last4);
    if (act === 'delete' && this.#over) return this.texts.text('deleteOver');
    const heir = act === 'revoke' && key.status === 'rotating' ? ` ${this.texts.text('revokeHeir')}` : '';
    return this.texts.text(`${act}Text`) + heir;
  }

  #safer(act: Act, key: ApiKey): string | null {
    if (act === 'revoke') return key.status === 'active' ? this.texts.text('revokeSafer') : null;
    if (act === 'retire') return this.texts.text('retireSafer');
    return act === 'delete' ? this.texts.text('deleteSafer') : null;
  }

  #onConfirmed(): void {
    const { data } = this.#usage;
    const inUse = (data?.calls_24h ?? 0) > 0 || this.failure?.code === 'key_in_use';
    void this.attempt(() => this.run(this.act === 'cancel' || inUse, data?.mints_this_session ?? false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys-act': ActDialog;
  }
}
