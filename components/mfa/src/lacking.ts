import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '@caas/base/errors.js';
import type { Localize } from '@caas/base/localize.js';
import type { en } from './locales/en.policy.js';
import type { Members } from './policy.data.js';

/** Who has no second factor; nothing while that is not known. */
export function lackingPanel(
  texts: Localize<typeof en>,
  level: number,
  members: Members | undefined,
  error: ApiError | null,
  now: number,
): TemplateResult | typeof nothing {
  if (!members || error) return nothing;
  const lacking = members.items.filter(({ totp, passkeys }) => !totp && passkeys === 0);
  const more = lacking.length === members.items.length && members.next_cursor !== null;
  return html`<section class="panel" part="lacking" aria-labelledby="lacking">
    <header>
      <div class="h" id="lacking" role="heading" aria-level=${level}>${texts.text('lackTitle', lacking.length)}</div>
    </header>
    ${
      lacking.length > 0
        ? html`<div class="body">
            <ul class="passkeys">
              ${lacking.map(
                ({ name, email, grace_until: until }) =>
                  html`<li>
                    <span class="what"
                      ><bdi>${name ?? texts.text('nameless')}</bdi><small><bdi>${email}</bdi></small></span
                    >
                    ${until ? html`<span class="muted">${Date.parse(until) > now ? texts.text('until', until) : texts.text('locked')}</span>` : nothing}
                  </li>`,
              )}
            </ul>
            ${more ? html`<p class="muted">${texts.text('lackMore')}</p>` : nothing}
          </div>`
        : nothing
    }
  </section>`;
}
