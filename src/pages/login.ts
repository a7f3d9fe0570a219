import { LitElement, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ContextConsumer } from '@lit/context';
import '@caas/account/caas-login.js';
import type { NewSession, SignInReason } from '@caas/account/caas-login.js';
import { define } from '@caas/base/define.js';
import { Localize } from '@caas/base/localize.js';
import { messages } from '../messages.js';
import { HOME, pageAt } from '../pages.js';
import { ownPath } from '../router.js';
import { shellContext } from '../shell.context.js';
import { styles } from './page.styles.js';

const REASONS: readonly SignInReason[] = ['expired', 'reused', 'signed-out'];

/** `/login`: signs in, then goes to the page in `?return`. */
export class LoginPage extends LitElement {
  static override styles = styles;

  /** What stands after `?`. */
  @property({ attribute: false }) query = new URLSearchParams();

  readonly #texts = new Localize(this, messages);
  readonly #shell = new ContextConsumer(this, { context: shellContext });

  override render(): TemplateResult {
    const target = this.query.get('return');
    const page = target ? pageAt(target) : undefined;
    const reason = REASONS.find((known) => known === this.query.get('reason')) ?? '';
    return html`<caas-login
      heading-level="1"
      register-url="/register"
      reason=${reason}
      return-to=${page ? this.#texts.text(page.title) : ''}
      .onSession=${(session: NewSession) => this.#shell.value?.startSession(session)}
      @caas-signed-in=${() => this.#shell.value?.go(ownPath(target, HOME), { replace: true })}
    ></caas-login>`;
  }
}

define('caas-login-page', LoginPage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-login-page': LoginPage;
  }
}
