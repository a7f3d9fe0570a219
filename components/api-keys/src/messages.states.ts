import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.states.js';

/** Texts of what stands in place of the rows; they come with it. */
export const stateMessages = new Catalogue(en, { de: () => import('./locales/de.states.js') });
