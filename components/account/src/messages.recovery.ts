import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.recovery.js';

/** Texts of forgotten passwords, mailed links and codes. */
export const recoveryMessages = new Catalogue(en, { de: () => import('./locales/de.recovery.js') });
