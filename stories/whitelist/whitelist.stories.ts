import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/whitelist/caas-whitelist.js';
import { clickIn, offline } from '../play.js';
import { refusal } from '../../test/support/fetch.js';
import { HOSTILE_NAMES } from '../../test/support/keys.js';
import {
  NOW,
  WhitelistGateway,
  entry,
  serveWhitelists,
  type WhitelistGatewayOptions,
} from '../../test/support/whitelists.js';

/** The gateways of all stories, each under an address of its own, so that they can share a page. */
const gateways: Record<string, WhitelistGateway> = {};
serveWhitelists(gateways);

const REFUSALS = [
  { source: '203.0.113.77', calls: 3 },
  { source: '198.51.100.200', calls: 41, observed: true },
];
const CALLERS = [
  { source: '203.0.113.14', calls: 41_208 },
  { source: '203.0.113.50', calls: 1_200, you: true },
];

interface Args {
  list: 'ip' | 'origin' | 'both';
  readonly: boolean;
  locale: string;
  headingLevel: number;
}

/** A story with its own gateway; `prepare` changes how that answers. */
function story(
  name: string,
  options: () => WhitelistGatewayOptions = () => ({ refusals: REFUSALS }),
  args: Partial<Args> = {},
  prepare: (gateway: WhitelistGateway) => void = () => undefined,
): StoryObj<Args> {
  return {
    args,
    render: ({ headingLevel, list, locale, readonly }): TemplateResult => {
      const origin = `https://list-${name}.caas.example`;
      if (!gateways[origin]) {
        gateways[origin] = new WhitelistGateway(options());
        prepare(gateways[origin]);
      }
      const getToken = () => 'story';
      if (list === 'both')
        return html`<caas-whitelist api-url=${origin} .getToken=${getToken} .locale=${locale}></caas-whitelist>`;
      return list === 'ip'
        ? html`<caas-ip-whitelist
            api-url=${origin}
            .getToken=${getToken}
            .readonly=${readonly}
            .locale=${locale}
            .headingLevel=${headingLevel}
          ></caas-ip-whitelist>`
        : html`<caas-origin-whitelist
            api-url=${origin}
            .getToken=${getToken}
            .readonly=${readonly}
            .locale=${locale}
            .headingLevel=${headingLevel}
          ></caas-origin-whitelist>`;
    },
  };
}

const meta: Meta<Args> = {
  title: 'Elements/Whitelists',
  component: 'caas-ip-whitelist',
  args: { list: 'ip', readonly: false, locale: '', headingLevel: 2 },
};
export default meta;

export const Filled = story('filled');

export const Origins = story('origins', () => ({ refusals: [{ source: 'https://copy.example', calls: 7 }] }), {
  list: 'origin',
});

export const Both = story('both', undefined, { list: 'both' });

/** Nothing is listed, so anybody is let in. */
export const Empty = story('empty', () => ({ ips: [], refusals: [] }));

export const EmptyOrigins = story('empty-origins', () => ({ origins: [] }), { list: 'origin' });

export const Observing = story('observing', () => ({ mode: 'observe', refusals: REFUSALS }));

/** A forced change counts down. */
export const Reverting = story('reverting', undefined, {}, (gateway) => {
  gateway.revert = { id: 'rvt_00000000000000000000000001', at: new Date(NOW + 58_000).toISOString() };
});

export const Checked: StoryObj<Args> = {
  ...story('checked'),
  play: ({ canvasElement }) => enter(canvasElement, 'input[name=check]', '198.51.100.24'),
};

export const NotAllowed: StoryObj<Args> = {
  ...story('not-allowed'),
  play: ({ canvasElement }) => enter(canvasElement, 'input[name=check]', '203.0.113.99'),
};

export const Loading = story('loading', () => ({ delay: 1_000_000 }));

export const StillLoading = story('still-loading', () => ({ delay: 1_000_000 }));

export const Failing = story('failing', undefined, {}, ({ overrides }) =>
  overrides.set('listIpWhitelist', refusal(500, 'internal_error')),
);

export const NoAccess = story('no-access', undefined, {}, ({ overrides }) =>
  overrides.set('listIpWhitelist', refusal(403, 'forbidden')),
);

/** The list is there, recent refusals are not. */
export const PartialFailure = story('partial-failure', undefined, {}, ({ overrides }) =>
  overrides.set('listIpRefusals', refusal(400, 'invalid_request')),
);

export const NoResults: StoryObj<Args> = {
  ...story('no-results'),
  play: ({ canvasElement }) => {
    const element = canvasElement.querySelector('caas-ip-whitelist');
    if (element) element.viewState = { q: 'data centre on the moon' };
  },
};

export const ReadOnly = story('read-only', () => ({ role: 'viewer', refusals: REFUSALS }));

/** Rows stay, changes are not possible. */
export const Offline: StoryObj<Args> = { ...story('offline'), ...offline };

const PASTED = `192.0.2.1 # Berlin
10.0.0.5/24
203.0.113.14
198.51.100.0/23
1.2.3.999
203.0.113.7:80
64.0.0.0/6
::ffff:192.0.2.9 # Mapped`;

/** Each pasted line says what would come of it. */
export const Pasting: StoryObj<Args> = {
  ...story('pasting', () => ({ callers: CALLERS, refusals: REFUSALS })),
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'Add IPs');
    await enter(canvasElement, 'textarea', PASTED);
  },
};

/** The first entry would cut off who calls now. */
export const DryRun: StoryObj<Args> = {
  ...story('dry-run', () => ({ ips: [], callers: CALLERS })),
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'Add IPs');
    await enter(canvasElement, 'textarea', '192.0.2.1');
  },
};

/** The change is stopped: it would cut callers off. */
export const Guarded: StoryObj<Args> = {
  ...story('guarded', () => ({ ips: [], callers: CALLERS })),
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'Add IPs');
    await enter(canvasElement, 'textarea', '192.0.2.1');
    await clickIn(canvasElement, 'Add 1');
  },
};

export const Mode: StoryObj<Args> = {
  ...story('mode'),
  play: ({ canvasElement }) => clickIn(canvasElement, 'Change'),
};

/** Rows are read as they are scrolled to. */
export const TenThousand = story('ten-thousand', () => ({ ips: manyIps() }));

/** The longest values and labels there are. */
export const LongValues = story(
  'long-values',
  () => ({
    origins: [
      entry(`https://${'subdomain-'.repeat(6)}a.${'x'.repeat(60)}.example:65535`, { label: 'W'.repeat(200) }),
      entry('https://*.xn--nxasmq6b.xn--jxalpdlp', { label: '👨‍👩‍👧‍👦'.repeat(11) }),
    ],
  }),
  { list: 'origin' },
);

/** Markup, templates and direction marks in labels are text. */
export const HostileNames = story('hostile-names', () => ({
  ips: HOSTILE_NAMES.map((label, index) => entry(`192.0.2.${index + 1}`, { label })),
}));

export const RightToLeft: StoryObj<Args> = {
  ...story('rtl', undefined, { locale: 'ar-XB' }),
  globals: { direction: 'rtl' },
};

export const German = story('german', undefined, { locale: 'de' });

export const Dark: StoryObj<Args> = { ...story('dark'), globals: { theme: 'dark' }, tags: ['own-theme'] };

export const Narrow: StoryObj<Args> = { ...story('narrow'), globals: { width: '320' } };

function manyIps(): ReturnType<typeof entry>[] {
  return Array.from({ length: 10_000 }, (_, index) =>
    entry(`10.${index >> 8}.${index & 255}.7`, { label: `Rack ${index % 97}`, hits_24h: (index * 37) % 5000 }),
  );
}

/** Types into a field, wherever it stands below, as soon as it is there. */
async function enter(canvas: HTMLElement, selector: string, text: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const field = below(canvas).find((element) => element.matches(selector));
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No ${selector} in this story.`);
}

function below(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? below(element.shadowRoot) : []),
  ]);
}
