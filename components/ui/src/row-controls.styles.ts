import { css, type CSSResult } from 'lit';
import { styles as buttons } from './btn.styles.js';
import { styles as icons } from './icon.styles.js';
import { styles as surfaces } from './surface.styles.js';
import { styles as text } from './text.styles.js';

/** The `controls` without what no first row shows: buttons that are quiet, dangerous, large or busy, icons that warn. */
// postcss-lit-disable-next-line
export const rowControls: CSSResult = css`
  ${icons}${text}${buttons}${surfaces}
`;
