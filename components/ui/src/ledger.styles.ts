import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container: caas-ledger / inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  dl {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
  }
  .kpi {
    padding: var(--caas-space-4) var(--caas-card-padding, var(--caas-space-card));
    border-inline-start: var(--caas-border-width) solid var(--caas-color-border);
    display: flex;
    flex-direction: column;
  }
  .kpi:first-child {
    border-inline-start: 0;
  }
  dt {
    display: flex;
    gap: calc(var(--caas-space-1) * 1.5);
    align-items: center;
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
    color: var(--caas-color-text-muted);
  }
  .v {
    display: flex;
    align-items: baseline;
    min-block-size: 1lh;
    gap: calc(var(--caas-space-1) * 2.5);
    margin-block-start: calc(var(--caas-space-1) * 0.5);
    font-size: var(--caas-font-size-2xl);
    line-height: var(--caas-line-2xl);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-tight);
    font-variant-numeric: tabular-nums;
  }
  .delta {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--caas-space-1) * 0.5);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
    font-weight: var(--caas-weight-medium);
    letter-spacing: var(--caas-tracking-normal);
    color: var(--caas-color-text-muted);
    white-space: nowrap;
  }
  .bad {
    color: var(--caas-color-danger-text);
  }
  .detail {
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
    color: var(--caas-color-text-subtle);
    margin-block-start: var(--caas-space-1);
  }
  dd[aria-hidden] {
    margin-block-start: auto;
  }
  .spark {
    inline-size: 100%;
    block-size: calc(var(--caas-space-1) * 9);
    margin-block-start: var(--caas-space-3);
    display: block;
    overflow: visible;
    fill: none;
    stroke: var(--caas-color-text-muted);
    stroke-width: 1.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .spark path {
    vector-effect: non-scaling-stroke;
  }
  .spark .base {
    stroke: var(--caas-color-border);
    stroke-width: 1;
  }
  .spark .now {
    stroke: var(--caas-color-text);
    stroke-width: 6;
  }
  .sk {
    align-self: center;
    inline-size: 5ch;
    block-size: 0.8em;
    border-radius: var(--caas-radius-xs);
    background: var(--caas-color-skeleton);
  }
  .live {
    position: relative;
    inline-size: 0.54em;
    block-size: 0.54em;
    border-radius: 50%;
    background: var(--caas-color-success-icon);
  }
  .live::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: 50%;
    background: inherit;
    animation: caas-pulse var(--caas-duration-pulse) var(--caas-ease-out) infinite;
  }
  @keyframes caas-pulse {
    from {
      opacity: 0.55;
      transform: scale(1);
    }
    to {
      opacity: 0;
      transform: scale(2.8);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .live::after {
      animation: none;
      opacity: 0;
    }
  }
  @container caas-ledger (max-width: 860px) {
    dl {
      grid-auto-flow: row;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .kpi:nth-child(odd) {
      border-inline-start: 0;
    }
    .kpi:nth-child(n + 3) {
      border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    }
  }
  @container caas-ledger (max-width: 620px) {
    .kpi {
      padding-inline: var(--caas-space-4);
    }
    .v {
      flex-wrap: wrap;
      gap: 0 var(--caas-space-2);
    }
  }
  @media (forced-colors: active) {
    .live,
    .sk {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .spark path {
      forced-color-adjust: none;
      stroke: CanvasText;
    }
  }
`;
