import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { sendMouse } from '@web/test-runner-commands';
import '@caas/ui/caas-menu.js';
import type { Menu, MenuItem, MenuSelectedEvent } from '@caas/ui/caas-menu.js';
import { ban, rotateCw } from '@caas/ui/icons.js';
import { accessibleAtRest, atRest } from '../../support/at-rest.js';
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
  type Around,
} from '../../support/ui.js';

const ITEMS: MenuItem[] = [
  { id: 'rotate', label: 'Rotate', icon: rotateCw },
  { id: 'rename', label: 'Rename' },
  { id: 'test', label: 'Run test', disabled: true, hint: 'Needs a secondary key' },
  'divider',
  { id: 'revoke', label: 'Revoke', danger: true, icon: ban },
];

async function page(around?: Around): Promise<{ menu: Menu; opener: HTMLElement }> {
  const root = await mount(
    html`<button aria-label="Actions for CI" aria-haspopup="menu">…</button><caas-menu .items=${ITEMS}></caas-menu
      ><input aria-label="Elsewhere" />`,
    around,
  );
  const menu = root.querySelector('caas-menu');
  const opener = root.querySelector('button');
  if (!menu || !opener) throw new Error('No menu');
  opener.addEventListener('click', () => void menu.openAt(opener));
  opener.focus();
  return { menu, opener };
}

const open = async (menu: Menu, opener: HTMLElement): Promise<void> => {
  await menu.openAt(opener);
  await settle(menu);
};
const here = (): string => textOf(focused() ?? document.body);

describe('caas-menu', () => {
  it('opens at its button, named by it, with the focus on the first entry', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { menu, opener } = await page({ theme });
      expect(allByRole(menu, 'menu').length).to.equal(0);
      await open(menu, opener);
      expect(nameOf(byRole(menu, 'menu'))).to.equal('Actions for CI');
      expect(allByRole(menu, 'menuitem').map((item) => textOf(item))).to.deep.equal([
        'Rotate',
        'Rename',
        'Run test Needs a secondary key',
        'Revoke',
      ]);
      expect(here()).to.equal('Rotate');
      expect(opener.ariaExpanded).to.equal('true');
      await accessibleAtRest(menu);
      menu.close();
    }
  });

  it('is walked by arrows, Home, End and letters', async () => {
    const { menu, opener } = await page();
    await open(menu, opener);
    const walked: string[] = [];
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'End', 'Home', 'r', 'e', 'v']) {
      await press(key);
      walked.push(here().split(' ')[0] ?? '');
    }
    expect(walked).to.deep.equal([
      'Rename',
      'Rotate',
      'Revoke',
      'Rotate',
      'Revoke',
      'Rotate',
      'Rename',
      'Rename',
      'Revoke',
    ]);
  });

  it('gives the choice and the focus back', async () => {
    const { menu, opener } = await page();
    const events = record(menu, 'caas-menu-selected') as MenuSelectedEvent[];
    await open(menu, opener);
    await press('End', 'Enter');
    expect(events.map(({ detail }) => detail.id)).to.deep.equal(['revoke']);
    expect(focused() === opener).to.equal(true);
    expect(opener.ariaExpanded).to.equal('false');
    expect(allByRole(menu, 'menu').length).to.equal(0);
  });

  it('opens on the first entry that can be chosen', async () => {
    const { menu, opener } = await page();
    menu.items = [{ id: 'who', label: 'Ada Lovelace', disabled: true }, 'divider', { id: 'theme', label: 'Use dark' }];
    await open(menu, opener);
    expect(here()).to.equal('Use dark');
    await press('ArrowUp');
    expect(here(), 'the first one can still be read').to.equal('Ada Lovelace');
  });

  it('does not choose what is disabled, and says why', async () => {
    const { menu, opener } = await page();
    const events = record(menu, 'caas-menu-selected');
    await open(menu, opener);
    await click(byName(menu, /^Run test/));
    expect(events.length).to.equal(0);
    expect(byName(menu, /Needs a secondary key/).ariaDisabled).to.equal('true');
  });

  it('closes on Esc and Tab, and keeps that Esc to itself', async () => {
    const { menu, opener } = await page();
    const keys = record(document.body, 'keydown');
    await open(menu, opener);
    await press('Escape');
    expect(focused() === opener).to.equal(true);
    expect(keys.length).to.equal(0);
    await open(menu, opener);
    await press('Tab');
    expect(allByRole(menu, 'menu').length).to.equal(0);
    expect((focused() as HTMLElement | null)?.ariaLabel).to.equal('Elsewhere');
  });

  it('closes on a click elsewhere, and on a second click on its button', async () => {
    const { menu, opener } = await page();
    const at = (element: Element): [number, number] => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [Math.round(x + width / 2), Math.round(y + height / 2)];
    };
    await sendMouse({ type: 'click', position: at(opener) });
    await settle(menu);
    expect(allByRole(menu, 'menu').length).to.equal(1);
    await sendMouse({ type: 'click', position: at(opener) });
    await settle(menu);
    expect(allByRole(menu, 'menu').length).to.equal(0);
    await open(menu, opener);
    await sendMouse({ type: 'click', position: [500, 400] });
    await settle(menu);
    expect(allByRole(menu, 'menu').length).to.equal(0);
    expect(opener.ariaExpanded).to.equal('false');
  });

  it('stays inside the window and lines up with its button in both directions', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const { menu, opener } = await page({ dir });
      opener.style.setProperty('margin-inline-start', '300px');
      await open(menu, opener);
      const box = byRole(menu, 'menu');
      await atRest(box);
      const [inner, outer] = [box.getBoundingClientRect(), opener.getBoundingClientRect()];
      expect(Math.abs(dir === 'ltr' ? inner.right - outer.right : inner.left - outer.left)).to.be.at.most(1);
      expect(inner.top).to.be.at.least(outer.bottom);
      menu.close();
    }
  });

  it('is gone with its element', async () => {
    const { menu, opener } = await page();
    await open(menu, opener);
    menu.remove();
    window.dispatchEvent(new Event('resize'));
    expect(document.querySelector('caas-menu')).to.equal(null);
  });
});
