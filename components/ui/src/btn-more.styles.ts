import { css } from 'lit';

/** Of dialogs and forms: quiet, dangerous, large and busy buttons, and icons that warn. */
export const styles = css`
  .ic-warning {
    color: var(--caas-color-warning-icon);
  }
  .ic-danger {
    color: var(--caas-color-danger-icon);
  }
  .ic-info {
    color: var(--caas-color-info-icon);
  }
  .btn.ghost {
    color: var(--caas-color-text-muted);
  }
  .btn.ghost:hover {
    background: var(--caas-color-hover);
    color: var(--caas-color-text);
  }
  .btn.danger {
    background: var(--caas-color-danger-solid);
    color: var(--caas-color-on-danger);
  }
  .btn.danger:hover {
    filter: brightness(0.9);
  }
  .btn.lg {
    min-block-size: var(--caas-size-control-lg);
    --_pad: calc(var(--caas-space-1) * 4.5);
    font-size: var(--caas-font-size-md);
  }
  .btn.ghost:is(:disabled, [aria-disabled='true']) {
    background: none;
  }
  .btn.sm {
    --_spin: var(--caas-space-2);
  }
  /* Half of the spinner and its gap comes off each side, so that a busy button is as wide as before. */
  .btn[aria-busy='true'] {
    padding-inline: calc(var(--_pad) - (var(--_spin, var(--caas-space-3)) + var(--caas-space-1)) / 2);
    gap: var(--caas-space-1);
    cursor: progress;
  }
  .btn[aria-busy='true']::before,
  .spin {
    content: '';
    flex: none;
    inline-size: var(--_spin, var(--caas-space-3));
    block-size: var(--_spin, var(--caas-space-3));
    border: calc(var(--caas-border-width) * 2) solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: caas-spin calc(var(--caas-duration-pulse) * 0.4) linear infinite;
  }
  @keyframes caas-spin {
    to {
      rotate: 1turn;
    }
  }
`;
