import { css, type CSSResult } from 'lit';
import { styles as icons } from './icon.styles.js';

const sheet = css`
  *, ::before, ::after { box-sizing: border-box; }
  :where(h1, h2, h3, p, ul, ol, dl, dd, figure) { margin: 0; padding: 0; }
  :where(ul, ol) { list-style: none; }
  :where(button, input, select, textarea) { font: inherit; color: inherit; letter-spacing: inherit; }
  [hidden]:not(#_) { display: none; } /* stronger than any class below */
  a { color: var(--caas-color-accent-text); text-underline-offset: 0.2em; text-decoration-color: color-mix(in oklab, currentColor 35%, transparent); }
  a:hover { text-decoration-color: currentColor; }
  :focus-visible { outline: var(--caas-focus-width) solid var(--caas-color-focus); outline-offset: var(--caas-focus-offset); border-radius: var(--caas-radius-xs); }

  .muted { color: var(--caas-color-text-muted); }
  .subtle { color: var(--caas-color-text-subtle); }
  .num { font-variant-numeric: tabular-nums; }
  .mono { font-family: var(--caas-font-mono); font-size: var(--caas-font-size-xs); font-variant-ligatures: none; direction: ltr; unicode-bidi: isolate; }
  .vh { position: absolute; inline-size: 1em; block-size: 1em; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .grow { flex: 1; min-inline-size: 0; }
  .row { display: flex; align-items: center; gap: var(--caas-space-2); }
  .ic-warning { color: var(--caas-color-warning-icon); }
  .ic-danger { color: var(--caas-color-danger-icon); }
  .ic-info { color: var(--caas-color-info-icon); }
  .ic-success { color: var(--caas-color-success-icon); }

  .btn {
    display: inline-flex; align-items: center; justify-content: center; gap: var(--caas-space-2);
    --_pad: calc(var(--caas-space-1) * 3.5);
    min-block-size: var(--caas-button-height, var(--caas-size-control)); padding: 0 var(--_pad);
    border: var(--caas-border-width) solid transparent; border-radius: var(--caas-button-radius, var(--caas-radius-md));
    font-weight: var(--caas-button-font-weight, var(--caas-weight-medium)); font-size: var(--caas-font-size-sm); line-height: var(--caas-line-sm);
    white-space: nowrap; text-decoration: none; cursor: pointer; background: none;
    transition: background-color var(--caas-duration-fast), border-color var(--caas-duration-fast);
  }
  .btn:focus-visible, .chip:focus-visible { border-radius: var(--caas-button-radius, var(--caas-radius-md)); }
  .btn.primary { background: var(--caas-color-accent); color: var(--caas-color-on-accent); }
  .btn.primary:hover { background: var(--caas-color-accent-hover); }
  .btn.default {
    background: light-dark(var(--caas-color-surface), var(--caas-color-hover)); color: var(--caas-color-text);
    border-color: var(--caas-color-border-strong); box-shadow: var(--caas-shadow-1);
  }
  .btn.default:hover { background: light-dark(var(--caas-color-surface-sunken), var(--caas-color-active)); border-color: var(--caas-color-border-control); }
  .btn.ghost { color: var(--caas-color-text-muted); }
  .btn.ghost:hover { background: var(--caas-color-hover); color: var(--caas-color-text); }
  .btn.danger { background: var(--caas-color-danger-solid); color: var(--caas-color-on-danger); }
  .btn.danger:hover { filter: brightness(0.9); }
  .btn.sm { min-block-size: var(--caas-size-control-sm); --_pad: calc(var(--caas-space-1) * 2.5); border-radius: var(--caas-button-radius, var(--caas-radius-sm)); }
  .btn.lg { min-block-size: var(--caas-size-control-lg); --_pad: calc(var(--caas-space-1) * 4.5); font-size: var(--caas-font-size-md); }
  .btn:is(:disabled, [aria-disabled='true']:not([aria-busy='true'])) { background: var(--caas-color-active); color: var(--caas-color-text-disabled); border-color: transparent; box-shadow: none; cursor: not-allowed; }
  .btn.ghost:is(:disabled, [aria-disabled='true']) { background: none; }
  /* The spinner takes 8 units off each side, so that a busy button is as wide as before. */
  .btn[aria-busy='true'] { padding-inline: calc(var(--_pad) - var(--caas-space-2)); gap: var(--caas-space-1); cursor: progress; }
  .btn[aria-busy='true']::before, .spin {
    content: ''; flex: none; inline-size: var(--caas-space-3); block-size: var(--caas-space-3); border: calc(var(--caas-border-width) * 2) solid currentColor;
    border-inline-end-color: transparent; border-radius: 50%; animation: caas-spin calc(var(--caas-duration-pulse) * 0.4) linear infinite;
  }
  @keyframes caas-spin { to { rotate: 1turn; } }

  .iconbtn {
    display: inline-grid; place-items: center; flex: none; inline-size: var(--caas-size-control-sm); block-size: var(--caas-size-control-sm); padding: 0;
    border: 0; border-radius: var(--caas-radius-sm); background: none; color: var(--caas-color-text-muted); cursor: pointer;
  }
  .iconbtn:hover { background: var(--caas-color-hover); color: var(--caas-color-text); }
  .iconbtn:is(:disabled, [aria-disabled='true']) { color: var(--caas-color-text-disabled); cursor: not-allowed; }
  .chip {
    display: inline-flex; align-items: center; gap: calc(var(--caas-space-1) * 1.5); min-block-size: var(--caas-space-6); padding-inline: calc(var(--caas-space-1) * 2.5);
    border: var(--caas-border-width) solid var(--caas-color-border-strong); border-radius: var(--caas-radius-md); background: none;
    font-size: var(--caas-font-size-sm); color: var(--caas-color-text-muted); cursor: pointer;
  }
  .chip:hover, .chip[aria-expanded='true'] { background: var(--caas-color-hover); }
  .chip b { color: var(--caas-color-text); font-weight: var(--caas-weight-medium); }

  .badge {
    display: inline-flex; align-items: center; gap: calc(var(--caas-space-1) * 1.5); min-block-size: calc(var(--caas-space-1) * 5.5); padding-inline: calc(var(--caas-space-1) * 1.75);
    border: var(--caas-border-width) solid color-mix(in oklab, var(--_dot, currentColor) calc(100% * var(--_caas-c, 0)), transparent); border-radius: var(--caas-badge-radius, var(--caas-radius-full));
    font-size: var(--caas-font-size-xs); line-height: var(--caas-line-xs); font-weight: var(--caas-weight-medium); white-space: nowrap;
    background: var(--caas-color-neutral-soft); color: var(--caas-color-text-muted);
  }
  .badge::before { content: ''; flex: none; inline-size: 0.5em; block-size: 0.5em; border-radius: 50%; background: var(--_dot, currentColor); }
  .badge.plain::before { content: none; }
  .badge.success { background: var(--caas-color-success-soft); color: var(--caas-color-success-text); --_dot: var(--caas-color-success-icon); }
  .badge.warning { background: var(--caas-color-warning-soft); color: var(--caas-color-warning-text); --_dot: var(--caas-color-warning-icon); }
  .badge.danger { background: var(--caas-color-danger-soft); color: var(--caas-color-danger-text); --_dot: var(--caas-color-danger-icon); }
  .badge.info { background: var(--caas-color-info-soft); color: var(--caas-color-info-text); --_dot: var(--caas-color-info-icon); }
  .scope {
    display: inline-block; padding: 0 calc(var(--caas-space-1) * 1.5); border: var(--caas-border-width) solid var(--caas-color-border); border-radius: var(--caas-radius-xs);
    font-family: var(--caas-font-mono); font-weight: var(--caas-weight-medium); font-size: calc(var(--caas-font-size-xs) * 0.9167); line-height: calc(var(--caas-line-lg) * 1.09);
    color: var(--caas-color-text-muted); direction: ltr; unicode-bidi: isolate;
  }
  .scope.hot { color: var(--caas-color-text); border-color: var(--caas-color-border-control); }

  .panel { border: var(--caas-border-width) solid var(--caas-card-border-color, var(--caas-color-border)); border-radius: var(--caas-card-radius, var(--caas-radius-lg)); background: var(--caas-color-surface); box-shadow: var(--caas-card-shadow, none); min-inline-size: 0; overflow: clip; }
  .panel > header { display: flex; align-items: center; gap: var(--caas-space-2); min-block-size: var(--caas-space-7); padding-inline: var(--caas-card-padding, var(--caas-space-card)); }
  .panel > header :is(h2, h3) { font-size: var(--caas-font-size-md); font-weight: var(--caas-weight-strong); letter-spacing: var(--caas-tracking-snug); }
  .panel > header .muted { font-size: var(--caas-font-size-sm); }
  .tools { display: flex; align-items: center; gap: var(--caas-space-2); padding: var(--caas-space-3) var(--caas-space-card); flex-wrap: wrap; }
  .tools .field { min-block-size: var(--caas-space-6); inline-size: calc(var(--caas-space-8) * 4); font-size: var(--caas-font-size-sm); }
  .foot { display: flex; align-items: center; gap: var(--caas-space-2); min-block-size: calc(var(--caas-space-1) * 11); padding-inline: var(--caas-space-card); border-block-start: var(--caas-border-width) solid var(--caas-color-border); font-size: var(--caas-font-size-xs); color: var(--caas-color-text-subtle); }
  .note {
    display: grid; grid-template-columns: auto minmax(0, 1fr); gap: calc(var(--caas-space-1) * 2.5); padding: var(--caas-space-3); border-radius: var(--caas-radius-md); font-size: var(--caas-font-size-sm);
    background: var(--caas-color-warning-soft); border: var(--caas-border-width) solid var(--caas-color-warning-border); color: var(--caas-color-text);
  }
  .note.danger { background: var(--caas-color-danger-soft); border-color: var(--caas-color-danger-border); }
  .note.info { background: var(--caas-color-info-soft); border-color: var(--caas-color-info-border); }
  .note.success { background: var(--caas-color-success-soft); border-color: var(--caas-color-success-border); }
  .note > .i { margin-block-start: 0.15em; }

  @media (pointer: coarse) {
    .chip, .tools .field { min-block-size: var(--caas-size-control); }
  }
  @media (forced-colors: active) {
    .btn, .badge, .chip, .note { border-color: CanvasText; }
    .btn.primary { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
    .btn:is(:disabled, [aria-disabled='true']:not([aria-busy='true'])) { color: GrayText; border-color: GrayText; }
    .badge::before { forced-color-adjust: none; background: CanvasText; }
  }
`;

/** Shared looks of native markup in the root of a page element: buttons, badges, panels, notes. Put it in `static styles` after the tokens. */
export const controls: CSSResult = css`${icons}${sheet}`;
