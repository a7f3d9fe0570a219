import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .switch {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--caas-space-4);
    align-items: center;
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
  }
  label {
    font-weight: var(--caas-weight-medium);
    cursor: pointer;
  }
  .hint,
  .err {
    grid-column: 1;
  }
  input {
    grid-column: 2;
    grid-row: 1 / span 2;
    appearance: none;
    position: relative;
    box-sizing: border-box;
    inline-size: calc(var(--caas-space-1) * 8);
    block-size: calc(var(--caas-space-1) * 5);
    margin: 0;
    cursor: pointer;
    border: var(--caas-border-width) solid var(--caas-color-border-control);
    border-radius: var(--caas-radius-full);
    background: var(--caas-color-surface);
    transition: background-color var(--caas-duration-fast);
  }
  input::before {
    content: '';
    position: absolute;
    inset-block: calc(var(--caas-space-1) * 0.75);
    inset-inline-start: calc(var(--caas-space-1) * 0.75);
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--caas-color-border-control);
    transition: translate var(--caas-duration-fast) var(--caas-ease-in-out);
  }
  input::after {
    content: '';
    position: absolute;
    inset: calc((var(--caas-space-1) * 5 - var(--caas-size-target-min)) / 2 - var(--caas-border-width)) 0;
  }
  input:checked {
    background: var(--caas-color-accent-text);
    border-color: var(--caas-color-accent-text);
  }
  input:checked::before {
    background: var(--caas-color-surface);
    translate: calc(var(--caas-space-1) * 3) 0;
  }
  input:checked:dir(rtl)::before {
    translate: calc(var(--caas-space-1) * -3) 0;
  }
  input:focus-visible {
    outline: var(--caas-focus-width) solid var(--caas-color-focus);
    outline-offset: var(--caas-focus-offset);
  }
  input:disabled {
    background: var(--caas-color-active);
    border-color: transparent;
    cursor: not-allowed;
  }
  input:disabled::before {
    background: var(--caas-color-text-disabled);
  }
  input:disabled ~ label,
  .switch:has(:disabled) label {
    color: var(--caas-color-text-disabled);
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    input {
      border-color: CanvasText;
    }
    input::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
    input:checked {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
    }
    input:checked::before {
      background: HighlightText;
    }
    input:disabled {
      border-color: GrayText;
    }
  }
`;
