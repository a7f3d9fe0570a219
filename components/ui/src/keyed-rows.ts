import { render, type TemplateResult } from 'lit';

/** Draws one row. `kept` tells that it shows the same row as the last time. */
type Draw<Row> = (element: HTMLElement, row: Row, id: string, kept: boolean) => TemplateResult;

/**
 * Rows that keep their element as long as their id is there, and the focus where they move. In place of Lit's `repeat` in a table, whose
 * code every page would wait for.
 */
export class KeyedRows<Row> {
  #parent: Element | null = null;
  #rows = new Map<string, { element: HTMLElement; row: Row | null }>();

  /**
   * Lets `parent` hold an element `tag` for each of `rows`, in their order, after what stands there: with the part `row`, and its id, which
   * is unique, as `data-id`. `host` is `this` in handlers of events.
   */
  draw(parent: Element, tag: string, rows: readonly Row[], idOf: (row: Row) => string, host: object, draw: Draw<Row>) {
    const focused = (parent.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    const before = parent === this.#parent ? this.#rows : new Map<string, { element: HTMLElement; row: Row | null }>();
    this.#parent = parent;
    this.#rows = new Map(
      rows.map((row) => {
        const id = idOf(row);
        const { element, row: shown } = before.get(id) ?? { element: document.createElement(tag), row: null };
        before.delete(id);
        element.dataset.id = id;
        element.setAttribute('part', 'row');
        render(draw(element, row, id, shown === row), element, { host });
        return [id, { element, row }];
      }),
    );
    for (const { element } of before.values()) element.remove();
    let next: Element | null = null;
    for (const { element } of [...this.#rows.values()].toReversed()) {
      if (element.parentNode !== parent || element.nextSibling !== next) parent.insertBefore(element, next);
      next = element;
    }
    if (focused && parent.contains(focused)) focused.focus({ preventScroll: true });
  }
}
