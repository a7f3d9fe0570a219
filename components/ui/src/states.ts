import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '@caas/base/errors.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import type { OnlineController } from '@caas/base/online.controller.js';
import { icon } from './icon.js';
import { triangleAlert, wifiOff } from './icons.js';

/** The request id of a failure, selectable as one word; nothing where there was no answer. */
export function requestId(base: BaseLocalize, error: ApiError): TemplateResult | typeof nothing {
  if (!error.requestId) return nothing;
  return html`<small class="subtle">${base.text('requestId')} <code class="mono">${error.requestId}</code></small>`;
}

/** The strip over content that may be old: offline, back, or a refresh that failed beside good rows. */
export function freshness(
  base: BaseLocalize,
  online: OnlineController,
  read: { data: unknown; error: ApiError | null; updatedAt: number },
): TemplateResult {
  return html`<div class="strip ${online.state}" role="status">${freshnessText(base, online, read)}</div>`;
}

function freshnessText(
  base: BaseLocalize,
  online: OnlineController,
  read: { data: unknown; error: ApiError | null; updatedAt: number },
): TemplateResult | typeof nothing {
  if (online.state === 'offline') return html`${icon(wifiOff, 14)}${base.text('offline', read.updatedAt)}`;
  if (online.state === 'back') return html`${base.text('backOnline')}`;
  if (read.error && read.data !== undefined)
    return html`${icon(triangleAlert, 14)}${base.text('refreshFailed', read.updatedAt)}`;
  return nothing;
}
