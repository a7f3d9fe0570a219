import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  form,
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--caas-space-4);
  }
  .tight {
    gap: var(--caas-space-2);
  }
  .wrap {
    flex-wrap: wrap;
  }
  .note > * {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .small {
    font-size: var(--caas-font-size-sm);
  }
  .scroll {
    max-block-size: calc(var(--caas-space-8) * 5);
    overflow: auto;
    border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-md);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--caas-font-size-sm);
  }
  :is(th, td) {
    padding: var(--caas-space-2) var(--caas-space-3);
    border-block-end: var(--caas-border-width) solid var(--caas-color-border);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  tbody tr:last-child > :is(th, td) {
    border-block-end: 0;
  }
  th {
    font-size: var(--caas-font-size-xs);
    font-weight: var(--caas-weight-medium);
    color: var(--caas-color-text-subtle);
    white-space: nowrap;
  }
  /* Most addresses stay in one line, also on a phone. */
  .lines :is(th, td) {
    padding-inline: var(--caas-space-2);
  }
  .lines td:nth-child(2) {
    min-inline-size: 15ch;
  }
  .end {
    text-align: end;
    white-space: nowrap;
  }
  td small {
    display: block;
    font-size: var(--caas-font-size-xs);
    color: var(--caas-color-text-muted);
  }
  .result {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--caas-space-2);
  }
  .result > .i {
    margin-block-start: 0.2em;
  }
  .ic-success {
    color: var(--caas-color-success-icon);
  }
  .ic-muted {
    color: var(--caas-color-text-subtle);
  }
  input[type='file'] {
    display: none;
  }
`;
