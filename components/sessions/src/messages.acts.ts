import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.acts.js';

/** Texts of menus and dialogs. */
export const actMessages = new Catalogue(en, { de: () => import('./locales/de.acts.js') });
