import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Localize } from '@caas/base/localize.js';
import { copyText, hasMacKeys } from './clipboard.js';
import { styles } from './code-block.styles.js';
import { controls } from './controls.styles.js';
import { icon } from './icon.js';
import { check, copy } from './icons.js';
import { messages } from './messages.overlays.js';

/** The same thing in one language. */
export interface CodeSample {
  /** Name of the language or tool: "JavaScript". */
  label: string;
  code: string;
}

/** `caas-code-selected`: the language chosen, for the page to remember. */
export type CodeSelectedEvent = CustomEvent<{ label: string }>;

/** How long "Copied" shows, in ms. */
const SHOWN = 2000;

/**
 * Code to read and copy, in one language or several to choose from. Runs left to right in every locale.
 *
 * @element caas-code-block
 * @fires {CodeSelectedEvent} caas-code-selected - After the choice of another language.
 * @csspart base - The box.
 * @csspart header - Languages and the copy button.
 * @csspart body - The code.
 * @cssprop [--caas-code-background=var(--caas-color-surface-sunken)] - Behind the code.
 * @example <caas-code-block label="Install" .samples=${[{ label: 'npm', code: 'npm install @caas/sdk' }]}></caas-code-block>
 */
export class CodeBlock extends LitElement {
  static override styles: CSSResultGroup = [controls, styles];

  /** What the code does: names the block. */
  @property() label = '';
  /** The code, once per language. */
  @property({ attribute: false }) samples: readonly CodeSample[] = [];
  /** Label of the sample shown; the first where empty or unknown. */
  @property() value = '';

  @state() private outcome: 'copied' | 'refused' | null = null;
  @query('code') private code!: HTMLElement;

  readonly #localize = new Localize(this, messages);
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.outcome = null;
  }

  override render(): TemplateResult {
    const sample = this.#sample;
    const copied = this.outcome === 'copied';
    return html`
      <figure class="box" part="base" aria-label=${this.label || nothing}>
        <div class="head" part="header">
          ${this.samples.length > 1 ? this.#renderLanguages(sample) : html`<span class="muted">${this.label || sample?.label}</span>`}
          <span class="grow"></span>
          <button class="btn ghost sm" type="button" @click=${this.#onCopy}>
            ${icon(copied ? check : copy, 14)}${this.#localize.text(copied ? 'copied' : 'copy')}
          </button>
        </div>
        <pre
          part="body"
          dir="ltr"
          translate="no"
          tabindex="0"
          role="region"
          aria-label=${this.label || sample?.label || nothing}
        ><code>${sample?.code ?? ''}</code></pre>
        <span class=${this.outcome === 'refused' ? 'hint' : 'vh'} role="status">${this.#announcement}</span>
      </figure>
    `;
  }

  #renderLanguages(current: CodeSample | undefined): TemplateResult {
    return html`<div class="languages" role="group" aria-label=${this.label || nothing}>
      ${this.samples.map(
        (sample) =>
          html`<button
            type="button"
            aria-pressed=${sample === current ? 'true' : 'false'}
            @click=${() => this.#choose(sample)}
          >
            ${sample.label}
          </button>`,
      )}
    </div>`;
  }

  get #sample(): CodeSample | undefined {
    return this.samples.find(({ label }) => label === this.value) ?? this.samples[0];
  }

  get #announcement(): string {
    if (this.outcome === null) return '';
    if (this.outcome === 'copied') return this.#localize.text('copied');
    return this.#localize.text(hasMacKeys() ? 'pressCopyMac' : 'pressCopy');
  }

  #choose({ label }: CodeSample): void {
    this.value = label;
    this.dispatchEvent(new CustomEvent('caas-code-selected', { bubbles: true, detail: { label } }));
  }

  async #onCopy(): Promise<void> {
    clearTimeout(this.#timer);
    this.outcome = (await copyText(this.#sample?.code ?? '')) ? 'copied' : 'refused';
    if (this.outcome === 'refused') getSelection()?.selectAllChildren(this.code);
    else this.#timer = setTimeout(() => (this.outcome = null), SHOWN);
  }
}
