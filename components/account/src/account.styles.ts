import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    color: var(--caas-color-text);
    font-family: var(--caas-font-family);
    font-size: var(--caas-font-size-md);
    line-height: var(--caas-line-md);
  }
  :host([hidden]) {
    display: none;
  }
  .box {
    container: caas-account / inline-size;
    inline-size: min(100%, calc(var(--caas-space-8) * 6.25));
    margin-inline: auto;
  }
  .wide {
    inline-size: min(100%, calc(var(--caas-space-8) * 7.5));
  }
  form,
  section,
  .inner {
    display: grid;
    gap: var(--caas-space-4);
    min-inline-size: 0;
  }
  section[hidden] {
    display: none;
  }
  .inner {
    padding: var(--caas-space-6);
    border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-card-radius, var(--caas-radius-lg));
    background: var(--caas-color-surface);
    box-shadow: var(--caas-shadow-1);
  }
  /* Live regions that have nothing to say take no room, nor a gap; removed, they would not be heard when they have. */
  .quiet,
  form > [role='alert']:not(:has(*)) {
    position: absolute;
  }
  .title {
    font-size: var(--caas-font-size-xl);
    line-height: var(--caas-line-xl);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .step {
    font-size: var(--caas-font-size-lg);
    line-height: var(--caas-line-lg);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .below {
    padding-block-start: var(--caas-space-4);
    text-align: center;
    font-size: var(--caas-font-size-sm);
    color: var(--caas-color-text-muted);
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--caas-space-2);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
    color: var(--caas-color-text-subtle);
  }
  .steps li {
    display: grid;
    gap: var(--caas-space-2);
  }
  .steps li::before {
    content: '';
    block-size: var(--caas-space-1);
    border-radius: var(--caas-radius-full);
    background: var(--caas-color-active);
  }
  .steps .done::before {
    background: var(--caas-color-success-solid);
  }
  .steps [aria-current] {
    color: var(--caas-color-text);
    font-weight: var(--caas-weight-medium);
  }
  .steps [aria-current]::before {
    background: var(--caas-color-accent);
  }
  .actions {
    display: flex;
    gap: var(--caas-space-2);
    justify-content: end;
  }
  .wideButton {
    inline-size: 100%;
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    gap: var(--caas-space-1);
    margin-inline: calc(var(--caas-space-1) * -2.5);
  }
  .ways {
    display: grid;
    gap: var(--caas-space-3);
  }
  .or {
    display: flex;
    align-items: center;
    gap: var(--caas-space-3);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
    color: var(--caas-color-text-subtle);
  }
  .or::before,
  .or::after {
    content: '';
    flex: 1;
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
  }
  details > summary {
    inline-size: fit-content;
    font-size: var(--caas-font-size-sm);
    color: var(--caas-color-text-muted);
    cursor: pointer;
  }
  details > p {
    padding-block-start: var(--caas-space-2);
    font-size: var(--caas-font-size-sm);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--caas-space-1) var(--caas-space-4);
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
  }
  .dialog {
    display: grid;
    gap: var(--caas-space-4);
  }
  /* The panel becomes the page. */
  @container caas-account (max-width: 398px) {
    .inner {
      padding: var(--caas-space-5) var(--caas-space-4);
      border: 0;
      background: none;
      box-shadow: none;
    }
  }
  @media (forced-colors: active) {
    .steps li::before {
      forced-color-adjust: none;
      background: GrayText;
    }
    .steps [aria-current]::before {
      background: Highlight;
    }
  }
`;
