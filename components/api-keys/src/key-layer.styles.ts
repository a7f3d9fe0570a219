import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  h3 {
    font-size: var(--caas-font-size-md);
    font-weight: var(--caas-weight-strong);
  }
  form,
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--caas-space-4);
  }
  .tight {
    gap: var(--caas-space-2);
  }
  .uses {
    display: flex;
    flex-wrap: wrap;
    gap: var(--caas-space-1);
  }
  .uses .chip {
    min-block-size: var(--caas-size-target-min);
    font-size: var(--caas-font-size-xs);
  }
  .fieldset {
    display: grid;
    gap: var(--caas-space-2);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    font-size: var(--caas-font-size-sm);
  }
  .fieldset .check label {
    font-weight: var(--caas-weight-regular);
  }
  .fieldset legend {
    padding: 0;
    margin-block-end: calc(var(--caas-space-1) * 1.5);
    font-weight: var(--caas-weight-medium);
  }
  div[role='status']:not(:has(*)) {
    position: absolute;
  }
  .note > * {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .facts {
    display: grid;
    font-size: var(--caas-font-size-sm);
  }
  .facts > div {
    display: flex;
    justify-content: space-between;
    gap: var(--caas-space-4);
    padding-block: calc(var(--caas-space-2) + var(--caas-border-width));
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
  }
  .facts > div:last-child {
    border-block-end: var(--caas-border-width) solid var(--caas-color-border);
  }
  .facts dt {
    flex: none;
    color: var(--caas-color-text-muted);
  }
  .facts dd {
    min-inline-size: 0;
    text-align: end;
    overflow-wrap: anywhere;
    font-weight: var(--caas-weight-medium);
  }
  .scopes {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--caas-space-1);
  }
  .scroll {
    overflow: auto;
  }
  .callers {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--caas-font-size-sm);
  }
  .callers :is(th, td) {
    padding: var(--caas-space-2) 0;
    padding-inline-end: var(--caas-space-3);
    border-block-end: var(--caas-border-width) solid var(--caas-color-border);
    text-align: start;
    white-space: nowrap;
  }
  .callers :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .callers th {
    font-size: var(--caas-font-size-xs);
    font-weight: var(--caas-weight-medium);
    color: var(--caas-color-text-subtle);
  }
  .callers .end {
    text-align: end;
  }
  .agent {
    max-inline-size: 16ch;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* Time and share run with the reading direction, as what stands around them does. */
  :is(.bars, .split):dir(rtl) {
    transform: scaleX(-1);
  }
  .bars {
    display: block;
    inline-size: 100%;
    block-size: calc(var(--caas-space-8) * 2);
    overflow: visible;
  }
  .bars .ok {
    fill: var(--caas-chart-1);
  }
  .bars .bad {
    fill: var(--caas-color-danger-icon);
  }
  .axis {
    display: flex;
    justify-content: space-between;
    font-size: var(--caas-font-size-xs);
    color: var(--caas-chart-axis);
  }
  .split {
    display: block;
    inline-size: 100%;
    block-size: var(--caas-space-2);
    border-radius: var(--caas-radius-full);
    overflow: hidden;
    background: var(--caas-color-active);
  }
  .split .old {
    fill: var(--caas-color-warning-icon);
  }
  .split .new {
    fill: var(--caas-color-success-icon);
  }
  .dot {
    display: inline-block;
    inline-size: var(--caas-space-2);
    block-size: var(--caas-space-2);
    border-radius: var(--caas-radius-full);
  }
  .dot.old {
    background: var(--caas-color-warning-icon);
  }
  .dot.new {
    background: var(--caas-color-success-icon);
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--caas-space-3);
  }
  .sides b {
    display: block;
    font-size: var(--caas-font-size-xl);
    line-height: var(--caas-line-xl);
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 38.75em) {
    .callers tr {
      display: grid;
      grid: auto auto / minmax(0, 1fr) auto;
      grid-auto-flow: column;
      column-gap: var(--caas-space-3);
      padding-block: var(--caas-space-2);
      border-block-end: var(--caas-border-width) solid var(--caas-color-border);
    }
    .callers :is(th, td) {
      padding: 0;
      border: 0;
      overflow-wrap: anywhere;
      white-space: normal;
    }
    .agent {
      max-inline-size: none;
    }
  }
  @media (forced-colors: active) {
    .dot {
      forced-color-adjust: none;
    }
    .bars .ok,
    .split .new,
    .dot.new {
      fill: CanvasText;
      background: CanvasText;
    }
    .split .old,
    .dot.old {
      fill: Highlight;
      background: Highlight;
    }
  }
  .ic-success {
    color: var(--caas-color-success-icon);
  }
`;
