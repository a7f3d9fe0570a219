import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What the house promises: WCAG 2.2, levels A and AA. */
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The violations on a page, open shadow roots included: one line a rule with the elements it is about. */
export async function axeViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations }: AxeResults = await page.evaluate((tags) => {
    const engine: typeof axe = Reflect.get(globalThis, 'axe');
    return engine.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
  }, STANDARD);
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.flat().join(' > ')).join('; ')})`,
  );
}
