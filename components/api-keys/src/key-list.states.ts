import { html, nothing, type TemplateResult } from 'lit';
import { fullError } from '@caas/ui/full-error.js';
import { icon } from '@caas/ui/icon.js';
import { keyRound, triangleAlert } from '@caas/ui/icons.js';
import { requestId } from '@caas/ui/states.js';
import type { ApiError } from '@caas/base/errors.js';
import { isFiltered } from './api-keys.data.js';
import { createButton, type ListParts } from './key-list.parts.js';
import type { en } from './locales/en.states.js';
import { stateMessages } from './messages.states.js';

/** Nothing can be shown. Filters that the gateway refuses, from an address for example, it refuses again: they can be cleared. */
export function failure({ base, onClear, onRetry, texts, view }: ListParts, error: ApiError): TemplateResult {
  if (error.code !== 'invalid_request' || !isFiltered(view)) return fullError(base, error, onRetry);
  return html`<div class="state" role="alert">
    ${icon(triangleAlert, 32)}<strong>${texts.findIn(stateMessages, 'refusedTitle')}</strong>
    <p>${texts.findIn(stateMessages, 'refusedText')}</p>
    <button class="btn default" type="button" @click=${onClear}>${texts.text('clear')}</button>
    ${requestId(base, error)}
  </div>`;
}

/** There are no keys at all. */
export function firstUse(parts: ListParts): TemplateResult {
  const text = (name: keyof typeof en) => parts.texts.findIn(stateMessages, name);
  if (!parts.mayCreate)
    return html`${icon(keyRound, 32)}
      <p>${text('emptyReadOnly')}</p>`;
  return html`${icon(keyRound, 32)}<strong>${text('emptyTitle')}</strong>
    <p>${text('emptyText')}</p>
    ${createButton(parts)}
    ${parts.onDocs ? html`<button class="link" type="button" @click=${parts.onDocs}>${text('docs')}</button>` : nothing}`;
}
