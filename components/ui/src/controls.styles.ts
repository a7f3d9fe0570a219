import { css, type CSSResult } from 'lit';
import { styles as buttons } from './btn.styles.js';
import { styles as icons } from './icon.styles.js';
import { styles as surfaces } from './surface.styles.js';
import { styles as text } from './text.styles.js';

/** Shared looks of native markup in the root of a page element: text, buttons, badges, panels, notes. Put it in `static styles` after the tokens. */
// postcss-lit-disable-next-line
export const controls: CSSResult = css`
  ${icons}${text}${buttons}${surfaces}
`;
