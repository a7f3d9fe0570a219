import { css, html, type TemplateResult } from 'lit';
import { ThemeRoot } from './theme-root.js';

/**
 * A theme for everything inside it, for pages that place several elements or kit parts.
 *
 * @element caas-theme
 * @slot - What the theme applies to.
 * @cssprop [--caas-accent] - Colour of primary actions.
 * @cssprop [--caas-background] - Background of the page.
 * @cssprop [--caas-text] - Colour of text.
 * @cssprop [--caas-radius=8px] - Corner radius all others derive from.
 * @cssprop [--caas-font=inherit] - Font of all text except code.
 * @example <caas-theme theme="dark"><caas-api-keys></caas-api-keys></caas-theme>
 */
export class CaasTheme extends ThemeRoot {
  static override styles = [
    ...ThemeRoot.styles,
    css`
      :host {
        display: block;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
