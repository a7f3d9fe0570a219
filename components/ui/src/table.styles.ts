import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    margin-block-start: calc(-1 * var(--caas-border-width)); /* the head's line lies on the panel's */
  }
  .base {
    container: caas-table / inline-size;
  }
  .gauge {
    block-size: 0;
  }
  .overflowing {
    overflow-inline: auto;
  }
  .overflowing :is(th, td):is(:first-child, .menu) {
    position: sticky;
    inset-inline: 0;
    z-index: var(--caas-layer-sticky);
    background: var(--caas-color-surface);
  }
  .overflowing th:is(:first-child, .menu) {
    z-index: var(--caas-layer-sticky-corner);
    background: var(--caas-table-header-background, var(--caas-color-surface-sunken));
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    color: inherit; /* a host page in quirks mode resets color and font of tables */
    font: inherit;
    font-size: var(--caas-font-size-sm);
  }
  th {
    inline-size: var(--_width, auto);
    block-size: var(--caas-size-row-header);
    padding: 0 var(--caas-table-cell-padding, var(--caas-space-cell));
    text-align: start;
    font-weight: var(--caas-weight-medium);
    font-size: var(--caas-font-size-xs);
    color: var(--caas-color-text-subtle);
    background: var(--caas-table-header-background, var(--caas-color-surface-sunken));
    border-block: var(--caas-border-width) solid var(--caas-color-border);
    white-space: nowrap;
    position: sticky;
    inset-block-start: var(--caas-table-head-offset, 0);
    z-index: var(--caas-layer-sticky);
  }
  td {
    block-size: var(--caas-table-row-height, var(--caas-size-row));
    padding: 0 var(--caas-table-cell-padding, var(--caas-space-cell));
    border-block-end: var(--caas-border-width) solid var(--caas-color-border);
    white-space: nowrap;
  }
  :host([tall]) td,
  td:has(> small, .two) {
    block-size: var(--caas-size-row-lg);
  }
  :is(td, li) small {
    display: block;
    color: var(--caas-color-text-subtle);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
  }
  :is(td, li) b {
    font-weight: var(--caas-weight-medium);
  }
  tbody tr:last-child td {
    border-block-end: 0;
  }
  tbody tr:hover td {
    background: var(--caas-color-hover);
  }
  .overflowing tbody tr:hover td:is(:first-child, .menu) {
    background: linear-gradient(var(--caas-color-hover), var(--caas-color-hover)) var(--caas-color-surface);
  }
  :is(th, td):first-child {
    --_lead: var(--caas-space-card);
    padding-inline-start: var(--caas-space-card);
  }
  :is(th, td):last-child {
    padding-inline-end: var(--caas-space-card);
  }
  .end {
    text-align: end;
  }
  /* a code runs left to right, yet keeps to its column's side */
  :host(:dir(rtl)) td > small.mono {
    text-align: end;
  }
  :host(:dir(rtl)) .end > small.mono {
    text-align: start;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: var(--caas-space-1);
    min-block-size: var(--caas-size-target-min);
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .sort .i {
    opacity: 0.6;
  }
  :is(.sort:hover, [aria-sort$='cending'] .sort) {
    color: var(--caas-color-text);
  }
  [aria-sort$='cending'] .sort .i {
    opacity: 1;
  }
  .overflowing:focus-visible {
    outline-offset: calc(-1 * var(--caas-focus-width));
  }

  .pair td {
    border-block-end-color: transparent;
  }
  /* Without td, it says less than a cell that sticks. */
  .sub > [id^='name'] {
    position: relative;
    padding-inline-start: calc(
      var(--_lead, var(--caas-space-cell)) + var(--caas-space-4) + 2 * var(--caas-border-width)
    );
  }
  .sub > [id^='name']::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(var(--_lead, var(--caas-space-cell)) + 3 * var(--caas-border-width));
    inset-block: calc(-10 * var(--caas-border-width)) 50%;
    inline-size: calc(9 * var(--caas-border-width));
    border: var(--caas-border-width) solid var(--caas-color-border-strong);
    border-block-start: 0;
    border-inline-end: 0;
    border-end-start-radius: var(--caas-radius-xs);
  }
  .off :is(td, b),
  li.off {
    color: var(--caas-color-text-subtle);
  }
  .off b {
    text-decoration: line-through;
    text-decoration-color: var(--caas-color-border-control);
  }
  .empty {
    padding: var(--caas-space-5) var(--caas-space-card);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    color: var(--caas-color-text-muted);
  }
  .scroll + .empty {
    border-block-start: 0;
  }
  .bone {
    display: inline-block;
    inline-size: min(100%, 12ch);
    block-size: 1em;
    border-radius: var(--caas-radius-xs);
    background: var(--caas-color-skeleton);
    animation: appear var(--caas-duration-base) var(--caas-duration-slow) backwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @container caas-table (max-width: 1000px) {
    .below-1000 {
      display: none;
    }
  }
  @container caas-table (max-width: 860px) {
    .below-860 {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: var(--caas-border-width) solid GrayText;
    }
  }
`;
