import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.js';

/** Texts of sign in and registration. */
export const accountMessages = new Catalogue(en, { de: () => import('./locales/de.js') });
