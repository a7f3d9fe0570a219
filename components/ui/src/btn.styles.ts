import { css } from 'lit';

/** Native buttons as first rows have them, icon buttons and chips. */
export const styles = css`
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--caas-space-2);
    --_pad: calc(var(--caas-space-1) * 3.5);
    min-block-size: var(--caas-button-height, var(--caas-size-control));
    padding: 0 var(--_pad);
    border: var(--caas-border-width) solid transparent;
    border-radius: var(--caas-button-radius, var(--caas-radius-md));
    font-weight: var(--caas-button-font-weight, var(--caas-weight-medium));
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
    white-space: nowrap;
    text-decoration: none;
    cursor: pointer;
    background: none;
    transition:
      background-color var(--caas-duration-fast),
      border-color var(--caas-duration-fast);
  }
  .btn:focus-visible,
  .chip:focus-visible {
    border-radius: var(--caas-button-radius, var(--caas-radius-md));
  }
  .btn.primary {
    background: var(--caas-color-accent);
    color: var(--caas-color-on-accent);
  }
  .btn.primary:hover {
    background: var(--caas-color-accent-hover);
  }
  .btn.default {
    background: light-dark(var(--caas-color-surface), var(--caas-color-hover));
    color: var(--caas-color-text);
    border-color: var(--caas-color-border-strong);
    box-shadow: var(--caas-shadow-1);
  }
  .btn.default:hover {
    background: light-dark(var(--caas-color-surface-sunken), var(--caas-color-active));
    border-color: var(--caas-color-border-control);
  }
  .btn.sm {
    min-block-size: var(--caas-size-control-sm);
    --_pad: calc(var(--caas-space-1) * 2.5);
    border-radius: var(--caas-button-radius, var(--caas-radius-sm));
  }
  .btn:is(:disabled, [aria-disabled='true']:not([aria-busy='true'])) {
    background: var(--caas-color-active);
    color: var(--caas-color-text-disabled);
    border-color: transparent;
    box-shadow: none;
    cursor: not-allowed;
  }

  .iconbtn {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: var(--caas-size-control-sm);
    block-size: var(--caas-size-control-sm);
    padding: 0;
    border: 0;
    border-radius: var(--caas-radius-sm);
    background: none;
    color: var(--caas-color-text-muted);
    cursor: pointer;
  }
  .iconbtn:hover {
    background: var(--caas-color-hover);
    color: var(--caas-color-text);
  }
  .iconbtn:is(:disabled, [aria-disabled='true']) {
    color: var(--caas-color-text-disabled);
    cursor: not-allowed;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--caas-space-1) * 1.5);
    min-block-size: var(--caas-space-6);
    padding-inline: calc(var(--caas-space-1) * 2.5);
    border: var(--caas-border-width) solid var(--caas-color-border-strong);
    border-radius: var(--caas-radius-md);
    background: none;
    font-size: var(--caas-font-size-sm);
    color: var(--caas-color-text-muted);
    cursor: pointer;
  }
  .chip:hover,
  .chip[aria-expanded='true'] {
    background: var(--caas-color-hover);
  }
  .chip b {
    color: var(--caas-color-text);
    font-weight: var(--caas-weight-medium);
  }

  @media (pointer: coarse) {
    .chip {
      min-block-size: var(--caas-size-control);
    }
  }
  @media (forced-colors: active) {
    .btn,
    .chip {
      border-color: CanvasText;
    }
    .btn.primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
      border-color: Highlight;
    }
    .btn:is(:disabled, [aria-disabled='true']:not([aria-busy='true'])) {
      color: GrayText;
      border-color: GrayText;
    }
  }
`;
