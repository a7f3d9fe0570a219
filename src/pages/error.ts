import { html, type TemplateResult } from 'lit';
import { errorText } from '@caas/base/error-text.js';
import type { ApiError } from '@caas/base/errors.js';
import type { Localize } from '@caas/base/localize.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert } from '@caas/ui/icons.js';
import { requestId } from '@caas/ui/states.js';
import type { en } from '../locales/en.js';

/** In the place of a page that could not be brought. Part of the first load: what fails may be the network. */
export function errorPage(
  texts: Localize<typeof en>,
  base: BaseLocalize,
  error: ApiError,
  onRetry: () => void,
): TemplateResult {
  const brought = error.code === 'invalid_answer' && error.status === 0; // a chunk, not an answer of the gateway
  return html`<div class="message" role="alert">
    ${icon(triangleAlert, 32)}
    <h1>${texts.text('failed')}</h1>
    <p>${brought ? texts.text('failedText') : errorText(base, error)}</p>
    <button class="btn default" type="button" @click=${onRetry}>${base.text('retry')}</button>
    ${requestId(base, error)}
  </div>`;
}
