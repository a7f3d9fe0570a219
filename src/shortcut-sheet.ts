import { LitElement, css, html, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { define } from '@caas/base/define.js';
import { Localize } from '@caas/base/localize.js';
import '@caas/ui/caas-dialog.js';
import type { Dialog } from '@caas/ui/dialog.js';
import '@caas/ui/caas-switch.js';
import { hasMacKeys } from '@caas/ui/clipboard.js';
import { controls } from '@caas/ui/controls.styles.js';
import { overlayMessages } from './messages.overlays.js';
import { messages } from './messages.js';
import { PAGES } from './pages.js';

/**
 * All keys of the console, and the switch for single ones.
 *
 * @element caas-shortcut-sheet
 * @fires {Event} change - After single keys were switched on or off; `on` says which.
 */
export class ShortcutSheet extends LitElement {
  static override styles = [
    controls,
    css`
      h3 {
        padding-block: var(--caas-space-3) var(--caas-space-1);
        color: var(--caas-color-text-subtle);
        font-size: var(--caas-font-size-xs);
        font-weight: var(--caas-weight-medium);
      }
      dl > div {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--caas-space-4);
        padding-block: var(--caas-space-2);
        border-block-end: var(--caas-border-width) solid var(--caas-color-border);
        font-size: var(--caas-font-size-sm);
      }
      dd {
        display: flex;
        align-items: center;
        gap: var(--caas-space-1);
        color: var(--caas-color-text-subtle);
        font-size: var(--caas-font-size-xs);
        white-space: nowrap;
      }
      kbd {
        min-inline-size: 1.5em;
        padding-inline: var(--caas-space-1);
        border: var(--caas-border-width) solid var(--caas-color-border-strong);
        border-radius: var(--caas-radius-xs);
        color: var(--caas-color-text);
        font-family: var(--caas-font-mono);
        font-size: var(--caas-font-size-xs);
        text-align: center;
      }
      caas-switch {
        display: block;
      }
    `,
  ];

  /** Whether single keys do something. */
  @property({ type: Boolean }) on = false;

  @query('caas-dialog') private dialog!: Dialog;

  readonly #texts = new Localize(this, overlayMessages);
  readonly #names = new Localize(this, messages);

  /** Opens it. */
  show(): void {
    void this.updateComplete.then(() => this.dialog.show());
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const command = hasMacKeys() ? '⌘' : 'Ctrl';
    const go = PAGES.flatMap(({ nav, title }) => (nav ? [[this.#names.text(title), ['g', nav.key]] as const] : []));
    return html`<caas-dialog .heading=${texts.text('shortcutsTitle')}>
      <div>
        <h3>${texts.text('shortcutsGo')}</h3>
        <dl>
          ${go.map(([label, [first, second]]) => this.#row(label, html`<kbd>${first}</kbd> ${texts.text('shortcutsThen')} <kbd>${second}</kbd>`))}
        </dl>
        <h3>${texts.text('shortcutsDo')}</h3>
        <dl>
          ${this.#row(texts.text('shortcutJump'), html`<kbd>${command}</kbd><kbd>K</kbd>`)}
          ${this.#row(texts.text('shortcutSearch'), html`<kbd>/</kbd>`)}
          ${this.#row(texts.text('shortcutCreate'), html`<kbd>n</kbd>`)}
          ${this.#row(texts.text('shortcutSheet'), html`<kbd>?</kbd>`)}
          ${this.#row(texts.text('shortcutClose'), html`<kbd>${texts.text('keyEscape')}</kbd>`)}
        </dl>
      </div>
      <caas-switch
        .label=${texts.text('shortcutsSwitch')}
        .hint=${texts.text(hasMacKeys() ? 'shortcutsHintMac' : 'shortcutsHint')}
        .checked=${this.on}
        @change=${this.#onSwitch}
      ></caas-switch>
    </caas-dialog>`;
  }

  #row(label: string, keys: TemplateResult): TemplateResult {
    return html`<div>
      <dt>${label}</dt>
      <dd>${keys}</dd>
    </div>`;
  }

  #onSwitch(event: Event): void {
    this.on = (event.target as HTMLElement & { checked: boolean }).checked;
    this.dispatchEvent(new Event('change'));
  }
}

define('caas-shortcut-sheet', ShortcutSheet);

declare global {
  interface HTMLElementTagNameMap {
    'caas-shortcut-sheet': ShortcutSheet;
  }
}
