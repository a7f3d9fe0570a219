import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: calc(var(--caas-space-1) * 1.5);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none;
  }
  .line {
    display: flex;
    justify-content: space-between;
    gap: var(--caas-space-2);
  }
  .line span:first-child {
    color: var(--caas-color-text-muted);
  }
  .bar {
    block-size: var(--caas-space-1);
    border-radius: var(--caas-radius-full);
    background: var(--caas-color-active);
    overflow: hidden;
  }
  .bar i {
    display: block;
    block-size: 100%;
    inline-size: var(--_share, 0);
    border-radius: inherit;
    background: var(--caas-color-text);
  }
  .warning i {
    background: var(--caas-color-warning-icon);
  }
  .danger i {
    background: var(--caas-color-danger-icon);
  }
  .note {
    color: var(--caas-color-text-subtle);
  }
  @media (forced-colors: active) {
    .bar {
      border: var(--caas-border-width) solid CanvasText;
    }
    .bar i {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
