import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }
  .panel {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  header {
    flex-wrap: wrap;
  }
  .body {
    flex: 1;
    min-inline-size: 0;
  }
  :host([padded]) .body {
    padding: var(--caas-space-1) var(--caas-card-padding, var(--caas-space-card)) var(--caas-space-4);
  }
  .foot:not(.filled) {
    display: none;
  }
  ::slotted([slot='actions']) {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
  }
  .panel > header h2 {
    font-size: var(--caas-font-size-md);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
`;
