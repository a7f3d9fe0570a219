import { css } from 'lit';

/** For whoever shows the hint of `PasswordAdvice`. */
export const adviceStyles = css`
  .meter {
    display: inline-flex;
    align-items: center;
    gap: var(--caas-space-2);
  }
  .meter .bar {
    inline-size: var(--caas-space-7);
    block-size: var(--caas-space-1);
    border-radius: var(--caas-radius-full);
    background: linear-gradient(var(--_tone) 0 0) no-repeat 0 0 / var(--_filled) 100% var(--caas-color-active);
  }
  .weak {
    --_tone: var(--caas-color-danger-icon);
    --_filled: 25%;
  }
  .fair {
    --_tone: var(--caas-color-warning-icon);
    --_filled: 50%;
  }
  .good {
    --_tone: var(--caas-color-success-icon);
    --_filled: 75%;
  }
  .strong {
    --_tone: var(--caas-color-success-icon);
    --_filled: 100%;
  }
  @media (forced-colors: active) {
    .meter .bar {
      forced-color-adjust: none;
      background: GrayText;
    }
  }
`;
