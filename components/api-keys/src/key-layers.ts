import { html, type TemplateResult } from 'lit';
import type { ApiKey } from '@caas/contract/api-keys.js';
import type { Connection } from '@caas/base/connection.js';
import { define } from '@caas/base/define.js';
import type { KeysPage, Rotation } from './api-keys.data.js';
import type { Act, KeyChange, NewKey } from './key-actions.data.js';

/** What lies over the list. A secret is held here while it shows, and nowhere else. */
export type Layer =
  | { kind: 'create' | 'quota' }
  | { kind: 'edit' | 'usage' | 'rotate'; key: ApiKey }
  | { kind: 'act'; act: Act; key: ApiKey }
  | { kind: 'promote'; rotation: Rotation }
  | { kind: 'secret'; key: ApiKey; secret: string | null; rotated: boolean };

/** What layers need, and what they do. */
export interface LayerContext {
  connection: Connection | null;
  offline: boolean;
  page: KeysPage | undefined;
  /** The key as the list has it now. */
  fresh: (key: ApiKey) => ApiKey;
  closed: () => void;
  create: (body: NewKey) => Promise<void>;
  update: (key: ApiKey, change: KeyChange) => Promise<void>;
  rotate: (key: ApiKey, overlap: number) => Promise<void>;
  act: (act: Act, key: ApiKey, force: boolean, own: boolean) => Promise<void>;
  promote: (rotation: Rotation, force: boolean) => Promise<void>;
  upgrade: (() => void) | null;
  /** Starts over for a key whose secret nobody saw; null where the caller may not. */
  again: ((key: ApiKey, rotated: boolean) => void) | null;
}

/** Brings a layer's code. What makes a secret brings also what shows it: once it is made, it is too late. */
export async function loadLayer(kind: Layer['kind']): Promise<void> {
  const secret = kind === 'create' || kind === 'rotate' ? loadLayer('secret') : null;
  await LOADERS[kind]();
  await secret;
}

const LOADERS: Record<Layer['kind'], () => Promise<void>> = {
  create: async () => define('caas-api-keys-create', (await import('./create-drawer.js')).CreateDrawer),
  edit: async () => define('caas-api-keys-edit', (await import('./edit-drawer.js')).EditDrawer),
  usage: async () => define('caas-api-keys-usage', (await import('./usage-drawer.js')).UsageDrawer),
  rotate: async () => define('caas-api-keys-rotate', (await import('./rotate-dialog.js')).RotateDialog),
  act: async () => define('caas-api-keys-act', (await import('./act-dialog.js')).ActDialog),
  promote: async () => define('caas-api-keys-promote', (await import('./promote-dialog.js')).PromoteDialog),
  secret: async () => define('caas-api-keys-secret', (await import('./secret-dialog.js')).SecretDialog),
  quota: async () => define('caas-api-keys-quota', (await import('./quota-dialog.js')).QuotaDialog),
};

/** Draws a layer. */
export function renderLayer(layer: Layer, context: LayerContext): TemplateResult {
  const { connection, closed, offline } = context;
  switch (layer.kind) {
    case 'create':
      return html`<caas-api-keys-create
        .connection=${connection}
        .offline=${offline}
        .closed=${closed}
        .page=${context.page}
        .run=${context.create}
      ></caas-api-keys-create>`;
    case 'quota':
      return html`<caas-api-keys-quota
        .page=${context.page}
        .closed=${closed}
        .upgrade=${context.upgrade}
      ></caas-api-keys-quota>`;
    case 'edit':
      return html`<caas-api-keys-edit
        .connection=${connection}
        .offline=${offline}
        .closed=${closed}
        .key=${context.fresh(layer.key)}
        .run=${(change: KeyChange) => context.update(layer.key, change)}
      ></caas-api-keys-edit>`;
    case 'usage':
      return html`<caas-api-keys-usage
        .connection=${connection}
        .closed=${closed}
        .key=${context.fresh(layer.key)}
      ></caas-api-keys-usage>`;
    case 'rotate':
      return html`<caas-api-keys-rotate
        .connection=${connection}
        .offline=${offline}
        .closed=${closed}
        .key=${layer.key}
        .run=${(overlap: number) => context.rotate(layer.key, overlap)}
      ></caas-api-keys-rotate>`;
    case 'act':
      return html`<caas-api-keys-act
        .connection=${connection}
        .offline=${offline}
        .closed=${closed}
        .key=${layer.key}
        .act=${layer.act}
        .run=${(force: boolean, own: boolean) => context.act(layer.act, layer.key, force, own)}
      ></caas-api-keys-act>`;
    case 'promote':
      return html`<caas-api-keys-promote
        .connection=${connection}
        .offline=${offline}
        .closed=${closed}
        .rotation=${layer.rotation}
        .run=${(force: boolean) => context.promote(layer.rotation, force)}
      ></caas-api-keys-promote>`;
    case 'secret':
      return html`<caas-api-keys-secret
        .closed=${closed}
        .key=${layer.key}
        .secret=${layer.secret}
        .rotated=${layer.rotated}
        .again=${context.again}
      ></caas-api-keys-secret>`;
  }
}
