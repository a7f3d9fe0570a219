import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .stack,
  form {
    display: grid;
    gap: var(--caas-space-4);
    min-inline-size: 0;
  }
  .scan {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--caas-space-5);
    align-items: start;
  }
  .qr {
    display: block;
    inline-size: calc(var(--caas-space-8) * 2.75);
    block-size: auto;
    border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-md);
    forced-color-adjust: none;
  }
  .key {
    display: block;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--caas-space-2);
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--caas-space-1) var(--caas-space-5);
    margin: 0;
    padding: var(--caas-space-4);
    border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-md);
    background: var(--caas-color-surface-sunken);
    list-style: none;
    user-select: all;
  }
  .tick {
    display: flex;
    gap: var(--caas-space-2);
    align-items: center;
  }
  .digits {
    max-inline-size: calc(var(--caas-space-8) * 2.75);
  }
  .link {
    justify-self: start;
  }
  iframe {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    border: 0;
    visibility: hidden;
  }
  @container caas-mfa (max-width: 460px) {
    .scan {
      grid-template-columns: minmax(0, 1fr);
    }
    .qr {
      inline-size: min(100%, calc(var(--caas-space-8) * 3.75));
      margin-inline: auto;
    }
    .codes {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
