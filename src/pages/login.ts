import { LitElement, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ContextConsumer } from '@lit/context';
import '@caas/account/caas-login.js';
import type { NewSession, SignInChallenge, SignInReason } from '@caas/account/caas-login.js';
import { define } from '@caas/base/define.js';
import { Localize } from '@caas/base/localize.js';
import { messages } from '../messages.js';
import { HOME, pageAt } from '../pages.js';
import { ownPath } from '../router.js';
import { shellContext } from '../shell.context.js';
import { styles } from './page.styles.js';

const REASONS: readonly SignInReason[] = ['expired', 'reused', 'signed-out', 'password-changed'];
const METHODS = ['totp', 'recovery_code', 'passkey'] as const;

/** `/login`: signs in, then goes to the page in `?return`. Providers come back here with `?error`, or with a second step to do. */
export class LoginPage extends LitElement {
  static override styles = styles;

  /** What stands after `?`. */
  @property({ attribute: false }) query = new URLSearchParams();

  readonly #texts = new Localize(this, messages);
  readonly #shell = new ContextConsumer(this, { context: shellContext, subscribe: true });
  #waiting: SignInChallenge | null = null;

  override render(): TemplateResult {
    const shell = this.#shell.value;
    const target = shell?.secrets.get('redirect') ?? this.query.get('return');
    const page = target ? pageAt(target) : undefined;
    const reason = REASONS.find((known) => known === this.query.get('reason')) ?? '';
    return html`<caas-login
      heading-level="1"
      register-url="/register"
      forgot-url="/forgot-password"
      email=${shell?.lastEmail ?? ''}
      reason=${reason}
      return-to=${page ? this.#texts.text(page.title) : ''}
      return-path=${ownPath(target, HOME)}
      provider-error=${this.query.get('error') ?? ''}
      .challenge=${this.#challenge}
      .onSession=${(session: NewSession) => shell?.startSession(session)}
      @caas-signed-in=${() => shell?.go(ownPath(target, HOME), { replace: true })}
    ></caas-login>`;
  }

  /** A sign-in by a provider that waits for its second factor. */
  get #challenge(): SignInChallenge | null {
    const secrets = this.#shell.value?.secrets;
    const token = secrets?.get('mfa_token');
    if (!secrets || !token) return null;
    if (this.#waiting?.token === token) return this.#waiting;
    const named = (secrets.get('methods') ?? '').split(',');
    this.#waiting = { token, methods: METHODS.filter((method) => named.includes(method)) };
    return this.#waiting;
  }
}

define('caas-login-page', LoginPage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-login-page': LoginPage;
  }
}
