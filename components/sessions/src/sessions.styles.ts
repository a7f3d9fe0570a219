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
    gap: var(--caas-sessions-gap, var(--caas-space-4));
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
  .title {
    font-size: var(--caas-font-size-xl);
    line-height: var(--caas-line-xl);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .head p {
    margin: 0;
    max-inline-size: 76ch;
    text-wrap: pretty;
  }
  .caption {
    margin: 0;
    font-size: var(--caas-font-size-xs);
  }
  .list {
    margin-block-start: var(--caas-space-4);
  }
  .tools {
    flex-wrap: wrap;
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
  .state > .i {
    color: var(--caas-color-text-subtle);
  }
  section:focus {
    outline: none;
  }
  section:focus-visible {
    outline: var(--caas-focus-width) solid var(--caas-color-focus);
  }
  @media (pointer: coarse) {
    .tools .field {
      min-block-size: var(--caas-size-control);
    }
  }
  @container caas (max-width: 620px) {
    .tools,
    .nothing {
      padding-inline: var(--caas-space-4);
    }
    .tools .field {
      inline-size: 100%;
    }
  }
`;

/** What the table's cells hold; adopted into the table. */
export const cellStyles = css`
  .name,
  .also,
  .device,
  .ip {
    display: block;
    max-inline-size: 32ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .card .name {
    max-inline-size: 100%;
  }
  .name.mono,
  .ip {
    font-size: var(--caas-font-size-sm);
  }
  .ip {
    max-inline-size: 30ch;
    direction: ltr;
    unicode-bidi: isolate;
  }
  .wrap {
    gap: var(--caas-space-2);
    row-gap: var(--caas-space-1);
  }
  .card .wrap {
    flex-wrap: wrap;
  }
  .top {
    min-block-size: var(--caas-size-control-sm);
  }
`;
