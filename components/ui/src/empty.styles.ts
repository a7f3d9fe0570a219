import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  div {
    display: grid;
    justify-items: center;
    gap: var(--caas-space-1);
    padding: var(--caas-space-7) var(--caas-space-card);
    text-align: center;
  }
  svg {
    color: var(--caas-color-text-subtle);
    margin-block-end: var(--caas-space-2);
  }
  .title {
    margin: 0;
    font-size: var(--caas-font-size-lg);
    line-height: var(--caas-line-lg);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .text {
    max-inline-size: 52ch;
    color: var(--caas-color-text-muted);
    text-wrap: balance;
  }
  .action {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-items: center;
    gap: var(--caas-space-2) var(--caas-space-4);
    margin-block-start: var(--caas-space-4);
  }
  .action:not(.filled) {
    display: none;
  }
`;
