import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.step-up.js';

/** Texts of the dialog that asks for a fresh proof. */
export const stepUpMessages = new Catalogue(en, { de: () => import('./locales/de.step-up.js') });
