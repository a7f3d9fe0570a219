import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  .menu {
    position: fixed;
    inset: var(--_caas-y, 0) auto auto var(--_caas-x, 0);
    margin: 0;
    padding: var(--caas-space-1);
    border: 0;
    min-inline-size: calc(var(--caas-space-8) * 2.75);
    max-inline-size: min(calc(var(--caas-space-8) * 5), calc(100dvi - var(--caas-space-4)));
    max-block-size: calc(100dvb - var(--caas-space-4));
    overflow-block: auto;
    overscroll-behavior: contain;
    border-radius: var(--caas-radius-md);
    background: var(--caas-color-surface-raised);
    box-shadow: var(--caas-shadow-2);
    color: var(--caas-color-text);
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
  }
  .menu:popover-open {
    animation: appear var(--caas-duration-base) var(--caas-ease-out);
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 calc(-1 * var(--caas-space-1));
    }
  }
  button {
    display: flex;
    align-items: start;
    gap: var(--caas-space-2);
    inline-size: 100%;
    min-block-size: var(--caas-size-control-sm);
    padding: var(--caas-space-1) var(--caas-space-2);
    border: 0;
    border-radius: var(--caas-radius-sm);
    background: none;
    color: inherit;
    text-align: start;
    cursor: pointer;
  }
  button .i {
    margin-block-start: 0.15em;
    color: var(--caas-color-text-muted);
  }
  button:is(:hover, :focus) {
    background: var(--caas-color-hover);
  }
  button:focus-visible {
    outline-offset: calc(-1 * var(--caas-focus-width));
    border-radius: var(--caas-radius-sm);
  }
  .text {
    display: grid;
    min-inline-size: 0;
  }
  small {
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
    color: var(--caas-color-text-subtle);
  }
  .danger,
  .danger .i {
    color: var(--caas-color-danger-text);
  }
  [aria-disabled='true'] {
    color: var(--caas-color-text-disabled);
    cursor: not-allowed;
  }
  [aria-disabled='true']:hover {
    background: none;
  }
  hr {
    margin: var(--caas-space-1) 0;
    border: 0;
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
  }
  @media (pointer: coarse) {
    button {
      min-block-size: var(--caas-size-control);
      align-items: center;
    }
  }
  @media (forced-colors: active) {
    .menu {
      border: var(--caas-border-width) solid CanvasText;
    }
    button:focus {
      outline: var(--caas-focus-width) solid Highlight;
    }
  }
`;
