import { css } from 'lit';

/** Strokes of `icon()`. */
export const styles = css`
  .i {
    flex: none;
    stroke: currentColor;
    fill: none;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.15em;
  }
  .i[width='12'] {
    stroke-width: 2.25;
  }
  .i[width='32'] {
    stroke-width: 1.5;
  }
  @media (forced-colors: active) {
    .i {
      forced-color-adjust: auto;
    }
  }
`;
