import { html, type TemplateResult } from 'lit';
import type { Icon } from './icons.js';

export { styles as iconStyles } from './icon.styles.js';

/** An icon as inline SVG in the caller's root, hidden from assistive technology: the text beside it or the control's label says what it means. */
export function icon(paths: Icon, size: 12 | 14 | 16 | 20 | 32 = 16): TemplateResult {
  return html`<svg class="i" viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true">
    <path d=${paths.join('')}></path>
  </svg>`;
}
