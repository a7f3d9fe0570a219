const FOCUSABLE = 'input:not([type=hidden]), select, textarea, button, a[href], summary, [tabindex="0"]';

/** The focused element, also where it is inside shadow roots. */
export function activeElement(root: DocumentOrShadowRoot): HTMLElement | null {
  const active = root.activeElement;
  const inner = active?.shadowRoot?.activeElement ? activeElement(active.shadowRoot) : active;
  return inner instanceof HTMLElement ? inner : null;
}

/** The first thing inside that can be focused: a field before a button. */
export function firstFocusable(root: ParentNode): HTMLElement | null {
  const all = [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      (element.matches(FOCUSABLE) || element.shadowRoot?.delegatesFocus) &&
      !element.matches(':disabled, [disabled]') &&
      element.checkVisibility(),
  );
  return all.find((element) => !element.matches('button, a, summary, [slot=footer]')) ?? all[0] ?? null;
}
