import { VERSION } from './version.js';

type ElementClass = CustomElementConstructor & { readonly caasVersion?: string };

/**
 * Defines a tag once. The same class again is silent; another copy keeps the first and warns with both versions.
 * Never throws, and does nothing where there is no registry (on a server).
 */
export function define(tag: string, constructor: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const existing: ElementClass | undefined = customElements.get(tag);
  if (existing === constructor) return;
  if (!existing) {
    Object.defineProperty(constructor, 'caasVersion', { value: VERSION, configurable: true });
    customElements.define(tag, constructor);
    return;
  }
  console.warn(`<${tag}> is defined twice: version ${existing.caasVersion ?? '?'} stays, ${VERSION} is ignored.`);
}
