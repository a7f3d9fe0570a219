import { css, type CSSResult } from 'lit';
import { styles as moreButtons } from './btn-more.styles.js';
import { rowControls } from './row-controls.styles.js';

/** Shared looks of native markup in the root of a page element: text, buttons, badges, panels, notes. Put it in `static styles` after the tokens. */
// postcss-lit-disable-next-line
export const controls: CSSResult = css`
  ${rowControls}${moreButtons}
`;
