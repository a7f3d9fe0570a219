import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.js';

/** Texts of the shell. */
export const messages = new Catalogue(en, { de: () => import('./locales/de.js') });
