import { waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '@caas/api-keys/caas-api-keys.js';
import type { ApiKeys } from '@caas/api-keys/caas-api-keys.js';
import type { Seen } from './fetch.js';
import { KeysGateway, serveKeys, type KeysGatewayOptions } from './keys.js';
import { allByRole, click, everything, mountOne, settle, textOf, type Around } from './ui.js';

/** Where the gateway of these pages is. */
export const API = 'https://keys.test';

/** A page with the element, and the gateway behind it. */
export interface KeysPage {
  element: ApiKeys;
  gateway: KeysGateway;
  seen: Seen[];
  /** Ends the page: the real network is back. */
  end: () => void;
}

/** Puts the element on a page before a gateway and waits until its first answer shows. */
export async function openKeys(
  options: KeysGatewayOptions = {},
  {
    before = () => undefined,
    around = {},
    features = null,
  }: { before?: (gateway: KeysGateway) => void; around?: Around; features?: string | null } = {},
): Promise<KeysPage> {
  const gateway = new KeysGateway(options);
  before(gateway);
  const { seen, restore } = serveKeys({ [API]: gateway });
  const element = await mountOne(
    'caas-api-keys',
    html`<caas-api-keys api-url=${API} .getToken=${() => 'token'} .features=${features} locale="en"></caas-api-keys>`,
    around,
  );
  await waitUntil(() => seen.length >= 2, 'the element asked for keys and rights');
  await calm(element);
  return { element, gateway, seen, end: restore };
}

/** Waits until what is shown changes no more. */
export async function calm(element: Element): Promise<void> {
  let last = '';
  for (let round = 0; round < 40; round += 1) {
    await settle(document.body);
    await Promise.all(
      document
        .getAnimations()
        .filter(ends)
        .map(({ finished }) => finished),
    );
    await new Promise((resolve) => setTimeout(resolve, 15));
    const now = textOf(element);
    if (now === last && round > 2) return;
    last = now;
  }
}

function ends(animation: Animation): boolean {
  return animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity;
}

/** Waits until the page says this. */
export async function says(element: Element, text: string | RegExp): Promise<void> {
  const found = () => (typeof text === 'string' ? textOf(element).includes(text) : text.test(textOf(element)));
  await waitUntil(found, `Nothing says ${String(text)}; there is: ${textOf(element)}`, { timeout: 5_000 });
  await calm(element);
}

/** Waits for a control with this name and clicks it; where there are several, the one on top. */
export async function press(element: Element, role: string, name: string | RegExp): Promise<void> {
  await waitUntil(() => allByRole(element, role, name).length > 0, `no ${role} named ${String(name)}`, {
    timeout: 5_000,
  });
  const control = allByRole(element, role, name).at(-1);
  if (control) await click(control);
  await calm(element);
}

/** Opens a key's menu and chooses an entry. */
export async function choose(element: Element, key: string, entry: string): Promise<void> {
  await press(element, 'button', `Actions for ${key}`);
  await press(element, 'menuitem', entry);
}

/** What each row says, without the head. */
export function rowTexts(element: Element): string[] {
  return allByRole(element, 'row')
    .filter((row) => row.dataset['id'])
    .map(textOf);
}

/** Every text that a page holds anywhere: properties of elements included, for looking a secret up. */
export function holds(element: Element, secret: string): boolean {
  return [element, ...everything(element)].some(
    (each) =>
      each.textContent?.includes(secret) ||
      [...each.attributes].some(({ value }) => value.includes(secret)) ||
      ('secret' in each && each.secret === secret),
  );
}
