import { html, type TemplateResult } from 'lit';
import type { ListRules } from '@caas/contract/whitelist/bulk.js';
import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import type { Connection } from '@caas/base/connection.js';
import { define } from '@caas/base/define.js';
import type { Added, Caller, EntryChange, ListActs, NewEntry, RuleEntry } from './list-acts.js';
import type { ListPage } from './list-kind.js';

/** What lies over the list. */
export type Layer =
  | { kind: 'add'; acts: ListActs; rules: ListRules<RuleEntry> }
  | { kind: 'edit'; entry: WhitelistEntry }
  | { kind: 'mode'; page: ListPage };

/** Callers a change would cut off, and what can be done about it. Lies over every other layer. */
export interface Guard {
  readonly callers: readonly Caller[];
  /** How many there are; `callers` may be the first of them. */
  readonly total: number;
  /** Those that can be listed as they are. */
  readonly addable: readonly string[];
  /** Lists these too, then makes the change. Throws an `ApiError`. */
  add(sources: readonly string[]): Promise<void>;
  /** Makes the change all the same; it undoes itself unless it is confirmed. Throws an `ApiError`. */
  force(): Promise<void>;
  leave(): void;
}

/** What layers need, and what they do. */
export interface LayerContext {
  name: 'ip' | 'origin';
  connection: Connection | null;
  offline: boolean;
  page: ListPage | undefined;
  /** The entry as the list has it now. */
  fresh: (entry: WhitelistEntry) => WhitelistEntry;
  closed: () => void;
  /** Values of the list, as many as one call reads. */
  every: () => Promise<readonly string[]>;
  add: (entries: readonly NewEntry[], merge: boolean) => Promise<Added>;
  update: (entry: WhitelistEntry, change: EntryChange) => Promise<void>;
  setMode: (mode: ListPage['mode'], bindConsole: boolean) => Promise<void>;
}

const LOADERS: Record<Layer['kind'] | 'guard', () => Promise<void>> = {
  add: async () => define('caas-whitelist-add', (await import('./add-drawer.js')).AddDrawer),
  edit: async () => define('caas-whitelist-edit', (await import('./edit-drawer.js')).EditDrawer),
  mode: async () => define('caas-whitelist-mode', (await import('./mode-dialog.js')).ModeDialog),
  guard: async () => define('caas-whitelist-guard', (await import('./guard-dialog.js')).GuardDialog),
};

/** Brings a layer's code. */
export async function loadLayer(kind: keyof typeof LOADERS): Promise<void> {
  await LOADERS[kind]();
}

/** Draws a layer. */
export function renderLayer(layer: Layer, context: LayerContext): TemplateResult {
  const { closed, connection, name, offline } = context;
  switch (layer.kind) {
    case 'add':
      return html`<caas-whitelist-add
        .name=${name}
        .connection=${connection}
        .offline=${offline}
        .closed=${closed}
        .acts=${layer.acts}
        .rules=${layer.rules}
        .page=${context.page}
        .every=${context.every}
        .run=${context.add}
      ></caas-whitelist-add>`;
    case 'edit':
      return html`<caas-whitelist-edit
        .name=${name}
        .connection=${connection}
        .offline=${offline}
        .closed=${closed}
        .entry=${context.fresh(layer.entry)}
        .run=${(change: EntryChange) => context.update(layer.entry, change)}
      ></caas-whitelist-edit>`;
    case 'mode':
      return html`<caas-whitelist-mode
        .name=${name}
        .connection=${connection}
        .offline=${offline}
        .closed=${closed}
        .page=${layer.page}
        .run=${context.setMode}
      ></caas-whitelist-mode>`;
  }
}

/** Draws the question about callers that a change would cut off. */
export function renderGuard(
  guard: Guard,
  { connection, name, offline }: Pick<LayerContext, 'connection' | 'name' | 'offline'>,
): TemplateResult {
  return html`<caas-whitelist-guard
    .name=${name}
    .guard=${guard}
    .connection=${connection}
    .offline=${offline}
    .closed=${() => guard.leave()}
  ></caas-whitelist-guard>`;
}
