import { Catalogue } from '@caas/base/localize.js';
import type actions from './locales/en.actions.js';
import { en } from './locales/en.js';

/** Texts of the list: all that is needed before the first row. */
export const messages = new Catalogue(en, { de: () => import('./locales/de.js') });

/** Texts of everything that opens on demand: menus, drawers, dialogs, the rotation panel. Many, so a reader loads those of one locale. */
export const actionMessages = new Catalogue<typeof actions>(null, {
  en: () => import('./locales/en.actions.js'),
  de: () => import('./locales/de.actions.js'),
});
