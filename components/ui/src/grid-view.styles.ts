import { css } from 'lit';

/**
 * The look of our copy of Vaadin's grid. Every custom property it reads is set here, on the grid itself: its own defaults stand in a style
 * sheet on the document, which a strict policy blocks and the host page may change. It has a height and never a \`display\` of ours: laid
 * out as a block it draws all its rows.
 */
export const styles = css`
  caas-vaadin-grid {
    --vaadin-background-color: var(--caas-color-surface);
    --vaadin-background-container: var(--caas-color-surface-sunken);
    --vaadin-background-container-strong: var(--caas-color-active);
    --vaadin-text-color: var(--caas-color-text);
    --vaadin-text-color-secondary: var(--caas-color-text-muted);
    --vaadin-text-color-disabled: var(--caas-color-text-subtle);
    --vaadin-border-color: var(--caas-color-border-control);
    --vaadin-border-color-secondary: var(--caas-color-border);
    --vaadin-focus-ring-width: var(--caas-focus-width);
    --vaadin-focus-ring-color: var(--caas-color-focus);
    --vaadin-gap-s: var(--caas-space-2);
    --vaadin-radius-m: var(--caas-radius-sm);
    --vaadin-padding-block-container: 0;
    --vaadin-padding-inline-container: var(--caas-space-cell);
    --vaadin-clickable-cursor: pointer;
    --vaadin-grid-background: var(--caas-color-surface);
    --vaadin-grid-border-color: var(--caas-color-border);
    --vaadin-grid-border-width: 0;
    --vaadin-grid-border-radius: 0;
    --vaadin-grid-row-border-width: var(--caas-border-width);
    --vaadin-grid-column-border-width: 0;
    --vaadin-grid-cell-padding: 0 var(--caas-table-cell-padding, var(--caas-space-cell));
    --vaadin-grid-cell-background-color: transparent;
    --vaadin-grid-cell-text-overflow: ellipsis;
    --vaadin-grid-header-font-size: var(--caas-font-size-xs);
    --vaadin-grid-header-font-weight: var(--caas-weight-medium);
    --vaadin-grid-header-text-color: var(--caas-color-text-subtle);
    --vaadin-grid-row-background-color: var(--caas-color-surface);
    --vaadin-grid-row-hover-background-color: var(--caas-color-hover);
    --vaadin-grid-row-selected-background-color: var(--caas-color-selected);
    --vaadin-grid-row-highlight-background-color: transparent;
    --vaadin-grid-row-odd-background-color: transparent;
    --vaadin-grid-column-resize-handle-color: var(--caas-color-focus);

    block-size: var(--caas-grid-height, 60vb);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    font: inherit;
    font-size: var(--caas-font-size-sm);
    color: var(--caas-color-text);
  }
  caas-vaadin-grid[all-rows-visible] {
    block-size: auto;
  }
  caas-vaadin-grid::part(header-cell) {
    min-block-size: var(--caas-size-row-header);
    background-color: var(--caas-table-header-background, var(--caas-color-surface-sunken));
  }
  caas-vaadin-grid::part(body-cell) {
    min-block-size: var(--caas-table-row-height, var(--caas-size-row));
  }
  :host([tall]) caas-vaadin-grid::part(body-cell) {
    min-block-size: var(--caas-size-row-lg);
  }
  :host([openable]) caas-vaadin-grid::part(body-row) {
    cursor: pointer;
  }
  caas-vaadin-grid::part(loading-row-cell) {
    background-image: linear-gradient(var(--caas-color-skeleton), var(--caas-color-skeleton));
    background-position: var(--caas-space-cell) 50%;
    background-repeat: no-repeat;
    background-size: 50% 1em;
  }
  caas-vaadin-grid[overflow~='end']::part(first-frozen-to-end-cell) {
    border-inline-start: var(--caas-border-width) solid var(--caas-color-border);
  }
  caas-vaadin-grid[overflow~='start']::part(last-frozen-cell) {
    border-inline-end: var(--caas-border-width) solid var(--caas-color-border);
  }
  .base[aria-busy] caas-vaadin-grid::part(body-row) {
    opacity: 0.6;
  }

  caas-vaadin-grid-cell-content small {
    display: block;
    color: var(--caas-color-text-subtle);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
  }
  caas-vaadin-grid-cell-content b {
    font-weight: var(--caas-weight-medium);
  }
  /* checkboxes and buttons have their own size: nothing of them is cut off */
  .edge {
    overflow: visible;
    padding-inline: var(--caas-space-3);
  }
  .off,
  .off b {
    color: var(--caas-color-text-subtle);
  }
  .off b {
    text-decoration: line-through;
    text-decoration-color: var(--caas-color-border-control);
  }
  .failed {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    color: var(--caas-color-danger-text);
  }
  input[type='checkbox'] {
    inline-size: var(--caas-size-icon);
    block-size: var(--caas-size-icon);
    margin: 0;
    vertical-align: middle;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: var(--caas-space-1);
    max-inline-size: 100%;
    min-block-size: var(--caas-size-target-min);
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .sort .i {
    opacity: 0.6;
  }
  :is(.sort:hover, .ascending, .descending) {
    color: var(--caas-color-text);
  }
  :is(.ascending, .descending) .i {
    opacity: 1;
  }
  .order {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    font-size: var(--caas-font-size-sm);
    color: var(--caas-color-text-muted);
  }
  .order select {
    flex: 1;
    min-inline-size: 0;
    min-block-size: var(--caas-size-control);
    padding-inline: var(--caas-space-2);
    border: var(--caas-border-width) solid var(--caas-color-border-control);
    border-radius: var(--caas-radius-md);
    background: var(--caas-color-surface);
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--caas-space-2);
    padding-block: var(--caas-space-4);
    white-space: normal;
  }
  .card > .row {
    flex-wrap: wrap;
    row-gap: var(--caas-space-1);
  }
  .pairs {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--caas-space-1) var(--caas-space-3);
  }
  .columns {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .columns li {
    display: flex;
    align-items: center;
    min-block-size: var(--caas-size-row);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
  }
  .columns label {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
  }
  .columns [aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
  .columns [aria-pressed='true'] {
    background: var(--caas-color-selected);
    color: var(--caas-color-text);
  }
  @media (forced-colors: active) {
    .columns [aria-pressed='true'] {
      outline: var(--caas-border-width) solid Highlight;
    }
    caas-vaadin-grid::part(selected-row-cell) {
      border-block-color: Highlight;
    }
    caas-vaadin-grid::part(loading-row-cell) {
      background-image: linear-gradient(GrayText, GrayText);
    }
  }
`;
