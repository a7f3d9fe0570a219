/** Story parts that act: what a state needs before it can be seen. */

/** The browser says it is offline from when the story has drawn until it is left. */
export const offline = {
  beforeEach: () => (): void => {
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
  },
  play: (): void => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    dispatchEvent(new Event('offline'));
  },
};

/** Fills the one form in an element's root step by step, and sends each step. */
export function fill(tag: string, steps: readonly Readonly<Record<string, string | boolean>>[]) {
  return async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    await customElements.whenDefined(tag);
    const root = canvasElement.querySelector(tag)?.shadowRoot;
    for (const step of steps) {
      await new Promise(requestAnimationFrame);
      for (const [name, value] of Object.entries(step)) enter(root?.querySelector(`input[name="${name}"]`), value);
      await new Promise(requestAnimationFrame);
      root?.querySelector('form')?.requestSubmit();
    }
  };
}

function enter(input: Element | null | undefined, value: string | boolean): void {
  if (!(input instanceof HTMLInputElement)) return;
  if (typeof value === 'boolean') {
    input.checked = value;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  } else {
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}

/** Clicks a button by its text, wherever it stands below, as soon as it is there. */
export async function clickIn(canvas: HTMLElement, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const button = buttonsBelow(canvas).find(({ textContent }) => textContent.trim() === name);
    if (button) {
      button.click();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No button "${name}" in this story.`);
}

function buttonsBelow(root: ParentNode): HTMLButtonElement[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element instanceof HTMLButtonElement ? [element] : []),
    ...(element.shadowRoot ? buttonsBelow(element.shadowRoot) : []),
  ]);
}
