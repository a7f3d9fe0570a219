import { css } from 'lit';

/** Reset, links, focus ring and text classes. */
export const styles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :where(h1, h2, h3, p, ul, ol, dl, dd, figure) {
    margin: 0;
    padding: 0;
  }
  :where(ul, ol) {
    list-style: none;
  }
  :where(button, input, select, textarea) {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  [hidden]:not(#_) {
    display: none;
  } /* stronger than any class below */
  a {
    color: var(--caas-color-accent-text);
    text-underline-offset: 0.2em;
    text-decoration-color: color-mix(in oklab, currentColor 35%, transparent);
  }
  a:hover {
    text-decoration-color: currentColor;
  }
  :focus-visible {
    outline: var(--caas-focus-width) solid var(--caas-color-focus);
    outline-offset: var(--caas-focus-offset);
    border-radius: var(--caas-radius-xs);
  }

  .muted {
    color: var(--caas-color-text-muted);
  }
  .subtle {
    color: var(--caas-color-text-subtle);
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .mono {
    font-family: var(--caas-font-mono);
    font-size: var(--caas-font-size-xs);
    font-variant-ligatures: none;
    direction: ltr;
    unicode-bidi: isolate;
  }
  .vh {
    position: absolute;
    inline-size: 1em;
    block-size: 1em;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--caas-space-2);
  }
`;
