import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-block-size: 100dvb;
    color: var(--caas-color-text);
    background: var(--caas-color-canvas);
    font-family: var(--caas-font-family);
    font-size: var(--caas-font-size-md);
    line-height: var(--caas-line-md);
    -webkit-font-smoothing: antialiased;
    text-rendering: optimizeLegibility;
  }
  .boot {
    display: grid;
    place-items: center;
    min-block-size: 100dvb;
    color: var(--caas-color-text-muted);
    animation: late calc(var(--caas-duration-pulse) * 0.15) steps(1, end) backwards;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  .skip {
    position: fixed;
    inset-block-start: var(--caas-space-2);
    inset-inline-start: var(--caas-space-2);
    z-index: var(--caas-layer-overlay);
    padding: var(--caas-space-2) var(--caas-space-4);
    border-radius: var(--caas-radius-md);
    background: var(--caas-color-surface-raised);
    box-shadow: var(--caas-shadow-2);
    font-size: var(--caas-font-size-sm);
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    pointer-events: none;
  }
  main:focus-visible {
    outline: none;
  }

  .shell {
    display: grid;
    grid-template-columns: var(--caas-nav-width, calc(var(--caas-space-8) * 3.8125)) minmax(0, 1fr);
    min-block-size: 100dvb;
  }
  .body {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    border-inline-start: var(--caas-border-width) solid var(--caas-color-border);
    background: var(--caas-color-surface);
  }
  .bar,
  .topbar {
    position: sticky;
    inset-block-start: 0;
    z-index: var(--caas-layer-float);
    align-items: center;
    background: var(--caas-color-surface);
    border-block-end: var(--caas-border-width) solid var(--caas-color-border);
  }
  .bar {
    display: flex;
    gap: var(--caas-space-3);
    min-block-size: calc(var(--caas-space-1) * 13);
    padding-inline: var(--caas-space-6);
    font-size: var(--caas-font-size-sm);
  }
  .crumb {
    display: flex;
    align-items: center;
    gap: calc(var(--caas-space-1) * 1.5);
    min-inline-size: 0;
    color: var(--caas-color-text-subtle);
  }
  .crumb b,
  .topbar b {
    font-weight: var(--caas-weight-medium);
  }
  .crumb b {
    color: var(--caas-color-text);
    white-space: nowrap;
  }
  .account {
    border-radius: 50%;
  }
  .topbar {
    display: none;
  }
  .page {
    flex: 1;
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: var(--caas-page-max, calc(var(--caas-space-8) * 19.375));
    margin-inline: auto;
    padding: calc(var(--caas-space-1) * 7) var(--caas-space-6) calc(var(--caas-space-1) * 10);
    scroll-padding-block-start: var(--caas-space-8);
  }
  .connection {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--caas-space-2);
    font-size: var(--caas-font-size-sm);
  }
  .connection:not(.online) {
    padding: var(--caas-space-2) var(--caas-space-4);
    background: var(--caas-color-warning-soft);
    color: var(--caas-color-warning-text);
  }
  .connection.back {
    background: var(--caas-color-success-soft);
    color: var(--caas-color-success-text);
  }
  .progress {
    position: fixed;
    inset-block-start: 0;
    inset-inline: 0;
    z-index: var(--caas-layer-overlay);
    block-size: calc(var(--caas-border-width) * 2);
    background: var(--caas-color-accent);
    transform-origin: 0 0;
    animation: grow calc(var(--caas-duration-pulse) * 2) var(--caas-ease-out) calc(var(--caas-duration-pulse) * 0.15)
      both;
  }
  @keyframes grow {
    from {
      transform: scaleX(0);
    }
    to {
      transform: scaleX(0.9);
    }
  }

  .reminders {
    display: grid;
    gap: var(--caas-space-3);
    margin-block-end: var(--caas-space-5);
  }

  .guest {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    min-block-size: 100dvb;
  }
  .guest > .head {
    padding: var(--caas-space-4) var(--caas-space-5);
  }
  .guest > main {
    align-self: center;
    box-sizing: border-box;
    inline-size: 100%;
    padding: var(--caas-space-4);
  }
  .guest > footer {
    display: flex;
    justify-content: center;
    gap: var(--caas-space-2);
    padding: var(--caas-space-4);
  }
  @media (max-width: 47.5em) {
    .shell {
      grid-template-columns: minmax(0, 1fr);
    }
    .side,
    .bar {
      display: none;
    }
    .body {
      border: 0;
    }
    .topbar {
      display: flex;
      gap: var(--caas-space-2);
      min-block-size: calc(var(--caas-space-1) * 14);
      padding-inline: var(--caas-space-4);
    }
    .topbar .iconbtn {
      inline-size: calc(var(--caas-space-1) * 11);
      block-size: calc(var(--caas-space-1) * 11);
      margin-inline: calc(var(--caas-space-1) * -2);
    }
    .page {
      padding: var(--caas-space-5) var(--caas-space-4) var(--caas-space-6);
    }
    .guest > main {
      align-self: start;
    }
  }
  @media (max-width: 26em) {
    .guest > main {
      padding-inline: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress {
      animation: none;
    }
  }
  @media print {
    .side,
    .bar,
    .topbar {
      display: none;
    }
    .shell {
      display: block;
    }
  }
`;
