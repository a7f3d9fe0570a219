import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    margin-block-start: calc(-1 * var(--caas-border-width)); /* the head's line lies on the panel's */
  }
  :host([hidden]) {
    display: none;
  }
  .waiting {
    block-size: var(--caas-grid-height, 60vb);
    overflow: hidden;
  }
  .base[aria-busy] {
    cursor: progress;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    color: inherit; /* a host page in quirks mode resets color and font of tables */
    font: inherit;
    font-size: var(--caas-font-size-sm);
  }
  th {
    block-size: var(--caas-size-row-header);
    padding: 0 var(--caas-table-cell-padding, var(--caas-space-cell));
    text-align: start;
    font-weight: var(--caas-weight-medium);
    font-size: var(--caas-font-size-xs);
    color: var(--caas-color-text-subtle);
    background: var(--caas-table-header-background, var(--caas-color-surface-sunken));
    border-block: var(--caas-border-width) solid var(--caas-color-border);
    white-space: nowrap;
  }
  td {
    block-size: var(--caas-table-row-height, var(--caas-size-row));
    padding: 0 var(--caas-table-cell-padding, var(--caas-space-cell));
    border-block-end: var(--caas-border-width) solid var(--caas-color-border);
  }
  :host([tall]) td {
    block-size: var(--caas-size-row-lg);
  }
  .end {
    text-align: end;
  }
  .empty {
    padding: var(--caas-space-5) var(--caas-space-card);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    color: var(--caas-color-text-muted);
  }
  .bone {
    display: inline-block;
    inline-size: min(100%, 12ch);
    block-size: 1em;
    border-radius: var(--caas-radius-xs);
    background: var(--caas-color-skeleton);
    animation: appear var(--caas-duration-base) var(--caas-duration-slow) backwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: var(--caas-border-width) solid GrayText;
    }
  }
`;
