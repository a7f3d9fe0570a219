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
  .base,
  .rest {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--caas-whitelist-gap, var(--caas-space-4));
  }
  .base {
    container: caas / inline-size;
  }
  .base > :is(div, p):empty,
  .base > [part='notice']:not(:has(*)),
  .strip:empty {
    display: none;
  }
  .base > .strip {
    margin: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--caas-space-4);
    min-block-size: calc(var(--caas-line-xl) + var(--caas-line-md));
  }
  .title {
    font-size: var(--caas-font-size-xl);
    line-height: var(--caas-line-xl);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .head p {
    max-inline-size: 76ch;
    text-wrap: pretty;
  }
  .small,
  .caption {
    font-size: var(--caas-font-size-xs);
  }
  .note > div,
  .note span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .applied {
    align-items: center;
  }
  .applied .row {
    flex-wrap: wrap;
  }
  .applied .grow {
    flex-basis: 24ch;
  }
  .note.quiet {
    background: none;
    border-color: var(--caas-card-border-color, var(--caas-color-border));
  }
  .note.quiet > .i {
    color: var(--caas-color-success-icon);
  }
  .check {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--caas-space-2) var(--caas-space-4);
    padding: var(--caas-space-3) var(--caas-space-card);
  }
  .ask {
    display: flex;
    flex: 3 1 40ch;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--caas-space-2);
  }
  .ask .fld {
    flex: 1 1 28ch;
  }
  .verdict {
    display: flex;
    flex: 4 1 40ch;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--caas-space-2);
    min-block-size: var(--caas-size-control);
    font-size: var(--caas-font-size-sm);
    overflow-wrap: anywhere;
  }
  .verdict > span:not([class]) {
    flex: 1 1 20ch;
  }
  .ic-success {
    color: var(--caas-color-success-icon);
  }
  .tools .field {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    min-block-size: var(--caas-space-6);
    inline-size: calc(var(--caas-space-8) * 4);
    font-size: var(--caas-font-size-sm);
    padding-inline: calc(var(--caas-space-1) * 2.5);
    border: var(--caas-border-width) solid var(--caas-field-border-color, var(--caas-color-border-control));
    border-radius: var(--caas-field-radius, var(--caas-radius-md));
    background: var(--caas-field-background, var(--caas-color-surface));
  }
  .tools .field > .i,
  [aria-busy='true'] > [part='table'] {
    color: var(--caas-color-text-subtle);
  }
  .tools .field input[type='search'] {
    flex: 1;
    min-inline-size: 0;
    padding: 0;
    border: 0;
    outline: 0;
    appearance: none;
    background: none;
  }
  .tools .field ::placeholder {
    color: var(--caas-color-text-subtle);
    opacity: 1;
  }
  .tools .field:focus-within {
    outline: var(--caas-focus-width) solid var(--caas-color-focus);
    outline-offset: calc(-1 * var(--caas-border-width));
  }
  .nothing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--caas-space-3);
    padding: var(--caas-space-5) var(--caas-space-card);
    overflow-wrap: anywhere;
    color: var(--caas-color-text-muted);
  }
  .state slot > .i {
    color: var(--caas-color-text-subtle);
  }
  .foot {
    flex-wrap: wrap;
    row-gap: var(--caas-space-1);
    padding-block: var(--caas-space-2);
  }
  @media (pointer: coarse) {
    .tools .field {
      min-block-size: var(--caas-size-control);
    }
  }
  @container caas (max-width: 620px) {
    .head {
      flex-direction: column;
      align-items: stretch;
    }
    .head .btn {
      min-block-size: var(--caas-size-control-lg);
    }
    .tools,
    .nothing,
    .check,
    .foot {
      padding-inline: var(--caas-space-4);
    }
    .verdict:empty {
      min-block-size: 0;
    }
    .tools .field,
    .ask .btn {
      inline-size: 100%;
    }
  }
`;
