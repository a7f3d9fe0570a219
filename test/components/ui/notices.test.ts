import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { sendMouse } from '@web/test-runner-commands';
import '@caas/ui/caas-dialog.js';
import '@caas/ui/caas-toasts.js';
import '@caas/ui/caas-tooltip.js';
import { accessibleAtRest } from '../../support/at-rest.js';
import { byName, byRole, click, focused, mount, mountOne, press, settle, textOf } from '../../support/ui.js';

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const toasts = html`<caas-toasts></caas-toasts>`;

describe('caas-toasts', () => {
  it('shows notices, says them and goes when dismissed', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const element = await mountOne('caas-toasts', toasts, { theme });
      element.show({ tone: 'success', text: 'Key rotated' });
      element.show({ tone: 'danger', text: 'Could not remove it' });
      await settle(element);
      expect(textOf(byRole(element, 'region', 'Notifications'))).to.equal('Key rotated Could not remove it');
      expect(textOf(byRole(element, 'status'))).to.equal('Key rotated Could not remove it');
      expect(byRole(element, 'region').getBoundingClientRect().height, 'covers no more than it has to').to.be.below(
        200,
      );
      await accessibleAtRest(element);
      for (const button of element.shadowRoot?.querySelectorAll('button') ?? []) await click(button);
      expect(element.shadowRoot?.querySelector(':popover-open')).to.equal(null);
    }
  });

  it('goes by itself, but waits while the focus is on it', async () => {
    const element = await mountOne('caas-toasts', toasts);
    element.show({ text: 'Saved', duration: 150 });
    await settle(element);
    byName(element, 'Dismiss').focus();
    await later(300);
    expect(textOf(element)).to.contain('Saved');
    (focused() as HTMLElement | null)?.blur();
    await later(300);
    expect(textOf(element)).not.to.contain('Saved');
  });

  it('does the one thing it offers and goes', async () => {
    const element = await mountOne('caas-toasts', toasts);
    let undone = 0;
    element.show({ text: 'Removed 203.0.113.7', action: { label: 'Undo', run: () => (undone += 1) } });
    await settle(element);
    await click(byName(element, 'Undo'));
    expect(undone).to.equal(1);
    expect(textOf(element)).not.to.contain('Removed');
  });

  it('keeps the newest four', async () => {
    const element = await mountOne('caas-toasts', toasts);
    for (const text of ['1', '2', '3', '4', '5']) element.show({ text, duration: 0 });
    await settle(element);
    expect(textOf(byRole(element, 'region'))).to.equal('2 3 4 5');
    element.remove();
    expect(element.isConnected).to.equal(false);
  });
});

describe('caas-tooltip', () => {
  const tooltip = html`<caas-tooltip text="4 Mar 2026, 09:41:07 CET"><button>2 min ago</button></caas-tooltip>`;
  const shown = (element: Element): boolean => element.shadowRoot?.querySelector(':popover-open') !== null;

  it('describes what it wraps, and shows on keyboard focus', async () => {
    const root = await mount(html`<input aria-label="Before" />${tooltip}`);
    const element = root.querySelector('caas-tooltip');
    if (!element) throw new Error('No tooltip');
    expect(byName(root, '2 min ago').ariaDescription).to.equal('4 Mar 2026, 09:41:07 CET');
    byName(root, 'Before').focus();
    await press('Tab');
    expect(shown(element)).to.equal(true);
    await accessibleAtRest(root);
    await press('Tab');
    expect(shown(element)).to.equal(false);
  });

  it('shows on hover, above what it wraps, and goes with the pointer', async () => {
    const element = await mountOne(
      'caas-tooltip',
      html`<caas-tooltip text="Exact time"><button>2 min ago</button></caas-tooltip>`,
      { theme: 'dark' },
    );
    element.style.setProperty('margin', '100px');
    const { x, y, top } = element.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x) + 8, Math.round(y) + 8] });
    await later(500);
    expect(shown(element)).to.equal(true);
    expect(element.shadowRoot?.querySelector('.tip')?.getBoundingClientRect().bottom).to.be.at.most(top);
    await sendMouse({ type: 'move', position: [600, 500] });
    await later(300);
    expect(shown(element)).to.equal(false);
  });

  it('takes the first Esc for itself, the dialog around it the second', async () => {
    const root = await mount(html`<caas-dialog heading="Key" open><input />${tooltip}</caas-dialog>`);
    const element = root.querySelector('caas-tooltip');
    const dialog = root.querySelector('caas-dialog');
    await press('Tab');
    expect(element && shown(element)).to.equal(true);
    await press('Escape');
    expect(element && shown(element)).to.equal(false);
    expect(dialog?.open).to.equal(true);
    await press('Escape');
    expect(dialog?.open).to.equal(false);
  });
});
