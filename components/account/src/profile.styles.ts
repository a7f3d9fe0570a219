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
    container: caas-profile / inline-size;
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
  .h {
    font-size: var(--caas-font-size-md);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .stack,
  .body,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--caas-space-4);
    min-inline-size: 0;
  }
  .stack {
    max-inline-size: calc(var(--caas-space-8) * 10);
  }
  .body {
    padding: 0 var(--caas-space-card) var(--caas-space-card);
  }
  .fld {
    max-inline-size: calc(var(--caas-space-8) * 6);
  }
  .digits .fld {
    max-inline-size: calc(var(--caas-space-8) * 2.75);
  }
  .actions,
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--caas-space-2);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .said {
    font-size: var(--caas-font-size-sm);
    color: var(--caas-color-success-text);
  }
  /* Live regions that have nothing to say take no room, nor a gap; removed, they would not be heard when they have. */
  form > div:not(:has(*)),
  .body > :is([role='alert'], [role='status']):not(:has(*)) {
    position: absolute;
  }
  .picture {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--caas-space-4);
  }
  .picture img,
  .picture .none {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--caas-space-8);
    block-size: var(--caas-space-8);
    border-radius: 50%;
    object-fit: cover;
    background: var(--caas-color-active);
    color: var(--caas-color-text-muted);
    font-size: var(--caas-font-size-lg);
    font-weight: var(--caas-weight-strong);
  }
  .picture small {
    display: block;
    font-size: var(--caas-font-size-xs);
    color: var(--caas-color-text-subtle);
  }
  ul {
    border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-md);
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--caas-space-2) var(--caas-space-3);
    min-block-size: calc(var(--caas-space-7) + var(--caas-space-1));
    padding: var(--caas-space-2) var(--caas-space-4);
  }
  li + li {
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
  }
  li .btn {
    white-space: normal;
    text-align: start;
  }
  li .what {
    flex: 1 1 calc(var(--caas-space-8) * 2);
    min-inline-size: 0;
  }
  @media (forced-colors: active) {
    .picture .none {
      border: var(--caas-border-width) solid CanvasText;
    }
  }
`;
