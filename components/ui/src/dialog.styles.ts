import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  .dlg {
    margin: auto;
    padding: 0;
    border: 0;
    color: inherit;
    inline-size: min(var(--caas-dialog-width, calc(var(--caas-space-8) * 8.125)), calc(100% - var(--caas-space-6)));
    max-block-size: calc(100dvb - var(--caas-space-6));
    background: var(--caas-color-surface-raised);
    border-radius: var(--caas-dialog-radius, var(--caas-radius-lg));
    box-shadow: var(--caas-shadow-3);
    overflow: clip;
  }
  .dlg[open] {
    display: flex; /* WebKit stretches a fixed grid over the height of the window */
    flex-direction: column;
    animation: rise var(--caas-duration-slow) var(--caas-ease-out);
  }
  .dlg::backdrop {
    background: var(--caas-color-scrim);
    animation: fade var(--caas-duration-slow) var(--caas-ease-out);
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 var(--caas-space-2);
    }
  }
  @keyframes fade {
    from {
      opacity: 0;
    }
  }
  .head {
    display: flex;
    align-items: start;
    gap: var(--caas-space-3);
    padding: var(--caas-space-5) var(--caas-space-5) 0;
  }
  h2 {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-size: var(--caas-font-size-lg);
    line-height: var(--caas-line-lg);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .head .iconbtn {
    margin-block-start: calc(-2 * var(--caas-border-width));
    margin-inline-end: calc(-1 * var(--caas-space-2));
  }
  .body {
    display: grid;
    flex: 1 1 auto;
    min-block-size: 0;
    align-content: start;
    gap: var(--caas-space-4);
    padding: var(--caas-space-1) var(--caas-space-5) var(--caas-space-5);
    overflow-block: auto;
    overscroll-behavior: contain;
  }
  ::slotted(p) {
    margin: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--caas-space-2);
    padding: var(--caas-space-4) var(--caas-space-5);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
  }
  .actions[hidden] {
    display: none;
  }

  /* 620px: below it a dialog is a sheet at the bottom of the screen */
  @media (max-width: 38.75em) {
    .dlg {
      inline-size: 100%;
      max-inline-size: 100%;
      margin-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    .actions > .btn,
    ::slotted([slot='footer']) {
      flex: 1;
    }
  }
  @media (forced-colors: active) {
    .dlg {
      border: var(--caas-border-width) solid CanvasText;
    }
  }
`;
