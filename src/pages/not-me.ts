import { LitElement, html, type TemplateResult } from 'lit';
import { ContextConsumer } from '@lit/context';
import '@caas/account/caas-sign-in-report.js';
import { define } from '@caas/base/define.js';
import { shellContext } from '../shell.context.js';
import { styles } from './page.styles.js';

/** `/not-me#token=…`: "this wasn't me", from a mail about a new device. */
export class NotMePage extends LitElement {
  static override styles = styles;

  readonly #shell = new ContextConsumer(this, { context: shellContext, subscribe: true });

  override render(): TemplateResult {
    return html`<caas-sign-in-report
      heading-level="1"
      forgot-url="/forgot-password"
      .token=${this.#shell.value?.secrets.get('token') ?? ''}
    ></caas-sign-in-report>`;
  }
}

define('caas-not-me-page', NotMePage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-not-me-page': NotMePage;
  }
}
