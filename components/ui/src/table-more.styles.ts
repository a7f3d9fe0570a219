import { css } from 'lit';

export const styles = css`
  .order {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    padding: var(--caas-space-2) var(--caas-space-4);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    font-size: var(--caas-font-size-sm);
    color: var(--caas-color-text-muted);
  }
  select {
    flex: 1;
    min-inline-size: 0;
    min-block-size: var(--caas-size-control);
    padding-inline: var(--caas-space-2);
    border: var(--caas-border-width) solid var(--caas-color-border-control);
    border-radius: var(--caas-radius-md);
    background: var(--caas-color-surface);
  }
  li {
    position: relative;
    display: flex;
    align-items: start;
    gap: var(--caas-space-3);
    padding: var(--caas-space-4);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    font-size: var(--caas-font-size-sm);
  }
  .card {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--caas-space-2);
  }
  .card > .row {
    flex-wrap: wrap;
    row-gap: var(--caas-space-1);
  }
  .card > .row > .grow {
    flex: auto; /* a long name has its line alone, rather than be cut by what stands beside it */
  }
  .pairs {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--caas-space-1) var(--caas-space-3);
  }
  li > .iconbtn {
    position: absolute;
    inset-block-start: var(--caas-space-4); /* on the line of the card's name */
    inset-inline-end: var(--caas-space-3);
  }
  li:has(> .iconbtn) .card > :first-child {
    padding-inline-end: calc(var(--caas-size-control-sm) + var(--caas-space-1));
  }
  [aria-selected='true'] td {
    background: var(--caas-color-selected);
  }
  .tick {
    inline-size: var(--caas-size-icon);
    padding-inline-end: 0;
  }
  input[type='checkbox'] {
    inline-size: var(--caas-size-icon);
    block-size: var(--caas-size-icon);
    margin: 0;
    vertical-align: middle;
  }
  @media (forced-colors: active) {
    [aria-selected='true'] {
      outline: var(--caas-focus-width) solid Highlight;
      outline-offset: calc(-1 * var(--caas-focus-width));
    }
  }
`;
