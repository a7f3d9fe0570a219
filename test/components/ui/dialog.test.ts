import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '@caas/ui/caas-confirm.js';
import '@caas/ui/caas-dialog.js';
import '@caas/ui/caas-drawer.js';
import { accessibleAtRest, atRest } from '../../support/at-rest.js';
import { useClipboard } from '../../support/clipboard.js';
import {
  allByRole,
  byName,
  byRole,
  click,
  focused,
  mount,
  nameOf,
  press,
  record,
  settle,
  textOf,
  type,
  type Around,
} from '../../support/ui.js';

/** Everything by the page's own means: an opener, and the element under test beside it. */
async function page<T extends HTMLElement>(
  tag: string,
  content: TemplateResult,
  around?: Around,
): Promise<{ element: T; opener: HTMLElement }> {
  const root = await mount(html`<button>Open</button>${content}`, around);
  const element = root.querySelector<T>(tag);
  const opener = root.querySelector('button');
  if (!element || !opener) throw new Error(`No <${tag}>`);
  opener.focus();
  return { element, opener };
}

type Overlay = HTMLElementTagNameMap['caas-dialog'];

const form = html`<p>Say which.</p>
  <label>Name <input /></label>
  <button slot="footer">Cancel</button><button slot="footer">Create key</button>`;

async function pressBeside(element: Overlay): Promise<void> {
  const box = element.shadowRoot?.querySelector('dialog');
  box?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  box?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await settle(element);
}

for (const tag of ['caas-dialog', 'caas-drawer'] as const) {
  const content = (more: TemplateResult = form): TemplateResult =>
    tag === 'caas-dialog'
      ? html`<caas-dialog heading="Create key">${more}</caas-dialog>`
      : html`<caas-drawer heading="Create key">${more}</caas-drawer>`;

  describe(tag, () => {
    it('opens with a name and the focus on the first field, and gives the focus back', async () => {
      for (const theme of ['light', 'dark'] as const) {
        const { element, opener } = await page<Overlay>(tag, content(), { theme });
        const closed = record(element, 'caas-dialog-closed');
        expect(allByRole(element, 'dialog').length).to.equal(0);
        element.show();
        await settle(element);
        expect(nameOf(byRole(element, 'dialog'))).to.equal('Create key');
        expect(focused()?.localName).to.equal('input');
        await accessibleAtRest(element);
        await press('Escape');
        expect(element.open).to.equal(false);
        expect(closed.length).to.equal(1);
        expect(focused() === opener).to.equal(true);
      }
    });

    it('closes on a click beside it, not on a selection dragged out of it', async () => {
      const { element } = await page<Overlay>(tag, content());
      element.show();
      await settle(element);
      element.shadowRoot?.querySelector('dialog')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      expect(element.open).to.equal(true);
      await pressBeside(element);
      expect(element.open).to.equal(false);
    });

    it('stays until it may be dismissed', async () => {
      const { element } = await page<Overlay>(tag, content());
      element.dismissible = false;
      element.show();
      await settle(element);
      await press('Escape', 'Escape', 'Escape');
      await pressBeside(element);
      expect(allByRole(element, 'dialog').length).to.equal(1);
      expect(allByRole(element, 'button', 'Close').length).to.equal(0);
      element.close();
      await settle(element);
      expect(allByRole(element, 'dialog').length).to.equal(0);
    });

    it('asks before it drops what was typed', async () => {
      const { element } = await page<Overlay>(tag, content());
      element.confirmDiscard = true;
      element.show();
      await settle(element);
      await press('Escape');
      const ask = byRole(element, 'alertdialog', 'Discard changes?');
      expect(textOf(focused() ?? ask)).to.equal('Keep editing');
      await accessibleAtRest(ask);
      await press('Escape');
      expect(element.open).to.equal(true);
      await press('Escape');
      await click(byName(element, 'Keep editing'));
      expect(element.open).to.equal(true);
      await press('Escape');
      await click(byName(element, 'Discard changes'));
      expect(element.open).to.equal(false);
    });

    it('gives the focus to what took the place of its opener, where the act removed that, before or after', async () => {
      for (const late of [false, true]) {
        const root = await mount(html`
          <h2>Keys</h2>
          <ul>
            ${['One', 'Two', 'Three'].map((name) => html`<li>${name}<button aria-haspopup="menu">Actions for ${name}</button></li>`)}
          </ul>
          ${content()}
        `);
        const element = root.querySelector<Overlay>(tag);
        const act = async (name: string): Promise<void> => {
          const opener = byRole(root, 'button', `Actions for ${name}`);
          opener.focus();
          element?.show();
          await settle(root);
          if (!late) opener.parentElement?.remove();
          element?.close();
          await settle(root);
          if (late) opener.parentElement?.remove();
          await new Promise((resolve) => setTimeout(resolve, 100));
        };
        await act('Two');
        expect(focused() === byRole(root, 'button', 'Actions for Three'), 'the next').to.equal(true);
        await act('Three');
        expect(focused() === byRole(root, 'button', 'Actions for One'), 'the last one').to.equal(true);
        await act('One');
        expect(focused() === byRole(root, 'heading', 'Keys'), 'none is left').to.equal(true);
      }
    });

    it('leaves the focus where it was put meanwhile', async () => {
      const { element, opener } = await page<Overlay>(tag, html`${content()}<button>Elsewhere</button>`);
      element.show();
      await settle(element);
      element.close();
      await settle(element);
      const elsewhere = byRole(element.parentElement as Element, 'button', 'Elsewhere');
      elsewhere.focus();
      opener.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(focused() === elsewhere).to.equal(true);
    });

    it('gives the focus back when it is taken out while open, and leaves the page scrollable', async () => {
      const { element, opener } = await page<Overlay>(tag, content());
      element.show();
      await settle(element);
      expect(getComputedStyle(document.body).overflow).to.equal('visible');
      element.remove();
      expect(focused() === opener).to.equal(true);
    });
  });
}

describe('caas-dialog', () => {
  it('has a close button where there are no others', async () => {
    const { element } = await page<Overlay>(
      'caas-dialog',
      html`<caas-dialog heading="About" open><p>Version 0.1.0</p></caas-dialog>`,
    );
    await click(byName(element, 'Close'));
    expect(element.open).to.equal(false);
  });

  it('is as high as what it says; what does not fit scrolls between its heading and its buttons', async () => {
    const { element } = await page<Overlay>('caas-dialog', html`<caas-dialog heading="Two">${form}</caas-dialog>`);
    element.show();
    await settle(element);
    const box = byRole(element, 'dialog', 'Two');
    await atRest(box);
    expect(box.getBoundingClientRect().height).to.be.below(innerHeight / 2);
    element.append(...Array.from({ length: 200 }, () => document.createElement('hr')));
    await settle(element);
    const { top, bottom } = box.getBoundingClientRect();
    expect(top).to.be.above(0);
    expect(bottom).to.be.below(innerHeight);
    expect(byName(element, 'Create key').getBoundingClientRect().bottom).to.be.below(bottom);
  });

  it('closes only the inner one of two on Esc', async () => {
    const { element } = await page<Overlay>(
      'caas-dialog',
      html`<caas-dialog heading="Outer" open
        ><caas-drawer heading="Inner" open><button>Go</button></caas-drawer></caas-dialog
      >`,
    );
    await press('Escape');
    expect(element.querySelector('caas-drawer')?.open).to.equal(false);
    expect(element.open).to.equal(true);
  });

  it('gives the focus to what asks for it', async () => {
    const { element } = await page<Overlay>(
      'caas-dialog',
      html`<caas-dialog heading="Two"><input /><button autofocus>Go</button></caas-dialog>`,
    );
    element.show();
    await settle(element);
    expect(textOf(focused() ?? element)).to.equal('Go');
  });
});

describe('caas-drawer', () => {
  it('stands at the end side in both directions', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const { element } = await page<Overlay>(
        'caas-drawer',
        html`<caas-drawer heading="Event" open><p>…</p></caas-drawer>`,
        { dir },
      );
      const box = byRole(element, 'dialog', 'Event');
      await atRest(box);
      const { left, right } = box.getBoundingClientRect();
      expect(dir === 'ltr' ? Math.round(right) : Math.round(left)).to.equal(
        dir === 'ltr' ? document.documentElement.clientWidth : 0,
      );
    }
  });
});

type Confirm = HTMLElementTagNameMap['caas-confirm'];

describe('caas-confirm', () => {
  it('names the act, starts at Cancel and leaves the act to the caller', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { element, opener } = await page<Confirm>(
        'caas-confirm',
        html`<caas-confirm heading="Revoke CI?" verb="Revoke key" tone="danger"
          ><p>41,208 calls in 24 h</p></caas-confirm
        >`,
        { theme },
      );
      const events = record(element, 'caas-confirmed', 'caas-dismissed');
      element.show();
      await settle(element);
      expect(textOf(byRole(element, 'alertdialog', 'Revoke CI?'))).to.contain('41,208 calls in 24 h');
      expect(textOf(focused() ?? element)).to.equal('Cancel');
      await accessibleAtRest(element);
      await click(byName(element, 'Revoke key'));
      expect(element.open).to.equal(true);
      await press('Escape');
      expect(events.map(({ type: name }) => name)).to.deep.equal(['caas-confirmed', 'caas-dismissed']);
      expect(focused() === opener).to.equal(true);
    }
  });

  it('can neither be confirmed again nor left while the act is under way, and says why it failed', async () => {
    const { element } = await page<Confirm>(
      'caas-confirm',
      html`<caas-confirm heading="Revoke CI?" verb="Revoke key" open busy></caas-confirm>`,
    );
    const events = record(element, 'caas-confirmed', 'caas-dismissed');
    await click(byName(element, 'Revoke key'));
    await click(byName(element, 'Cancel'));
    await press('Escape');
    expect(events.length).to.equal(0);
    expect(byName(element, 'Revoke key').ariaBusy).to.equal('true');
    element.busy = false;
    element.error = 'The key is in use.';
    await settle(element);
    expect(textOf(byRole(element, 'alert'))).to.equal('The key is in use.');
    await accessibleAtRest(element);
    await click(byName(element, 'Cancel'));
    expect(events.map(({ type: name }) => name)).to.deep.equal(['caas-dismissed']);
  });

  it('wants the exact text first, and says so only when asked to go on', async () => {
    const { element } = await page<Confirm>(
      'caas-confirm',
      html`<caas-confirm heading="Delete CI?" verb="Delete key" tone="danger" expect="CI" open></caas-confirm>`,
    );
    const events = record(element, 'caas-confirmed');
    const field = byRole(element, 'textbox', 'Type CI to confirm');
    expect(focused() === field).to.equal(true);
    await type(field, 'ci');
    expect(byName(element, 'Delete key').ariaDisabled).to.equal('true');
    expect(textOf(element)).not.to.contain('exactly');
    await press('Enter');
    const error = byRole(element, 'alert');
    expect(textOf(error)).to.equal('Type CI exactly as shown.');
    expect(error.querySelector('svg')?.getBoundingClientRect().width, 'not by colour alone').to.equal(16);
    await accessibleAtRest(element);
    await type(field, ' CI ');
    expect(byName(element, 'Delete key').ariaDisabled).to.equal(null);
    await press('Enter');
    expect(events.length).to.equal(1);
    element.close();
    await settle(element);
    element.show();
    await settle(element);
    expect((byRole(element, 'textbox', 'Type CI to confirm') as HTMLInputElement).value).to.equal('');
  });

  it('copies the text to type', async () => {
    const clipboard = useClipboard();
    const { element } = await page<Confirm>(
      'caas-confirm',
      html`<caas-confirm heading="Delete CI?" verb="Delete key" expect="CI" open></caas-confirm>`,
    );
    await click(byName(element, 'Copy CI'));
    await settle(element);
    expect(clipboard.written).to.deep.equal(['CI']);
    clipboard.restore();
  });
});
