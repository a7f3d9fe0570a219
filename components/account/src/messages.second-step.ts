import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.second-step.js';

/** Texts of the second step of a sign-in. */
export const secondStepMessages = new Catalogue(en, { de: () => import('./locales/de.second-step.js') });
