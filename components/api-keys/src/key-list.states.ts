import { html, nothing, type TemplateResult } from 'lit';
import { fullError } from '@caas/ui/full-error.js';
import { icon } from '@caas/ui/icon.js';
import { keyRound } from '@caas/ui/icons.js';
import type { ApiError } from '@caas/base/errors.js';
import { createButton, type ListParts } from './key-list.parts.js';
import { stateMessages } from './messages.states.js';

/** Nothing can be shown. */
export function failure({ base, onRetry }: ListParts, error: ApiError): TemplateResult {
  return fullError(base, error, onRetry);
}

/** There are no keys at all. */
export function firstUse(parts: ListParts): TemplateResult {
  const text = (name: keyof (typeof stateMessages)['english']) => parts.texts.findIn(stateMessages, name);
  if (!parts.mayCreate)
    return html`${icon(keyRound, 32)}
      <p>${text('emptyReadOnly')}</p>`;
  return html`${icon(keyRound, 32)}<strong>${text('emptyTitle')}</strong>
    <p>${text('emptyText')}</p>
    ${createButton(parts)}
    ${parts.onDocs ? html`<button class="link" type="button" @click=${parts.onDocs}>${text('docs')}</button>` : nothing}`;
}
