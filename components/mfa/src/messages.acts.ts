import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.acts.js';

/** Texts of set-up, codes, passkeys and dialogs: brought with the code that shows them. */
export const actMessages = new Catalogue(en, { de: () => import('./locales/de.acts.js') });
