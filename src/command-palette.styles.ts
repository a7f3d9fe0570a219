import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(calc(var(--caas-space-8) * 9), calc(100% - var(--caas-space-5)));
    margin-block-start: 12vb;
    padding: 0;
    border: 0;
    border-radius: var(--caas-radius-lg);
    background: var(--caas-color-surface-raised);
    color: var(--caas-color-text);
    box-shadow: var(--caas-shadow-3);
    overflow: hidden;
  }
  dialog::backdrop {
    background: var(--caas-color-scrim);
  }
  .query {
    display: flex;
    align-items: center;
    gap: var(--caas-space-3);
    min-block-size: var(--caas-space-7);
    padding-inline: var(--caas-space-4);
    border-block-end: var(--caas-border-width) solid var(--caas-color-border);
    color: var(--caas-color-text-subtle);
  }
  .query:focus-within {
    border-block-end-color: var(--caas-color-focus);
  }
  input:focus-visible {
    outline: none; /* the box draws it: nothing else here can have the focus */
  }
  input {
    flex: 1;
    min-inline-size: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--caas-color-text);
    font-size: var(--caas-font-size-md);
  }
  input::placeholder {
    color: var(--caas-color-text-subtle);
    opacity: 1;
  }
  .found {
    max-block-size: 56vb;
    overflow: auto;
    padding: var(--caas-space-2);
  }
  .found:empty {
    display: none;
  }
  .group {
    padding: var(--caas-space-2) var(--caas-space-2) var(--caas-space-1);
    color: var(--caas-color-text-subtle);
    font-size: var(--caas-font-size-xs);
    font-weight: var(--caas-weight-medium);
  }
  .item {
    display: flex;
    align-items: center;
    gap: var(--caas-space-3);
    min-block-size: var(--caas-size-control);
    padding-inline: var(--caas-space-2);
    border-radius: var(--caas-radius-sm);
    color: var(--caas-color-text);
    font-size: var(--caas-font-size-sm);
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .item .i {
    color: var(--caas-color-text-muted);
  }
  .item[aria-selected='true'] {
    background: var(--caas-color-selected);
  }
  kbd {
    padding-inline: var(--caas-space-1);
    border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-xs);
    color: var(--caas-color-text-subtle);
    font-family: var(--caas-font-mono);
    font-size: var(--caas-font-size-xs);
  }
  .none {
    padding: var(--caas-space-4);
    color: var(--caas-color-text-muted);
    font-size: var(--caas-font-size-sm);
  }
  @media (forced-colors: active) {
    dialog {
      border: var(--caas-border-width) solid CanvasText;
    }
    .item[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .item[aria-selected='true'] :is(.i, kbd) {
      border-color: currentColor;
      color: inherit;
    }
  }
`;
