import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ApiClient } from '@caas/base/client.js';
import { notConfigured, type ApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { fullError } from '@caas/ui/full-error.js';
import { AccountElement } from './account-element.js';
import { recoveryMessages } from './messages.recovery.js';
import { attemptsLeft, refusal } from './parts.js';

/** What pages that a mail leads to share: their texts, their links, and how a refused code reads. */
export abstract class RecoveryElement extends AccountElement {
  /** Where members sign in; without it there is no such link. */
  @property({ attribute: 'login-url' }) loginUrl = '';

  protected readonly own = new Localize(this, recoveryMessages, () => this.ownLocale);

  override render(): TemplateResult {
    const { client } = this;
    if (!client) return fullError(this.base, notConfigured(), () => this.requestUpdate());
    return html`<div class="box" part="base">
      ${this.renderContent(client)}
      <div class="below">
        ${this.loginUrl ? html`<a href=${this.loginUrl}>${this.own.text('backToSignIn')}</a>` : ''}
        <slot name="footer"></slot>
      </div>
    </div>`;
  }

  protected abstract renderContent(client: ApiClient): TemplateResult;

  /** Why a code was refused; null where the refusal is about something else. */
  protected codeFault(error: ApiError): string | null {
    if (error.code === 'code_expired') return this.own.text('codeOver');
    if (error.code !== 'code_invalid') return null;
    const left = attemptsLeft(error);
    return left === null ? this.own.text('codeWrong') : this.own.text('codeLeft', left);
  }

  /** What went wrong with the whole form, with a clock where waiting helps. */
  protected renderRefusal(failure: ApiError | null): TemplateResult {
    const { texts, wait } = this;
    return refusal(
      this.base,
      failure && { text: this.refusalText(failure), error: failure },
      failure?.retryAfter
        ? { left: wait.left, clock: wait.clock, label: texts.text('tryAgainIn'), over: texts.text('tryAgainNow') }
        : null,
    );
  }
}
