import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/api-keys/caas-api-keys.js';
import '@caas/base/caas-provider.js';
import '@caas/base/caas-theme.js';
import { KeysGateway, key, rotatingPair, serveKeys } from '../../test/support/keys.js';

const FIRST = 'https://provider-first.caas.example';
const SECOND = 'https://provider-second.caas.example';
serveKeys({
  [FIRST]: new KeysGateway({ keys: [...rotatingPair(), key({ name: 'Message ingest' })] }),
  [SECOND]: new KeysGateway({ keys: [key({ name: 'Harborline server' })] }),
});

interface Args {
  locale: string;
  timeZone: string;
}

const meta: Meta<Args> = {
  title: 'Base/Provider',
  component: 'caas-provider',
  args: { locale: '', timeZone: '' },
};
export default meta;

/** One connection for two elements: one token, one cache, so a change in one shows in the other. */
export const TwoElements: StoryObj<Args> = {
  render: ({ locale, timeZone }): TemplateResult => html`
    <caas-provider api-url=${FIRST} .getToken=${() => 'story'} .locale=${locale} .timeZone=${timeZone}>
      <caas-api-keys></caas-api-keys>
      <caas-api-keys readonly heading-level="3"></caas-api-keys>
    </caas-provider>
  `,
};

/** Two tenants on one page never share a row. */
export const TwoTenants: StoryObj<Args> = {
  render: (): TemplateResult => html`
    <caas-provider api-url=${FIRST} .getToken=${() => 'story'}><caas-api-keys></caas-api-keys></caas-provider>
    <caas-provider api-url=${SECOND} .getToken=${() => 'story'}><caas-api-keys></caas-api-keys></caas-provider>
  `,
};

/** The whole element in German. */
export const German: StoryObj<Args> = { ...TwoElements, args: { locale: 'de', timeZone: 'Europe/Berlin' } };

/** The right-to-left pseudo-locale: every text a third longer and in brackets. */
export const PseudoLocale: StoryObj<Args> = { ...TwoElements, args: { locale: 'ar-XB' } };

/** A theme for markup of one's own: compact, with more contrast. It paints no background; that is the page's. */
export const Theme: StoryObj<Args> = {
  render: (): TemplateResult => html`
    <caas-theme density="compact" contrast="more">
      <caas-provider api-url=${FIRST} .getToken=${() => 'story'}><caas-api-keys></caas-api-keys></caas-provider>
    </caas-theme>
  `,
};
