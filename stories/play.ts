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

/** The same, and online again at once. */
export const backOnline = {
  ...offline,
  play: async (): Promise<void> => {
    offline.play();
    await new Promise(requestAnimationFrame);
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
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

/** Clicks a button by its text or label, wherever it stands below, as soon as it is there. */
export async function clickIn(canvas: HTMLElement, name: string): Promise<void> {
  const button = await found(canvas, `button "${name}"`, (element): element is HTMLButtonElement => {
    if (!(element instanceof HTMLButtonElement)) return false;
    return element.textContent.trim() === name || element.getAttribute('aria-label') === name;
  });
  button.click();
}

/** Clicks one button after the other and waits for the drawer or dialog they lead to. */
export function opened(...names: string[]) {
  return async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    for (const name of names) await clickIn(canvasElement, name);
    await found(canvasElement, 'open dialog', isOpenDialog);
  };
}

/** Fills the form of an element, wherever it stands below, and sends it. */
export async function sendIn(
  canvas: HTMLElement,
  tag: string,
  values: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  const form = await found(canvas, `form in <${tag}>`, (element): element is HTMLFormElement => {
    const root = element.getRootNode();
    return element instanceof HTMLFormElement && root instanceof ShadowRoot && root.host.localName === tag;
  });
  for (const [name, value] of Object.entries(values)) enter(form.querySelector(`input[name="${name}"]`), value);
  await new Promise(requestAnimationFrame);
  form.requestSubmit();
}

function isOpenDialog(element: Element): element is HTMLDialogElement {
  return element instanceof HTMLDialogElement && element.open;
}

/** The first such element below, through open shadow roots, as soon as it is there. */
async function found<T extends Element>(
  root: ParentNode,
  what: string,
  isIt: (element: Element) => element is T,
): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const element = below(root).find(isIt);
    if (element) return element;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No ${what} in this story.`);
}

function below(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? below(element.shadowRoot) : []),
  ]);
}
