import { html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '@caas/base/localize.js';
import type { Identity } from './frame.js';
import { ENROLL, mustEnroll } from './guard.js';
import type { en } from './locales/en.js';
import type { Page } from './router.js';

/** Where a member comes to first, and where they would look. */
const PLACES = ['dashboard', 'profile'];

/** Over a page: what a member still has to do for their account. The code of a strip comes with the need for it. */
export function reminders(
  texts: Localize<typeof en>,
  identity: Identity | null,
  page: Page,
): TemplateResult | typeof nothing {
  if (!identity?.user || !PLACES.includes(page.id)) return nothing;
  const until = identity.mfa?.grace_until;
  const verify = !identity.user.email_verified;
  if (verify) void import('@caas/account/caas-verify-email.js').catch(() => undefined); // the next page asks again
  if (!verify && (!until || mustEnroll(identity))) return nothing;
  return html`<div class="reminders">
    ${verify ? html`<caas-verify-email></caas-verify-email>` : nothing}
    ${
      until && !mustEnroll(identity)
        ? html`<p class="note">
            <span></span
            ><span>${texts.text('twoFactorBy', until)} <a href=${ENROLL}>${texts.text('twoFactorSetUp')}</a></span>
          </p>`
        : nothing
    }
  </div>`;
}
