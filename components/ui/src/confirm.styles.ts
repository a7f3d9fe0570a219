import { css } from 'lit';

export const styles = css`
  .impact {
    display: grid;
    gap: var(--caas-space-4);
    color: var(--caas-color-text-muted);
  }
  .expect {
    display: grid;
    gap: calc(var(--caas-space-1) * 1.5);
    font-size: var(--caas-font-size-sm);
  }
  .row {
    flex-wrap: wrap;
    gap: var(--caas-space-1);
  }
  label {
    font-weight: var(--caas-weight-medium);
    overflow-wrap: anywhere;
  }
  input {
    inline-size: 100%;
    min-block-size: var(--caas-size-control);
    padding: 0 calc(var(--caas-space-1) * 2.5);
    border: var(--caas-border-width) solid var(--caas-color-border-control);
    border-radius: var(--caas-field-radius, var(--caas-radius-md));
    background: var(--caas-field-background, var(--caas-color-surface));
    font-size: var(--caas-font-size-md);
  }
  input:focus-visible {
    outline-offset: calc(-1 * var(--caas-border-width));
    border-color: transparent;
    border-radius: var(--caas-field-radius, var(--caas-radius-md));
  }
  input[aria-invalid] {
    border-color: var(--caas-color-danger-icon);
  }
  .failure {
    display: flex;
    gap: var(--caas-space-2);
    font-size: var(--caas-font-size-sm);
    color: var(--caas-color-danger-text);
  }
  .failure .i {
    margin-block-start: 0.15em;
  }
`;
