import { html, nothing, type TemplateResult } from 'lit';
import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import type { Localize } from '@caas/base/localize.js';
import { field } from '@caas/ui/field.js';
import { icon } from '@caas/ui/icon.js';
import { circleCheck, circleX, triangleAlert } from '@caas/ui/icons.js';
import type { CheckResult } from './list.controller.js';
import type { ListParts } from './list.parts.js';
import type { en } from './locales/en.js';
import { ruleMessages } from './messages.rules.js';

/** Entries named in full; of the others the number. */
const NAMED = 3;

/** "Would this be allowed?": judged as one types, with the entries that say so. */
export function checkBox(
  { name, page, texts }: ListParts,
  asked: string,
  result: CheckResult,
  onAsk: (text: string) => void,
): TemplateResult {
  const yours = page?.yours;
  return html`<div class="panel check" part="check">
    <div class="ask">
      ${field({
        name: 'check',
        label: texts.text(`check.${name}`),
        value: asked,
        mono: true,
        autocomplete: 'off',
        spellcheck: false,
        placeholder: name === 'ip' ? '203.0.113.14' : 'https://app.example.com',
        onInput: onAsk,
      })}
      ${yours ? html`<button class="btn default" type="button" @click=${() => onAsk(yours)}>${texts.text(`useYours.${name}`)}</button>` : nothing}
    </div>
    <div class="verdict" role="status">${verdict(texts, result, page?.mode === 'observe', onAsk)}</div>
  </div>`;
}

function verdict(
  texts: Localize<typeof en>,
  result: CheckResult,
  observing: boolean,
  onAsk: (text: string) => void,
): TemplateResult | typeof nothing {
  switch (result.state) {
    case 'none':
      return nothing;
    case 'asking':
      return html`<span class="muted">${texts.text('checking')}</span>`;
    case 'failed':
      return html`${icon(triangleAlert)}<span>${texts.text('checkFailed')}</span>`;
    case 'invalid': {
      const { code, suggestion } = result.source;
      return html`${icon(triangleAlert)}<span>${texts.findIn(ruleMessages, code)}</span> ${
          suggestion === undefined
            ? nothing
            : html`<button class="btn default sm" type="button" @click=${() => onAsk(suggestion)}>
                ${texts.text('use', suggestion)}
              </button>`
        }`;
    }
    case 'known':
      return html`<span class=${result.allowed ? 'ic-success' : 'ic-danger'}
          >${icon(result.allowed ? circleCheck : circleX)}</span
        ><span>${known(texts, result, observing)}</span>`;
  }
}

function known(
  texts: Localize<typeof en>,
  { allowed, matched }: Extract<CheckResult, { state: 'known' }>,
  observing: boolean,
): string {
  if (!allowed) return texts.text(observing ? 'noObserved' : 'no');
  if (matched.length === 0) return texts.text('yesOpen');
  const named = matched.slice(0, NAMED).map((entry) => describe(texts, entry));
  const more = matched.length - named.length;
  return texts.text('yes', named.join('; '), more);
}

function describe(texts: Localize<typeof en>, { value, label, created_by }: WhitelistEntry): string {
  return texts.text('matchedEntry', value, label, created_by.name);
}
