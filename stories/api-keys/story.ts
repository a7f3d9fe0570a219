import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/api-keys/caas-api-keys.js';
import { KeysGateway, NOW, serveKeys, type KeysGatewayOptions } from '../../test/support/keys.js';

/** The gateways of all stories, each under an address of its own, so that they can share a page. */
export const gateways: Record<string, KeysGateway> = {};
serveKeys(gateways);

/** How much a key in use is used. */
export const BUSY = {
  calls_1h: 1_712,
  calls_24h: 41_208,
  callers: [
    {
      ip: '203.0.113.14',
      user_agent: 'meridian-api/4.2 node/22.3',
      calls: 38_100,
      last_seen_at: new Date(NOW - 12_000).toISOString(),
    },
    { ip: '203.0.113.15', user_agent: null, calls: 3_108, last_seen_at: new Date(NOW - 4 * 3_600_000).toISOString() },
  ],
  callers_1h: [
    {
      ip: '203.0.113.14',
      user_agent: 'meridian-api/4.2 node/22.3',
      calls: 1_712,
      last_seen_at: new Date(NOW - 12_000).toISOString(),
    },
  ],
  last_call: { at: new Date(NOW - 12_000).toISOString(), ip: '203.0.113.14' },
};

/** How all of these stories begin. */
export const ARGS: Args = { readonly: false, features: '', locale: '', headingLevel: 2 };

/** What a reader of a story may turn. */
export interface Args {
  readonly: boolean;
  features: string;
  locale: string;
  headingLevel: number;
}

/** A story with its own gateway; `prepare` changes how that answers. */
export function story(
  name: string,
  options: () => KeysGatewayOptions = () => ({}),
  prepare: (gateway: KeysGateway) => void = () => undefined,
): StoryObj<Args> {
  return {
    render: ({ readonly, features, locale, headingLevel }): TemplateResult => {
      const origin = `https://${name}.caas.example`;
      if (!gateways[origin]) {
        const gateway = new KeysGateway(options());
        for (const { id } of gateway.keys.filter(({ last_used_at, status }) => last_used_at && status !== 'revoked'))
          gateway.usage[id] ??= BUSY;
        prepare(gateway);
        gateways[origin] = gateway;
      }
      return html`<caas-api-keys
        api-url=${origin}
        .getToken=${() => 'story'}
        .readonly=${readonly}
        .features=${features || null}
        .locale=${locale}
        .headingLevel=${headingLevel}
      ></caas-api-keys>`;
    },
  };
}
