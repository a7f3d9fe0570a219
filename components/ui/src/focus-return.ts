import { painted } from '@caas/base/painted.js';
import { activeElement, firstFocusable } from './focus.js';

/** How long an act may take to remove what had the focus, in ms: later, its reader has gone on to something else. */
const PATIENCE = 10_000;
const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading]';

/** An element, and where it stands. */
interface Place {
  element: Element;
  parent: ParentNode & Node;
  index: number;
}

/**
 * Keeps what has the focus when something opens over the page, to give the focus back. Where that has gone by then, or goes when the act
 * has its effect, the focus goes to what took its place: the changed panel's heading, the same button of the next row, the heading above.
 * It is never taken from where it has been put meanwhile.
 */
export class FocusReturn {
  readonly #opener = activeElement(document);
  #places = placesOf(this.#opener);

  /** Gives the focus back. */
  give(): void {
    const opener = this.#opener;
    if (!opener?.isConnected || !opener.checkVisibility()) {
      void this.#goOn();
      return;
    }
    this.#places = placesOf(opener);
    opener.focus();
    const watch = new MutationObserver(() => {
      if (opener.isConnected) return;
      end();
      void this.#goOn();
    });
    const end = (): void => {
      watch.disconnect();
      clearTimeout(timer);
    };
    const timer = setTimeout(end, PATIENCE);
    const roots = new Set(this.#places.map(({ element }) => element.getRootNode()));
    for (const root of roots) watch.observe(root, { childList: true, subtree: true });
  }

  async #goOn(): Promise<void> {
    await painted(); // what takes the place has to be drawn
    const active = activeElement(document);
    if (active && active !== document.body && active.checkVisibility()) return; // not in what has closed
    const places = this.#places.slice(this.#places.findIndex(({ parent }) => parent.isConnected));
    const [lost] = places;
    const target = (lost && besideOf(lost)) ?? places.map(({ parent }) => headingIn(parent)).find(Boolean);
    if (target && !target.matches('button, a, input')) target.tabIndex = -1;
    target?.focus();
  }
}

/** The places of an element and of all around it, from the inside out, through shadow roots: not in the body, which may be another page by then. */
function placesOf(element: Element | null): Place[] {
  const parent = element?.parentNode;
  if (!element || !parent || element === document.body || parent === document.body) return [];
  const place = { element, parent, index: [...parent.children].indexOf(element) };
  return [place, ...placesOf(parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null)];
}

/** What took the place of what is lost, or stands before it, where it is of the same kind: its heading, or its control. */
function besideOf({ element, parent, index }: Place): HTMLElement | null {
  const beside = [parent.children[index], parent.children[index - 1]].find(
    (each) => each !== undefined && each !== element && each.localName === element.localName && each.checkVisibility(),
  );
  if (!beside) return null;
  const root = beside.shadowRoot ?? beside;
  return headingIn(root) ?? root.querySelector<HTMLElement>('[aria-haspopup=menu]') ?? firstFocusable(root);
}

function headingIn(root: ParentNode): HTMLElement | null {
  return [...root.querySelectorAll<HTMLElement>(HEADINGS)].find((heading) => heading.checkVisibility()) ?? null;
}
