import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { rotatingPair, someKeys } from '../../support/keys.js';
import { calm, choose, openKeys, press, says, type KeysPage } from '../../support/keys-page.js';
import { accessible, allByRole, everything, textOf } from '../../support/ui.js';

const WINDOW = { width: 800, height: 600 };
const CALLERS = [
  {
    ip: '203.0.113.14',
    user_agent: 'meridian-api/4.2 node/22.3',
    calls: 38_100,
    last_seen_at: '2026-11-20T09:40:07.000Z',
  },
  { ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348', user_agent: null, calls: 8, last_seen_at: '2026-11-20T05:40:07.000Z' },
];

describe('what stands over and beside the list of caas-api-keys', () => {
  let page: KeysPage | null = null;
  afterEach(async () => {
    page?.end();
    await setViewport(WINDOW);
  });

  const busy = (usage: object = { calls_1h: 24, calls_24h: 2_400, callers: CALLERS, callers_1h: CALLERS }) => {
    const keys = [...rotatingPair(true), ...someKeys().slice(1)];
    return { keys, usage: Object.fromEntries(keys.map(({ id }) => [id, usage])) };
  };
  const one = (element: Element, selector: string): Element => {
    const found = everything(element).find((each) => each.matches(selector));
    if (!found) throw new Error(`Nothing is ${selector}`);
    return found;
  };
  const middle = (element: Element): number => {
    const { left, width } = element.getBoundingClientRect();
    return left + width / 2;
  };

  it('runs time with the reading direction, in bars and axis alike', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      page = await openKeys(busy(), { around: { dir } });
      const { element } = page;
      await choose(element, 'Message ingest', 'View use');
      await waitUntil(() => everything(element).some((each) => each.matches('.bars rect')), 'bars', { timeout: 5_000 });
      await calm(element);
      const sign = dir === 'ltr' ? 1 : -1;
      const across = (first: Element, last: Element): number => Math.sign(middle(last) - middle(first));
      expect(across(one(element, '.axis > :first-child'), one(element, '.axis > :last-child')), dir).to.equal(sign);
      expect(across(one(element, '.bars > :first-child'), one(element, '.bars > :last-child')), dir).to.equal(sign);
      page.end();
      element.remove();
    }
  });

  it('lays the split of calls out like the numbers above it', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      page = await openKeys(busy(), { around: { dir } });
      const { element } = page;
      await press(element, 'button', 'Promote… for Production server');
      await waitUntil(() => everything(element).some((each) => each.matches('.split .old')), 'split', {
        timeout: 5_000,
      });
      const oldFirst = middle(one(element, '.split .old')) < middle(one(element, '.split .new'));
      expect(oldFirst, dir).to.equal(middle(one(element, '.dot.old')) < middle(one(element, '.dot.new')));
      page.end();
      element.remove();
    }
  });

  it('shows callers whole where the window is narrow', async () => {
    for (const width of [390, 320]) {
      await setViewport({ width, height: 640 });
      page = await openKeys(busy(), { around: { width } });
      const { element } = page;
      await choose(element, 'Message ingest', 'View use');
      await says(element, 'Last call');
      const table = one(element, '.callers');
      for (const cell of [...table.querySelectorAll('th, td')]) {
        const { left, right } = cell.getBoundingClientRect();
        expect(left >= 0 && right <= width, `${textOf(cell)} at ${width} px`).to.equal(true);
      }
      expect(allByRole(element, 'row').filter((row) => table.contains(row))).to.have.length(3);
      await accessible(element);
      page.end();
      element.remove();
    }
  });

  it('keeps the buttons of a rotation at its end where they need a second line', async () => {
    page = await openKeys({
      keys: rotatingPair().map((item) => ({ ...item, name: 'Production server of the north' })),
    });
    const { element } = page;
    element.locale = 'de';
    await says(element, 'Befördern…');
    const panel = one(element, 'caas-api-keys-rotation');
    const buttons = everything(panel).filter((each) => each.matches('header > .btn'));
    const root = element.parentElement;
    let wrapped = 0;
    for (let width = 860; width > 620 && root; width -= 10) {
      root.style.inlineSize = `${width}px`;
      await calm(element);
      const boxes = buttons.map((button) => button.getBoundingClientRect());
      if ((boxes.at(-1)?.top ?? 0) > (boxes[0]?.top ?? 0)) wrapped += 1;
      expect(panel.getBoundingClientRect().right - (boxes.at(-1)?.right ?? 0), `at ${width} px`).to.be.lessThan(32);
    }
    expect(wrapped, 'a second line was needed').to.be.greaterThan(0);
  });
});
