import { html, nothing, type TemplateResult } from 'lit';
import type { Attention } from '@caas/contract/dashboard.js';
import type { AuditEvent } from '@caas/contract/audit.js';
import type { Localize } from '@caas/base/localize.js';
import '@caas/ui/caas-avatar.js';
import '@caas/ui/caas-copy-button.js';
import '@caas/ui/caas-time.js';
import { icon } from '@caas/ui/icon.js';
import { circleX, info, shieldCheck, triangleAlert } from '@caas/ui/icons.js';
import type { en } from './locales/en.codes.js';

export { codeMessages } from './messages.codes.js';

type Texts = Localize<typeof en>;

/** One entry of recent activity; `now` is the gateway's clock. */
export function activityRow(event: AuditEvent, texts: Texts, now: () => number): TemplateResult {
  const action = actionOf(event);
  const did = texts.find(`action.${action}`);
  const name = event.actor.type === 'system' ? texts.text('system') : event.actor.name;
  const own = OWN.test(action);
  const object = own ? '' : (event.resource.name ?? externalId(event) ?? '');
  return html`<li>
    <caas-time class="when subtle" mode="ago" datetime=${event.occurred_at} .now=${now}></caas-time>
    <span class="what">
      ${event.actor.type === 'system' ? html`<span class="seal">${icon(shieldCheck, 14)}</span>` : html`<caas-avatar name=${name}></caas-avatar>`}
      <span>
        <b><bdi>${name}</bdi></b>
        ${did ? html`<span class="muted">${did}</span>` : html`<span class="mono">${event.action}</span>`}
        ${object && object !== name ? html`<span class="mono"><bdi>${object}</bdi></span>` : nothing}
        ${event.result === 'failure' && !own ? html`<span class="badge danger">${texts.text('failedBadge')}</span>` : nothing}
      </span>
    </span>
    <span class="ip mono muted">${event.ip ?? ''}</span>
  </li>`;
}

/** What somebody did to their own access: the text says it all. */
const OWN = /^(?!session\.ended-)(session|account|mfa|sign-in-provider)\./;

/** Signing out and ending the sessions of others go by one action: only their details tell which it was. */
function actionOf({ action, details, resource }: AuditEvent): string {
  if (!/^(sdk-)?session\.ended$/.test(action) || !details || 'everywhere' in details) return action;
  return `${action}-${resource.name ? 'of' : 'several'}`;
}

/** Who a session was started for: the tenant's own name of the person. */
function externalId({ details }: AuditEvent): string | null {
  const id = details && 'user_external_id' in details ? details['user_external_id'] : null;
  return typeof id === 'string' ? id : null;
}

const LOOKS = {
  danger: { paths: circleX, tone: 'ic-danger', word: 'severityDanger' },
  warning: { paths: triangleAlert, tone: 'ic-warning', word: 'severityWarning' },
  info: { paths: info, tone: 'ic-info', word: 'severityInfo' },
} as const;

/** One thing that needs attention; with a link where the host page follows it. */
export function attentionRow(
  entry: Attention,
  texts: Texts,
  now: () => number,
  onFollow: ((entry: Attention, event: Event) => void) | null,
): TemplateResult {
  const look = LOOKS[entry.severity];
  const name = isolated(entry.resource?.name ?? entry.resource?.id ?? '');
  const title = texts.find(`attention.${entry.code}`, name, entry.data, now()) ?? entry.title;
  const help = texts.find(`help.${entry.code}`, entry.data, now());
  const href = ownPath(entry.href);
  return html`<li>
    <span class=${look.tone}>${icon(look.paths)}</span>
    <span
      ><span class="vh">${texts.text(look.word)}</span>
      <b>${title}</b>${help ? html`<small>${help}</small>` : nothing}</span
    >
    ${
      onFollow && href
        ? html`<a
            href=${href}
            aria-label=${texts.text('reviewOf', title)}
            @click=${(event: Event) => onFollow(entry, event)}
            >${texts.text('review')}</a
          >`
        : nothing
    }
  </li>`;
}

/** Letters that are read from right to left, and characters that turn the direction of what follows them. */
const TURNING = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Bidi_Control}]/u;

/** A name within a sentence: where it could turn the words around it, it is kept apart (Unicode UAX #9, FSI to PDI). */
function isolated(name: string): string {
  return TURNING.test(name) ? `\u2068${name.replace(/[\u2066-\u2069]/g, '')}\u2069` : name;
}

/** A path of the page's own origin, or null: what comes from an answer may not lead elsewhere. */
export function ownPath(href: string | null): string | null {
  if (!href?.startsWith('/') || /^\/[/\\]/.test(href)) return null;
  return href;
}

/** How to make the first call, for a tenant that nobody has called yet. */
export function firstUse(texts: Texts, level: number, url: string): TemplateResult {
  const command = `curl ${url}/v1/auth/api-keys -H "x-api-key: $CAAS_KEY"`;
  return html`<section class="panel first" aria-labelledby="first">
    <div class="h" id="first" role="heading" aria-level=${level}>${texts.text('firstTitle')}</div>
    <p class="muted">${texts.text('firstText')}</p>
    <div class="code">
      <pre class="mono" tabindex="0" role="region" aria-label=${texts.text('firstCode')} translate="no">${command}</pre>
      <caas-copy-button value=${command} label=${texts.text('firstCopy')}></caas-copy-button>
    </div>
  </section>`;
}
