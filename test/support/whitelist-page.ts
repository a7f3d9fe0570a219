import { waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '@caas/whitelist/caas-ip-whitelist.js';
import '@caas/whitelist/caas-origin-whitelist.js';
import type { Seen } from './fetch.js';
import { calm } from './keys-page.js';
import { mountOne, type Around } from './ui.js';
import { WhitelistGateway, serveWhitelists, type WhitelistGatewayOptions } from './whitelists.js';

/** Where the gateway of these pages is. */
export const API = 'https://lists.test';

/** A page with one list, and the gateway behind it. */
export interface WhitelistPage {
  element: HTMLElementTagNameMap['caas-ip-whitelist' | 'caas-origin-whitelist'];
  gateway: WhitelistGateway;
  seen: Seen[];
  /** Ends the page: the real network is back. */
  end: () => void;
}

/** Puts a list on a page before a gateway and waits until its first answer shows. */
export async function openList(
  tag: 'caas-ip-whitelist' | 'caas-origin-whitelist',
  options: WhitelistGatewayOptions = {},
  { before = () => undefined, around = {} }: { before?: (gateway: WhitelistGateway) => void; around?: Around } = {},
): Promise<WhitelistPage> {
  const gateway = new WhitelistGateway(options);
  before(gateway);
  const { seen, restore } = serveWhitelists({ [API]: gateway });
  const template =
    tag === 'caas-ip-whitelist'
      ? html`<caas-ip-whitelist api-url=${API} .getToken=${() => 'token'} locale="en"></caas-ip-whitelist>`
      : html`<caas-origin-whitelist api-url=${API} .getToken=${() => 'token'} locale="en"></caas-origin-whitelist>`;
  const element = await mountOne(tag, template, around);
  await waitUntil(() => seen.length >= 2, 'the element asked for entries and rights');
  await calm(element);
  return { element, gateway, seen, end: restore };
}
