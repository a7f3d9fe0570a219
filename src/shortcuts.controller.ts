import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { preferences } from './preferences.js';

/** What keys do. */
export interface ShortcutActions {
  palette: () => void;
  sheet: () => void;
  search: () => void;
  create: () => void;
  /** The key after `g`; false where it leads nowhere. */
  go: (key: string) => boolean;
}

/** After `g`, the next key counts for this long, in ms. */
const SECOND_KEY = 1_500;
const TEXT_INPUTS = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file']);

/** The console's keys: `Ctrl`/`⌘` `K` always; single keys where they are on, nobody is typing and no dialog is open. */
export class ShortcutsController implements ReactiveController {
  /** Whether single keys do something. */
  on = preferences.shortcuts;

  readonly #actions: ShortcutActions;
  #goUntil = 0;

  constructor(host: ReactiveControllerHost, actions: ShortcutActions) {
    this.#actions = actions;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKeydown);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKeydown);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const key = keyOf(event);
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && key.toLowerCase() === 'k') {
      event.preventDefault();
      this.#actions.palette();
      return;
    }
    if (!this.on || event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return;
    if (this.#act(key)) event.preventDefault();
  };

  #act(key: string): boolean {
    if (performance.now() < this.#goUntil) {
      this.#goUntil = 0;
      if (this.#actions.go(key)) return true;
    }
    switch (key) {
      case 'g':
        this.#goUntil = performance.now() + SECOND_KEY;
        return true;
      case '/':
        this.#actions.search();
        return true;
      case '?':
        this.#actions.sheet();
        return true;
      case 'n':
        this.#actions.create();
        return true;
      default:
        return false;
    }
  }
}

/** What a key types; on a layout of other letters (Greek, Cyrillic, Arabic) the letter of its place on a Latin one. */
function keyOf({ key, code }: KeyboardEvent): string {
  const place = /^\P{ASCII}$/u.test(key) ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  return place?.toLowerCase() ?? key;
}

/** Whether the key belongs to a field, a menu or a dialog. */
function isBusy(event: KeyboardEvent): boolean {
  return event.composedPath().some((target) => {
    if (target instanceof HTMLInputElement) return !TEXT_INPUTS.has(target.type);
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
    if (!(target instanceof HTMLElement)) return false;
    return (
      target.isContentEditable ||
      target.localName === 'dialog' ||
      target.role === 'menu' ||
      target.role === 'alertdialog'
    );
  });
}
