import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import './caas-dialog.js';
import type { GridCells } from './grid-cells.js';
import { WIDTH, changed, layoutOf, moved, type PlacedColumn } from './grid-layout.js';
import type { GridColumnLayout } from './grid-parts.js';
import { icon } from './icon.js';
import { arrowDown, arrowUp, minus, pin, plus, type Icon } from './icons.js';

/** By how much a column becomes wider or narrower at a time, and how narrow it may be, in pixels. */
const STEP = 24;
const NARROWEST = 72;

interface Changes {
  change(layout: readonly GridColumnLayout[] | null): void;
  close(): void;
}

/** All that can be done to columns with a pointer in the head, by button: which show, in what order, how wide, and which stay in sight. */
export function columnsPanel<Row>(
  cells: GridCells<Row>,
  columns: readonly PlacedColumn<Row>[],
  { change, close }: Changes,
): TemplateResult {
  const layout = layoutOf(columns);
  const shown = columns.filter(({ hidden }) => !hidden).length;
  return html`<caas-dialog open heading=${cells.text('columns')} @caas-dialog-closed=${close} @click=${keepFocus}>
    <p class="muted">${cells.text('columnsNote')}</p>
    <ul class="columns">
      ${repeat(
        columns,
        ({ id }) => id,
        ({ id, column, hidden, pinned, width = column.width ?? WIDTH }) => {
          const { label, resizable = true } = column;
          const set = (more: Partial<GridColumnLayout>): void => change(changed(layout, id, more));
          const button = (name: Parameters<typeof cells.text>[0], paths: Icon, off: boolean, act: () => void) =>
            html`<button
              class="iconbtn"
              type="button"
              aria-label=${cells.text(name, label)}
              aria-disabled=${off ? 'true' : 'false'}
              @click=${() => off || act()}
            >
              ${icon(paths)}
            </button>`;
          const up = moved(layout, id, -1);
          const down = moved(layout, id, 1);
          return html`<li>
            <label class="grow"
              ><input
                type="checkbox"
                .checked=${live(!hidden)}
                ?disabled=${!hidden && shown === 1}
                aria-label=${cells.text('show', label)}
                @change=${() => set({ hidden: !hidden })}
              />${label}</label
            >
            ${button('earlier', arrowUp, up === layout, () => change(up))}
            ${button('later', arrowDown, down === layout, () => change(down))}
            ${button('narrower', minus, !resizable || width <= NARROWEST, () => set({ width: Math.max(NARROWEST, width - STEP) }))}
            ${button('wider', plus, !resizable, () => set({ width: width + STEP }))}
            <button
              class="iconbtn"
              type="button"
              aria-label=${cells.text('pin', label)}
              aria-pressed=${pinned === null ? 'false' : 'true'}
              @click=${() => set({ pinned: pinned === null ? 'start' : null })}
            >
              ${icon(pin)}
            </button>
          </li>`;
        },
      )}
    </ul>
    <button slot="footer" class="btn default" type="button" @click=${() => change(null)}>${cells.text('reset')}</button>
    <button slot="footer" class="btn primary" type="button" @click=${close}>${cells.text('done')}</button>
  </caas-dialog>`;
}

/** A line that moves takes its buttons out of the page for a moment. */
function keepFocus({ target, currentTarget }: Event): void {
  const button = (target as Element).closest<HTMLElement>('.iconbtn');
  const host = ((currentTarget as Element).getRootNode() as ShadowRoot).host;
  if (button && 'updateComplete' in host) void Promise.resolve(host.updateComplete).then(() => button.focus());
}
