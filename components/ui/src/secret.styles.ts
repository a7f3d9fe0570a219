import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .base {
    display: grid;
    gap: var(--caas-space-4);
  }
  h3 {
    font-size: var(--caas-font-size-md);
    font-weight: var(--caas-weight-strong);
  }
  .label {
    display: block;
    margin-block-end: calc(var(--caas-space-1) * 1.5);
    font-weight: var(--caas-weight-medium);
    font-size: var(--caas-font-size-sm);
  }
  .box {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    padding: calc(var(--caas-space-1) * 1.5);
    padding-inline-start: var(--caas-space-3);
    border: var(--caas-border-width) solid var(--caas-color-border-control);
    border-radius: var(--caas-radius-md);
    background: var(--caas-color-surface-sunken);
  }
  code {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-family: var(--caas-font-mono);
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
    letter-spacing: var(--caas-tracking-tight);
    font-variant-ligatures: none;
    direction: ltr;
    unicode-bidi: isolate;
    user-select: all;
  }
  .hint {
    display: block;
    margin-block-start: var(--caas-space-1);
    font-size: var(--caas-font-size-xs);
    color: var(--caas-color-text-muted);
  }
  .after {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--caas-space-2);
    font-size: var(--caas-font-size-sm);
  }
  label {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    min-block-size: var(--caas-size-target-min);
  }
  input {
    flex: none;
    inline-size: var(--caas-size-icon);
    block-size: var(--caas-size-icon);
    margin: 0;
  }
`;
