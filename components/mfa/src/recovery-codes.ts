import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { copyText } from '@caas/ui/clipboard.js';
import { icon } from '@caas/ui/icon.js';
import { check, copy, download, fileText } from '@caas/ui/icons.js';
import { MfaPart } from './mfa-part.js';

/** Shows recovery codes the only time they can be shown: to copy, download or print. `finish` runs once they are said to be saved. */
export class RecoveryCodes extends MfaPart {
  /** The codes. Gone with the element. */
  @property({ attribute: false }) codes: readonly string[] = [];
  /** Called when the member said that they are saved. */
  @property({ attribute: false }) finish: () => void = () => undefined;

  @state() private outcome: 'copied' | 'refused' | null = null;
  @state() private saved = false;
  @state() private reminded = false;
  @query('iframe') private frame!: HTMLIFrameElement;
  @query('.codes') private list!: HTMLElement;
  @query('#copy') private copyButton!: HTMLButtonElement;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('data-private', ''); // session recorders leave it out
    this.setAttribute('translate', 'no');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.codes = [];
  }

  protected override firstUpdated(): void {
    this.copyButton.focus();
  }

  override render(): TemplateResult {
    const { texts } = this;
    return html`<div class="stack">
      <p class="muted">${texts.text('codesText')}</p>
      <ul class="codes mono" part="codes" aria-label=${texts.text('codes')} translate="no">
        ${this.codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <div class="actions">
        <button class="btn default sm" type="button" id="copy" @click=${this.#onCopy}>
          ${icon(this.outcome === 'copied' ? check : copy, 14)}${texts.text(this.outcome === 'copied' ? 'copied' : 'copy')}
        </button>
        <button class="btn default sm" type="button" @click=${this.#onDownload}>
          ${icon(download, 14)}${texts.text('download')}
        </button>
        <button class="btn default sm" type="button" @click=${this.#onPrint}>
          ${icon(fileText, 14)}${texts.text('print')}
        </button>
      </div>
      <label class="tick"
        ><input
          type="checkbox"
          autocomplete="off"
          .checked=${this.saved}
          @change=${(event: Event) => (this.saved = (event.target as HTMLInputElement).checked)}
        />${texts.text('saved')}</label
      >
      <p class=${this.#status ? 'muted' : 'vh'} role="status">${this.#status}</p>
      <div class="actions">
        <button
          class="btn primary"
          type="button"
          aria-disabled=${this.saved ? nothing : 'true'}
          @click=${this.#onFinish}
        >
          ${texts.text('finish')}
        </button>
      </div>
      <iframe title=${texts.text('print')} tabindex="-1" aria-hidden="true"></iframe>
    </div>`;
  }

  get #status(): string {
    if (this.reminded && !this.saved) return this.texts.text('savedFirst');
    if (this.outcome === 'refused') return this.texts.text('copyRefused');
    return this.outcome === 'copied' ? this.texts.text('copied') : '';
  }

  get #file(): string {
    return [this.texts.text('fileTitle', location.host), this.texts.text('fileText'), '', ...this.codes, ''].join('\n');
  }

  async #onCopy(): Promise<void> {
    this.outcome = (await copyText(this.codes.join('\n'))) ? 'copied' : 'refused';
    if (this.outcome === 'refused') getSelection()?.selectAllChildren(this.list);
  }

  #onDownload(): void {
    const url = URL.createObjectURL(new Blob([this.#file], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'caas-recovery-codes.txt';
    link.click();
    setTimeout(() => URL.revokeObjectURL(url)); // after the browser has taken it
  }

  /** Prints the codes alone: a frame of their own, because the page around belongs to somebody else. */
  #onPrint(): void {
    const { contentDocument, contentWindow } = this.frame;
    if (!contentDocument || !contentWindow) return;
    const page = contentDocument.createElement('pre');
    page.textContent = this.#file;
    contentDocument.body.replaceChildren(page);
    contentWindow.print();
    contentDocument.body.replaceChildren();
  }

  #onFinish(): void {
    if (this.saved) this.finish();
    else this.reminded = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-mfa-codes': RecoveryCodes;
  }
}
