import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, requireChromium } from '../../scripts/lib/chromium.mjs';

/**
 * Starts the system's Chromium, headless. The caller closes it. Code for `page.evaluate` holds no named function: tsx wraps those
 * in a helper (`__name`) that a page does not have.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await requireChromium(), args: [...CHROMIUM_FLAGS] });
}
