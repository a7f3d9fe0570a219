import { expect, fixture, html } from '@open-wc/testing';
import { ShortcutsController } from '../../src/shortcuts.controller.js';

/** The least a controller needs. */
const host = {
  updateComplete: Promise.resolve(true),
  addController(): void {},
  removeController(): void {},
  requestUpdate(): void {},
};

describe('the keys of the console', () => {
  let done: string[] = [];
  let keys: ShortcutsController;

  const note = (what: string) => (): void => void done.push(what);

  beforeEach(() => {
    done = [];
    keys = new ShortcutsController(host, {
      palette: note('palette'),
      sheet: note('sheet'),
      search: note('search'),
      create: note('create'),
      go: (key) => 'dks'.includes(key) && done.push(`page ${key}`) > 0,
    });
    keys.on = true;
    keys.hostConnected();
  });
  afterEach(() => keys.hostDisconnected());

  /** Presses keys where the focus is, or on a target; gives whether the last one was taken. */
  function press(...pressed: (string | (KeyboardEventInit & { target?: Element | null }))[]): boolean {
    let taken = false;
    for (const each of pressed) {
      const { target, ...init } = typeof each === 'string' ? { key: each } : { target: null, ...each };
      const event = new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init });
      (target ?? document.body).dispatchEvent(event);
      taken = event.defaultPrevented;
    }
    return taken;
  }

  it('jump, go, search, create and explain', () => {
    press({ key: 'k', ctrlKey: true }, { key: 'K', metaKey: true }, 'g', 'd', 'g', 'k', '/', 'n', '?');
    expect(done).to.deep.equal(['palette', 'palette', 'page d', 'page k', 'search', 'create', 'sheet']);
  });

  it('a key after g that leads nowhere does what it does alone', () => {
    press('g', '?', 'g', 'g', 'k', 'g', 'x');
    expect(done).to.deep.equal(['sheet', 'page k']);
  });

  it('stand at the same places where a layout has other letters', () => {
    press({ key: 'л', code: 'KeyK', ctrlKey: true }, { key: 'п', code: 'KeyG' }, { key: 'в', code: 'KeyD' });
    press({ key: 'ν', code: 'KeyN' });
    expect(done).to.deep.equal(['palette', 'page d', 'create']);
  });

  it('go by what a Latin layout types, not by where it does', () => {
    press({ key: 't', code: 'KeyK', ctrlKey: true }, { key: 'k', code: 'KeyV', ctrlKey: true }); // Dvorak
    press({ key: 'ö', code: 'Semicolon' });
    expect(done).to.deep.equal(['palette']);
  });

  it('leave fields, menus and dialogs their keys, but for the palette', async () => {
    const page = await fixture(
      html`<div>
        <input aria-label="A" /><textarea aria-label="B"></textarea><input type="checkbox" aria-label="C" />
        <dialog><button>D</button></dialog>
        <div role="menu"><button role="menuitem">E</button></div>
      </div>`,
    );
    for (const part of ['input', 'textarea', 'dialog button', '[role=menuitem]'])
      expect(press({ key: '?', target: page.querySelector(part) }), part).to.be.false;
    expect(done).to.deep.equal([]);
    press({ key: '?', target: page.querySelector('[type=checkbox]') });
    press({ key: 'k', ctrlKey: true, target: page.querySelector('input') });
    expect(done).to.deep.equal(['sheet', 'palette']);
  });

  it('single keys can be switched off', () => {
    keys.on = false;
    press('g', 'd', '/', '?', 'n', { key: 'k', ctrlKey: true });
    expect(done).to.deep.equal(['palette']);
  });
});
