import { html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '@caas/base/localize.js';
import type { Caller } from './list-acts.js';
import type { en } from './locales/en.actions.js';

/** Who called within the last 24 h, with how much and with which keys. `label` names the box they scroll in. */
export function callersTable(
  texts: Localize<typeof en>,
  name: 'ip' | 'origin',
  callers: readonly Caller[],
  now: number,
  label = texts.text('callers'),
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead>
        <tr>
          <th scope="col">${texts.text(`source.${name}`)}</th>
          <th scope="col" class="end">${texts.text('calls')}</th>
          <th scope="col" class="end">${texts.text('lastCall')}</th>
        </tr>
      </thead>
      <tbody>
        ${callers.map(
          (caller) =>
            html`<tr>
              <td>
                <span class="mono">${caller.source}</span>
                ${caller.you ? html`<span class="badge info">${texts.text(`you.${name}`)}</span>` : nothing}
                ${caller.keys.length > 0 ? html`<small>${texts.text('withKeys', caller.keys)}</small>` : nothing}
                ${caller.sessions > 0 ? html`<small>${texts.text('sessions', caller.sessions)}</small>` : nothing}
              </td>
              <td class="end num">${texts.format.number(caller.calls)}</td>
              <td class="end num">${caller.lastAt ? texts.format.ago(caller.lastAt, now) : texts.text('never')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
