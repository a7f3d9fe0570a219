import { html, type CSSResultGroup, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { BeforeDetail } from '@caas/base/events.js';
import { Localize } from '@caas/base/localize.js';
import { LocalizedElement } from '@caas/base/localized-element.js';
import { copyText, hasMacKeys } from './clipboard.js';
import { controls } from './controls.styles.js';
import { icon } from './icon.js';
import { check, copy, download } from './icons.js';
import { messages } from './messages.overlays.js';
import { styles } from './secret.styles.js';

/** How long "Copied" shows, in ms. */
const SHOWN = 2000;

/** `caas-secret-stored`: how the user took it; never the secret. */
export type SecretStoredEvent = CustomEvent<{ by: 'copy' | 'download' | 'tick' }>;

/**
 * Shows a secret the only time it can be shown: to copy, to download, or to tick as stored. Belongs into a dialog that cannot be dismissed
 * until `caas-secret-stored`. The secret lives in a property alone and is forgotten when the element goes.
 *
 * Until it is stored the browser asks before the page is closed or loaded anew. A page with a router of its own asks by a cancelable
 * `caas-before-page-leave` on `window`: it is cancelled until then, and a `detail.waitUntil(promise)` gets a promise that resolves once
 * the element has gone.
 *
 * @element caas-secret
 * @slot - Facts about it: scopes, end, allowed addresses.
 * @fires {SecretStoredEvent} caas-secret-stored - After it was copied, downloaded or ticked. May come more than once.
 * @csspart base - The inner box.
 * @csspart control - The box around the secret.
 * @example <caas-secret name="Telemetry worker" filename="caas.env" env-name="CAAS_KEY" .secret=${secret}></caas-secret>
 */
export class Secret extends LocalizedElement {
  static override styles: CSSResultGroup = [controls, styles];

  /** A heading over it, where the dialog's own does not say enough. */
  @property() heading = '';
  /** Whose secret it is: the label of the box. */
  @property() name = '';
  /** The secret. Never an attribute. */
  @property({ attribute: false }) secret = '';
  /** Name of the downloaded file. */
  @property() filename = 'caas.env';
  /** Name of the variable in that file. */
  @property({ attribute: 'env-name' }) envName = 'CAAS_KEY';

  @state() private outcome: 'copied' | 'downloaded' | 'refused' | null = null;
  @state() private ticked = false;
  @query('code') private code!: HTMLElement;
  @query('#copy') private copyButton!: HTMLButtonElement;

  readonly #localize = new Localize(this, messages);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What waits for the secret to be gone. */
  #gone = Promise.resolve();
  #release: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('data-private', ''); // session recorders leave it out
    this.setAttribute('translate', 'no');
    this.autofocus = true; // a dialog gives it the focus when it opens
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.secret = '';
    this.ticked = false;
    this.outcome = null;
    this.#hold(false);
    this.#release();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('secret') || !this.isConnected) return;
    this.#release();
    this.#gone = new Promise((resolve) => (this.#release = resolve));
    this.#hold(this.secret !== '');
  }

  /** Focuses Copy. */
  override focus(): void {
    void this.updateComplete.then(() => this.copyButton.focus());
  }

  override render(): TemplateResult {
    const text = this.#localize;
    return html`
      <div class="base" part="base">
        ${this.heading ? html`<h3>${this.heading}</h3>` : nothing}
        <div>
          <span class="label" id="label">${this.name}</span>
          <div class="box" part="control" role="group" aria-labelledby="label">
            <code translate="no" spellcheck="false">${this.secret}</code>
            <button class="btn default sm" type="button" id="copy" @click=${this.copy}>
              ${icon(this.outcome === 'copied' ? check : copy, 14)}${text.text(this.outcome === 'copied' ? 'copied' : 'copy')}
            </button>
          </div>
          <span class=${this.outcome === 'refused' ? 'hint' : 'vh'} role="status">${this.#announcement}</span>
        </div>
        <slot></slot>
        <div class="after">
          <label
            ><input
              type="checkbox"
              autocomplete="off"
              .checked=${this.ticked}
              @change=${this.#onTick}
            />${text.text('stored')}</label
          >
          <button class="btn ghost sm" type="button" @click=${this.download}>
            ${icon(download, 14)}${text.text('download')}
          </button>
        </div>
      </div>
    `;
  }

  get #announcement(): string {
    if (this.outcome === null) return '';
    if (this.outcome === 'refused') return this.#localize.text(hasMacKeys() ? 'pressCopyMac' : 'pressCopy');
    return this.#localize.text(this.outcome);
  }

  /** Copies it; where the browser refuses, selects it and names the keys. */
  async copy(): Promise<void> {
    if (await copyText(this.secret)) {
      this.#took('copied', 'copy');
      return;
    }
    this.#show('refused');
    getSelection()?.selectAllChildren(this.code);
  }

  /** Saves it as a file with one line, `NAME=secret`. */
  download(): void {
    const url = URL.createObjectURL(new Blob([`${this.envName}=${this.secret}\n`], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = this.filename;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url)); // after the browser has taken it
    this.#took('downloaded', 'download');
  }

  #onTick(event: Event): void {
    this.ticked = (event.target as HTMLInputElement).checked;
    if (this.ticked) this.#stored('tick');
  }

  #took(outcome: 'copied' | 'downloaded', by: 'copy' | 'download'): void {
    this.#show(outcome);
    this.#timer = setTimeout(() => (this.outcome = null), SHOWN);
    this.#stored(by);
  }

  #show(outcome: 'copied' | 'downloaded' | 'refused'): void {
    clearTimeout(this.#timer);
    this.outcome = outcome;
  }

  #hold(on: boolean): void {
    const listen = on ? addEventListener : removeEventListener;
    listen('beforeunload', this.#onLeave);
    listen('caas-before-page-leave', this.#onLeave);
  }

  readonly #onLeave = (event: Event): void => {
    event.preventDefault();
    (event as CustomEvent<Partial<BeforeDetail<object>> | null>).detail?.waitUntil?.(this.#gone);
  };

  #stored(by: 'copy' | 'download' | 'tick'): void {
    this.#hold(false);
    this.dispatchEvent(new CustomEvent('caas-secret-stored', { bubbles: true, detail: { by } }));
  }
}
