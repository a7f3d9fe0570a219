import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.js';

/** Texts of the overview: all that is needed before the first content. */
export const messages = new Catalogue(en, { de: () => import('./locales/de.js') });
