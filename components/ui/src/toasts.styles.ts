import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  .stack {
    position: fixed;
    inset: auto;
    inset-block-end: var(--caas-space-5);
    inset-inline-end: var(--caas-space-5);
    inline-size: min(var(--caas-toast-width, calc(var(--caas-space-8) * 5.625)), calc(100dvi - var(--caas-space-6)));
    block-size: auto; /* WebKit stretches a fixed grid of fit-content over the height of the window */
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--caas-color-text);
    overflow: visible;
  }
  .stack:popover-open {
    display: grid;
    gap: var(--caas-space-2);
  }
  .toast {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    padding: var(--caas-space-2);
    padding-inline-start: var(--caas-space-3);
    border-radius: var(--caas-radius-md);
    background: var(--caas-color-surface-raised);
    box-shadow: var(--caas-shadow-2);
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
  }
  .new {
    animation: rise var(--caas-duration-base) var(--caas-ease-out);
  }
  .text {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 var(--caas-space-2);
    }
  }
  @media (max-width: 38.75em) {
    .stack {
      inset-inline-end: var(--caas-space-4);
      inset-block-end: var(--caas-space-4);
      inline-size: calc(100dvi - var(--caas-space-6));
    }
  }
  @media (forced-colors: active) {
    .toast {
      border: var(--caas-border-width) solid CanvasText;
    }
  }
`;
