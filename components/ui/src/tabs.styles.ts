import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .box {
    container: caas-tabs / inline-size;
    margin-block-end: var(--caas-space-5);
  }
  .list {
    display: flex;
    gap: var(--caas-space-5);
    border-block-end: var(--caas-border-width) solid var(--caas-color-border);
  }
  button {
    position: relative;
    min-block-size: var(--caas-size-control);
    padding: 0;
    border: 0;
    background: none;
    color: var(--caas-color-text-muted);
    font-size: var(--caas-font-size-sm);
    font-weight: var(--caas-weight-medium);
    white-space: nowrap;
    cursor: pointer;
  }
  button:hover {
    color: var(--caas-color-text);
  }
  [aria-selected='true'] {
    color: var(--caas-color-text);
  }
  [aria-selected='true']::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-end: calc(-1 * var(--caas-border-width));
    border-block-end: calc(2 * var(--caas-border-width)) solid var(--caas-color-accent-text);
  }
  select {
    display: none;
    inline-size: 100%;
    min-block-size: var(--caas-size-control);
    padding-inline: calc(var(--caas-space-1) * 2.5);
    border: var(--caas-border-width) solid var(--caas-color-border-control);
    border-radius: var(--caas-radius-md);
    background: var(--caas-color-surface);
  }
  @container caas-tabs (max-width: 619px) {
    .list {
      display: none;
    }
    select {
      display: block;
    }
  }
  @media (forced-colors: active) {
    [aria-selected='true']::after {
      border-color: Highlight;
    }
  }
`;
