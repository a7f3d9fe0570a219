import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import '@caas/base/caas-theme.js';

/** How the page around the elements under test looks. */
export interface Around {
  theme?: 'light' | 'dark';
  dir?: 'ltr' | 'rtl';
  /** In pixels. */
  width?: number;
}

/** Puts a template into a theme root on a page of its own and waits until everything inside has rendered. */
export async function mount(
  content: TemplateResult,
  { theme = 'light', dir = 'ltr', width = 900 }: Around = {},
): Promise<HTMLElement> {
  const root = await fixture<HTMLElement>(html`<caas-theme theme=${theme} dir=${dir}>${content}</caas-theme>`);
  root.style.display = 'block';
  root.style.inlineSize = `${width}px`;
  root.style.background = 'var(--caas-color-surface)';
  await settle(root);
  return root;
}

/** Like `mount`, and gives the element with this tag. */
export async function mountOne<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  content: TemplateResult,
  around?: Around,
): Promise<HTMLElementTagNameMap[K]> {
  const root = await mount(content, around);
  const found = root.querySelector(tag);
  if (!found) throw new Error(`No <${tag}> in the template`);
  return found;
}

/** Waits until an element and what it rendered have no update left. */
export async function settle(root: Element): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const element of [root, ...everything(root)]) {
      if ('updateComplete' in element) await element.updateComplete;
    }
  }
}

/** Every element below, through open shadow roots. */
export function everything(root: Element): Element[] {
  const inner = [...(root.shadowRoot?.children ?? []), ...root.children];
  return inner.flatMap((child) => [child, ...everything(child)]);
}

/** The one element with this role and accessible name. */
export function byRole(root: Element, role: string, name?: string | RegExp): HTMLElement {
  const found = allByRole(root, role, name);
  if (found.length === 1 && found[0]) return found[0];
  const there = allByRole(root, role).map((element) => `"${nameOf(element)}"`);
  throw new Error(
    `${found.length} elements with role ${role} and name ${String(name)}; there are: ${there.join(', ') || 'none'}`,
  );
}

/** All visible elements with this role, in the order of the page. */
export function allByRole(root: Element, role: string, name?: string | RegExp): HTMLElement[] {
  return everything(root).filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement && roleOf(element) === role && visible(element) && named(element, name),
  );
}

/** The one control with this label or name, whatever its role. */
export function byName(root: Element, name: string | RegExp): HTMLElement {
  const found = everything(root).filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement && CONTROLS.has(roleOf(element) ?? '') && visible(element) && named(element, name),
  );
  if (found.length === 1 && found[0]) return found[0];
  throw new Error(`${found.length} controls named ${String(name)}`);
}

/** What a sighted reader finds: all text below, shadow roots and slots included, hidden parts left out. */
export function textOf(root: Element): string {
  return text(root).replace(/\s+/g, ' ').trim();
}

/** Clicks and waits for what it caused. */
export async function click(element: HTMLElement): Promise<void> {
  element.click();
  await settle(document.body);
}

/** Types over what a field holds, as a person would: focus, characters. */
export async function type(element: HTMLElement, value: string): Promise<void> {
  element.focus();
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select();
  await sendKeys(value === '' ? { press: 'Backspace' } : { type: value });
  await settle(document.body);
}

/** Presses keys, one after the other. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await settle(document.body);
}

/** Where the focus is, through shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Records the events of these names; most are seen only when they bubble. */
export function record(target: EventTarget, ...names: string[]): Event[] {
  const events: Event[] = [];
  for (const name of names) target.addEventListener(name, (event) => events.push(event));
  return events;
}

/** No accessibility violation in an element, light and shadow. */
export async function accessible(element: Element): Promise<void> {
  // A part of a page needs no landmark around it.
  await expect(element).to.be.accessible({ ignoredRules: ['region'] });
}

const CONTROLS = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'spinbutton',
  'checkbox',
  'radio',
  'switch',
  'combobox',
  'tab',
  'menuitem',
]);
const INPUTS: Record<string, string> = {
  checkbox: 'checkbox',
  radio: 'radio',
  search: 'searchbox',
  number: 'spinbutton',
  submit: 'button',
  button: 'button',
};
const TAGS: Record<string, string> = {
  button: 'button',
  textarea: 'textbox',
  select: 'combobox',
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tr: 'row',
  td: 'cell',
  th: 'columnheader',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
  dialog: 'dialog',
  fieldset: 'group',
  nav: 'navigation',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  option: 'option',
};

function roleOf(element: HTMLElement): string | null {
  const explicit = element.getAttribute('role');
  if (explicit) return explicit;
  const tag = element.localName;
  if (tag === 'a') return element.hasAttribute('href') ? 'link' : null;
  if (element instanceof HTMLInputElement) return INPUTS[element.type] ?? 'textbox';
  return TAGS[tag] ?? null;
}

/** The accessible name, by the parts of the standard's algorithm that our templates use. */
export function nameOf(element: HTMLElement): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const labelledBy = element
    .getAttribute('aria-labelledby')
    ?.split(/\s+/)
    .map((id) => root.getElementById(id)?.textContent ?? '')
    .join(' ');
  const labels =
    'labels' in element
      ? [...((element.labels as NodeListOf<HTMLLabelElement> | null) ?? [])].map((label) => text(label)).join(' ')
      : '';
  const legend = element.localName === 'fieldset' ? element.querySelector('legend')?.textContent : '';
  const caption = element.localName === 'table' ? element.querySelector('caption')?.textContent : '';
  const own =
    labelledBy || element.getAttribute('aria-label') || labels || legend || caption || text(element) || element.title;
  return own.replace(/\s+/g, ' ').trim();
}

function named(element: HTMLElement, name: string | RegExp | undefined): boolean {
  if (name === undefined) return true;
  return typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element));
}

function visible(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.closest('[aria-hidden="true"]') === null;
}

function text(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element) {
    // `contents` has no box of its own and would count as invisible.
    if (
      node instanceof HTMLElement &&
      getComputedStyle(node).display !== 'contents' &&
      (node.ariaHidden === 'true' || !node.checkVisibility())
    )
      return '';
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
      return node.assignedNodes().map(text).join('');
    if (node.localName === 'style' || node.localName === 'svg') return '';
  }
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
  const inner = [...children].map(text).join('');
  return node instanceof HTMLElement && getComputedStyle(node).display !== 'inline' ? ` ${inner} ` : inner;
}
