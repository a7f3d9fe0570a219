import type {} from './caas-table.js';

/** When another page is asked for: sees to it that its rows are shown from the first one on, and the focus where it can be seen. */
export function followPage(button: Element): void {
  const table = button.closest('caas-table') ?? (button.getRootNode() as ParentNode).querySelector('caas-table');
  const rows = table?.rows;
  if (rows) void import('./page-top.js').then(({ showTop }) => showTop(table, rows)).catch(() => undefined);
}
