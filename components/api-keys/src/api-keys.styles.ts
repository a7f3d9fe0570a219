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
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--caas-api-keys-gap, var(--caas-space-4));
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
    margin-block-end: var(--caas-space-2);
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
  .tools .field > .i {
    color: var(--caas-color-text-subtle);
  }
  .field input[type='search'] {
    flex: 1;
    min-inline-size: 0;
    padding: 0;
    border: 0;
    outline: 0;
    appearance: none;
    background: none;
  }
  .field ::placeholder {
    color: var(--caas-color-text-subtle);
    opacity: 1;
  }
  .field:focus-within {
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
  .note .row {
    align-items: start;
  }
  .note > div,
  .note span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .link {
    min-block-size: var(--caas-size-target-min);
    padding: 0;
    border: 0;
    background: none;
    color: var(--caas-color-accent-text);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .state slot > .i {
    color: var(--caas-color-text-subtle);
  }
  .foot {
    flex-wrap: wrap;
    row-gap: var(--caas-space-1);
    padding-block: var(--caas-space-2);
  }
  /* Its place is kept while its code is on the way, so that rows never jump. */
  caas-api-keys-rotation {
    display: block;
    min-block-size: calc(var(--caas-space-7) + var(--caas-space-8) + var(--caas-space-2));
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
    .foot {
      padding-inline: var(--caas-space-4);
    }
    .tools .field {
      inline-size: 100%;
    }
    caas-api-keys-rotation {
      min-block-size: calc(var(--caas-space-8) * 4);
    }
  }
`;

/** What the table's cells hold; adopted into the table. */
export const cellStyles = css`
  .name,
  small.ip,
  td:first-child small {
    max-inline-size: 32ch;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .name {
    display: block;
    white-space: nowrap;
  }
  .card .name {
    max-inline-size: 100%;
  }
  button.name {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
    cursor: pointer;
  }
  button.name:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  small.ip {
    max-inline-size: 22ch;
    margin-inline-start: auto;
  }
  small.warn {
    color: var(--caas-color-warning-text);
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: var(--caas-space-1);
    font-family: var(--caas-font-mono);
    font-size: var(--caas-font-size-xs);
    direction: ltr;
    unicode-bidi: isolate;
  }
  .dots {
    color: var(--caas-color-text-subtle);
    letter-spacing: 0.08em;
  }
  .key .iconbtn {
    inline-size: var(--caas-size-target-min);
    block-size: var(--caas-size-target-min);
  }
  .tight {
    gap: var(--caas-space-1);
  }
  .wrap {
    flex-wrap: wrap;
    row-gap: var(--caas-space-1);
  }
  .top {
    min-block-size: var(--caas-size-control-sm);
  }
`;
