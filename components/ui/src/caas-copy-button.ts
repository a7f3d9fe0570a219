import { define } from '@caas/base/define.js';
import { CopyButton } from './copy-button.js';

export { CopyButton };

define('caas-copy-button', CopyButton);

declare global {
  interface HTMLElementTagNameMap {
    'caas-copy-button': CopyButton;
  }
}
