import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WhitelistMode } from '@caas/contract/whitelists.js';
import '@caas/ui/caas-confirm.js';
import { checkbox, checkboxStyles } from '@caas/ui/checkbox.js';
import { fieldStyles } from '@caas/ui/field.js';
import { radioGroup, radioGroupStyles } from '@caas/ui/radio-group.js';
import { ListLayer } from './list-layer.js';
import type { ListPage } from './list-kind.js';

/** Chooses whether the list refuses or only observes, and, for addresses, whether it binds the console too. */
export class ModeDialog extends ListLayer {
  static override styles = [ListLayer.styles, fieldStyles, checkboxStyles, radioGroupStyles];

  /** How the list is applied now. */
  @property({ attribute: false }) page: ListPage | null = null;
  /** Makes the change. Throws an `ApiError`. */
  @property({ attribute: false }) run: (mode: WhitelistMode, bindConsole: boolean) => Promise<void> = () =>
    Promise.resolve();

  @state() private mode: WhitelistMode = 'enforce';
  @state() private bindConsole = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('page') || !this.page) return;
    this.mode = this.page.mode;
    this.bindConsole = this.page.bind_console;
  }

  override render(): TemplateResult {
    const { mode, name, texts } = this;
    return html`<caas-confirm
      open
      heading=${texts.text(`modeTitle.${name}`)}
      verb=${texts.text('modeVerb')}
      .busy=${this.busy}
      .error=${this.offline ? texts.text('error.offline') : this.explain(this.failure)}
      @caas-confirmed=${this.#onConfirmed}
      @caas-dialog-closed=${() => this.closed()}
    >
      <div class="stack">
        ${radioGroup({
          name: 'mode',
          label: texts.text('mode'),
          labelHidden: true,
          cards: true,
          value: mode,
          options: [
            { value: 'enforce', label: texts.text('enforce'), hint: texts.text(`enforceHint.${name}`) },
            { value: 'observe', label: texts.text('observe'), hint: texts.text('observeHint') },
          ],
          onChange: (value) => (this.mode = value === 'observe' ? 'observe' : 'enforce'),
        })}
        ${
          name === 'ip'
            ? checkbox({
                name: 'bindConsole',
                label: texts.text('bindConsole'),
                hint: texts.text('bindConsoleHint'),
                checked: this.bindConsole,
                onChange: (checked) => (this.bindConsole = checked),
              })
            : nothing
        }
      </div>
    </caas-confirm>`;
  }

  async #onConfirmed(): Promise<void> {
    if (this.offline) return;
    if (await this.attempt(() => this.run(this.mode, this.bindConsole))) this.closed();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-whitelist-mode': ModeDialog;
  }
}
