import { define } from '@caas/base/define.js';
import { CodeBlock } from './code-block.js';

export { CodeBlock };
export type { CodeSample, CodeSelectedEvent } from './code-block.js';

define('caas-code-block', CodeBlock);

declare global {
  interface HTMLElementTagNameMap {
    'caas-code-block': CodeBlock;
  }
}
