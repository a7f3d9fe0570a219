import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-flex;
    align-items: center;
    gap: var(--caas-space-2);
    position: relative;
    vertical-align: middle;
  }
  .iconbtn {
    inline-size: var(--caas-size-target-min);
    block-size: var(--caas-size-target-min);
  }
  input {
    inline-size: 16ch;
    padding: 0 var(--caas-space-1);
    border: var(--caas-border-width) solid var(--caas-color-border-control);
    border-radius: var(--caas-radius-xs);
    background: var(--caas-color-surface);
    font-family: var(--caas-font-mono);
    font-size: var(--caas-font-size-xs);
    direction: ltr;
  }
  .hint {
    font-size: var(--caas-font-size-xs);
    color: var(--caas-color-text-muted);
    white-space: nowrap;
  }
`;
