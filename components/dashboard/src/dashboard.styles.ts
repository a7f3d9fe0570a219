import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    color: var(--caas-color-text);
    font-family: var(--caas-font-family);
    font-size: var(--caas-font-size-md);
    line-height: var(--caas-line-md);
  }
  :host([hidden]) {
    display: none;
  }
  .base {
    container: caas / inline-size;
  }
  .head {
    margin-block-end: var(--caas-space-5);
  }
  .title {
    font-size: var(--caas-font-size-xl);
    line-height: var(--caas-line-xl);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .h {
    font-size: var(--caas-font-size-md);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .stack {
    display: grid;
    gap: var(--caas-dashboard-gap, var(--caas-space-4));
  }
  .split {
    display: grid;
    grid-template-columns: minmax(0, 1fr) calc(var(--caas-space-8) * 5);
    gap: var(--caas-dashboard-gap, var(--caas-space-4));
  }
  .split > :only-child {
    grid-column: 1 / -1;
  }
  .columns,
  .activity li {
    display: grid;
    grid-template-columns: calc(var(--caas-space-4) * 5.5) minmax(0, 1fr) auto;
    gap: var(--caas-space-3);
    align-items: center;
    padding-inline: var(--caas-space-card);
    font-size: var(--caas-font-size-sm);
  }
  .columns {
    min-block-size: var(--caas-size-row-header);
    border-block: var(--caas-border-width) solid var(--caas-color-border);
    background: var(--caas-color-surface-sunken);
    color: var(--caas-color-text-subtle);
    font-size: var(--caas-font-size-xs);
    font-weight: var(--caas-weight-medium);
  }
  .activity li {
    min-block-size: var(--caas-size-row);
    padding-block: var(--caas-space-2);
  }
  .activity li + li {
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
  }
  .activity li:hover {
    background: var(--caas-color-hover);
  }
  .what {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    min-inline-size: 0;
  }
  .what > span:last-child {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  b {
    font-weight: var(--caas-weight-medium);
  }
  .seal {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: calc(var(--caas-space-1) * 5.5);
    block-size: calc(var(--caas-space-1) * 5.5);
    border-radius: 50%;
    background: var(--caas-color-active);
    color: var(--caas-color-text-muted);
  }
  .list li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: var(--caas-space-1) calc(var(--caas-space-1) * 2.5);
    align-items: start;
    padding: var(--caas-space-3) var(--caas-space-card);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
  }
  .list .i {
    margin-block-start: 0.15em;
  }
  .list small {
    display: block;
    color: var(--caas-color-text-muted);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
  }
  .blank {
    padding: var(--caas-space-4) var(--caas-space-card);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    color: var(--caas-color-text-muted);
    font-size: var(--caas-font-size-sm);
  }
  .failed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--caas-space-2);
  }
  .quick {
    display: flex;
    flex-wrap: wrap;
    gap: var(--caas-space-2);
    padding: var(--caas-space-4) var(--caas-space-card);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
  }
  .first {
    display: grid;
    gap: var(--caas-space-3);
    padding: var(--caas-space-card);
  }
  .first .code {
    display: flex;
    align-items: start;
    gap: var(--caas-space-2);
    padding: var(--caas-space-2) var(--caas-space-3);
    border-radius: var(--caas-radius-md);
    background: var(--caas-code-background, var(--caas-color-surface-sunken));
  }
  .first pre {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    padding-block: var(--caas-space-1);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .skeleton {
    padding: var(--caas-space-4) var(--caas-space-card);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
  }
  @container caas (max-width: 1000px) {
    .ip {
      display: none;
    }
    .columns,
    .activity li {
      grid-template-columns: calc(var(--caas-space-4) * 5.5) minmax(0, 1fr);
    }
  }
  @container caas (max-width: 860px) {
    .split {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container caas (max-width: 620px) {
    .columns {
      display: none;
    }
    .panel > header,
    .activity li,
    .list li,
    .blank,
    .quick,
    .skeleton {
      padding-inline: var(--caas-space-4);
    }
    .activity li {
      grid-template-columns: minmax(0, 1fr) auto;
      border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    }
    .when {
      order: 1;
      font-size: var(--caas-font-size-xs);
    }
  }
  @media (forced-colors: active) {
    .seal {
      border: var(--caas-border-width) solid CanvasText;
    }
  }
`;
