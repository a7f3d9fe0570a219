import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '@caas/base/errors.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import type { OnlineController } from '@caas/base/online.controller.js';
import type { QueryController } from '@caas/base/query.controller.js';
import { icon } from './icon.js';
import { triangleAlert, wifiOff } from './icons.js';

/** The request id of a failure, selectable as one word; nothing where there was no answer. */
export function requestId(base: BaseLocalize, error: ApiError): TemplateResult | typeof nothing {
  if (!error.requestId) return nothing;
  return html`<small class="subtle">${base.text('requestId')} <code class="mono">${error.requestId}</code></small>`;
}

/** What the strip tells of. */
type Fresh = Pick<QueryController<unknown>, 'data' | 'error' | 'slow' | 'updatedAt' | 'refetch'>;

/** The strip over content that may be old: offline, back, a refresh that failed beside good rows, or an answer that is late. */
export function freshness(base: BaseLocalize, online: OnlineController, read: Fresh): TemplateResult {
  return html`<div class="strip ${online.state}" role="status">${freshnessText(base, online, read)}</div>`;
}

function freshnessText(base: BaseLocalize, online: OnlineController, read: Fresh): unknown {
  if (online.state === 'offline') return html`${icon(wifiOff, 14)}${base.text('offline', read.updatedAt)}`;
  if (online.state === 'back') return base.text('backOnline');
  if (read.error ? read.data === undefined : !read.slow) return nothing;
  const text = base.text(read.error ? 'refreshFailed' : 'stillLoading', read.updatedAt);
  return again(base, text, () => void read.refetch());
}

/** What could not be had, and a button to ask again; for a line of class `strip`. */
export function again(base: BaseLocalize, text: string, onRetry: () => void): TemplateResult {
  return html`${icon(triangleAlert, 14)}${text}
    <button class="btn default sm" type="button" @click=${onRetry}>${base.text('retry')}</button>`;
}
