import { LitElement, html, type TemplateResult } from 'lit';
import { ContextConsumer } from '@lit/context';
import '@caas/account/caas-forgot-password.js';
import { define } from '@caas/base/define.js';
import { shellContext } from '../shell.context.js';
import { styles } from './page.styles.js';

/** `/forgot-password`: resets it by a mailed code, then leads to sign in. */
export class ForgotPasswordPage extends LitElement {
  static override styles = styles;

  readonly #shell = new ContextConsumer(this, { context: shellContext });

  override render(): TemplateResult {
    return html`<caas-forgot-password
      heading-level="1"
      login-url="/login"
      @caas-password-reset=${() => this.#shell.value?.go('/login?reason=password-changed', { replace: true })}
    ></caas-forgot-password>`;
  }
}

define('caas-forgot-password-page', ForgotPasswordPage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-forgot-password-page': ForgotPasswordPage;
  }
}
