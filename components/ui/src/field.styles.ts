import { css } from 'lit';

export const styles = css`
  .fld {
    display: grid;
    gap: calc(var(--caas-space-1) * 1.5);
    align-content: start;
    min-inline-size: 0;
    font-size: var(--caas-font-size-sm);
    line-height: var(--caas-line-sm);
  }
  .vh {
    position: absolute;
    inline-size: 1em;
    block-size: 1em;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .fld label {
    font-weight: var(--caas-weight-medium);
  }
  .fld label .subtle {
    font-weight: var(--caas-weight-regular);
    color: var(--caas-color-text-subtle);
  }
  .field {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
    box-sizing: border-box;
    min-block-size: var(--caas-size-control);
    padding-inline: calc(var(--caas-space-1) * 2.5);
    border: var(--caas-border-width) solid var(--caas-field-border-color, var(--caas-color-border-control));
    border-radius: var(--caas-field-radius, var(--caas-radius-md));
    background: var(--caas-field-background, var(--caas-color-surface));
    font-size: var(--caas-font-size-md);
    line-height: var(--caas-line-md);
  }
  .field:focus-within {
    outline: var(--caas-focus-width) solid var(--caas-color-focus);
    outline-offset: calc(var(--caas-border-width) * -1);
    border-color: transparent;
  }
  .field :is(input, select, textarea) {
    flex: 1;
    inline-size: 100%;
    min-inline-size: 0;
    border: 0;
    outline: 0;
    padding: 0;
    margin: 0;
    background: none;
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    border-radius: 0;
  }
  .field textarea {
    padding-block: var(--caas-space-2);
    resize: vertical;
    min-block-size: 3lh;
    field-sizing: content;
    max-block-size: 16lh;
  }
  .field select {
    min-block-size: calc(var(--caas-size-control) - var(--caas-space-1));
    margin-inline-start: calc(var(--caas-space-1) * -1); /* browsers indent the text of a select */
    cursor: pointer;
  }
  .field select option {
    background: var(--caas-color-surface-raised);
    color: var(--caas-color-text);
  }
  .field ::placeholder {
    color: var(--caas-color-text-subtle);
    opacity: 1;
  }
  .field ::-webkit-search-cancel-button {
    appearance: none;
  }
  .field > svg {
    color: var(--caas-color-text-subtle);
  }
  .field.mono :is(input, textarea) {
    font-family: var(--caas-font-mono);
    font-size: var(--caas-font-size-sm);
    direction: ltr;
    unicode-bidi: isolate;
  }
  .field > button {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: var(--caas-size-control-sm);
    block-size: var(--caas-size-control-sm);
    margin-inline-end: calc(var(--caas-space-1) * -1.5);
    padding: 0;
    border: 0;
    border-radius: var(--caas-radius-sm);
    background: none;
    color: var(--caas-color-text-muted);
    cursor: pointer;
  }
  .field > button:hover {
    background: var(--caas-color-hover);
    color: var(--caas-color-text);
  }
  .field > button:focus-visible {
    outline: var(--caas-focus-width) solid var(--caas-color-focus);
    outline-offset: calc(var(--caas-focus-offset) * -1);
  }
  .field > button[aria-pressed='true'] > :first-child,
  .field > button[aria-pressed='false'] > :last-child {
    display: none;
  }
  .field.bad {
    border-color: var(--caas-color-danger-icon);
  }
  .field:has(> :disabled) {
    background: var(--caas-color-surface-sunken);
    border-color: var(--caas-color-border-strong);
    color: var(--caas-color-text-disabled);
  }
  .field:has(> :disabled) :is(input, select, textarea) {
    cursor: not-allowed;
  }
  .hint,
  .err {
    margin: 0;
    font-size: var(--caas-font-size-xs);
    line-height: var(--caas-line-xs);
    color: var(--caas-color-text-muted);
    text-wrap: pretty;
  }
  .err {
    display: flex;
    gap: calc(var(--caas-space-1) * 1.5);
    color: var(--caas-color-danger-text);
  }
  .err > svg {
    flex: none;
    color: var(--caas-color-danger-icon);
    translate: 0 0.1em;
  }
  .hint[hidden] {
    display: none;
  }
  .note li > a {
    display: inline-block;
    line-height: var(--caas-size-target-min);
  }
  @media (pointer: coarse) {
    .field {
      font-size: max(var(--caas-font-size-lg), var(--caas-font-size-md));
    }
  }
  @media (forced-colors: active) {
    .field.bad {
      border-color: CanvasText;
      border-width: calc(var(--caas-border-width) * 2);
    }
  }
`;
