import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.js';

/** Texts of the list: all that is needed before the first row. */
export const messages = new Catalogue(en, { de: () => import('./locales/de.js') });
