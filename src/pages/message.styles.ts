import { css } from 'lit';

/** A page that is one message: what happened, what to do. */
export const styles = css`
  .message {
    display: grid;
    justify-items: center;
    gap: var(--caas-space-3);
    padding: var(--caas-space-8) var(--caas-space-4);
    text-align: center;
    color: var(--caas-color-text-muted);
  }
  .message h1 {
    color: var(--caas-color-text);
    font-size: var(--caas-font-size-xl);
    line-height: var(--caas-line-xl);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .message p {
    max-inline-size: 56ch;
    text-wrap: pretty;
  }
`;
