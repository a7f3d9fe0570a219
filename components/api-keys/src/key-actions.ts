import { html, nothing, type TemplateResult } from 'lit';
import type { ApiKey } from '@caas/contract/api-keys.js';
import type { Connection } from '@caas/base/connection.js';
import { toApiError } from '@caas/base/errors.js';
import { Localize, type LocaleSetting } from '@caas/base/localize.js';
import { baseMessages } from '@caas/base/messages.js';
import type { PageElement } from '@caas/base/page-element.js';
import '@caas/ui/caas-menu.js';
import type { MenuItem, MenuSelectedEvent } from '@caas/ui/menu.js';
import type { KeysPage, KeysView, Rotation } from './api-keys.data.js';
import * as data from './key-actions.data.js';
import { loadLayer, renderLayer, type Layer } from './key-layers.js';
import { KEY_COMMANDS, filterMenu, keyMenu, type KeyCommand } from './key-menu.js';
import type { Notice } from './key-list.parts.js';
import { KeyWriter } from './key-writer.js';
import type en from './locales/en.actions.js';
import { actionMessages } from './messages.js';

/** What `features` may name, and `edit`, which all writers may. */
export type Feature = 'create' | 'rotate' | 'revoke' | 'delete' | 'usage' | 'edit';
/** What the rotation panel asks for; `settled`: something should have happened by time. */
export type RotationAct = 'promote' | 'cancel' | 'retire' | 'rollback' | 'settled';

/** What acting on keys needs of the list. */
export interface KeysHost {
  element: PageElement & { navigable: boolean };
  connection(): Connection | null;
  locale(): LocaleSetting | null;
  page(): KeysPage | undefined;
  offline(): boolean;
  can(feature: Feature): boolean;
  say(notice: Notice | null): void;
  /** Marks a row as changed by somebody else; null unmarks all. */
  markChanged(id: string | null): void;
  reload(): Promise<void>;
}

/** Everything a user does to keys: menus, the layers over the list, and the writes behind them. Loaded with the first of them. */
export class KeyActions {
  readonly #host: KeysHost;
  readonly #texts: Localize<typeof en>;
  readonly #writer: KeyWriter;
  #layer: Layer | null = null;
  /** Secrets that came while something else was open: they show next. */
  #next: Layer[] = [];
  #items: readonly MenuItem[] = [];
  #choose: (id: string) => void = () => undefined;

  constructor(host: KeysHost) {
    this.#host = host;
    this.#texts = new Localize(host.element, actionMessages, () => host.locale());
    this.#writer = new KeyWriter(host, this.#texts, new Localize(host.element, baseMessages, () => host.locale()));
  }

  /** Closes whatever is open and forgets a secret. */
  close(): void {
    this.#next = [];
    this.#leave();
  }

  /** Opens the menu of a key. */
  menu(key: ApiKey, anchor: HTMLElement): void {
    const items = keyMenu(key, this.#texts, (feature) => this.#host.can(feature), this.#host.offline());
    void this.#openMenu(items, anchor, (id) => {
      const command = KEY_COMMANDS.find((name) => name === id);
      if (command) this.#command(command, key);
    });
  }

  /** Opens the menu of a filter. */
  filter(
    filter: 'status' | 'scope',
    view: KeysView,
    anchor: HTMLElement,
    apply: (change: Record<string, string>) => void,
  ): void {
    void this.#openMenu(filterMenu(filter, view, this.#texts), anchor, (id) => apply({ [filter]: id }));
  }

  /** Opens the form for a new key, or says why there can be none. */
  create(): void {
    const page = this.#host.page();
    const full = page !== undefined && page.limit_allowed > 0 && page.used >= page.limit_allowed;
    void this.#open({ kind: full ? 'quota' : 'create' });
  }

  /** Opens the use of a key. */
  usage(key: ApiKey): void {
    void this.#open({ kind: 'usage', key });
  }

  /** Does what the panel of a rotation asks for. */
  rotation(act: RotationAct, rotation: Rotation): void {
    if (act === 'settled') void this.#host.reload();
    else if (act === 'promote') void this.#open({ kind: 'promote', rotation });
    else void this.#open({ kind: 'act', act, key: rotation.beside });
  }

  /** Leads to another page of the console, if the host page follows. */
  navigate(page: string, params: Record<string, string> = {}): void {
    const event = new CustomEvent('caas-navigate', {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { page, params },
    });
    if (this.#host.element.dispatchEvent(event)) this.#host.say({ tone: 'info', text: this.#texts.text('elsewhere') });
    this.#leave();
  }

  render(): TemplateResult {
    return html`<caas-menu
        .items=${this.#items}
        @caas-menu-selected=${(event: MenuSelectedEvent) => this.#choose(event.detail.id)}
      ></caas-menu>
      ${this.#layer ? this.#renderLayer(this.#layer) : nothing}`;
  }

  #renderLayer(layer: Layer): TemplateResult {
    return renderLayer(layer, {
      connection: this.#host.connection(),
      offline: this.#host.offline(),
      page: this.#host.page(),
      fresh: (key) => this.#fresh(key),
      closed: () => this.#closed(layer),
      create: (body) => this.#create(layer, body),
      update: (key, change) => this.#update(layer, key, change),
      rotate: (key, overlap) => this.#rotate(layer, key, overlap),
      act: (act, key, force, own) => this.#act(layer, act, key, force, own),
      promote: (rotation, force) => this.#promote(layer, rotation.beside, force),
      upgrade: this.#host.element.navigable ? () => this.navigate('billing') : null,
      again: this.#host.can('rotate') ? (key, rotated) => this.#again(key, rotated) : null,
    });
  }

  #command(command: KeyCommand, key: ApiKey): void {
    if (command === 'enable') void this.#enable(key);
    else if (command === 'promote')
      void this.#open({ kind: 'promote', rotation: data.rotationOf(this.#host.page()?.items ?? [], key) });
    else if (command === 'cancelRotation') void this.#open({ kind: 'act', act: 'cancel', key });
    else if (command === 'usage' || command === 'edit' || command === 'rotate') void this.#open({ kind: command, key });
    else void this.#open({ kind: 'act', act: command, key });
  }

  async #create(layer: Layer, body: data.NewKey): Promise<void> {
    const connection = this.#host.connection();
    const made = await this.#writer.write({
      asked: layer,
      left: 'left',
      before: 'caas-before-key-create',
      done: 'caas-key-created',
      name: body.name,
      what: `create ${JSON.stringify(body)}`,
      send: data.createKey(body),
      about: (answer) => answer.key,
    });
    if (connection === this.#host.connection()) await this.#showSecret(layer, made, false);
  }

  async #rotate(layer: Layer, key: ApiKey, overlap: number): Promise<void> {
    const connection = this.#host.connection();
    const made = await this.#writer.write({
      asked: layer,
      left: 'leftRotation',
      before: 'caas-before-key-rotate',
      done: 'caas-key-rotated',
      key,
      what: `rotate ${key.id} ${overlap}`,
      send: data.rotateKey(key.id, overlap),
    });
    if (connection === this.#host.connection()) await this.#showSecret(layer, made, true);
  }

  /** Shows a secret in place of what asked for it; after whatever is open where that was left meanwhile. */
  async #showSecret(asked: Layer, { key, secret }: data.MadeKey, rotated: boolean): Promise<void> {
    const layer: Layer = { kind: 'secret', key, secret: secret ?? null, rotated };
    if (this.#layer && this.#layer !== asked) this.#next.push(layer);
    else await this.#open(layer);
  }

  /** `layer` is the form that asks for it; null where none is open. */
  async #update(layer: Layer | null, key: ApiKey, change: data.KeyChange): Promise<void> {
    const what = `update ${key.id} ${JSON.stringify(change)}`;
    await this.#writer.write({
      asked: layer,
      left: 'leftAct',
      done: 'caas-key-updated',
      key,
      what,
      send: data.updateKey(key.id, change),
      about: (now) => now,
    });
  }

  async #enable(key: ApiKey): Promise<void> {
    try {
      await this.#update(null, key, { status: 'active', version: key.version });
    } catch {
      // the list says why
    }
  }

  async #promote(layer: Layer, key: ApiKey, force: boolean): Promise<void> {
    await this.#closing(
      layer,
      this.#writer.write({
        asked: layer,
        left: 'leftAct',
        before: 'caas-before-key-promote',
        done: 'caas-key-promoted',
        key,
        what: `promote ${key.id} ${force}`,
        send: data.promoteKey(key.id, force),
      }),
    );
  }

  async #act(layer: Layer, act: data.Act, key: ApiKey, force: boolean, own: boolean): Promise<void> {
    const { send, before, done } = data.actOn(act, key, force);
    await this.#closing(
      layer,
      this.#writer.write<unknown>({
        asked: layer,
        left: 'leftAct',
        key,
        own,
        what: `${act} ${key.id} ${force}`,
        send,
        done,
        ...(before ? { before } : {}),
      }),
    );
  }

  /** Closes the dialog after its write. Where somebody else was faster, the row and a message say so: the question has no sense any more. */
  async #closing(layer: Layer, write: Promise<unknown>): Promise<void> {
    try {
      await write;
    } catch (cause) {
      if (!data.isConflict(toApiError(cause))) throw cause;
    }
    if (this.#layer === layer) this.#leave();
  }

  /** A secret that nobody saw is of no use: a new rotation makes another. */
  #again(key: ApiKey, rotated: boolean): void {
    void this.#open(rotated ? { kind: 'act', act: 'cancel', key } : { kind: 'rotate', key });
  }

  async #open(layer: Layer): Promise<void> {
    const connection = this.#host.connection();
    try {
      await loadLayer(layer.kind);
    } catch {
      this.#host.say({ tone: 'warning', text: this.#texts.text('partFailed'), reload: true }); // its chunk could not be had
      return;
    }
    if (connection !== this.#host.connection() || !this.#host.element.isConnected) return;
    // A secret that shows is never put aside.
    if (this.#layer?.kind === 'secret' && this.#layer.secret) this.#next.push(layer);
    else this.#layer = layer;
    this.#host.element.requestUpdate();
  }

  #closed(layer: Layer): void {
    if (this.#layer !== layer) return;
    this.#writer.leave(layer);
    this.#leave();
  }

  /** Closes what is open; a secret that waits for its place shows then. */
  #leave(): void {
    const next = this.#next.shift();
    this.#layer = null;
    this.#host.element.requestUpdate();
    if (next) void this.#open(next);
  }

  async #openMenu(items: readonly MenuItem[], anchor: HTMLElement, choose: (id: string) => void): Promise<void> {
    this.#items = items;
    this.#choose = choose;
    this.#host.element.requestUpdate();
    await this.#host.element.updateComplete;
    await this.#host.element.renderRoot.querySelector('caas-menu')?.openAt(anchor);
  }

  /** The key as the list has it now. */
  #fresh(key: ApiKey): ApiKey {
    return this.#host.page()?.items.find(({ id }) => id === key.id) ?? key;
  }
}
