import { LitElement, html, type TemplateResult } from 'lit';
import { ContextConsumer } from '@lit/context';
import '@caas/account/caas-reset-password.js';
import { define } from '@caas/base/define.js';
import { shellContext } from '../shell.context.js';
import { styles } from './page.styles.js';

/** `/reset-password#token=…`: the link of a mail. Its secret has left the address before this page came. */
export class ResetPasswordPage extends LitElement {
  static override styles = styles;

  readonly #shell = new ContextConsumer(this, { context: shellContext, subscribe: true });

  override render(): TemplateResult {
    return html`<caas-reset-password
      heading-level="1"
      login-url="/login"
      forgot-url="/forgot-password"
      .token=${this.#shell.value?.secrets.get('token') ?? ''}
      @caas-password-reset=${() => this.#shell.value?.endSession('password-changed')}
    ></caas-reset-password>`;
  }
}

define('caas-reset-password-page', ResetPasswordPage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-reset-password-page': ResetPasswordPage;
  }
}
