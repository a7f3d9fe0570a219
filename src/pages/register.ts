import { LitElement, html, type TemplateResult } from 'lit';
import { ContextConsumer } from '@lit/context';
import '@caas/account/caas-register.js';
import type { NewSession } from '@caas/account/caas-register.js';
import { define } from '@caas/base/define.js';
import { HOME } from '../pages.js';
import { shellContext } from '../shell.context.js';
import { styles } from './page.styles.js';

/** `/register`: makes a company's account, then goes to the dashboard. */
export class RegisterPage extends LitElement {
  static override styles = styles;

  readonly #shell = new ContextConsumer(this, { context: shellContext });

  override render(): TemplateResult {
    return html`<caas-register
      heading-level="1"
      login-url="/login"
      .onSession=${(session: NewSession) => this.#shell.value?.startSession(session)}
      @caas-registered=${() => this.#shell.value?.go(HOME, { replace: true })}
    ></caas-register>`;
  }
}

define('caas-register-page', RegisterPage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-register-page': RegisterPage;
  }
}
