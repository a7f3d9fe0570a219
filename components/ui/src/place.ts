/** Least distance to the edge of the window, and between popup and anchor, in px. */
const EDGE = 8;
const GAP = 4;

/**
 * Puts a popup of the top layer below its anchor, above it where there is more room. `align` says which edges meet, in reading direction.
 * Sets `--_caas-x` and `--_caas-y`, which the popup's sheet uses.
 */
export function placeBeside(
  popup: HTMLElement,
  anchor: Element,
  align: 'start' | 'center' | 'end',
  prefer: 'below' | 'above' = 'below',
): void {
  const to = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popup;
  const viewport = document.documentElement;
  const atRight = (align === 'end') !== (getComputedStyle(popup).direction === 'rtl');
  const wished = align === 'center' ? to.left + (to.width - width) / 2 : atRight ? to.right - width : to.left;
  const x = Math.max(EDGE, Math.min(wished, viewport.clientWidth - width - EDGE));

  const roomBelow = window.innerHeight - to.bottom - GAP - EDGE;
  const roomAbove = to.top - GAP - EDGE;
  const below =
    prefer === 'below' ? height <= roomBelow || roomBelow >= roomAbove : height > roomAbove && roomBelow > roomAbove;
  const y = below
    ? Math.min(to.bottom + GAP, Math.max(EDGE, window.innerHeight - height - EDGE))
    : Math.max(EDGE, to.top - GAP - height);
  popup.style.setProperty('--_caas-x', `${Math.round(x)}px`);
  popup.style.setProperty('--_caas-y', `${Math.round(y)}px`);
}
