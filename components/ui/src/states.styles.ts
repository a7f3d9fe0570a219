import { css } from 'lit';

/** For page elements that use the templates of `states.ts`. */
export const styles = css`
  .state {
    display: grid;
    justify-items: center;
    gap: var(--caas-space-2);
    padding: var(--caas-space-7) var(--caas-space-5);
    text-align: center;
    color: var(--caas-color-text-muted);
  }
  .state strong {
    color: var(--caas-color-text);
    font-weight: var(--caas-weight-strong);
  }
  .state p {
    margin: 0;
    max-inline-size: 60ch;
  }
  .strip {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    font-size: var(--caas-font-size-sm);
    color: var(--caas-color-warning-text);
  }
  .strip.back {
    color: var(--caas-color-success-text);
  }
  .strip:not(:empty) {
    margin-block-end: var(--caas-space-3);
  }
`;
