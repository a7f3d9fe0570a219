import { html, nothing, type TemplateResult } from 'lit';
import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import type { Connection } from '@caas/base/connection.js';
import { define } from '@caas/base/define.js';
import { Localize, type LocaleSetting } from '@caas/base/localize.js';
import type { PageElement } from '@caas/base/page-element.js';
import '@caas/ui/caas-menu.js';
import { pencil, trash2 } from '@caas/ui/icons.js';
import type { MenuItem, MenuSelectedEvent } from '@caas/ui/menu.js';
import { loadLayer, renderGuard, renderLayer, type Guard, type Layer } from './layers.js';
import { ListChanges } from './list-changes.js';
import { exportList } from './list-export.js';
import type { ListKind, ListPage } from './list-kind.js';
import type { en } from './locales/en.actions.js';
import type { Notice } from './list.parts.js';
import { actionMessages } from './messages.actions.js';
import { RefusalsPanel } from './refusals-panel.js';
import { RevertBanner } from './revert-banner.js';
import { MOST } from './whitelist.data.js';

define('caas-whitelist-refusals', RefusalsPanel);
define('caas-whitelist-revert', RevertBanner);

/** What changing a list needs of the list. */
export interface ListHost {
  element: PageElement;
  kind: ListKind;
  connection(): Connection | null;
  locale(): LocaleSetting | null;
  page(): ListPage | undefined;
  offline(): boolean;
  mayWrite(): boolean;
  say(notice: Notice | null): void;
  /** Marks a row as changed by somebody else; null unmarks all. */
  markChanged(id: string | null): void;
  reload(): Promise<void>;
}

/** What a user does to a list: menus, the layers over it, and what shows once the rows do. */
export class ListActions {
  readonly #host: ListHost;
  readonly #texts: Localize<typeof en>;
  readonly #changes: ListChanges;
  #layer: Layer | null = null;
  #guard: Guard | null = null;
  #items: readonly MenuItem[] = [];
  #choose: (id: string) => void = () => undefined;

  constructor(host: ListHost) {
    this.#host = host;
    this.#texts = new Localize(host.element, actionMessages, () => host.locale());
    this.#changes = new ListChanges(host, this.#texts, (guard) => this.#askGuard(guard));
  }

  /** Once its texts are there, in the reader's language. */
  async ready(): Promise<void> {
    await this.#texts.bring();
  }

  /** Closes whatever is open. */
  close(): void {
    this.#layer = null;
    this.#guard = null;
    this.#host.element.requestUpdate();
  }

  /** Opens the form for new entries. */
  add(): void {
    void this.#open(async () => {
      const acts = await this.#changes.acts();
      return { kind: 'add', acts, rules: await acts.rules() };
    });
  }

  /** Opens the choice of how the list is applied. */
  mode(): void {
    const page = this.#host.page();
    if (page) void this.#open(async () => ({ kind: 'mode', page }));
  }

  /** Opens the menu of an entry. */
  menu(entry: WhitelistEntry, anchor: HTMLElement): void {
    const hint = this.#host.offline() ? { disabled: true, hint: this.#texts.text('offlineHint') } : {};
    this.#items = [
      { id: 'edit', label: this.#texts.text('edit'), icon: pencil, ...hint },
      'divider',
      { id: 'remove', label: this.#texts.text('remove'), icon: trash2, danger: true, ...hint },
    ];
    this.#choose = (id) => {
      if (id === 'edit') void this.#open(async () => ({ kind: 'edit', entry }));
      else void this.#changes.remove(entry);
    };
    this.#host.element.requestUpdate();
    void this.#host.element.updateComplete.then(() =>
      this.#host.element.renderRoot.querySelector('caas-menu')?.openAt(anchor),
    );
  }

  /** Saves the whole list as a file. */
  async export(): Promise<void> {
    const connection = this.#host.connection();
    if (!connection) return;
    try {
      const count = await exportList(this.#host.kind, connection.client);
      this.#host.say({ tone: 'info', text: this.#texts.text('exported', count) });
    } catch (cause) {
      this.#changes.failed(cause);
    }
  }

  /** A change that undoes itself, counted down until then. */
  renderRevert(): TemplateResult | typeof nothing {
    const revert = this.#host.page()?.revert;
    if (!revert) return nothing;
    return html`<caas-whitelist-revert
      part="revert"
      .connection=${this.#host.connection()}
      .revert=${revert}
      .mayWrite=${this.#host.mayWrite()}
      .offline=${this.#host.offline()}
      .over=${() => void this.#host.reload()}
      .keep=${() => this.#changes.confirm(revert.id)}
    ></caas-whitelist-revert>`;
  }

  /** Who was refused lately. */
  renderRefusals(): TemplateResult {
    return html`<caas-whitelist-refusals
      part="refusals"
      .kind=${this.#host.kind}
      .connection=${this.#host.connection()}
      .mayWrite=${this.#host.mayWrite()}
      .offline=${this.#host.offline()}
      .headingLevel=${this.#host.element.headingLevel + 1}
      .add=${(source: string) => this.#changes.addOne(source)}
    ></caas-whitelist-refusals>`;
  }

  render(): TemplateResult {
    return html`<caas-menu
        .items=${this.#items}
        @caas-menu-selected=${(event: MenuSelectedEvent) => this.#choose(event.detail.id)}
      ></caas-menu>
      ${this.#layer ? this.#renderLayer(this.#layer) : nothing}
      ${this.#guard ? renderGuard(this.#guard, { connection: this.#host.connection(), name: this.#host.kind.name, offline: this.#host.offline() }) : nothing}`;
  }

  #renderLayer(layer: Layer): TemplateResult {
    return renderLayer(layer, {
      name: this.#host.kind.name,
      connection: this.#host.connection(),
      offline: this.#host.offline(),
      page: this.#host.page(),
      fresh: (entry) => this.#host.page()?.items.find(({ id }) => id === entry.id) ?? entry,
      closed: () => {
        if (this.#layer === layer) this.#show(null);
      },
      every: () => this.#every(),
      add: (entries, merge) => this.#changes.add(entries, merge),
      update: (entry, change) => this.#changes.update(entry, change),
      setMode: (mode, bindConsole) => this.#changes.setMode(mode, bindConsole),
    });
  }

  /** What the preview compares with: all entries of a list that one call can read, else those at hand. */
  async #every(): Promise<readonly string[]> {
    const connection = this.#host.connection();
    if (!connection) return [];
    const { kind } = this.#host;
    const page = await kind.list(connection.client, { sort: 'value', limit: MOST }, new AbortController().signal);
    return page.items.map(({ value }) => value);
  }

  async #open(make: () => Promise<Layer>): Promise<void> {
    const connection = this.#host.connection();
    let layer: Layer;
    try {
      layer = await make();
      await loadLayer(layer.kind);
    } catch {
      this.#host.say({ tone: 'warning', text: this.#texts.text('partFailed'), reload: true }); // its chunk could not be had
      return;
    }
    if (connection === this.#host.connection() && this.#host.element.isConnected) this.#show(layer);
  }

  #show(layer: Layer | null): void {
    this.#layer = layer;
    this.#host.element.requestUpdate();
  }

  async #askGuard(guard: Guard | null): Promise<void> {
    if (guard) await loadLayer('guard');
    this.#guard = guard;
    this.#host.element.requestUpdate();
  }
}
