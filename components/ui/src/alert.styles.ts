import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .note {
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: start;
  }
  .body {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(var(--caas-space-1) * 0.5) var(--caas-space-4);
  }
  .text {
    flex: 1 1 24ch;
    min-inline-size: 0;
    text-wrap: pretty;
  }
  b {
    display: block;
    font-weight: var(--caas-weight-medium);
  }
  .lead {
    line-height: 1;
    margin-block-start: 0.15em;
  }
  ::slotted([slot='action']) {
    margin-block: calc(var(--caas-space-1) * -1);
  }
  .iconbtn {
    margin: calc(var(--caas-space-1) * -1);
  }
  .note.success {
    background: var(--caas-color-success-soft);
    border-color: var(--caas-color-success-border);
  }
`;
