import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    color: var(--caas-color-text);
    font-family: var(--caas-font-family);
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
  }
  :host([hidden]) {
    display: none;
  }
  .strip {
    display: grid;
    gap: var(--caas-space-2);
    padding: var(--caas-space-3) var(--caas-space-4);
    border: var(--caas-border-width) solid var(--caas-color-warning-border);
    border-radius: var(--caas-radius-md);
    background: var(--caas-color-warning-soft);
  }
  .strip.done {
    grid-template-columns: auto 1fr;
    align-items: center;
    border-color: var(--caas-color-success-border);
    background: var(--caas-color-success-soft);
  }
  p {
    display: flex;
    gap: var(--caas-space-2);
    overflow-wrap: anywhere;
  }
  .quiet,
  .strip > [role='alert']:not(:has(*)) {
    position: absolute;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--caas-space-2);
  }
  .fld {
    inline-size: calc(var(--caas-space-8) * 2.5);
  }
  @media (forced-colors: active) {
    .strip {
      border-color: CanvasText;
    }
  }
`;
