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
    container: caas-mfa / inline-size;
  }
  .head {
    margin-block-end: var(--caas-space-5);
  }
  .title {
    font-size: var(--caas-font-size-xl);
    line-height: var(--caas-line-xl);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .stack,
  .body {
    display: grid;
    gap: var(--caas-space-4);
    min-inline-size: 0;
  }
  .body {
    padding: var(--caas-space-card);
  }
  header + .body {
    padding-block-start: 0;
  }
  .h {
    font-size: var(--caas-font-size-md);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .badges,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--caas-space-2);
    align-items: center;
  }
  .passkeys {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
    border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-md);
  }
  .passkeys li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--caas-space-2) var(--caas-space-3);
    align-items: center;
    padding: var(--caas-space-3) var(--caas-space-4);
  }
  .passkeys li + li {
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
  }
  .passkeys .what {
    flex: 1 1 calc(var(--caas-space-8) * 3);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .limits {
    display: grid;
    gap: var(--caas-space-4);
    max-inline-size: calc(var(--caas-space-8) * 5);
  }
  .digits {
    max-inline-size: calc(var(--caas-space-8) * 2.75);
  }
  small {
    display: block;
    color: var(--caas-color-text-muted);
    font-size: var(--caas-font-size-sm);
  }
`;
