import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { listApiKeys } from '@caas/contract/calls/api-keys.js';
import { withoutSecrets } from '@caas/contract/text.js';
import type { Connection } from '@caas/base/connection.js';
import { define } from '@caas/base/define.js';
import { Localize } from '@caas/base/localize.js';
import { controls } from '@caas/ui/controls.styles.js';
import { icon } from '@caas/ui/icon.js';
import { keyRound, search, zap, type Icon } from '@caas/ui/icons.js';
import { styles } from './command-palette.styles.js';
import { overlayMessages } from './messages.overlays.js';

/** One thing the palette offers. */
export interface Command {
  id: string;
  group: 'pages' | 'actions' | 'keys';
  label: string;
  icon?: Icon;
  hint?: string;
}

/** `caas-command`: what was chosen; `key:<name>` for an API key. */
export type CommandEvent = CustomEvent<{ id: string }>;

const TYPING = 200;
const MOST_KEYS = 5;
const GROUPS = { pages: 'palettePages', actions: 'paletteActions', keys: 'paletteKeys' } as const;

/**
 * Search and jump: pages, actions, and API keys by name through the API. A combobox in a dialog: arrows move, Enter chooses, Esc closes.
 *
 * @element caas-command-palette
 * @fires {CommandEvent} caas-command - After a choice; the palette has closed.
 */
export class CommandPalette extends LitElement {
  static override styles = [controls, styles];

  /** What can be chosen besides keys. */
  @property({ attribute: false }) commands: readonly Command[] = [];
  /** Where keys are searched; nowhere where null. */
  @property({ attribute: false }) connection: Connection | null = null;

  @state() private text = '';
  @state() private keys: readonly Command[] = [];
  @state() private failed = false;
  @state() private at = 0;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;

  readonly #texts = new Localize(this, overlayMessages);
  #typing: ReturnType<typeof setTimeout> | undefined;
  #search: AbortController | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopSearch();
  }

  /** Opens it, empty. */
  show(): void {
    this.text = '';
    this.keys = [];
    this.failed = false;
    this.at = 0;
    void this.updateComplete.then(() => {
      if (!this.dialog.open) this.dialog.showModal();
      this.input.focus();
    });
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const found = this.#found;
    return html`<dialog
      aria-label=${texts.text('paletteTitle')}
      @click=${this.#onClick}
      @keydown=${this.#onKeydown}
      @close=${this.#stopSearch}
    >
      <div class="box">
        <label class="query"
          >${icon(search)}<span class="vh">${texts.text('paletteTitle')}</span>
          <input
            type="text"
            role="combobox"
            aria-label=${texts.text('paletteTitle')}
            aria-expanded=${found.length > 0 ? 'true' : 'false'}
            aria-controls="found"
            aria-autocomplete="list"
            autocomplete="off"
            spellcheck="false"
            aria-activedescendant=${found.length > 0 ? `item-${this.at}` : nothing}
            placeholder=${texts.text('paletteHint')}
            .value=${this.text}
            @input=${this.#onInput}
          />
        </label>
        <div class="found" id="found" role="listbox" aria-label=${texts.text('paletteTitle')}>
          ${(['pages', 'actions', 'keys'] as const).map((group) => this.#renderGroup(group, found))}
        </div>
        ${found.length === 0 ? html`<p class="none">${texts.text('paletteNone', this.text)}</p>` : nothing}
        ${this.failed ? html`<p class="none">${texts.text('paletteKeysFailed')}</p>` : nothing}
        <span class="vh" role="status">${this.text ? texts.text('paletteCount', found.length) : nothing}</span>
      </div>
    </dialog>`;
  }

  #renderGroup(group: Command['group'], found: readonly Command[]): TemplateResult | typeof nothing {
    const members = found.filter((command) => command.group === group);
    if (members.length === 0) return nothing;
    return html`<div role="group" aria-labelledby="group-${group}">
      <div class="group" id="group-${group}" role="presentation">${this.#texts.text(GROUPS[group])}</div>
      ${members.map((command) => {
        const index = found.indexOf(command);
        return html`<div
          class="item"
          id="item-${index}"
          role="option"
          aria-selected=${index === this.at ? 'true' : 'false'}
          @pointermove=${() => (this.at = index)}
        >
          ${icon(command.icon ?? zap)}<span class="grow">${command.label}</span
          >${command.hint ? html`<kbd>${command.hint}</kbd>` : nothing}
        </div>`;
      })}
    </div>`;
  }

  get #found(): Command[] {
    const words = this.text.toLowerCase().split(/\s+/).filter(Boolean);
    const own = this.commands.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
    return [
      ...own.filter(({ group }) => group === 'pages'),
      ...own.filter(({ group }) => group === 'actions'),
      ...this.keys,
    ];
  }

  #onInput(event: InputEvent): void {
    this.text = (event.target as HTMLInputElement).value;
    this.at = 0;
    this.#stopSearch();
    if (this.text.trim().length > 0) this.#typing = setTimeout(() => void this.#searchKeys(this.text.trim()), TYPING);
    else this.keys = [];
  }

  /** Asks the gateway; an answer to an older question is dropped. */
  async #searchKeys(q: string): Promise<void> {
    if (!this.connection) return;
    const search = new AbortController();
    this.#search = search;
    try {
      const page = await this.connection.client.call(
        listApiKeys,
        { query: { q: withoutSecrets(q).slice(0, 100), limit: MOST_KEYS } },
        { signal: search.signal },
      );
      if (search.signal.aborted) return;
      this.keys = page.items.map((key) => ({
        id: `key:${key.name}`,
        group: 'keys',
        label: key.name,
        icon: keyRound,
        hint: `…${key.last4}`,
      }));
      this.failed = false;
    } catch {
      if (search.signal.aborted) return; // asked anew
      this.keys = [];
      this.failed = true;
    }
  }

  readonly #stopSearch = (): void => {
    clearTimeout(this.#typing);
    this.#search?.abort();
  };

  #onKeydown(event: KeyboardEvent): void {
    const found = this.#found;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.at + 1,
      ArrowUp: this.at - 1,
      PageDown: found.length - 1,
      PageUp: 0,
    };
    const target = moves[event.key];
    if (target !== undefined && found.length > 0) {
      event.preventDefault();
      this.at = (target + found.length) % found.length;
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector(`#item-${this.at}`)?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const command = found[this.at];
      if (command) this.#choose(command);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.dialog.close();
    }
  }

  #choose(command: Command): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent('caas-command', { detail: { id: command.id } }));
  }

  #onClick(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close(); // beside the box
    const item = (event.target as Element).closest('[role=option]');
    const command = item ? this.#found[Number(item.id.replace('item-', ''))] : undefined;
    if (command) this.#choose(command);
  }
}

define('caas-command-palette', CommandPalette);

declare global {
  interface HTMLElementTagNameMap {
    'caas-command-palette': CommandPalette;
  }
}
