import { html, nothing, type TemplateResult } from 'lit';
import { Catalogue, type Localize, type Messages } from '@caas/base/localize.js';
import { en } from './locales/en.table-more.js';
import { directionOf, type Column } from './table-parts.js';
import type { Table } from './table.js';

export { styles } from './table-more.styles.js';

type Texts = Localize<Messages>;

const messages = new Catalogue(en, { de: () => import('./locales/de.table-more.js') });

/** The list that holds a narrow table's rows as cards, below a menu for their order. */
export function list<Row>(table: Table<Row>, waiting: boolean, texts: Texts): TemplateResult {
  const sortable = table.columns.filter(({ sort }) => sort);
  return html`
    ${sortable.length > 0 && table.rows.length > 0 ? sortMenu(sortable, table.sort, texts) : nothing}
    <ul aria-label=${table.caption || nothing} aria-busy=${table.busy ? 'true' : nothing}>
      ${waiting ? skeletonCards(table.skeletonRows) : nothing}
    </ul>
  `;
}

/** What the card of a row holds. */
export function card<Row>(table: Table<Row>, row: Row, texts: Texts, menu: unknown): TemplateResult {
  return html`
    ${table.selectable ? tick(table, row, texts) : nothing}
    <div class="card" id=${`name-${table.rowId(row)}`}>
      ${table.card ? table.card(row) : table.columns.map((column) => html`<div class="pairs"><span class="subtle">${column.label}</span><span>${column.render(row)}</span></div>`)}
    </div>
    ${menu}
  `;
}

/** A row's checkbox. Its name is its own label and what stands in the row's first cell. */
export function tick<Row>(table: Table<Row>, row: Row, texts: Texts): TemplateResult {
  const id = table.rowId(row);
  return html`<input
    type="checkbox"
    data-tick
    id=${`tick-${id}`}
    aria-label=${texts.findIn(messages, 'selectRow') ?? nothing}
    aria-labelledby=${`tick-${id} name-${id}`}
    .checked=${table.selected.has(id)}
  />`;
}

/** The checkbox for all rows shown. */
export function tickAll<Row>(table: Table<Row>, texts: Texts): TemplateResult {
  const all = table.rows.length > 0 && table.rows.every((row) => table.selected.has(table.rowId(row)));
  return html`<input
    type="checkbox"
    data-tick
    aria-label=${texts.findIn(messages, 'selectAll') ?? nothing}
    .checked=${all}
    .indeterminate=${!all && table.selected.size > 0}
  />`;
}

/** What a change of a control of ours asks for, as the table's event and its detail; null for controls of the cells. `row` is the control's own. */
export function wish<Row>(table: Table<Row>, control: Element, row: Row | undefined): [string, unknown] | null {
  if (control instanceof HTMLSelectElement && control.dataset.order !== undefined)
    return ['caas-sort-changed', { sort: control.value }];
  if (control instanceof HTMLInputElement && control.dataset.tick !== undefined)
    return ['caas-selection-changed', { ids: selection(table, control.checked, row) }];
  return null;
}

/** The ids selected after a tick of one row, or of all where there is none. */
function selection<Row>(table: Table<Row>, checked: boolean, row: Row | undefined): string[] {
  const ids = new Set(table.selected);
  for (const changed of row === undefined ? table.rows : [row]) {
    if (checked) ids.add(table.rowId(changed));
    else ids.delete(table.rowId(changed));
  }
  return [...ids];
}

/** The order as a menu, for a list that has no heads to click. */
function sortMenu<Row>(columns: readonly Column<Row>[], sort: string, texts: Texts): TemplateResult {
  return html`<label class="order"
    ><span>${texts.findIn(messages, 'sortBy')}</span>
    <select data-order>
      ${columns.some((column) => directionOf(column, sort) !== '') ? nothing : html`<option value="" selected></option>`}
      ${columns.flatMap(({ id, label }) => [
        html`<option value=${id} ?selected=${sort === id}>${texts.findIn(messages, 'ascending', label)}</option>`,
        html`<option value=${`-${id}`} ?selected=${sort === `-${id}`}>
          ${texts.findIn(messages, 'descending', label)}
        </option>`,
      ])}
    </select>
  </label>`;
}

/** Cards that stand in for rows on their way, with the final geometry. */
function skeletonCards(count: number): TemplateResult[] {
  const bone = html`<span class="bone"></span>`;
  return Array.from(
    { length: count },
    () => html`<li aria-hidden="true"><div class="card">${bone}${bone}${bone}</div></li>`,
  );
}
