import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import report from '@caas/tokens/contrast.json' with { type: 'json' };
import { tokens } from '@caas/tokens/tokens.js';
import { launchChromium } from '../support/chromium.js';

type Attributes = Readonly<Record<string, string>>;

/** What custom properties compute to inside a theme root with these attributes; colours as the bytes a screen gets. */
async function computed(
  browser: Browser,
  attributes: Attributes,
  names: readonly string[],
  options: BrowserContextOptions = {},
) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const values = await page.evaluate(
    ({ css, attributes, names }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const probe = root.appendChild(document.createElement('i'));
      for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
      document.body.append(host);
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) throw new Error('no canvas');
      return names.map((name) => {
        const raw = getComputedStyle(host).getPropertyValue(name);
        if (!/^--caas-(color|chart)-/.test(name)) return raw;
        probe.style.color = `var(${name})`;
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = getComputedStyle(probe).color;
        pen.fillRect(0, 0, 1, 1);
        return [...pen.getImageData(0, 0, 1, 1).data].join(' ');
      });
    },
    { css: tokens.cssText, attributes, names },
  );
  await context.close();
  return values;
}

describe('token sheet in a browser', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  const MODES = {
    light: { theme: 'light' },
    dark: { theme: 'dark' },
    moreLight: { theme: 'light', contrast: 'more' },
    moreDark: { theme: 'dark', contrast: 'more' },
  } as const;

  for (const [mode, attributes] of Object.entries(MODES) as [keyof typeof MODES, Attributes][]) {
    it(`paints the colours of the report: ${mode}`, async () => {
      const colours = Object.entries(report.values).filter(([, byMode]) => !byMode[mode].includes(' at '));
      const painted = await computed(
        browser,
        attributes,
        colours.map(([name]) => name),
      );
      for (const [index, [name, byMode]] of colours.entries()) {
        const expected = [1, 3, 5].map((at) => parseInt(byMode[mode].slice(at, at + 2), 16));
        const actual = (painted[index] ?? '').split(' ').map(Number);
        // One step a channel is left to the rounding of two implementations.
        for (const [channel, value] of expected.entries()) {
          assert.ok(
            Math.abs(value - (actual[channel] ?? NaN)) <= 1,
            `${name}: ${byMode[mode]}, painted ${painted[index]}`,
          );
        }
      }
    });
  }

  const SIZES = ['--caas-size-row', '--caas-size-row-header', '--caas-space-card'];

  it('tightens rows and gaps at density="compact"', async () => {
    assert.deepEqual(await computed(browser, {}, SIZES), ['44px', '36px', '20px']);
    assert.deepEqual(await computed(browser, { density: 'compact' }, SIZES), ['36px', '32px', '16px']);
  });

  it('keeps targets large under a finger, whatever the density', async () => {
    const touch = { hasTouch: true, isMobile: true };
    const names = ['--caas-size-target-min', ...SIZES];
    assert.deepEqual(await computed(browser, {}, names, touch), ['44px', '52px', '36px', '20px']);
    assert.deepEqual(await computed(browser, { density: 'compact' }, names, touch), ['44px', '52px', '32px', '16px']);
  });

  it('follows the wish for more contrast unless contrast="standard"', async () => {
    const wish = { contrast: 'more' } as const;
    assert.deepEqual(await computed(browser, {}, ['--_caas-c'], wish), ['1']);
    assert.deepEqual(await computed(browser, { contrast: 'standard' }, ['--_caas-c'], wish), ['0']);
  });

  it('stops movement on request', async () => {
    const names = ['--caas-duration-fast', '--caas-duration-slow', '--caas-duration-pulse'];
    assert.deepEqual(await computed(browser, {}, names, { reducedMotion: 'reduce' }), ['0ms', '0ms', '2000ms']);
  });

  it('leaves a nested root with inherit-theme to the outer one', async () => {
    assert.deepEqual(await computed(browser, { 'inherit-theme': '' }, ['--caas-size-row', '--caas-space-4']), ['', '']);
  });
});
