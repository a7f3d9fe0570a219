import { css } from 'lit';

/** What the cells of the table and the grid hold; adopted into them. */
export const cellStyles = css`
  .value {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--caas-space-1) var(--caas-space-2);
    max-inline-size: 48ch;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .value + small {
    max-inline-size: 64ch;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .value .mono {
    font-size: var(--caas-font-size-sm);
  }
  .label {
    display: block;
    max-inline-size: 32ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .end .label {
    margin-inline-start: auto;
    max-inline-size: 20ch;
  }
  .card .label {
    max-inline-size: 100%;
  }
  small {
    display: block;
    font-size: var(--caas-font-size-xs);
  }
  small.warn {
    color: var(--caas-color-warning-text);
  }
  .top {
    min-block-size: var(--caas-size-control-sm);
  }
`;
