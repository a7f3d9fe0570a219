import { LitElement, html, type TemplateResult } from 'lit';
import { ContextConsumer } from '@lit/context';
import { define } from '@caas/base/define.js';
import { Localize } from '@caas/base/localize.js';
import { controls } from '@caas/ui/controls.styles.js';
import { icon } from '@caas/ui/icon.js';
import { search } from '@caas/ui/icons.js';
import { messages } from '../messages.js';
import { HOME } from '../pages.js';
import { shellContext } from '../shell.context.js';
import { styles as message } from './message.styles.js';
import { styles } from './page.styles.js';

/** For every address that no page has. */
export class NotFoundPage extends LitElement {
  static override styles = [controls, styles, message];

  readonly #texts = new Localize(this, messages);
  readonly #shell = new ContextConsumer(this, { context: shellContext, subscribe: true });

  override render(): TemplateResult {
    const signedIn = this.#shell.value?.signedIn ?? false;
    return html`<div class="message">
      ${icon(search, 32)}
      <h1>${this.#texts.text('notFound')}</h1>
      <p>${this.#texts.text('notFoundText')}</p>
      <a class="btn default" href=${signedIn ? HOME : '/login'}
        >${this.#texts.text(signedIn ? 'notFoundHome' : 'notFoundSignIn')}</a
      >
    </div>`;
  }
}

define('caas-not-found-page', NotFoundPage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-not-found-page': NotFoundPage;
  }
}
