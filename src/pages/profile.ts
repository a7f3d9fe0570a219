import { LitElement, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '@caas/account/caas-profile.js';
import { define } from '@caas/base/define.js';
import { styles } from './page.styles.js';

/** `/profile`: what a member says of themselves, and how they sign in. */
export class ProfilePage extends LitElement {
  static override styles = styles;

  /** What stands after `?`: `error` where connecting a provider failed. */
  @property({ attribute: false }) query = new URLSearchParams();

  override render(): TemplateResult {
    return html`<caas-profile
      heading-level="1"
      navigable
      provider-error=${this.query.get('error') ?? ''}
    ></caas-profile>`;
  }
}

define('caas-profile-page', ProfilePage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-profile-page': ProfilePage;
  }
}
