import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container: caas-stepper / inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  ol {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  p {
    margin: 0;
  }
  li {
    display: grid;
    gap: var(--caas-space-1);
    align-content: start;
    padding: calc(var(--caas-space-1) * 3.5) var(--caas-space-card) var(--caas-space-4);
    border-inline-start: var(--caas-border-width) solid var(--caas-color-border);
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
  }
  li:first-child {
    border-inline-start: 0;
  }
  .st {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    font-weight: var(--caas-weight-medium);
  }
  .n {
    display: grid;
    place-items: center;
    flex: none;
    box-sizing: border-box;
    inline-size: calc(var(--caas-space-1) * 5);
    block-size: calc(var(--caas-space-1) * 5);
    border-radius: 50%;
    border: var(--caas-border-width) solid var(--caas-color-border-control);
    font-size: calc(var(--caas-font-size-xs) * 0.9167);
    font-variant-numeric: tabular-nums;
    font-weight: var(--caas-weight-strong);
  }
  .n .i {
    stroke-width: 2.75;
  }
  .done .n {
    background: var(--caas-color-success-solid);
    border-color: transparent;
    color: var(--caas-color-on-success);
  }
  [aria-current] {
    background: var(--caas-color-surface-sunken);
  }
  [aria-current] .n {
    background: var(--caas-color-accent);
    border-color: transparent;
    color: var(--caas-color-on-accent);
  }
  .todo {
    color: var(--caas-color-text-subtle);
  }
  .detail {
    color: var(--caas-color-text-muted);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
  }
  .todo .detail {
    color: var(--caas-color-text-subtle);
  }
  .vh {
    position: absolute;
    inline-size: 1em;
    block-size: 1em;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .which {
    display: none;
  }

  @container caas-stepper (max-width: 860px) {
    ol:has(> :nth-child(4)) {
      grid-auto-flow: row;
      grid-template-columns: 1fr 1fr;
    }
    :has(> :nth-child(4)) > li:nth-child(odd) {
      border-inline-start: 0;
    }
    :has(> :nth-child(4)) > li:nth-child(n + 3) {
      border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    }
  }
  @container caas-stepper (max-width: 620px) {
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--caas-space-1);
      padding: 0 var(--caas-space-4);
    }
    li {
      display: contents;
    }
    li::before {
      content: '';
      flex: 1 0 calc(var(--caas-space-1) * 2);
      block-size: var(--caas-space-1);
      border-radius: var(--caas-radius-full);
      background: var(--caas-color-active);
    }
    .done::before {
      background: var(--caas-color-success-solid);
    }
    [aria-current]::before {
      background: var(--caas-color-accent);
    }
    /* Out of sight, but still read out. */
    li:not([aria-current]) > * {
      position: absolute;
      inline-size: 1em;
      block-size: 1em;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    [aria-current] > * {
      order: 1;
      flex: 1 0 100%;
    }
    [aria-current] .st {
      margin-block-start: calc(var(--caas-space-1) * 3.5);
    }
    [aria-current] .detail {
      margin-block: var(--caas-space-1) calc(var(--caas-space-1) * 3.5);
      font-size: var(--caas-font-size-sm);
      line-height: var(--caas-line-sm);
    }
  }
  @media (forced-colors: active) {
    [aria-current] {
      outline: calc(var(--caas-border-width) * 2) solid Highlight;
      outline-offset: calc(var(--caas-border-width) * -2);
    }
    li::before {
      border: var(--caas-border-width) solid CanvasText;
    }
    .done::before,
    [aria-current]::before {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
