import { LitElement, html, type TemplateResult } from 'lit';
import { define } from '@caas/base/define.js';
import '@caas/dashboard/caas-dashboard.js';
import { styles } from './page.styles.js';

/** `/dashboard`: what happens now. */
export class DashboardPage extends LitElement {
  static override styles = styles;

  override render(): TemplateResult {
    return html`<caas-dashboard heading-level="1" navigable></caas-dashboard>`;
  }
}

define('caas-dashboard-page', DashboardPage);

declare global {
  interface HTMLElementTagNameMap {
    'caas-dashboard-page': DashboardPage;
  }
}
