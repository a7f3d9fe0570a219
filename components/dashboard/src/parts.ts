import { html, type TemplateResult } from 'lit';
import { errorText } from '@caas/base/error-text.js';
import type { ApiError } from '@caas/base/errors.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert } from '@caas/ui/icons.js';
import { requestId } from '@caas/ui/states.js';
import '@caas/ui/caas-skeleton.js';

/** A panel that could not be loaded: what failed, why, and a way to ask again. */
export function failedPanel(base: BaseLocalize, what: string, error: ApiError, onRetry: () => void): TemplateResult {
  return html`<div class="blank failed" role="alert">
    <span class="ic-warning">${icon(triangleAlert)}</span><span class="grow">${what} ${errorText(base, error)}</span>
    <button class="btn default sm" type="button" @click=${onRetry}>${base.text('retry')}</button>
    ${requestId(base, error)}
  </div>`;
}

/** Grey lines in the geometry of a list. */
export function loadingPanel(lines: number): TemplateResult {
  return html`<div class="skeleton"><caas-skeleton lines=${lines}></caas-skeleton></div>`;
}
