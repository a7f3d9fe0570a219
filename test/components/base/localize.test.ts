import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { define } from '@caas/base/define.js';
import { Catalogue, Localize, PSEUDO_LOCALE, type Messages } from '@caas/base/localize.js';
import { ThemeRoot } from '@caas/base/theme-root.js';

const ENGLISH = { hello: 'Hello' };
const GERMAN = { hello: 'Hallo' };

/** Texts whose German comes when the test lets it. */
function german() {
  let settle: { come: () => void; fail: () => void } = { come: () => undefined, fail: () => undefined };
  const texts = new Promise<{ default: typeof GERMAN }>((resolve, reject) => {
    settle = { come: () => resolve({ default: GERMAN }), fail: () => reject(new Error('gone')) };
  });
  return { ...settle, load: () => texts };
}

/** An element that keeps everything it has ever said. */
abstract class Speaker extends ThemeRoot {
  static override properties = { locale: {} };
  declare locale: string;
  readonly said: string[] = [];
  abstract readonly texts: Localize<typeof ENGLISH>;

  constructor() {
    super();
    this.locale = 'de';
  }

  override render(): TemplateResult {
    this.said.push(this.texts.text('hello'));
    return html`<p>${this.said.at(-1)}</p>`;
  }
}

let made = 0;

async function speaker(catalogue: Catalogue<typeof ENGLISH>): Promise<Speaker> {
  const tag = `test-speaker-${(made += 1)}`;
  define(
    tag,
    class extends Speaker {
      readonly texts = new Localize<typeof ENGLISH>(this, catalogue, () => ({ locale: this.locale }));
    },
  );
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement(tag) as Speaker;
  box.append(element);
  return element;
}

describe('texts of an element', () => {
  it('are in the reader’s language from the first word on', async () => {
    const { load, come } = german();
    const element = await speaker(new Catalogue(ENGLISH, { de: load }));
    await aTimeout(20);
    expect(element.said).to.eql([]);
    come();
    await element.updateComplete;
    expect(element.said).to.eql(['Hallo']);
  });

  it('are English where the others can’t be had', async () => {
    const { load, fail } = german();
    const element = await speaker(new Catalogue(ENGLISH, { de: load }));
    fail();
    await element.updateComplete;
    await aTimeout(20);
    expect(element.said).to.eql(['Hello']);
  });

  it('are English for a while where the others take long', async () => {
    const { load, come } = german();
    const element = await speaker(new Catalogue(ENGLISH, { de: load }));
    await waitUntil(() => element.said.length > 0, 'it stays silent', { timeout: 4_000 });
    expect(element.said).to.eql(['Hello']);
    come();
    await waitUntil(() => element.said.at(-1) === 'Hallo');
  });

  it('stay as they are after a change of language, until the new ones are there', async () => {
    const { load, come } = german();
    const element = await speaker(new Catalogue(ENGLISH, { de: load }));
    element.locale = 'en';
    await element.updateComplete;
    element.locale = 'de';
    await element.updateComplete;
    expect(element.said.at(-1)).to.equal('Hello');
    come();
    await waitUntil(() => element.said.at(-1) === 'Hallo');
  });
});

describe('texts that come with later code', () => {
  const late = (de: () => Promise<{ default: typeof GERMAN }>) =>
    new Catalogue<typeof ENGLISH>(null, { en: () => Promise.resolve({ default: ENGLISH }), de });

  async function brought(catalogue: Catalogue<typeof ENGLISH>, locale: string): Promise<string | null> {
    const element = await speaker(new Catalogue(ENGLISH, {}));
    element.locale = locale;
    await element.texts.bring(catalogue as unknown as Catalogue<Messages>);
    return element.texts.findIn(catalogue as unknown as Catalogue<Messages>, 'hello');
  }

  it('are brought in one language alone', async () => {
    const catalogue = late(() => Promise.resolve({ default: GERMAN }));
    expect(await brought(catalogue, 'de')).to.equal('Hallo');
    expect(catalogue.has('en')).to.equal(false);
  });

  it('are English where that language can’t be had, or is not known', async () => {
    expect(
      await brought(
        late(() => Promise.reject(new Error('gone'))),
        'de',
      ),
    ).to.equal('Hello');
    expect(
      await brought(
        late(() => Promise.resolve({ default: GERMAN })),
        'fr',
      ),
    ).to.equal('Hello');
  });

  it('are there in the pseudo-locale of tests', async () => {
    expect(
      await brought(
        late(() => Promise.resolve({ default: GERMAN })),
        PSEUDO_LOCALE,
      ),
    ).to.contain('[Hello');
  });
});
