import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.table.js';

/** Texts of the table. */
export const messages = new Catalogue(en, { de: () => import('./locales/de.table.js') });
