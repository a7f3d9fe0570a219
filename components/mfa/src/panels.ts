import { html, nothing, type TemplateResult } from 'lit';
import type { Passkey } from '@caas/contract/mfa.js';
import type { Localize } from '@caas/base/localize.js';
import { icon } from '@caas/ui/icon.js';
import { plus, triangleAlert } from '@caas/ui/icons.js';
import type { Layer } from './layers.js';
import type { en } from './locales/en.js';
import type { MfaState } from './mfa.data.js';

/** What the panels are drawn with. */
export interface PanelContext {
  texts: Localize<typeof en>;
  /** Heading level of a panel. */
  level: number;
  /** The gateway's clock, in ms. */
  now: number;
  /** Changes are offered. */
  writable: boolean;
  /** A set-up waits to be continued. */
  pending: boolean;
  open: (layer: Layer) => void;
}

/** Codes left from which a warning shows. */
const FEW = 2;

function action(context: PanelContext, label: string, layer: Layer, look = 'default', name?: string): TemplateResult {
  return html`<button
    class="btn ${look} sm"
    type="button"
    aria-label=${name ?? nothing}
    aria-disabled=${context.writable ? nothing : 'true'}
    @click=${() => context.writable && context.open(layer)}
  >
    ${layer.kind === 'passkey' && layer.act === 'add' ? icon(plus, 14) : nothing}${label}
  </button>`;
}

/** The authenticator app: off, waiting or on; the running set-up in place of it. */
export function appPanel(context: PanelContext, data: MfaState, running: TemplateResult | null): TemplateResult {
  const { texts, level } = context;
  const badge = data.enabled
    ? html`<span class="badge success">${texts.text('on')}</span>`
    : html`<span class="badge neutral">${texts.text(context.pending ? 'pending' : 'off')}</span>`;
  return html`<section class="panel" part="app" aria-labelledby="app">
    <header>
      <div class="h" id="app" role="heading" aria-level=${level}>${texts.text('app')}</div>
      <span class="badges">
        ${data.enforced ? html`<span class="badge neutral">${texts.text('required')}</span>` : nothing}${badge}
      </span>
    </header>
    <div class="body">${running ?? (data.enabled ? appOn(context, data) : appOff(context))}</div>
  </section>`;
}

function appOff(context: PanelContext): TemplateResult {
  const { texts, pending } = context;
  return html`<p class="muted">${texts.text('offText')}</p>
    <div class="actions">
      ${action(context, texts.text(pending ? 'resume' : 'setUp'), { kind: 'setup' }, 'primary')}
    </div>`;
}

function appOn(context: PanelContext, data: MfaState): TemplateResult {
  const { texts } = context;
  const last = data.enforced && data.passkeys.length === 0;
  return html`<p>
      ${data.since ? texts.text('since', data.since) : nothing}
      <small>${texts.text('codesLeft', data.recovery_codes_left)}</small>
    </p>
    ${fewCodes(context, data)}
    <div class="actions">
      ${action(context, texts.text('newCodes'), { kind: 'proof', act: 'renew', app: true })}
      ${last ? nothing : action(context, texts.text('turnOff'), { kind: 'proof', act: 'off', app: true })}
    </div>
    ${last ? html`<p class="muted">${texts.text('enforced')}</p>` : nothing}`;
}

function fewCodes({ texts }: PanelContext, data: MfaState): TemplateResult | typeof nothing {
  if (data.recovery_codes_left > FEW) return nothing;
  return html`<div class="note warning" role="status">
    <span class="ic-warning">${icon(triangleAlert)}</span><span>${texts.text('codesLow')}</span>
  </div>`;
}

/** Codes of a member whose only factors are passkeys. */
function codesOfPasskeys(context: PanelContext, data: MfaState): TemplateResult | typeof nothing {
  if (data.enabled || data.passkeys.length === 0) return nothing;
  const { texts } = context;
  return html`<p><small>${texts.text('codesLeft', data.recovery_codes_left)}</small></p>
    ${fewCodes(context, data)}
    <div class="actions">${action(context, texts.text('newCodes'), { kind: 'proof', act: 'renew', app: false })}</div>`;
}

/** The member's passkeys. */
export function passkeyPanel(context: PanelContext, data: MfaState): TemplateResult {
  const { texts, level } = context;
  const absent =
    data.passkey_host === null
      ? texts.text('passkeysAbsent')
      : typeof PublicKeyCredential === 'undefined'
        ? texts.text('passkeysUnsupported')
        : null;
  return html`<section class="panel" part="passkeys" aria-labelledby="passkeys">
    <header>
      <div class="h" id="passkeys" role="heading" aria-level=${level}>${texts.text('passkeys')}</div>
    </header>
    <div class="body">
      <p class="muted">${absent ?? texts.text('passkeysText')}</p>
      ${
        data.passkeys.length > 0
          ? html`<ul class="passkeys">
              ${data.passkeys.map((passkey) => passkeyRow(context, passkey, data))}
            </ul>`
          : nothing
      }
      ${codesOfPasskeys(context, data)}
      ${absent ? nothing : html`<div class="actions">${action(context, texts.text('addPasskey'), { kind: 'passkey', act: 'add', passkey: null })}</div>`}
    </div>
  </section>`;
}

function passkeyRow(context: PanelContext, passkey: Passkey, data: MfaState): TemplateResult {
  const { texts } = context;
  const used = passkey.last_used_at
    ? texts.text('lastUsed', texts.format.ago(passkey.last_used_at, context.now))
    : texts.text('neverUsed');
  const last = data.enforced && !data.enabled && data.passkeys.length === 1;
  return html`<li>
    <span class="what"
      ><bdi>${passkey.name}</bdi><small>${texts.text('added', passkey.created_at)} · ${used}</small></span
    >
    <span class="badge neutral">${texts.text(passkey.synced ? 'synced' : 'thisDevice')}</span>
    <span class="actions">
      ${action(context, texts.text('rename'), { kind: 'passkey', act: 'rename', passkey }, 'ghost', texts.text('renameName', passkey.name))}
      ${last ? nothing : action(context, texts.text('remove'), { kind: 'passkey', act: 'remove', passkey }, 'ghost', texts.text('removeName', passkey.name))}
    </span>
  </li>`;
}
