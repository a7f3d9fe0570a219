import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.codes.js';

/** Texts by the gateway's codes, brought with the panels that show them. */
export const codeMessages = new Catalogue(en, { de: () => import('./locales/de.codes.js') });
