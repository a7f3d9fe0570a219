import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { axeViolations } from '../support/browser-axe.js';
import { serveFolder, type FolderServer } from '../support/browser-server.js';
import { launchChromium } from '../support/chromium.js';

interface Entry {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
  tags?: string[];
}

/** What we use of Storybook's own messages. */
interface Channel {
  on(event: string, listener: (detail: unknown) => void): void;
  once(event: string, listener: (detail: unknown) => void): void;
  emit(event: string, detail: unknown): void;
}

const BUILT = fileURLToPath(new URL('../../storybook-static', import.meta.url));
const index = JSON.parse(readFileSync(`${BUILT}/index.json`, 'utf8')) as { entries: Record<string, Entry> };
const stories = Object.values(index.entries).filter(({ type }) => type === 'story');

describe('every story draws without an error and without an accessibility violation', { concurrency: 3 }, () => {
  let server: FolderServer;
  let browser: Browser;
  const idle: Record<string, Page[]> = { light: [], dark: [] };

  /** A page of Storybook's frame in a theme. Loading it costs more than a story, so pages are used again. */
  async function framePage(theme: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(
      `${server.origin}/iframe.html?id=${stories[0]?.id}&viewMode=story&globals=theme:${theme};a11y.manual:!true`,
    );
    await page.waitForSelector('body.sb-show-main, body.sb-show-errordisplay');
    return page;
  }

  before(async () => {
    server = await serveFolder(BUILT);
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    await server.stop();
  });

  it('a story still has its gateway after stories of other files were looked at', async () => {
    const page = await framePage('light');
    for (const id of ['elements-api-keys--filled', 'elements-sign-in--filled', 'elements-api-keys--empty']) {
      assert.equal(await show(page, id), null);
    }
    await page.getByText('Create your first key').waitFor();
    await page.close();
  });

  for (const { id, title, name, tags } of stories) {
    for (const theme of ['light', 'dark']) {
      it(`${title}: ${name}, ${theme}`, async () => {
        const page = idle[theme]?.pop() ?? (await framePage(theme));
        const problems: string[] = [];
        const onError = (error: Error) => problems.push(String(error));
        const onConsole = (message: ConsoleMessage) => {
          if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`);
        };
        page.on('pageerror', onError);
        page.on('console', onConsole);
        const failure = await show(page, id);
        if (failure) problems.push(failure);
        await settled(page);
        // A story that is about a theme sets it itself.
        if (failure === null && !tags?.includes('own-theme'))
          assert.equal(await page.locator('caas-theme').first().getAttribute('theme'), theme);
        problems.push(...(await axeViolations(page)));
        page.off('pageerror', onError);
        page.off('console', onConsole);
        idle[theme]?.push(page);
        assert.deepEqual(problems, []);
      });
    }
  }
});

/** Switches the frame to a story; resolves with what went wrong, or null once it is drawn. */
async function show(page: Page, id: string): Promise<string | null> {
  return page.evaluate(
    (storyId) =>
      new Promise<string | null>((resolve) => {
        const channel: Channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__');
        for (const event of ['storyErrored', 'storyThrewException', 'storyMissing', 'playFunctionThrewException']) {
          channel.once(event, (detail) => resolve(`${event}: ${JSON.stringify(detail)}`));
        }
        channel.on('storyRendered', (drawn) => {
          if (drawn === storyId) resolve(null);
        });
        const isCurrent = new URLSearchParams(location.search).get('id') === storyId;
        if (isCurrent) channel.emit('forceRemount', { storyId });
        else channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
        setTimeout(() => resolve('The story was not drawn within 15 s.'), 15_000);
      }),
    id,
  );
}

/** Waits for every Lit element to have drawn and for finite animations to end, so that colours are the final ones. */
async function settled(page: Page): Promise<void> {
  // No named function in here: tsx would wrap it in a helper that the page does not have.
  await page.evaluate(async () => {
    for (let round = 0; round < 3; round += 1) {
      const roots: ParentNode[] = [document];
      for (const root of roots) {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) roots.push(element.shadowRoot);
          if ('updateComplete' in element) await element.updateComplete;
        }
      }
    }
    const finite = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(finite.map(({ finished }) => finished));
  });
}
