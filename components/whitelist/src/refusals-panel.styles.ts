import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .title {
    font-size: var(--caas-font-size-md);
    font-weight: var(--caas-weight-strong);
  }
  .panel > header {
    flex-wrap: wrap;
    gap: 0 var(--caas-space-2);
  }
  li,
  .none {
    display: flex;
    align-items: center;
    gap: var(--caas-space-3);
    padding: var(--caas-space-2) var(--caas-space-card);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    font-size: var(--caas-font-size-sm);
  }
  li .mono {
    font-size: var(--caas-font-size-sm);
    overflow-wrap: anywhere;
  }
  small {
    display: block;
    font-size: var(--caas-font-size-xs);
    color: var(--caas-color-text-subtle);
    overflow-wrap: anywhere;
  }
  .more {
    margin: var(--caas-space-2) var(--caas-space-card);
  }
`;
