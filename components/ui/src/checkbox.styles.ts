import { css } from 'lit';

export const styles = css`
  .check {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--caas-space-1) * 0.5) var(--caas-space-2);
    align-items: start;
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
  }
  .check label {
    cursor: pointer;
    font-weight: var(--caas-weight-medium);
  }
  .check .hint,
  .check .err {
    grid-column: 2;
  }
  .check .vh {
    position: absolute;
    inline-size: 1em;
    block-size: 1em;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  input:is([type='checkbox'], [type='radio']) {
    appearance: none;
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    box-sizing: border-box;
    inline-size: var(--caas-size-icon);
    block-size: var(--caas-size-icon);
    margin: 0.15em 0 0;
    border: var(--caas-border-width) solid var(--caas-color-border-control);
    border-radius: var(--caas-radius-xs);
    background: var(--caas-color-surface);
    cursor: pointer;
  }
  /* The target is bigger than the box (WCAG 2.5.8). */
  input:is([type='checkbox'], [type='radio'])::after {
    content: '';
    position: absolute;
    inset: calc((var(--caas-size-icon) - var(--caas-size-target-min)) / 2 - var(--caas-border-width));
  }
  input[type='radio'] {
    border-radius: 50%;
  }
  input[type='checkbox']:is(:checked, :indeterminate),
  input[type='radio']:checked {
    background: var(--caas-color-accent-text);
    border-color: var(--caas-color-accent-text);
  }
  input:is([type='checkbox'], [type='radio'])::before {
    content: none;
    inline-size: calc(var(--caas-size-icon) * 0.625);
    block-size: calc(var(--caas-size-icon) * 0.625);
    background: var(--caas-color-surface);
  }
  input[type='checkbox']:checked::before {
    content: '';
    clip-path: polygon(10% 48%, 0 60%, 37% 92%, 100% 24%, 88% 12%, 36% 70%);
  }
  input[type='checkbox']:indeterminate::before {
    content: '';
    clip-path: inset(40% 0);
  }
  input[type='radio']:checked::before {
    content: '';
    clip-path: circle(32%);
  }
  input:is([type='checkbox'], [type='radio']):focus-visible {
    outline: var(--caas-focus-width) solid var(--caas-color-focus);
    outline-offset: var(--caas-focus-offset);
  }
  input:is([type='checkbox'], [type='radio'])[aria-invalid='true'] {
    border-color: var(--caas-color-danger-icon);
  }
  input:is([type='checkbox'], [type='radio']):disabled {
    background: var(--caas-color-surface-sunken);
    border-color: var(--caas-color-border-strong);
    cursor: not-allowed;
  }
  input:is([type='checkbox'], [type='radio']):disabled::before {
    background: var(--caas-color-text-disabled);
  }
  input:disabled ~ label {
    color: var(--caas-color-text-disabled);
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    input:is([type='checkbox'], [type='radio']) {
      appearance: auto;
    }
    input:is([type='checkbox'], [type='radio'])::before {
      display: none;
    }
  }
`;
