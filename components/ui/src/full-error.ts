import { html, nothing, type TemplateResult } from 'lit';
import { errorMessages, errorText } from '@caas/base/error-text.js';
import type { ApiError } from '@caas/base/errors.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import { icon } from './icon.js';
import { lock, triangleAlert, wifiOff } from './icons.js';
import { requestId } from './states.js';

/** What a page element shows in place of its body when nothing can be shown: what happened, what to do, the request id. Needs the styles of `states.styles.ts`. */
export function fullError(base: BaseLocalize, error: ApiError, onRetry: () => void): TemplateResult {
  const { code, kind } = error;
  const title = base.findIn(errorMessages, `title.${kind}`) ?? base.findIn(errorMessages, 'title');
  return html`<div class="state" role="alert">
    ${icon(kind === 'permission' || kind === 'auth' ? lock : kind === 'network' ? wifiOff : triangleAlert, 32)}
    <strong>${title}</strong>
    <p>${errorText(base, error)}</p>
    ${code === 'not_configured' || kind === 'permission' ? nothing : html`<button class="btn default" type="button" @click=${onRetry}>${base.text('retry')}</button>`}
    ${requestId(base, error)}
  </div>`;
}
