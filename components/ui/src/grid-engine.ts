import { define } from '@caas/base/define.js';
import type { GridItem } from './grid-rows.js';
import { gridClasses, type VaadinGrid, type VaadinGridColumn } from './vaadin/grid.js';

/** What the grid has to know of whoever draws it. */
export interface EngineOwner<Row> {
  readonly selectable: boolean;
  /** How many rows there are, heads not counted; null where nobody counted them. */
  readonly rowCount: number | null;
  isSelected(item: GridItem<Row> | undefined): boolean;
}

/** Vaadin's grid as the kit uses it. */
export interface EngineGrid<Row> extends VaadinGrid<GridItem<Row>> {
  owner: EngineOwner<Row>;
  /** Numbers of the first and the last row in sight. Measures. */
  inSight(): [number, number];
  scrollToStart(): void;
  /** Puts the focus on the row that had it last. */
  focusRows(): void;
}

/** Defines the tags of our copy, once for a page. */
export function defineEngine(): void {
  if (customElements.get('caas-vaadin-grid')) return;
  const { Grid, GridColumn } = gridClasses();

  class Engine extends Grid<GridItem<unknown>> implements EngineGrid<unknown> {
    owner: EngineOwner<unknown> = { selectable: false, rowCount: null, isSelected: () => false };

    inSight(): [number, number] {
      return [this._firstVisibleIndex ?? 0, this._lastVisibleIndex ?? 0];
    }

    scrollToStart(): void {
      this.$.table.scrollTop = 0;
    }

    focusRows(): void {
      this._itemsFocusable?.focus();
    }

    protected override _isSelected(item: GridItem<unknown> | undefined): boolean {
      return this.owner.isSelected(item);
    }

    /** Checkboxes and menus keep their place. */
    protected override _isSwapAllowed(one: HTMLElement | null, other: HTMLElement | null): boolean {
      return !isEdge(one) && !isEdge(other) && super._isSwapAllowed(one, other);
    }

    /** Tells how many rows there are, also where not all of them can be scrolled to yet. */
    protected override __a11yUpdateGridSize(...values: unknown[]): void {
      super.__a11yUpdateGridSize(...values);
      const { rowCount, selectable } = this.owner;
      this.$.table.setAttribute('aria-rowcount', String(rowCount === null ? -1 : rowCount + 1));
      if (selectable) this.$.table.setAttribute('aria-multiselectable', 'true');
      else this.$.table.removeAttribute('aria-multiselectable');
    }

    protected override __a11yUpdateRowSelected(row: HTMLElement, selected: boolean): void {
      if (this.owner.selectable) super.__a11yUpdateRowSelected(row, selected);
      else for (const element of [row, ...row.children]) element.removeAttribute('aria-selected');
    }
  }

  define('caas-vaadin-grid-column', GridColumn);
  define('caas-vaadin-grid', Engine);
}

/** Whether a column holds what is done to rows, not what they are. */
function isEdge(column: HTMLElement | null): boolean {
  return column?.dataset.id?.startsWith(':') ?? false;
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-vaadin-grid': EngineGrid<unknown>;
    'caas-vaadin-grid-column': VaadinGridColumn;
  }
}
