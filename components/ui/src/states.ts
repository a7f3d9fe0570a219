import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '@caas/base/errors.js';
import { errorText, type BaseLocalize } from '@caas/base/messages.js';
import type { OnlineController } from '@caas/base/online.controller.js';
import { icon } from './icon.js';
import { lock, triangleAlert, wifiOff } from './icons.js';

/** What a page element shows in place of its body when nothing can be shown: what happened, what to do, the request id. */
export function fullError(base: BaseLocalize, error: ApiError, onRetry: () => void): TemplateResult {
  const retry = error.kind !== 'config' && error.kind !== 'permission';
  return html`<div class="state" role="alert">
    ${icon(error.kind === 'permission' || error.kind === 'auth' ? lock : error.kind === 'network' ? wifiOff : triangleAlert, 32)}
    <strong>${errorTitle(base, error)}</strong>
    <p>${errorText(base, error)}</p>
    ${retry ? html`<button class="btn default" type="button" @click=${onRetry}>${base.text('retry')}</button>` : nothing}
    ${requestId(base, error)}
  </div>`;
}

function errorTitle(base: BaseLocalize, error: ApiError): string {
  if (error.kind === 'config') return base.text('notConfigured');
  if (error.kind === 'auth') return base.text('sessionEnded');
  if (error.kind === 'permission') return base.text('noAccess');
  return base.text('loadFailed');
}

/** The request id of a failure, selectable as one word; nothing where there was no answer. */
export function requestId(base: BaseLocalize, error: ApiError): TemplateResult | typeof nothing {
  if (!error.requestId) return nothing;
  return html`<small class="subtle">${base.text('requestId')} <code class="mono">${error.requestId}</code></small>`;
}

/** The failure of an element that has neither connection nor address. */
export function notConfigured(): ApiError {
  return new ApiError('not_configured', 'Set api-url, and token-url or getToken.');
}

/** The strip over content that may be old: offline, back, or a refresh that failed beside good rows. */
export function freshness(
  base: BaseLocalize,
  online: OnlineController,
  read: { data: unknown; error: ApiError | null; updatedAt: number },
): TemplateResult {
  return html`<div class="strip" role="status">${freshnessText(base, online, read)}</div>`;
}

function freshnessText(
  base: BaseLocalize,
  online: OnlineController,
  read: { data: unknown; error: ApiError | null; updatedAt: number },
): TemplateResult | typeof nothing {
  if (online.state === 'offline') return html`${icon(wifiOff, 14)}${base.text('offline', read.updatedAt)}`;
  if (online.state === 'back') return html`${base.text('backOnline')}`;
  if (read.error && read.data !== undefined) return html`${icon(triangleAlert, 14)}${base.text('refreshFailed', read.updatedAt)}`;
  return nothing;
}
