import { LitElement, css, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon, iconStyles } from './icon.js';
import type { Icon } from './icons.js';

/**
 * Draws one icon of `@caas/ui/icons.js`. Without a label it is decoration.
 *
 * @element caas-icon
 * @example <caas-icon .paths=${keyRound} label="API key"></caas-icon>
 */
export class IconElement extends LitElement {
  static override styles = [
    iconStyles,
    css`
      :host {
        display: inline-flex;
      }
    `,
  ];

  /** Path data, one of `@caas/ui/icons.js`. */
  @property({ attribute: false }) paths: Icon = [];
  /** What the icon means, when nothing beside it says so. */
  @property() label = '';
  /** Edge length in pixels. */
  @property({ type: Number }) size: 12 | 14 | 16 | 20 | 32 = 16;

  protected override willUpdate(): void {
    this.role = this.label ? 'img' : 'presentation';
    this.ariaLabel = this.label || null;
  }

  protected override render(): TemplateResult {
    return icon(this.paths, this.size);
  }
}
