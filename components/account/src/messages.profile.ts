import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.profile.js';

/** Texts of the profile. */
export const profileMessages = new Catalogue(en, { de: () => import('./locales/de.profile.js') });
