import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ApiClient } from '@caas/base/client.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { emit } from '@caas/base/events.js';
import { ThemeRoot } from '@caas/base/theme-root.js';
import { controls } from '@caas/ui/controls.styles.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { styles } from './account.styles.js';
import { message, offlineNote, submitButton, title } from './parts.js';
import { endReportedSession } from './recovery.data.js';
import { RecoveryElement } from './recovery-element.js';

/** `caas-session-reported`: the session that a mail told of has ended. Carries nothing. */
export type SessionReportedEvent = CustomEvent<undefined>;

/**
 * "This wasn't me": ends the session that a mail about a new device told of. Nothing happens before the button: mail scanners open links.
 *
 * @element caas-sign-in-report
 * @slot footer - Under the text: links of the page.
 * @fires {SessionReportedEvent} caas-session-reported - After that session has ended.
 * @csspart base - The box around the text.
 * @csspart title - The title.
 * @example <caas-sign-in-report api-url="https://console.example.com" forgot-url="/forgot-password"></caas-sign-in-report>
 */
export class SignInReport extends RecoveryElement {
  static override styles = [...ThemeRoot.styles, controls, stateStyles, styles];

  /** The secret of the mailed link. A property and never an attribute. */
  @property({ attribute: false }) token = '';
  /** Where the password is reset; without it there is no such link. */
  @property({ attribute: 'forgot-url' }) forgotUrl = '';

  @state() private failure: ApiError | null = null;
  @state() private busy = false;
  @state() private done = false;

  protected override renderContent(client: ApiClient): TemplateResult {
    const { own, forgotUrl, headingLevel } = this;
    const link = forgotUrl ? { href: forgotUrl, text: own.text('resetPassword') } : null;
    if (this.done)
      return message({ level: headingLevel, title: own.text('reportedTitle'), text: own.text('reportedText'), link });
    if (!this.token || this.failure?.code === 'code_invalid' || this.failure?.code === 'code_expired')
      return message({ level: headingLevel, title: own.text('linkTitle'), text: own.text('reportLinkText'), link });
    return html`<form class="inner" novalidate @submit=${(event: Event) => this.#onSubmit(event, client)}>
      ${title(headingLevel, own.text('reportTitle'))}
      <p>${own.text('reportText')}</p>
      <p class="muted">${own.text('reportYours')}</p>
      ${offlineNote(this.online.offline ? own.text('offline') : null)} ${this.renderRefusal(this.failure)}
      ${submitButton(own.text('endSession'), this.busy, this.wait.left > 0)}
    </form>`;
  }

  async #onSubmit(event: Event, client: ApiClient): Promise<void> {
    event.preventDefault();
    if (this.busy || this.wait.left > 0) return;
    this.busy = true;
    this.failure = null;
    try {
      await endReportedSession(client, this.token);
      this.token = '';
      this.done = true;
      emit(this, 'caas-session-reported');
    } catch (cause) {
      this.failure = toApiError(cause);
      this.waitAsAsked(this.failure);
    }
    this.busy = false;
  }
}
