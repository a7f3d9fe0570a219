import type { LitElement } from 'lit';
import { firstFocusable } from './focus.js';

/** How long a page may take to come, in ms: later, its reader has gone on to something else. */
const PATIENCE = 10_000;

/**
 * After another page of a table was asked for: once its rows are there, shows them from the first one on. Where the table's start was out
 * of sight, the focus goes there too, since the button that had it no longer is; else it stays, so that a reader can go on turning.
 * @param rows What the table showed when the page was asked for.
 */
export function showTop(table: LitElement & { readonly rows: readonly unknown[] }, rows: readonly unknown[]): void {
  const show = (): void => {
    if (table.rows === rows) return;
    watch.disconnect();
    clearTimeout(timer);
    if (table.getBoundingClientRect().top >= 0) return;
    table.scrollIntoView({ block: 'start' });
    firstFocusable(table.renderRoot)?.focus({ preventScroll: true });
  };
  const watch = new MutationObserver(show);
  watch.observe(table.renderRoot, { childList: true, subtree: true, characterData: true });
  const timer = setTimeout(() => watch.disconnect(), PATIENCE);
  void table.updateComplete.then(show);
}
