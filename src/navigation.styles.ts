import { css } from 'lit';

/** Brand, company, navigation: beside the page, and in the drawer of small screens. */
export const styles = css`
  .side {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-direction: column;
    gap: var(--caas-space-3);
    block-size: 100dvb;
    padding: var(--caas-space-3) var(--caas-space-3) var(--caas-space-4);
    background: var(--caas-nav-background, none);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    min-block-size: var(--caas-space-6);
    padding-inline: var(--caas-space-2);
    color: inherit;
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
    text-decoration: none;
  }
  .brand svg {
    flex: none;
    inline-size: calc(var(--caas-space-1) * 5);
    block-size: calc(var(--caas-space-1) * 5);
    fill: none;
    stroke: var(--caas-color-on-accent);
  }
  .brand rect {
    fill: var(--caas-color-accent);
    stroke: none;
  }
  .brand circle {
    fill: var(--caas-color-on-accent);
    stroke: none;
  }
  .tenant {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    min-block-size: calc(var(--caas-space-7) + var(--caas-border-width) * 2);
    padding: var(--caas-space-2);
    border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-md);
    background: var(--caas-color-surface);
    box-shadow: var(--caas-shadow-1);
  }
  .tile {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: calc(var(--caas-space-1) * 7);
    block-size: calc(var(--caas-space-1) * 7);
    border-radius: var(--caas-radius-sm);
    background: var(--caas-color-accent);
    color: var(--caas-color-on-accent);
    font-size: calc(var(--caas-font-size-xs) * 0.9167);
    font-weight: var(--caas-weight-strong);
    letter-spacing: 0.02em;
  }
  .avatar {
    display: grid;
    place-items: center;
    inline-size: calc(var(--caas-space-1) * 7);
    block-size: calc(var(--caas-space-1) * 7);
    border-radius: 50%;
    object-fit: cover;
    background: var(--caas-color-active);
    color: var(--caas-color-text-muted);
    font-size: calc(var(--caas-font-size-xs) * 0.9167);
    font-weight: var(--caas-weight-strong);
  }
  .avatar::before {
    content: attr(data-initials);
  }
  .tenant b,
  .company {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tenant b {
    display: block;
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-xs);
    font-weight: var(--caas-weight-medium);
  }
  .tenant small {
    display: block;
    color: var(--caas-color-text-subtle);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
  }
  .jump {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    min-block-size: var(--caas-space-6);
    padding-inline: var(--caas-space-2);
    border: 0;
    border-radius: var(--caas-radius-sm);
    background: none;
    color: var(--caas-color-text-subtle);
    font-size: var(--caas-font-size-sm);
    text-align: start;
    cursor: pointer;
  }
  .jump .grow {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .jump:hover {
    background: var(--caas-color-hover);
  }
  kbd {
    padding-inline: var(--caas-space-1);
    border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-xs);
    background: var(--caas-color-surface);
    color: var(--caas-color-text-subtle);
    font-family: var(--caas-font-mono);
    font-size: calc(var(--caas-font-size-xs) * 0.9167);
    font-weight: var(--caas-weight-medium);
    white-space: nowrap;
  }
  .nav {
    display: flex;
    flex-direction: column;
    gap: var(--caas-space-4);
    flex: 1;
    margin: calc(var(--caas-space-1) * -1);
    padding: var(--caas-space-1);
    overflow: hidden auto;
    scrollbar-width: thin;
  }
  .nav h2 {
    padding: 0 var(--caas-space-2) var(--caas-space-1);
    color: var(--caas-color-text-subtle);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
    font-weight: var(--caas-weight-medium);
  }
  .nav a {
    display: flex;
    align-items: center;
    gap: calc(var(--caas-space-1) * 2.5);
    min-block-size: calc(var(--caas-space-1) * 7.5);
    padding-inline: var(--caas-space-2);
    border-radius: var(--caas-radius-sm);
    color: var(--caas-color-text-muted);
    font-size: var(--caas-font-size-sm);
    font-weight: var(--caas-weight-medium);
    text-decoration: none;
  }
  .nav a:hover {
    background: var(--caas-color-hover);
    color: var(--caas-color-text);
  }
  .nav .count {
    margin-inline-start: auto;
    font-size: var(--caas-font-size-xs);
    font-variant-numeric: tabular-nums;
    color: var(--caas-color-text-subtle);
  }
  .nav a[aria-current] {
    background: var(--caas-color-surface);
    color: var(--caas-color-text);
    outline: var(--caas-border-width) solid var(--caas-color-border);
    box-shadow: var(--caas-shadow-1);
  }
  .nav a:focus-visible {
    outline: var(--caas-focus-width) solid var(--caas-color-focus);
  }
  .drawer .tenant {
    margin-block-end: var(--caas-space-5);
  }
  .drawer .nav a {
    min-block-size: var(--caas-size-control-lg);
  }
  @media (forced-colors: active) {
    .tile,
    .tenant {
      border: var(--caas-border-width) solid CanvasText;
    }
    .nav a[aria-current] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .nav a[aria-current] .count {
      color: inherit;
    }
  }
`;
