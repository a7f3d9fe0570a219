import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .box {
    border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-md);
    overflow: clip;
    background: var(--caas-code-background, var(--caas-color-surface-sunken));
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    min-block-size: var(--caas-size-control);
    padding-inline: var(--caas-space-3) var(--caas-space-1);
    border-block-end: var(--caas-border-width) solid var(--caas-color-border);
    font-size: var(--caas-font-size-sm);
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: var(--caas-space-3);
  }
  .languages button {
    min-block-size: var(--caas-size-control);
    padding: 0;
    border: 0;
    border-block-end: calc(2 * var(--caas-border-width)) solid transparent;
    background: none;
    color: var(--caas-color-text-muted);
    font-weight: var(--caas-weight-medium);
    cursor: pointer;
  }
  .languages button[aria-pressed='true'] {
    color: var(--caas-color-text);
    border-color: var(--caas-color-accent-text);
  }
  pre {
    margin: 0;
    padding: var(--caas-space-3) var(--caas-space-4);
    overflow-inline: auto;
    direction: ltr;
    text-align: start;
    font-family: var(--caas-font-mono);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-sm);
    font-variant-ligatures: none;
    tab-size: 2;
  }
  pre:focus-visible {
    outline-offset: calc(-1 * var(--caas-focus-width));
  }
  code {
    font: inherit;
  }
  .hint {
    display: block;
    padding: 0 var(--caas-space-4) var(--caas-space-2);
    font-size: var(--caas-font-size-xs);
    color: var(--caas-color-text-muted);
  }
`;
