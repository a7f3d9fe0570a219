import type { LitElement } from 'lit';
import { Directive, directive, type Part } from 'lit/directive.js';
import { Catalogue, Localize } from '@caas/base/localize.js';
import { en } from './locales/en.forms.js';

/** Texts of the kit's form and display elements. */
export const forms = new Catalogue(en, { de: () => import('./locales/de.forms.js') });

/** Texts without values: those a template function may show. */
type Plain = { [K in keyof typeof en]: (typeof en)[K] extends string ? K : never }[keyof typeof en];

const localized = new WeakMap<object, Localize<typeof en>>();

class TextDirective extends Directive {
  override render(name: Plain): string {
    return en[name];
  }

  override update(part: Part, [name]: [Plain]): string {
    const host = part.options?.host as LitElement | undefined;
    if (!host || typeof host.addController !== 'function') return en[name];
    let texts = localized.get(host);
    if (!texts) {
      texts = new Localize(host, forms);
      localized.set(host, texts);
      texts.hostUpdate(); // joined in the middle of an update: ask for the messages now
    }
    return texts.text(name);
  }
}

/** A text of the kit inside a template function, in the locale of whichever element renders it. */
export const text = directive(TextDirective);
