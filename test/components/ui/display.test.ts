import { aTimeout, expect } from '@open-wc/testing';
import { html } from 'lit';
import '@caas/ui/caas-alert.js';
import '@caas/ui/caas-avatar.js';
import '@caas/ui/caas-badge.js';
import '@caas/ui/caas-empty.js';
import '@caas/ui/caas-icon.js';
import '@caas/ui/caas-ledger.js';
import '@caas/ui/caas-meter.js';
import '@caas/ui/caas-panel.js';
import '@caas/ui/caas-skeleton.js';
import '@caas/ui/caas-stepper.js';
import '@caas/ui/caas-time.js';
import { keyRound } from '@caas/ui/icons.js';
import {
  accessible,
  allByRole,
  byRole,
  click,
  everything,
  mount,
  mountOne,
  record,
  settle,
  textOf,
} from '../../support/ui.js';

const THEMES = ['light', 'dark'] as const;
const steps = [
  { label: 'Secondary created', detail: 'Ada Okafor, 2 min ago', state: 'done' as const },
  { label: 'Test it', detail: 'Deploy the new key, then run the test.', state: 'current' as const },
  { label: 'Promote', detail: 'Secondary becomes primary.', state: 'todo' as const },
];

describe('caas-alert', () => {
  it('interrupts for warnings and dangers only', async () => {
    for (const theme of THEMES) {
      const root = await mount(
        html`<caas-alert tone="info">Info</caas-alert><caas-alert tone="success">Saved</caas-alert
          ><caas-alert tone="warning" heading="Any IP can use your keys">Add your servers.</caas-alert>
          <caas-alert tone="danger" heading="Chain broken"
            >Nothing after it can be trusted.<a slot="action" href="#log">Open the log</a></caas-alert
          >`,
        { theme },
      );
      expect(allByRole(root, 'alert')).to.have.length(2);
      expect(allByRole(root, 'status')).to.have.length(2);
      await accessible(root);
    }
  });

  it('closes', async () => {
    const element = await mountOne('caas-alert', html`<caas-alert dismissible>Saved</caas-alert>`);
    const events = record(element, 'caas-alert-dismissed');
    await click(byRole(element, 'button', 'Dismiss'));
    expect(events).to.have.length(1);
    expect(element.checkVisibility()).to.equal(false);
  });
});

describe('caas-stepper', () => {
  it('says which step is current and which are done, wide and narrow', async () => {
    for (const width of [1000, 700, 390]) {
      const root = await mount(html`<caas-stepper label="Rotation" .steps=${steps}></caas-stepper>`, { width });
      const items = everything(root).filter((element) => element.localName === 'li');
      expect(items.map((item) => item.getAttribute('aria-current'))).to.deep.equal([null, 'step', null]);
      expect(items[0]?.textContent).to.contain('Done');
      expect(root.scrollWidth).to.equal(width);
      await accessible(root);
    }
  });
});

describe('caas-time', () => {
  it('is relative under a week, with the absolute time at hand, and a date beyond', async () => {
    const near = new Date(Date.now() - 120_000).toISOString();
    const root = await mount(
      html`<caas-time datetime=${near}></caas-time><caas-time datetime="2026-03-04T09:41:07Z"></caas-time
        ><caas-time datetime="nonsense"></caas-time
        ><caas-time mode="ago" datetime=${new Date(Date.now() + 30_000).toISOString()}></caas-time>`,
    );
    const [first, second, third, fourth] = [...root.querySelectorAll('caas-time')];
    expect(textOf(first as Element)).to.match(/^2 min/);
    expect(first?.shadowRoot?.querySelector('time')?.title).to.match(/20\d\d.*:/);
    expect(textOf(second as Element)).to.match(/Mar.*2026/);
    expect(textOf(third as Element)).to.equal('–');
    expect(textOf(fourth as Element), 'what has happened is not in the future').to.equal('now');
  });

  it('takes the locale of the page and updates when the moment changes', async () => {
    const element = await mountOne(
      'caas-time',
      html`<caas-time mode="absolute" datetime="2026-03-04T09:41:07Z"></caas-time>`,
    );
    element.datetime = '2026-05-04T09:41:07Z';
    await settle(element);
    expect(textOf(element)).to.contain('May');
    element.remove();
  });
});

describe('caas-ledger', () => {
  const items = [
    { label: 'Active users', value: '48,213', delta: { text: '6.4%', direction: 'up' as const }, spark: [1, 3, 2, 5] },
    {
      label: 'Errors',
      value: '2.1%',
      delta: { text: '1.2%', direction: 'up' as const, bad: true },
      note: 'than the 30 days before',
    },
    { label: 'Calls', value: null },
    { label: 'Connected now', value: '9,486', live: true },
  ];

  it('lists labels and values and never shows 0 for unknown', async () => {
    for (const theme of THEMES) {
      const root = await mount(html`<caas-ledger .items=${items}></caas-ledger>`, { theme });
      expect(textOf(root)).to.contain('Calls –');
      await accessible(root);
    }
  });

  it('keeps its height from grey bars to values', async () => {
    const element = await mountOne('caas-ledger', html`<caas-ledger busy .items=${items}></caas-ledger>`);
    const { height } = element.getBoundingClientRect();
    expect(textOf(element)).not.to.contain('48,213');
    expect(everything(element).filter((part) => part.matches('path[d]:not(.base)'))).to.have.length(0);
    element.busy = false;
    await settle(element);
    expect(element.getBoundingClientRect().height).to.equal(height);
  });
});

describe('the small ones', () => {
  it('are accessible in both schemes', async () => {
    for (const theme of THEMES) {
      const root = await mount(
        html`<p>
            <caas-badge tone="success">Active</caas-badge><caas-badge tone="warning">Expires in 6 days</caas-badge
            ><caas-badge tone="danger">Expired</caas-badge><caas-badge tone="info">Rotating</caas-badge
            ><caas-badge plain>Revoked</caas-badge>
          </p>
          <p>
            <caas-avatar name="Ada Okafor"></caas-avatar>Ada Okafor
            <caas-icon .paths=${keyRound} label="API key"></caas-icon>
          </p>
          <caas-panel heading="Recent activity" subheading="today" padded
            ><button slot="actions">CSV</button>Body<span slot="footer">5 of 5</span></caas-panel
          >
          <caas-meter label="Messages this month" value="3940000" max="5000000">resets 1 Dec</caas-meter
          ><caas-meter label="Keys" value="10" max="10"></caas-meter>
          <caas-skeleton lines="3"></caas-skeleton>
          <caas-empty heading="Create your first key" .icon=${keyRound}
            >Your servers sign in with it.<button slot="action">Create key</button></caas-empty
          >`,
        { theme },
      );
      await aTimeout(320); // the skeleton comes late
      expect(byRole(root, 'img', 'API key')).to.exist;
      expect(byRole(root, 'heading', 'Create your first key')).to.exist;
      expect(byRole(root, 'meter', 'Messages this month').ariaValueNow).to.equal('3940000');
      expect(textOf(root))
        .to.contain('78% ')
        .and.to.match(/3\.94\sM of 5\sM/);
      await accessible(root);
    }
  });
});
