import { painted } from '@caas/base/painted.js';
import { activeElement, firstFocusable } from './focus.js';

/** How long an act may take to remove what had the focus, in ms: later, its reader has gone on to something else. */
const PATIENCE = 10_000;

/** Where an element stands. */
interface Place {
  parent: ParentNode & Node;
  tag: string;
  index: number;
}

/**
 * Keeps what has the focus when something opens over the page; what it gives back gives the focus back. Where that has gone by then, or
 * goes when the act has its effect, the focus goes to what took its place: the changed panel's heading, the same button of the next row,
 * the heading above. It is never taken from where it has been put meanwhile.
 */
export function keepFocus(): () => void {
  const opener = activeElement(document);
  let places = placesOf(opener);
  const goOn = async (): Promise<void> => {
    await painted(); // what takes the place has to be drawn
    const active = activeElement(document);
    if (active === document.body || !active?.checkVisibility()) targetFor(places)?.focus(); // or in what has closed
  };
  return () => {
    if (!opener?.checkVisibility()) return void goOn();
    places = placesOf(opener);
    opener.focus();
    const watch = new MutationObserver(() => {
      if (opener.isConnected) return;
      watch.disconnect();
      void goOn();
    });
    for (const { parent } of places) watch.observe(parent, { childList: true });
    setTimeout(() => watch.disconnect(), PATIENCE);
  };
}

/** The places of an element and of all around it, from the inside out, through shadow roots: not in the body, which may be another page by then. */
function placesOf(element: Element | null): Place[] {
  const parent = element?.parentNode;
  if (!parent || element === document.body || parent === document.body) return [];
  const place = { parent, tag: element.localName, index: [...parent.children].indexOf(element) };
  return [place, ...placesOf(parent instanceof ShadowRoot ? parent.host : (parent as Element))];
}

/** What took the place of what is lost, or stands before it, where it is of the same kind; else the nearest heading. */
function targetFor(places: readonly Place[]): HTMLElement | null | undefined {
  const left = places.filter(({ parent }) => parent.isConnected);
  const [lost] = left;
  const beside = lost?.parent.children[lost.index] ?? lost?.parent.lastElementChild;
  const root = beside?.localName === lost?.tag && (beside?.shadowRoot ?? beside);
  return (
    (root && (headingIn(root) ?? root.querySelector<HTMLElement>('[aria-haspopup=menu]') ?? firstFocusable(root))) ||
    left.map(({ parent }) => headingIn(parent)).find(Boolean)
  );
}

function headingIn(root: ParentNode): HTMLElement | null {
  const heading = root.querySelector<HTMLElement>('h1, h2, h3, h4, [role=heading]');
  if (heading) heading.tabIndex = -1;
  return heading;
}
