import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { ContextConsumer } from '@lit/context';
import { define } from '@caas/base/define.js';
import { Localize } from '@caas/base/localize.js';
import '@caas/mfa/caas-mfa.js';
import { controls } from '@caas/ui/controls.styles.js';
import { icon } from '@caas/ui/icon.js';
import { info } from '@caas/ui/icons.js';
import { messages } from '../messages.js';
import { shellContext } from '../shell.context.js';
import { styles } from './page.styles.js';

/** `/mfa`: a member's second factors; the only page of a member whose company requires one they lack. */
export class MfaPage extends LitElement {
  static override styles = [
    controls,
    styles,
    css`
      .box {
        display: grid;
        gap: var(--caas-space-4);
        inline-size: min(100%, calc(var(--caas-space-8) * 12));
        margin-inline: auto;
      }
    `,
  ];

  readonly #texts = new Localize(this, messages);
  readonly #shell = new ContextConsumer(this, { context: shellContext, subscribe: true });

  override render(): TemplateResult {
    const shell = this.#shell.value;
    return html`<div class="box">
      ${
        shell?.mustEnroll
          ? html`<div class="note info">
              ${icon(info)}
              <span
                >${this.#texts.text('twoFactorRequired')}
                <button class="btn ghost sm" type="button" @click=${() => shell.signOut()}>
                  ${this.#texts.text('signOut')}
                </button></span
              >
            </div>`
          : nothing
      }
      <caas-mfa heading-level="1"></caas-mfa>
    </div>`;
  }
}

define('caas-mfa-page', MfaPage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-mfa-page': MfaPage;
  }
}
