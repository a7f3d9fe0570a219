import { css } from 'lit';

export const styles = css`
  .dlg:not(.ask) {
    margin: 0;
    margin-inline-start: auto;
    inline-size: min(var(--caas-drawer-width, calc(var(--caas-space-8) * 7.5)), 100%);
    max-inline-size: 100%;
    block-size: 100dvb;
    max-block-size: 100dvb;
    border-radius: 0;
    border-start-start-radius: var(--caas-radius-lg);
    border-end-start-radius: var(--caas-radius-lg);
  }
  .dlg[open]:not(.ask) {
    animation-name: slide;
  }
  .dlg[open]:not(.ask):dir(rtl) {
    animation-name: slide-rtl;
  }
  @keyframes slide {
    from {
      opacity: 0;
      translate: var(--caas-space-6) 0;
    }
  }
  @keyframes slide-rtl {
    from {
      opacity: 0;
      translate: calc(-1 * var(--caas-space-6)) 0;
    }
  }
  .body {
    padding-block-start: var(--caas-space-4);
  }
  /* 620px: below it the drawer is as wide as the screen */
  @media (max-width: 38.75em) {
    .dlg:not(.ask) {
      inline-size: 100%;
      border-radius: 0;
    }
  }
`;
