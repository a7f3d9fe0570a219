import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-flex;
    min-inline-size: 0;
  }
  .tip {
    position: fixed;
    inset: var(--_caas-y, 0) auto auto var(--_caas-x, 0);
    inline-size: max-content;
    max-inline-size: min(calc(var(--caas-space-8) * 5), calc(100dvi - var(--caas-space-4)));
    margin: 0;
    padding: var(--caas-space-1) var(--caas-space-2);
    border: var(--caas-border-width) solid transparent;
    border-radius: var(--caas-radius-sm);
    background: var(--caas-color-inverse);
    color: var(--caas-color-on-inverse);
    font-family: var(--caas-font-family);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
    font-weight: var(--caas-weight-regular);
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .tip:popover-open {
    animation: fade var(--caas-duration-fast) var(--caas-ease-out);
  }
  @keyframes fade {
    from {
      opacity: 0;
    }
  }
`;
