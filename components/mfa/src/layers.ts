import { html, type TemplateResult } from 'lit';
import type { Passkey } from '@caas/contract/mfa.js';
import type { ApiClient } from '@caas/base/client.js';
import { define } from '@caas/base/define.js';
import type { MfaChange } from './mfa.js';
import type { MfaSetup } from './mfa.data.js';

/** What is open: the set-up within its panel, or a dialog. */
export type Layer =
  | { kind: 'setup' }
  | { kind: 'proof'; act: 'off' | 'renew'; app: boolean }
  | { kind: 'passkey'; act: 'add' | 'rename' | 'remove'; passkey: Passkey | null };

/** What layers need, and what they tell. */
export interface LayerContext {
  client: ApiClient | null;
  offline: boolean;
  setup: MfaSetup | null;
  began: (setup: MfaSetup | null) => void;
  proceed: (change: MfaChange) => Promise<boolean>;
  done: (change: MfaChange, name: string) => void;
  closed: () => void;
}

const LOADERS: Record<Layer['kind'], () => Promise<void>> = {
  setup: async () => define('caas-mfa-setup', (await import('./setup-flow.js')).SetupFlow),
  proof: async () => define('caas-mfa-proof', (await import('./proof-dialog.js')).ProofDialog),
  passkey: async () => define('caas-mfa-passkey', (await import('./passkey-dialog.js')).PasskeyDialog),
};

/** Brings a layer's code. Fails where it can't be had. */
export function loadLayer(kind: Layer['kind']): Promise<void> {
  return LOADERS[kind]();
}

const PASSKEY_CHANGES = { add: 'add-passkey', rename: 'rename-passkey', remove: 'remove-passkey' } as const;

/** Draws a layer. */
export function renderLayer(layer: Layer, context: LayerContext): TemplateResult {
  const { client, offline, closed } = context;
  if (layer.kind === 'setup')
    return html`<caas-mfa-setup
      .client=${client}
      .offline=${offline}
      .setup=${context.setup}
      .began=${context.began}
      .proceed=${() => context.proceed('enable')}
      .turnedOn=${() => context.done('enable', '')}
      .closed=${closed}
    ></caas-mfa-setup>`;
  if (layer.kind === 'proof') {
    const change = layer.act === 'off' ? 'disable' : 'renew-codes';
    return html`<caas-mfa-proof
      .client=${client}
      .offline=${offline}
      .act=${layer.act}
      .app=${layer.app}
      .proceed=${() => context.proceed(change)}
      .done=${() => context.done(change, '')}
      .closed=${closed}
    ></caas-mfa-proof>`;
  }
  const change = PASSKEY_CHANGES[layer.act];
  return html`<caas-mfa-passkey
    .client=${client}
    .offline=${offline}
    .act=${layer.act}
    .passkey=${layer.passkey}
    .proceed=${() => context.proceed(change)}
    .done=${(name: string) => context.done(change, name)}
    .closed=${closed}
  ></caas-mfa-passkey>`;
}
