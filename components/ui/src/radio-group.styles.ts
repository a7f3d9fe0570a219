import { css } from 'lit';

export const styles = css`
  .radios {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    display: grid;
    gap: var(--caas-space-2);
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
  }
  .radios legend {
    padding: 0;
    margin-block-end: calc(var(--caas-space-1) * 1.5);
    font-weight: var(--caas-weight-medium);
  }
  .radios .choices {
    display: grid;
    gap: var(--caas-space-2);
  }
  .radios label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--caas-space-2);
    cursor: pointer;
  }
  .radios small {
    grid-column: 2;
    color: var(--caas-color-text-muted);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
  }
  .radios .card {
    padding: var(--caas-space-3) var(--caas-space-4);
    border: var(--caas-border-width) solid var(--caas-color-border-strong);
    border-radius: var(--caas-radius-md);
    background: var(--caas-color-surface);
  }
  .radios .card > span {
    font-weight: var(--caas-weight-medium);
  }
  .radios .card:hover {
    border-color: var(--caas-color-border-control);
  }
  .radios .card:has(:checked) {
    border-color: var(--caas-color-accent-text);
    background: var(--caas-color-surface-sunken);
  }
  .radios .card:has(:focus-visible) {
    outline: var(--caas-focus-width) solid var(--caas-color-focus);
    outline-offset: var(--caas-focus-offset);
  }
  .radios .card input:focus-visible {
    outline: none;
  }
  .radios label:has(:disabled) {
    color: var(--caas-color-text-disabled);
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    .radios .card:has(:checked) {
      border-color: Highlight;
      outline: calc(var(--caas-border-width) * 2) solid Highlight;
    }
  }
`;
